"""What reviewers cite: reading an identifier however it was typed, and what is known of the source behind it."""

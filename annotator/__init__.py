"""What reviewers decide, where it is kept, how they enter it."""

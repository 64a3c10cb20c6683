"""How far reviewers agree beyond chance, and what their votes together say. Pure: numpy and plain values."""

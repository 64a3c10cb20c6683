"""Where the desk keeps what people decide: one SQLite file, reached through this package alone."""

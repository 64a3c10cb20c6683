"""Files of labels, as our exports write them, read back row by row. Knows files and the model, no database."""

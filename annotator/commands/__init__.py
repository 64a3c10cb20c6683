"""The commands of ``python -m annotator``, by subject: what they parse, call and say. The work is elsewhere."""

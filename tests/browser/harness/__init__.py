"""The pane alone in a real browser, against a server that can be made slow, deaf, or unwilling."""

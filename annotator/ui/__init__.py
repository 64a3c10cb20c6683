"""How people enter what they decide, and see what was decided: one module a page."""

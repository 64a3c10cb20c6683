"""What runs in the browser: one folder a component, with its scripts, its styles and the module that mounts it."""

from pathlib import Path

COLOURS = Path(__file__).with_name("colours.css").read_text("utf-8")
"""The style sheet that every component of ours begins with."""

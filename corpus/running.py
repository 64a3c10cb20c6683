"""Running text, told at first sight: most rows of an article are, and no rule for headings, tables, buttons or names
can apply to them. A gate for speed: it decides nothing that those rules would not.
"""

from __future__ import annotations

from corpus.heading_looks import is_caption
from corpus.lines import TEXT, Line

_SHORTEST = 61  # shorter lines with a full stop may be labels: "Related articles.", "What's inside."


def is_running_text(row: Line) -> bool:
    """Whether ``row`` is a line with a full stop that opens with a capital, and no cells, caption or label."""
    body = row.body
    return (
        row.role is TEXT
        and len(body) >= _SHORTEST
        and body[-1] == "."
        and body[0].isupper()
        and "\t" not in body
        and "  " not in body
        and " | " not in body
        and not is_caption(body)
    )

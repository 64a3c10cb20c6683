"""The block of settings above a Markdown article, between two ``---`` (YAML) or ``+++`` (TOML) lines: title, author,
date. Only what such a block usually holds is read: ``key: value`` and lists of values, no more of either language.
"""

from __future__ import annotations

import re

_OPENS = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n")
_KEY = re.compile(r"""["']?([A-Za-z][\w .-]{0,40}?)["']?\s*[:=](?:\s+|\Z)(.*)""")
_LISTED = re.compile(r"\s*-\s+(.*)")
_INSIDE = re.compile(r"[ \t]+\S|\s*-\s|\s*#|\s*\Z|\[|\]|\}")  # lines of a value: indented, listed, a comment, nothing
_COMMENT = re.compile(r"\s+#.*\Z")
_MOST_LINES = 200


def front_matter_end(text: str) -> int:
    """Where the article begins in ``text``: behind its front matter, or at 0 where there is none."""
    opened = _OPENS.match(text)
    if opened is None:
        return 0
    position, keys = opened.end(), 0
    for _ in range(_MOST_LINES):
        end = text.find("\n", position)
        line = text[position : end if end >= 0 else len(text)].rstrip()
        if line == opened[1] or (line == "..." and opened[1] == "---"):
            return (end + 1 if end >= 0 else len(text)) if keys else 0
        if end < 0 or not (_KEY.match(line) or _INSIDE.match(line)):
            return 0
        keys += bool(_KEY.match(line))
        position = end + 1
    return 0


def front_matter(text: str) -> dict[str, list[str]]:
    """The values of each key of the front matter, keys in lower case. Of what is nested, only names are kept."""
    fields: dict[str, list[str]] = {}
    key = ""
    for line in text[: front_matter_end(text)].splitlines()[1:-1]:
        if found := _KEY.match(line):
            key = found[1].lower()
            fields[key] = _values(found[2])
        elif key and (listed := _LISTED.match(line)):
            inner = _KEY.match(listed[1])
            if inner is None or inner[1].lower() == "name":
                fields[key] += _values(inner[2] if inner else listed[1])
        elif key and (inner := _KEY.match(line.strip())) and inner[1].lower() == "name":
            fields[key] += _values(inner[2])
    return fields


def _values(written: str) -> list[str]:
    written = written.strip()
    if written[:1] in ("|", ">") and len(written) <= 2:  # a text of several lines
        return []
    if written.startswith("[") and written.endswith("]"):
        return [value for part in written[1:-1].split(",") for value in _values(part)]
    if written[:1] in ("'", '"') and len(written) > 1 and (end := written.find(written[0], 1)) > 0:
        written = written[1:end]
    else:
        written = _COMMENT.sub("", written)
    return [written] if written and written != "null" else []

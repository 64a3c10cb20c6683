"""Undoing the hyphens of line ends: ``supple-`` ``ments`` is ``supplements``; ``long-`` ``term`` is ``long-term``."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]{2,})[-\u2010]\Z")
_FIRST = re.compile(r"[^\W\d_]+")
# Parts that stand before or behind a hyphen of their own so often that it is kept where nothing else tells
_KEEPS_BEFORE = re.compile(
    "long|short|well|high|low|self|non|half|full|part|double|single|follow|dose|age|sex|evidence|risk|cost|health|"
    "blood|sugar|gluten|fat|dairy|cross|year|week|day|month|hour|old|first|second|third|one|two|three|four|five|much|"
    "state|plant|placebo|extra|all|ex|peer|meta|decision|problem|side|stress|life|time"
)
_KEEPS_AFTER = re.compile(
    "term|based|related|free|old|like|up|rich|induced|dependent|specific|controlled|blind|fold|known|to|in|on|off|out|"
    "the|being|years?|week|day|hour|fat|sugar|care|quality|dose|risk|analys[ei]s|effective|reviewed|grade|sized|"
    "friendly|made|acting|release|lasting|virgin|cause|chain|wide|saturated|weight|level|line|world|aged|income"
)


class Joiner:
    """Joins lines of one text, whose own words say which hyphens are real."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            self._words.update(word.lower() for word in _WORD.findall(_BROKEN.sub("", line)))

    def join(self, line: str, after: str) -> str:
        """``line`` and the line ``after`` it, as running text."""
        if line.endswith("\u00ad"):
            return line[:-1] + after
        broken, first = _BROKEN.search(line), _FIRST.match(after)
        if broken is None or first is None:
            return f"{line}{after}" if line.endswith(("/", "–")) else f"{line} {after}"
        if not first[0].islower() or self._is_real(broken[1].lower(), first[0]):
            return line + after
        return line[: broken.end(1)] + after

    def _is_real(self, before: str, after: str) -> bool:
        """Whether the hyphen between two parts belongs to the word."""
        if before + after in self._words:
            return False
        if f"{before}-{after}" in self._words:
            return True
        if _KEEPS_BEFORE.fullmatch(before) or _KEEPS_AFTER.fullmatch(after):
            return True
        return before in self._words and after in self._words

"""Text -> lines: one physical line of an article each, without its list marker. Pure rules on ``str``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.patterns import has_any


class Role(IntEnum):
    """What the marks at the start of a line say it is."""

    RULE = 1  # no letter and no digit: "-----", "###", "|---|"
    HEADING = 2  # Markdown "## ..."
    ITEM = 3  # a bullet or an enumerator opens it
    PIPE = 4  # a row of a pipe table
    TEXT = 5


# The same by themselves: to look one up in its class takes 0.1 microseconds, and the rules ask dozens of times a row.
RULE, HEADING, ITEM, PIPE, TEXT = Role

TERMINAL = tuple(".!?:…。")
"""How a line ends that nothing need go on with."""

UNNAMED = "||"
"""The marker of a pipe table's first row where an empty header stands over it, so that it is none itself."""


@dataclass(slots=True)  # not frozen, which takes five times as long to make
class Line:
    """One line or row. ``start`` and ``end`` count in the article and hold neither marker nor white space.

    ``column`` is the indent before the marker, ``width`` the physical length from column 0, ``gap`` says that a blank
    line or a rule stands right before, ``ruled`` that a rule stands right before or right after.
    """

    start: int
    end: int
    role: Role
    marker: str
    column: int
    width: int
    body: str
    gap: bool = True
    ruled: bool = False
    quoted: bool = False


# Bullets: the usual ones, Word's private-use bullets, arrows, geometric shapes, dingbats and emoji (with their
# joiners). A symbol is a marker only with white space behind it.
_SYMBOL = "[•‣⁃∙·●○*+–—\\-\uf0a7\uf0b7\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
_JOINERS = "[\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
_BULLET = f"{_SYMBOL}(?:{_JOINERS}|(?<={_JOINERS}){_SYMBOL})*"
_MARKER = re.compile(
    rf"(?P<quote>(?:>[^\S\n]*)*)(?:(?P<atx>\#{{1,6}})(?=\s)|(?P<bullet>(?:--|{_BULLET})(?=\s))|(?P<number>\d{{1,2}}[.)]|\(?[a-z]\)(?!\s?\d{{4}}\b))(?=\s))?\s*"
    rf"(?P<second>(?:\[[ xX]\]|\d{{1,2}}[.)]|[\u2600-\u27bf\u2b50\U0001f300-\U0001faff]\ufe0f?)(?=\s))?\s*"
    rf"(?P<kept>(?:\(\d{{1,2}}\)|\(?[ivx]{{2,4}}\))(?=\s))?"
)
_USUAL_BULLETS = "-*•"
_MAY_OPEN_MARKER = re.compile(rf">|\#|{_SYMBOL}|\d{{1,2}}[.)]\s|\(?(?:[a-z]|[ivx]{{2,4}})\)\s|\(\d{{1,2}}\)\s|\|")
_PIPES = "|" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_WORD_CHARACTER = re.compile(r"[^\W_]")
_INLINE_BULLETS = ("•", "▪", "●", "◦", "‣")
_INLINE_BULLET = re.compile(r"\s[•▪●◦‣](?=\s)")
_INLINE_DASH = re.compile(r"  (?<=\S  ) *- (?=[A-Za-z])")  # opens with blanks, which are found fast
_INLINE_BREAK = re.compile(
    r"(?<=\S)[^\S\n]{2,}(?=- [A-Za-z])|(?<=[^\s.!?])[^\S\n]{2,}(?=[A-Z])"
)  # behind the last item of such a list, text goes on
# "You get used to it. – Jo_N Mar 9 at 7:55": who wrote a comment stands behind it.
_SIGNED = re.compile(
    r"\s[–—-]{1,2}(?=\s[\w.@’'-]{2,24}(?: [\w.@’'-]{1,20}){0,2},? "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?,? (?:at )?\d{1,2}:\d\d\s*\Z)"
)
_LONGEST_SIGNATURE = 80
_ENOUGH_DASHES = 3  # in the text; fewer are dashes of a sentence


def read_lines(text: str) -> list[Line]:
    """Every line of ``text`` but the blank ones, of which the next line knows (``gap``). Lines end where
    ``str.splitlines`` says; the items of a list that was written in one line (``... include: • Nuts • Seeds``) are
    lines of their own."""
    lines: list[Line] = []
    position = 0
    gap, ruled = True, False
    bulleted = not text.isascii() and has_any(text, _INLINE_BULLETS)
    dashed = "  - " in text and len(_INLINE_DASH.findall(text)) >= _ENOUGH_DASHES
    for raw in text.splitlines(keepends=True):
        if raw.isspace():
            gap, ruled = True, False
        else:
            if bulleted and has_any(raw, _INLINE_BULLETS):
                if has_any(raw.lstrip()[1:], _INLINE_BULLETS):
                    lines.extend(_pieces(raw, position, _INLINE_BULLET, gap, ruled))
                else:
                    lines.append(_read_line(raw, position, gap, ruled))
            elif dashed and "  " in raw.strip():
                lines.extend(_pieces(raw, position, _INLINE_BREAK, gap, ruled))
            elif (
                raw[-2:-1].isdigit() and ":" in raw[-7:] and _SIGNED.search(raw, max(0, len(raw) - _LONGEST_SIGNATURE))
            ):
                lines.extend(_pieces(raw, position, _SIGNED, gap, ruled))
            else:
                lines.append(_read_line(raw, position, gap, ruled))
            gap, ruled = _after(lines[-1], gap, ruled) if lines[-1].role is RULE else (False, False)
        position += len(raw)
    return lines


def _after(rule: Line, gap: bool, ruled: bool) -> tuple[bool, bool]:
    """The ``gap`` and ``ruled`` of what stands under ``rule``, which has those given."""
    return (gap, ruled) if is_inside_table(rule) else (True, True)


def is_inside_table(rule: Line) -> bool:
    """Whether a rule stands inside a table and parts nothing: ``|---|---|``, ``+---+---+``."""
    return "|" in rule.body or "-+" in rule.body


def _pieces(raw: str, position: int, opens: re.Pattern[str], gap: bool, ruled: bool) -> Iterator[Line]:
    """The items of one line, each opened by what ``opens`` finds."""
    indent = len(raw) - len(raw.lstrip())
    starts = [0, *(m.start() for m in opens.finditer(raw, indent)), len(raw)]
    if len(starts) > 2 and is_boilerplate_line(raw.strip()):  # "By Jane Roe • 3 May 2021 • 5 min read"
        starts = [0, len(raw)]
    for a, b in pairwise(starts):
        if a < b:
            line = _read_line(raw[a:b], position + a, gap, ruled, before=a)
            yield line
            gap, ruled = _after(line, gap, ruled) if line.role is RULE else (False, False)


def _read_line(raw: str, position: int, gap: bool, ruled: bool, before: int = 0) -> Line:
    """The line ``raw``, which is not blank and stands at ``position``, behind ``before`` characters of its own."""
    trimmed = raw.rstrip()
    body = trimmed.lstrip()
    width = len(trimmed)
    column = width - len(body)
    start, end = position + column, position + width
    width += before
    first = body[0]
    if first.isalpha() and ")" not in body[:5]:  # no marker: most lines
        return Line(start, end, TEXT, "", column, width, body, gap, ruled)
    if not (first.isalnum() or _WORD_CHARACTER.search(body)):
        return Line(start, end, RULE, "", column, width, body, gap, ruled)
    if first in _USUAL_BULLETS and body[1:2] == " " and body[2:3].isalpha() and ")" not in body[:8]:
        return Line(start + 2, end, ITEM, first, column, width, body[2:], gap, ruled)
    role, marker, quoted = TEXT, "", False
    if _MAY_OPEN_MARKER.match(body):
        role, marker, quoted, used = _read_marker(body)
        body = body[used:]
        start += used
        if role is PIPE:
            body = body.rstrip(_PIPES)
            end = start + len(body)
    return Line(start, end, role, marker, column, width, body, gap, ruled, quoted)


def _read_marker(body: str) -> tuple[Role, str, bool, int]:
    """The role, the marker, whether it is quoted, and how many characters of ``body`` the marker takes."""
    match = _MARKER.match(body)
    if match is None:  # the pattern can be empty, so it always matches
        return TEXT, "", False, 0
    quoted = bool(match["quote"])
    used = match.start("kept") if match["kept"] else match.end()
    if not _WORD_CHARACTER.search(body, used):  # "1)" alone, "• 2.": the number is all there is, so it is text
        return TEXT, "", quoted, 0
    if body.startswith("|", used):
        return PIPE, "|", quoted, used + len(body[used:]) - len(body[used:].lstrip(_PIPES))
    if match["atx"]:
        return HEADING, match["atx"], quoted, used
    second = match["second"] if match["second"] and match["second"][0].isdigit() else ""
    marker = second or match["bullet"] or match["number"] or match["kept"]
    return (ITEM, marker, quoted, used) if marker else (TEXT, "", quoted, used)

"""Which line at the head of an article is its title, among the names of sites, sections and journals above it.

Each line that could be the title is weighed by its length, by the words that the text takes up again, by what it names
and by where it stands; no list of sites is needed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import furniture, notices, references
from corpus.boilerplate.data import is_datum
from corpus.boilerplate.lines import is_boilerplate_line
from corpus.cell_looks import DIGIT
from corpus.heading_looks import MAX_LENGTH, ends_inside, is_caption, is_prose, looks_like_heading, tells_value
from corpus.lines import HEADING, ITEM, PIPE, TEXT, Line
from corpus.patterns import asks, spelled
from corpus.subjects import is_subject_over, stems_in, times_said
from corpus.tables import flat_length

_MOST_ROWS = 16
_MOST_NAME = 10  # blanks
_MOST_SUBJECT = 14
_MOST_TEXT = 3_000  # characters of the text below whose words are looked at
# What the names of those who publish hold; a title seldom does.
_NAMES = """
    Trust Hospitals? University Departments? Institutes? Ministry Division Unit Clinics? Surgery Foundation
    Society Association College Council Agency Centers? Centres? Community Forums? Magazine Journal Gazette
    Times Courier Ledger Herald Tribune Post Chronicle Observer Bulletin Newsletter Newsroom Blog Podcast Network Inc
    Ltd LLC Press Library Programme Authority Desk Editions? Issue Vol
    """
_PUBLISHERS = spelled(_NAMES) | spelled(_NAMES.upper())  # in capitals: "different times" names no paper
_LETTERS = re.compile(r"[A-Za-z]+")
_SITE = re.compile(r"\b(?:skip|menu|log ?in|search|print|subscribe)\b|\.(?:com|org|net|example)\b|_{3}", re.IGNORECASE)
_LEAFLET = re.compile(
    r"(?:package|patient) (?:information )?leaflet\b|drug facts\Z", re.IGNORECASE
)  # so every one of them is titled
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|can|may|could|will|should|do|does|has|have|need|know|tied|linked|finds?|found|works?|"
    r"helps?|cuts?|says?|your|you|and|for|after|with|in|of|to)\b"
)


def find_title(rows: Sequence[Line], begins: int = 0) -> int | None:
    """The index of the row that is the title, from ``begins`` on; ``None`` where there is no choice of lines."""
    zone = begins + _zone(rows[begins : begins + _MOST_ROWS])
    found = [i for i in range(begins, zone) if _can_be_title(rows[i]) or _is_subject(rows, i)]
    marked = next((i for i in found if rows[i].role is HEADING), None)
    if marked is not None or len(found) < 2:
        sole = found[0] if found and not looks_like_heading(rows[found[0]].body) else None
        return sole if marked is None else marked
    written = " ".join([row.body for row in rows[zone : zone + 40]])[:_MOST_TEXT]
    below = written.lower()
    capitals = all(rows[i].body.isupper() for i in found)
    weights = [_weight(rows, i, below, capitals=capitals) - place for place, i in enumerate(found)]
    best = found[weights.index(max(weights))]
    return next((i for i in found if i < best and _names_subject(rows, i, best, written)), best)


def _names_subject(rows: Sequence[Line], i: int, best: int, below: str) -> bool:
    """Whether row ``i`` is the title though row ``best`` weighs more, which only heads the first section."""
    line = rows[i].body
    if _holds_publisher(line) or _SITE.search(line) or furniture.has_cells(line) or is_datum(line):
        return False
    return is_subject_over(rows, i, best, below)


def names_publisher(line: str) -> bool:
    """Whether a line under the title names a body, or is pieces side by side, and says nothing: ``Surgery Unit``."""
    if " | " in line or " · " in line:
        return True
    return _holds_publisher(line) and not _VERB.search(line) and not asks(line) and line.count(" ") < _MOST_NAME


def _zone(rows: Sequence[Line]) -> int:
    """How many rows stand above the text: up to the first sentence, list or table."""
    for i, row in enumerate(rows):
        if row.role in (ITEM, PIPE) or row.quoted:
            return i
        if row.body[-1] == ":" and not _is_known(row.body):
            return i
        if i and (tells_value(row.body) or _begins_table(rows, i)):
            return i
        if is_prose(row) and not (
            references.has_entry_signs(row.body)
            or _is_question(row.body)
            or _is_known(row.body)
            or notices.is_notice(row.body)
        ):
            return i
    return len(rows)


def _begins_table(rows: Sequence[Line], i: int) -> bool:
    """Whether a table without borders begins at row ``i``, with numbers in its first rows: they name no article."""
    if i + 2 >= len(rows) or rows[i + 1].gap or rows[i + 2].gap:
        return False
    if not (DIGIT.search(rows[i + 1].body) and DIGIT.search(rows[i + 2].body)) or rows[i].body[-1] == ":":
        return False
    stop = next((k for k in range(i + 3, len(rows)) if rows[k].gap), len(rows))
    return flat_length(rows, i, stop) > 0


def _is_question(line: str) -> bool:
    return asks(line) and len(line) <= MAX_LENGTH


def _is_known(line: str) -> bool:
    return is_boilerplate_line(line) or furniture.is_furniture(line)


def _can_be_title(row: Line) -> bool:
    if row.role is HEADING:
        return True
    if is_caption(row.body):
        return False
    return looks_like_heading(row.body.replace("; ", ", ")) and row.body[-1] != ":" and not _is_known(row.body)


def _holds_publisher(line: str) -> bool:
    return not _PUBLISHERS.isdisjoint(_LETTERS.findall(line))


def _is_subject(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i`` is what somebody calls a post, in small letters and apart from all: ``nausea on tablets``."""
    body = rows[i].body
    alone = rows[i].gap and i + 1 < len(rows) and rows[i + 1].gap
    return (
        (alone and rows[i].role is TEXT and body[0].islower() and body[-1] not in ".:;,!")
        and 2 <= body.count(" ") < _MOST_SUBJECT
        and not (_is_known(body) or ends_inside(body))
    )


def _weight(rows: Sequence[Line], i: int, below: str, *, capitals: bool) -> float:
    """How well row ``i`` does as the title: 0 for a bare name, about 6 for a title that the text goes on with.
    ``below``: that text, in small letters."""
    line = rows[i].body
    count = len(line.split())
    named = stems_in(line)
    weight = min(count, 6) / 2 + 2 * sum(times_said(stem, below) for stem in named) / max(2, len(named))
    if _holds_publisher(line) and "?" not in line:
        weight -= 2
    if _SITE.search(line) or furniture.has_cells(line):
        weight -= 3
    if _LEAFLET.match(line):
        weight += 3
    if line.isupper() and not capitals:
        weight -= 1
    if is_datum(line) and _is_beside_datum(rows, i):
        weight -= 2
    elif asks(line) or ": " in line or _VERB.search(line):
        weight += 1
    below_it = rows[i + 1] if i + 1 < len(rows) else None
    if below_it is not None and rows[i].gap and below_it.gap:
        weight += 0.5  # it stands alone
    if below_it is not None and (below_it.role is ITEM or below_it.body[0].islower()):
        weight -= 3  # it heads a list
    if i and below_it is not None and asks(line) and rows[i].gap and not below_it.gap and is_prose(below_it):
        weight -= 2  # it heads a section
    return weight


def _is_beside_datum(rows: Sequence[Line], i: int) -> bool:
    """Whether a label with its value stands in a block of such: ``Brand names: ...`` over ``Drug class: ...``."""
    return any(is_datum(row.body) for row in (*rows[max(0, i - 1) : i], *rows[i + 1 : i + 2]))

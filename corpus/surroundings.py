"""What a row is by the rows around it: the name over a post, a picture's words over its credit, a line under the title.

Each function takes all rows and the place of one; none looks further than a few rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import furniture
from corpus.boilerplate.lines import is_boilerplate_line
from corpus.boilerplate.people import is_attribution
from corpus.boilerplate.times import is_time
from corpus.heading_looks import is_prose, looks_like_heading
from corpus.lines import HEADING, PIPE, TEXT, Line

LONGEST_NAME = 40
_LONGEST_DECK = 250
_LONGEST_SUBTITLE = 80
_LONGEST_CELLS = 120
_LONGEST_SIGNATURE = 60
# "Colin F., by email", "P.K.", "Name and address supplied"
_FROM = re.compile(
    r"(?:(?:[A-Z][\w.'’-]*\s?){1,4}(?:, (?:(?:[A-Z][\w.'’-]*\s?){1,3}|(?:by|via) e-?mail|(?:aged? )?\d\d))+"
    r"|(?:[A-Z]\.\s?){2,4}|[Nn]ame(?: and address)? (?:supplied|withheld|given)\b.{0,20})\Z",
)
_SIGNING = ("--", "—", "–")
_MASTHEAD_ROWS = 7
_CREDIT = re.compile(
    r"(?:(?:photo|image|picture|illustration)s?|(?:(?:photo|image|picture)\s)?(?:credits?|courtesy))\s?:\s",
    re.IGNORECASE,
)


def is_masthead(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i``, above the title, is the name of the site or the journal."""
    if i >= _MASTHEAD_ROWS or is_prose(rows[i]):
        return False
    below = (
        after.body
        for after in rows[i + 1 : i + _MASTHEAD_ROWS]
        if after.role in (TEXT, HEADING) and looks_like_heading(after.body)
    )
    return furniture.is_masthead(rows[i].body, next(below, ""))


def names_poster(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i``, which does not stand right under a text, is the name over a post, right above what tells of
    its writer or its time."""
    row = rows[i]
    if i + 1 == len(rows):
        return False
    after = rows[i + 1]
    if row.body.endswith("says:") and is_time(after.body):
        return True
    if after.gap or len(row.body) > LONGEST_NAME or row.body[-1] in ".!?:" or row.body.isupper():
        return False
    if furniture.is_posters_line(after.body) or (row.body.count(" ") < 2 and stands_in_cells(rows, i + 1)):
        return True
    return furniture.is_poster(row.body) and is_boilerplate_line(after.body)


def names_writer(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i``, right under another one, is the name of who wrote the post above, and that row its time."""
    row = rows[i]
    alone = i + 1 == len(rows) or rows[i + 1].gap
    return (
        (i > 0 and alone and len(row.body) <= LONGEST_NAME and row.body[-1] not in ".!?:")
        and row.body.count(" ") <= 2
        and is_time(rows[i - 1].body)
    )


def signs_post(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i``, right under the last line of a letter, says who wrote it: ``Margaret, Shrewsbury``."""
    row = rows[i]
    if row.gap or i == 0 or len(row.body) > _LONGEST_SIGNATURE or not (i + 1 == len(rows) or rows[i + 1].gap):
        return False
    return is_prose(rows[i - 1]) and bool(_FROM.match(row.body))


def stands_in_cells(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i`` is links or data side by side, and no row of a table: ``Fast facts | Full version``."""
    row = rows[i]
    if not _is_parted(row) or row.body[-1] in ".?!:;" or len(row.body) > _LONGEST_CELLS:
        return False
    return not any(_is_parted(other) for other in (*rows[max(0, i - 1) : i], *rows[i + 1 : i + 2]))


def _is_parted(row: Line) -> bool:
    return row.role is PIPE or " | " in row.body or row.body.count("   ") > 1


def signs_letter(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i``, behind a dash, names who wrote the letter or said the words above, and opens no list."""
    row = rows[i]
    if row.marker not in _SIGNING or len(row.body) > _LONGEST_SIGNATURE or not row.body[0].isupper():
        return False
    beside = (*rows[max(0, i - 1) : i], *rows[i + 1 : i + 2])
    return all(other.marker != row.marker for other in beside) and is_attribution(row.body)


def tells_picture(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i`` says what a picture shows, right above its credit."""
    if i + 1 == len(rows) or rows[i + 1].gap or len(rows[i].body) > _LONGEST_DECK:
        return False
    return bool(_CREDIT.match(rows[i + 1].body))


def is_deck(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i``, right under the title, sums the article up: the byline stands below it."""
    return len(rows[i].body) <= _LONGEST_DECK and i + 1 < len(rows) and is_boilerplate_line(rows[i + 1].body)


def is_subtitle(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i``, under a title or a heading, goes on with it in lower case: the substance under the name of a
    medicine."""
    row = rows[i]
    return (
        not row.gap
        and not is_prose(row)
        and len(row.body) <= _LONGEST_SUBTITLE
        and row.body[-1] not in ",;:"
        and i + 1 < len(rows)
        and rows[i + 1].gap
    )

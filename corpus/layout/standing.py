"""What a row is where it stands: by its look, its neighbours, and what the walk remembers.

Each function takes the state of the walk and the place of a row, and changes nothing.
"""

from __future__ import annotations

from corpus.boilerplate.data import is_datum
from corpus.boilerplate.lines import is_boilerplate_line
from corpus.boilerplate.times import is_time
from corpus.cell_looks import is_celled, mark_of_cells
from corpus.furniture import is_furniture
from corpus.heading_looks import is_prose, looks_like_heading
from corpus.headings import is_heading
from corpus.labels import is_references_heading, opens_end_matter, opens_links
from corpus.layout.blocks import Part
from corpus.layout.state import BODY, END_MATTER, LINKS, REFERENCES, Section, State
from corpus.lines import HEADING, PIPE, TEXT, Line
from corpus.listing import is_link, is_unmarked_item
from corpus.notices import is_notice
from corpus.opening import names_publisher
from corpus.references import has_entry_signs, looks_like_entry
from corpus.surroundings import (
    LONGEST_NAME,
    is_deck,
    is_masthead,
    is_subtitle,
    names_poster,
    names_writer,
    signs_post,
    stands_in_cells,
    tells_picture,
)
from corpus.tables import bordered_length, flat_length

_LONGEST_DISCLOSURE = 600
_OVER_TEXT = frozenset({Part.TITLE, Part.HEADING})


def belongs_to_site(state: State, i: int) -> bool:
    """Whether row ``i`` belongs to the site: its masthead, its buttons, the line that tells who wrote a post."""
    row = state.rows[i]
    if row.role is not TEXT or state.section is REFERENCES:
        return False
    if is_furniture(row.body):
        return True
    if state.titled:
        if (" | " in row.body or "   " in row.body) and stands_in_cells(state.rows, i):
            return True
        if not state.prose and _is_imprint(state, i):
            return True
        if not row.gap and names_writer(state.rows, i):
            return True
        return (row.gap or state.above is Part.BOILERPLATE) and names_poster(state.rows, i)
    return is_masthead(state.rows, i)


def _is_imprint(state: State, i: int) -> bool:
    """Whether row ``i``, right under the title or a byline, says who publishes the article or where it stands."""
    row = state.rows[i]
    if is_prose(row) or not (state.above is Part.BOILERPLATE or (state.above is Part.TITLE and not row.gap)):
        return False
    after = state.rows[i + 1] if i + 1 < len(state.rows) else row
    between = state.above is Part.BOILERPLATE and not (row.gap or after.gap)
    if between and is_boilerplate_line(after.body):
        return True
    return names_publisher(row.body)


def table_length(state: State, i: int, stop: int) -> int:
    """How many rows from ``i`` on, in a group that ends at ``stop``, are a table; 0 where none begins."""
    row = state.rows[i]
    if row.role not in (TEXT, PIPE) or row.body[-1] == ":":
        return 0
    if state.label and (opens_links(row.body) or is_references_heading(row.body)):
        return 0
    if mark := mark_of_cells(row):
        return bordered_length(state.rows, i, stop, mark)
    if not state.found and row.gap:  # the title stands there
        return 0
    if state.unmarked and not is_celled(row.body):  # the list goes on
        return 0
    return flat_length(state.rows, i, stop)


def heads(state: State, i: int) -> bool:
    """Whether row ``i`` is a heading."""
    looks_so = is_heading(
        state.rows,
        i,
        in_list=stands_in_list(state, i),
        titled=state.titled,
        number=state.number,
        sections=state.sections,
    )
    return looks_so and not (_signs(state, i) or _is_data(state, state.rows[i]))


def heads_links(state: State, i: int) -> bool:
    """Whether row ``i``, which may be a label, stands over titles of other articles: "Related articles"."""
    rows = state.rows
    return (
        state.titled
        and rows[i].role in (TEXT, HEADING)
        and opens_links(rows[i].body)
        and i + 1 < len(rows)
        and is_link(rows[i + 1])
    )


def is_one_more_link(row: Line) -> bool:
    """Whether ``row``, under such a heading, is one more title and not the heading of the references."""
    return is_link(row) and not is_references_heading(row.body)


def section_behind_references(row: Line) -> Section | None:
    """The section that ``row`` opens where it stands behind the bibliography: a new heading, a notice, prose that
    cites nothing. ``None`` where it is one more entry."""
    notice = row.gap and is_notice(row.body)
    signs = has_entry_signs(row.body)
    ends = notice or (not signs and is_boilerplate_line(row.body)) or opens_end_matter(row.body)
    if row.role is not HEADING and not ends and (signs or looks_like_entry(row.body, row.marker)):
        return None
    leaves = row.role is HEADING or ends
    if leaves or (row.gap and (looks_like_heading(row.body) or is_prose(row))):
        return END_MATTER if notice else BODY
    return None


def stands_apart(state: State, i: int) -> bool:
    """Whether row ``i`` belongs to no text: a byline, a date, what is under a picture."""
    row = state.rows[i]
    return is_boilerplate_line(row.body) or _signs(state, i) or _is_data(state, row) or tells_picture(state.rows, i)


def goes_with_title(state: State, i: int) -> bool:
    """Whether row ``i`` is a deck or a subtitle."""
    if state.above not in _OVER_TEXT:
        return False
    if state.above is Part.TITLE and is_deck(state.rows, i):
        return True
    return not state.prose and is_subtitle(state.rows, i)


def is_disclosure(state: State, row: Line) -> bool:
    """Whether a paragraph above the title or under the links at the end is a notice from its first words on, or
    holds one."""
    if state.section is LINKS:
        return is_notice(row.body)
    if state.titled or state.prose or len(row.body) > _LONGEST_DISCLOSURE:
        return False
    return any(is_notice(sentence) for sentence in row.body.split(". ") if sentence)


def is_under_label(state: State, row: Line) -> bool:
    """Whether ``row`` is what stands under a label, in lower case and no sentence: ``Common / sleepiness``."""
    return not row.gap and row.body[0].islower() and state.above is Part.HEADING and not is_prose(row)


def stands_in_list(state: State, i: int) -> bool:
    """Whether row ``i`` is an item of a list without markers."""
    return (state.intro or state.unmarked) and is_unmarked_item(state.rows, i, begun=state.unmarked)


def _signs(state: State, i: int) -> bool:
    """Whether row ``i`` names who wrote the post below, a few words right over a time, or the letter above."""
    row = state.rows[i]
    if not state.titled:
        return False
    if not row.gap and state.above is Part.PARAGRAPH and signs_post(state.rows, i):
        return True
    if i + 1 == len(state.rows):
        return False
    after = state.rows[i + 1]
    return (
        not after.gap
        and len(row.body) <= LONGEST_NAME
        and row.body[-1] not in ".!?"
        and all(not word[0].islower() for word in row.body.split()[1:2])
        and is_time(after.body)
    )


def _is_data(state: State, row: Line) -> bool:
    """Whether ``row`` says something about the article or its subject, between title and text: ``Editor: N. D.``"""
    return state.titled and not state.prose and row.role is TEXT and is_datum(row.body)

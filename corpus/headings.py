"""Which lines are headings, and how deep they stand. Rules on the look of a line; its neighbours are layout's part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.boilerplate.data import is_drugs_datum
from corpus.boilerplate.lines import is_boilerplate_line
from corpus.lines import Line, Role
from corpus.patterns import asks, has_any, without_note

_CAPTION = re.compile(
    r"\W*(?:table|figure|fig\.|box|chart|graph|panel)\s+(?:\d+|[A-Z]|[IVX]+)\s?[.:–—|-]", re.IGNORECASE
)
_CAPTION_STARTS = frozenset("TtFfBbCcGgPp")
_BOLD = re.compile(r"(\*\*|__)(?!\s)[^*_]{2,160}\1:?\Z")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+\S")
_ORDINAL = re.compile(
    r"(?:\d{1,3}|[IVX]+|[A-H])[.)]\s+\S|(?:step|tip|chapter|part|section|phase|myth|fact|day|week|method|reason) \d+",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?:[A-H]|[IVX]{1,4})[.)]\s[A-Z]")
_INNER_END = re.compile(r"[a-z0-9)]{2}[.!]\s+[(\"“]?[A-Z]|[。！؟।].")
# Two sentences with their marks, the second in small letters ("for my mum ? any ideas ?"), one and a number to call, or
# several behind a rule are no title either. Two questions with a capital each may be: "Is it safe? Does it work?"
_SURE_END = re.compile(r"[?!]\s+(?:[a-z].*[?!]\W*|\+?\(?\d[\d\s().-]{5,})\Z")
_RULED_END = re.compile(r"_{3,}\s.*[a-z]{2}[.!?]+\s+[A-Z]")
# "Do you like it? Tell me! 💤", "Hi Janet!": sentences, and no title with a question in it.
_TALK = re.compile(
    r".*[?!] .*[.!]\W*\Z|(?:hi|hello|hey|dear|thanks?|welcome|congrat\w+)\b.*[,!:]\W*\Z|"
    r"(?-i:[A-Z][A-Z .'’-]{1,24}: .*\?\W*\Z)",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:thanks|thank you|thx|tia) (?:so much |very much )?(?:in advance|all|everyone|again)\b", re.IGNORECASE
)
_SIGNS_OF_TALK = ("?", "!", ",", ":")
_QUESTION_MARKER = re.compile(r"\W*(?:Q(?:uestion)?\s?\d*\s?[:.)]|Q\d+\b)", re.IGNORECASE)
_INNER_ASK = re.compile(r"[a-z]{2}[.!?]\s+[A-Z].*[a-z)][.!?]\s+[A-Z]")  # two ends of sentences inside
_FAQ = re.compile(
    r"\W*.{0,50}\b(?:FAQs?|frequently asked|common questions|questions (?:and|&) answers|Q ?& ?A|Q and A|"
    r"people also ask|your questions|questions (?:\w+ )?answered|questions from (?:you|our|readers|patients|parents)|"
    r"questions (?:i|we|readers|patients|parents|people) (?:\w+ )?(?:got|gets?|hear|heard|ask|asked)|"
    r"questions you (?:(?:have |often |all )?(?:asked|sent)|(?:may|might) have))\b.{0,60}\Z|"
    r"\W*ask (?:the|an?|our|us)\b[^?]{0,40}\Z",
    re.IGNORECASE,
)
_SIGNS_OF_FAQ = ("Q", "q", "ask", "Ask", "ASK")
# A few words before a colon name a part of the text; with one of these among them, they announce a list.
_ANNOUNCES = re.compile(
    r"\b(?:that|which|who|is|are|was|were|be|include|includes|included|including|following|follows?|below|the|these|this|those|our|your|you|we|some|such|my|can|may|might|should|"
    r"I['’](?:ve|m|d)|if|when|here|has|have|had|do|does|cause|causes|contain|contains|help|helps|consists?|like|as|to|try|know|a|an|one|two|three|four|five|several|many|most)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s?\([^()]*\)")
_ASKING = frozenset({"When", "How", "What", "Why", "Where", "Who", "Which"})
_FORBIDS = re.compile(r"(?:Do not|Don['’]t|Never) (?:take|use|give|drive)\b")
# "Maximum dose: 800 mg per day", "Dialysis: Data not available": a label with its value says something.
_VALUE = re.compile(
    r"[^:]{2,60}: (?:.{0,80}?\d\s?(?:mg|mcg|µg|μg|g|iu|mmol|meq|ml|mL|IU|%)(?![A-Za-z])"
    r"|(?:none|not|no|data not|unknown)\b(?: \w+){0,3}\Z)",
    re.IGNORECASE,
)
_ENDS_OF_NOTES = "0123456789]"
_STOPS = ".!?…。؟"
_PROSE_END = re.compile(r"[.!?…。؟][\"'”’)\]*_]*(?:\s?\[[^\[\]]{1,30}\]|\d{1,3})?\Z")
MAX_WORDS = 18
MAX_LENGTH = 140


def looks_like_heading(line: str) -> bool:
    """Whether a line standing alone can be a heading: short, no full stop, no lower-case start, one phrase."""
    if line[-1] in _ENDS_OF_NOTES:
        line = without_note(line)
    if len(line) > MAX_LENGTH or line.rstrip(')"”*_')[-1:] in ".;,…。،" or len(line.split()) > MAX_WORDS:
        return is_caption(line)
    if is_caption(line) or (line[0] in "*_" and _BOLD.match(line)):
        return True
    if (has_any(line, _SIGNS_OF_TALK) and _TALK.match(line)) or (line[-1] == "]" and _PROSE_END.search(line)):
        return False
    if line[0] in "Tt" and _THANKS.match(line):
        return False
    first = line.lstrip("\"'“‘«([*_¿ ")[:1]
    if not first or first.islower() or "; " in line or ends_inside(line):
        return False
    if line[-1] == ":":
        return is_label(line)
    if ": " in line and tells_value(line):
        return False
    return line[-1] != "!" or len(line.split()) <= 8


def tells_value(line: str) -> bool:
    """Whether a line is a label with what it comes to, which a source could settle: ``Maximum dose: 800 mg a day``."""
    return ": " in line and line[-1] != "?" and (bool(_VALUE.match(line)) or is_drugs_datum(line))


def is_label(line: str) -> bool:
    """Whether a line that ends in a colon is a heading (``Alcohol guidelines:``) and not the intro of a list."""
    if "(" in line:  # "Common (may affect up to 1 in 10 people):"
        line = _ASIDE.sub("", line)
    words = line.split()
    if 5 < len(words) <= 9 and words[0] in _ASKING and all(word[0].isupper() for word in words if len(word) > 4):
        return True  # "When to See a Doctor for Back Pain:"
    return len(words) <= 5 and (not _ANNOUNCES.search(line) or bool(_FORBIDS.match(line)))


def is_caption(line: str) -> bool:
    """Whether a line names a table or a figure: ``Table 1. Doses used``."""
    return len(line) <= 300 and line.lstrip("*_ ")[:1] in _CAPTION_STARTS and bool(_CAPTION.match(line))


def opens_faq(heading: str) -> bool:
    """Whether the questions under ``heading`` are asked and answered there."""
    return has_any(heading, _SIGNS_OF_FAQ) and bool(_FAQ.match(heading))


def is_prose(row: Line) -> bool:
    """Whether a row without a marker reads as running text: a sentence ends in it, or it is too long for a heading."""
    if row.role is not Role.TEXT:
        return False
    line = row.body
    return (
        len(line) > MAX_LENGTH
        or line[-1] in _STOPS
        or bool(_PROSE_END.search(line, len(line) - 60))
        or ends_inside(line)
    )


def ends_inside(line: str) -> bool:
    """Whether a sentence ends inside ``line`` and another begins."""
    if ("." in line or "!" in line or not line.isascii()) and _INNER_END.search(line):
        return True
    return bool(_SURE_END.search(line)) or (line[0] == "_" and bool(_RULED_END.match(line)))


def numbered_sections(rows: Sequence[Line]) -> frozenset[int]:
    """The rows that head the sections of a text without blank lines, as a leaflet has them: ``1. What it is`` with text
    under it, ``2. Before you take it`` with text under it, and so on, three or more."""
    found: set[int] = set()
    chain: list[int] = []
    for i, row in enumerate(rows):
        if row.role is not Role.ITEM or row.column:
            continue
        number = row.marker[:-1]
        if not number.isdigit() or not looks_like_heading(row.body):
            continue
        if int(number) == 1:
            found.update(_sections(rows, chain))
            chain = [i]
        elif chain and int(number) == len(chain) + 1:
            chain.append(i)
    found.update(_sections(rows, chain))
    return frozenset(found)


def _sections(rows: Sequence[Line], chain: list[int]) -> list[int]:
    """``chain`` where each of its rows has prose under it, and is no item of a list."""
    ends = [*chain[1:], len(rows)] if chain else []
    under = [rows[start + 1 : end] for start, end in zip(chain, ends, strict=True)]
    return chain if len(chain) >= 3 and all(any(map(is_prose, below[:6])) for below in under) else []


def may_be_heading(row: Line) -> bool:
    """Whether ``row`` could be a heading somewhere: an item only by its number, or between rules."""
    return row.role is not Role.ITEM or row.ruled or row.marker[:-1].isdigit()


def is_heading(
    rows: Sequence[Line],
    i: int,
    *,
    in_list: bool,
    titled: bool,
    number: int = 0,
    sections: frozenset[int] = frozenset(),
) -> bool:
    """Whether row ``i`` is a heading where it stands. ``in_list``: a list without markers may go on with it;
    ``titled``: the article has its title; ``number``: that of the last numbered heading, 0 where there is none;
    ``sections``: the rows that are headings by their numbers."""
    row = rows[i]
    if row.role is Role.HEADING:
        return True
    if row.role is Role.PIPE or row.quoted or _is_marked_question(row.body):
        return False
    if i + 1 == len(rows):
        return False  # under the last line stands nothing
    heading = looks_like_heading(row.body)
    if not (heading or _asks_in_order(row, number)) or is_boilerplate_line(row.body) or _ends_what_was_told(rows, i):
        return False
    if not heading:
        return True
    after = rows[i + 1]
    if row.ruled and row.gap:
        return True
    if row.role is Role.ITEM:
        return i in sections or _is_numbered_heading(rows, i, number)
    if is_caption(row.body) or _is_over_list(after):
        return True
    if _LETTERED.match(row.body) and not _LETTERED.match(after.body):
        return True
    return not in_list and (row.gap or after.gap or not titled or is_prose(after) or after.role is not Role.TEXT)


def _ends_what_was_told(rows: Sequence[Line], i: int) -> bool:
    """Whether row ``i`` is a last word under running text: "Enjoy!"."""
    return rows[i].body[-1] == "!" and i > 0 and not rows[i].gap and rows[i + 1].gap and is_prose(rows[i - 1])


def _asks_in_order(row: Line, last: int) -> bool:
    """``5. I feel fine. Can I stop?`` after heading number 4: a question, though it holds a sentence."""
    return (
        (last > 0 and row.role is Role.ITEM and row.gap and row.marker[:-1] == str(last + 1))
        and asks(row.body)
        and len(row.body) <= MAX_LENGTH
    )


def _is_over_list(after: Line) -> bool:
    """Whether the line below goes on in lower case but not with this one: ``Common (1 in 10) / sleepiness``."""
    return not after.gap and after.role is Role.TEXT and after.body[0].islower() and not is_prose(after)


def _is_numbered_heading(rows: Sequence[Line], i: int, last: int) -> bool:
    """``1) Osteoarthritis`` with text under it. In a list, the next item stands there."""
    row, after = rows[i], rows[i + 1]
    number = row.marker[:-1]
    if not number.isdigit() or _PROSE_END.search(row.body.rstrip("?")) or not row.gap:
        return False
    if last and int(number) == last + 1 and after.column <= row.column and not after.marker[:-1].isdigit():
        return True  # the numbers of the headings go on
    if after.role is not Role.TEXT:
        return False
    before = rows[i - 1].marker if i else ""
    in_list = before[:-1].isdigit() and int(before[:-1]) + 1 == int(number) and rows[i - 1].column == row.column
    return not in_list and (is_prose(after) or after.gap or looks_like_heading(after.body))


def is_faq_question(row: Line, *, in_faq: bool) -> bool:
    """Whether a line is a question that the lines below answer: marked (``Q: Is it safe?``), or alone in an FAQ."""
    if not asks(row.body) or _INNER_ASK.search(row.body):  # or a letter of several sentences
        return False
    return _is_marked_question(row.body) or (in_faq and row.gap)


def _is_marked_question(line: str) -> bool:
    return ("Q" in line or "q" in line) and _QUESTION_MARKER.match(line) is not None


def style(row: Line) -> str:
    """How a heading is written; headings of one style stand at one depth."""
    line = row.body
    if row.role is Role.HEADING:
        return row.marker
    if decimal := _DECIMAL.match(line):
        return "decimal" + "." * decimal[1].count(".")
    if row.role is Role.ITEM or _ORDINAL.match(line):
        return "ordinal"
    if is_caption(line):
        return "caption"
    if line.endswith(":"):
        return "label"
    if line.isupper():
        return "capitals"
    return "bold" if _BOLD.match(line) else "plain"


class Outline:
    """Gives each heading its depth, 1 for the outermost under the title, by the order in which styles appear.

    A style seen before goes back to its depth; a new one stands under the heading before it. A plain heading right
    under another one, with no text between them, stands one deeper.
    """

    def __init__(self) -> None:
        self._open: list[str] = []

    def __len__(self) -> int:
        return len(self._open)

    def depth(self, row: Line, under_heading: bool) -> int:
        """The depth of the heading ``row``."""
        name = style(row)
        if name.startswith("#"):
            while self._open and not (self._open[-1].startswith("#") and len(self._open[-1]) < len(name)):
                self._open.pop()
        elif under_heading and self._open and self._open[-1] == name:
            name = f"{name} under {name}"
        elif name in self._open:
            del self._open[self._open.index(name) :]
        self._open.append(name)
        return len(self._open)

"""brat's standoff: for each article its text and a file of annotations, and the config that brat shows them by.

``T`` lines are claims, one for each vote; ``A`` lines their verdict; ``#`` lines who says so and on what evidence.
brat reads line by line, so that a claim which runs over the end of a line is written as one of several fragments, and a
note stands on one line. https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.model import LabelledClaim
from corpus.model import Span
from exports.exporter import FolderExporter
from exports.grouping import in_parts
from exports.marking import WORDS, Mark, MarkedArticle, citation_words, marked_articles
from exports.selection import Selection, Tally

CONFIG = "annotation.conf"
IN_SEVERAL = "line ends inside claims (each is written as several fragments)"
ON_ONE_LINE = "line breaks and tabs in notes (blanks now)"

_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
"""What some version of brat takes for the end of a line, and the tab, which parts its columns."""


def write_brat(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write ``SLUG.txt`` and ``SLUG.ann`` for each article; where splits are frozen, in a folder for each."""
    tally = Tally()
    inside = in_parts(claims, selection, tally)
    for marked in marked_articles(inside, selection, tally, bare=True):
        place = folder / marked.split if marked.split else folder
        place.mkdir(exist_ok=True)
        name = place / marked.article.slug
        name.with_name(f"{name.name}.txt").write_bytes(marked.text.encode())
        name.with_name(f"{name.name}.ann").write_bytes("".join(_lines(marked, tally)).encode())
    (folder / CONFIG).write_bytes(_config().encode())
    return tally


BRAT = FolderExporter(
    name="brat",
    description="brat: the text of each article and its claims in standoff, one for each vote, with verdicts as"
    " attributes and evidence as notes; a folder for each frozen split.",
    loses="It has no kinds, context, cues and flags, and no times. A claim"
    " that runs over the end of a line is discontinuous. Offsets count code points.",
    with_votes="A vote's evidence is a note of one line.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence.",
    write_in=write_brat,
)


def fragments(span: Span, text: str) -> list[Span]:
    """The pieces of ``span`` between line ends and tabs, without blanks at their ends."""
    words = span.cut(text)
    edges = [0, *(edge for found in _BREAKS.finditer(words) for edge in found.span()), len(words)]
    pieces = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = words[start:end]
        if stripped := piece.strip():
            first = span.start + start + len(piece) - len(piece.lstrip())
            pieces.append(Span(first, first + len(stripped)))
    return pieces


def _lines(marked: MarkedArticle, tally: Tally) -> Iterator[str]:
    number = attribute = note = 0
    for claim, marks in marked.claims:
        pieces = fragments(claim.claim.span, marked.text)
        if len(pieces) > 1:
            tally.lose(IN_SEVERAL, len(pieces) - 1)
        places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(piece.cut(marked.text) for piece in pieces)
        for mark in marks or (None,):
            number += 1
            yield f"T{number}\tClaim {places}\t{words}\n"
            if mark is None:
                continue
            attribute += 1
            yield f"A{attribute}\tVerdict T{number} {_value(mark.word)}\n"
            for said in _notes(mark):
                note += 1
                tally.lose(ON_ONE_LINE, len(_BREAKS.findall(said)))
                yield f"#{note}\tAnnotatorNotes T{number}\t{' '.join(said.split())}\n"


def _notes(mark: Mark) -> Iterator[str]:
    if mark.confidence is not None:
        yield f"likelihood: {mark.confidence:.6f}"
    if mark.vote is None:
        return
    evidence = mark.vote.evidence
    yield f"reviewer: {mark.reviewer}"
    if evidence.rationale.strip():
        yield f"rationale: {evidence.rationale.strip()}"
    if evidence.search_note.strip():
        yield f"search note: {evidence.search_note.strip()}"
    for citation in mark.citations:
        yield "; ".join(citation_words(citation).split("\n"))


def _value(word: str) -> str:
    """A word as brat takes it for a value: without blanks."""
    return word.replace(" ", "_")


def _config() -> str:
    values = "|".join(map(_value, WORDS))
    return f"[entities]\nClaim\n\n[relations]\n\n[events]\n\n[attributes]\nVerdict\tArg:Claim, Value:{values}\n"

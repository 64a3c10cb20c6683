"""FEVER's JSONL: ``claim``, ``label`` and sets of evidence, each a list of ``[annotation, evidence, page, sentence]``.

Any one set suffices, all sentences of a set are needed together; here both are citations of the pages. The words of
the sentences come from a file of pages (``id``, ``lines``), where one is given too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.label_files.elsewhere.given import Fields, Job, each_entry, the
from annotator.label_files.elsewhere.model import UNLABELLED, BadEntry, Found, Meaning, Passage, Refused, Vote
from annotator.label_files.elsewhere.same_words import told_apart

_SETS = "claim with several sets of evidence, or sets of several sentences: which belong together is not kept"
_EMPTY = "sentence of evidence that is empty in its document"
_NO_WORDS = "sentence of evidence that is not quoted: give the file with the pages' sentences too"


def read_fever(job: Job) -> Iterator[Found | Refused]:
    """The claims of a FEVER file, with a label each where it has one."""

    def found(line: int, fields: Fields) -> Iterable[Found]:
        claim = the(fields, "claim", str, "text")
        if fields.get("label") is None:
            job.losses.add(UNLABELLED)
            return [Found(line, claim)]
        meaning = job.words.meaning(the(fields, "label", str, "text"))
        cited = tuple(_passages(fields.get("evidence") or [], meaning, job))
        return [Found(line, claim, (Vote(line, meaning=meaning, passages=cited),))]

    yield from told_apart(each_entry(job.given, found), job.losses)


def _passages(sets: object, meaning: Meaning, job: Job) -> Iterator[Passage]:
    """One passage a page, with its sentences in their order."""
    sentences: dict[str, list[int]] = {}
    count = 0
    for piece in _pieces(sets):
        if piece is not None:
            count += 1
            page, number = piece
            if number not in sentences.setdefault(page, []):
                sentences[page].append(number)
    if count > 1:
        job.losses.add(_SETS)
    for page, numbers in sentences.items():
        yield passage_of(page, numbers, meaning, job, _NO_WORDS)


def passage_of(name: str, numbers: list[int], meaning: Meaning, job: Job, no_words: str) -> Passage:
    """Those sentences of a document as a passage, told from 0 like in the file. Where no file given beside has the
    document, ``no_words`` is counted. Raises BadEntry for a sentence that the document does not have."""
    words, known = job.passages.words(name, numbers), job.passages.sentences(name)
    if known is not None and (beyond := next((number for number in numbers if number >= known), None)) is not None:
        has = f"{known:,} sentence{'' if known == 1 else 's'}"
        raise BadEntry(f"sentence {beyond}: document {name[:60]} has {has}, counted from 0")
    if not words:
        job.losses.add(no_words if known is None else _EMPTY)
    place = f"sentence{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}, counted from 0"
    return Passage(words, (job.passages.source(name),), place, meaning)


def is_number(value: object) -> bool:
    """Whether it is the number of a sentence."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _pieces(sets: object) -> Iterator[tuple[str, int] | None]:
    if not isinstance(sets, list):
        raise BadEntry("its evidence is no list of sets")
    for one in sets:
        for piece in one if isinstance(one, list) else [one]:
            if not isinstance(piece, list) or len(piece) != 4:
                raise BadEntry("a piece of its evidence is no list of annotation, evidence, page and sentence")
            page, number = piece[2:]
            if page is None:
                yield None
            elif isinstance(page, str) and is_number(number):
                yield page, number
            else:
                raise BadEntry("a piece of its evidence has no page as text and sentence as number")

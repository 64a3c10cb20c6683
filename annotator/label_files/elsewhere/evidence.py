"""Evidence of a file from elsewhere as our citations; what names no source that can be cited is kept as words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from annotator.citations.identifiers import parse_identifier
from annotator.errors import InvalidIdentifier
from annotator.label_files.elsewhere.model import BareIds, Losses, Meaning, Passage, Vote
from annotator.model import LONGEST_NOTE, Citation, Evidence, Source, Stance, Verdict

STANCES = {Meaning.SUPPORTED: Stance.SUPPORTS, Meaning.CONTRADICTED: Stance.CONTRADICTS}
"""What a passage with that meaning does to the claim; with any other it is context."""

_NAMED = re.compile(r"(PMID|PMCID|PMC|DOI|NCT|ISBN)[_:\s-]+(.+)", re.IGNORECASE | re.DOTALL)
_PARTED = re.compile(r"\s*[;|\n]\s*|,\s+|\s+(?=https?://)|\s+(?=10\.\d{4,9}/)")
_NUMBER = re.compile(r"0*([1-9][0-9]{0,7})(?:\.0)?")
_ROOM = 120  # characters kept free for the line that says how many more there are

_KEPT_AS_WORDS = "evidence passage without a source that can be cited: kept in the rationale or search note"
_SOURCE_AS_WORDS = "source that is no DOI, PMID, PMCID, NCT number, ISBN or address: kept in words"
_TOO_LONG = "evidence passage left out: a note holds 20,000 characters"
_SEVERAL = "evidence passage with several sources: they are cited, its words stand in the rationale or search note"


def parted(cell: str) -> tuple[str, ...]:
    """The names of sources in a cell that may hold several: parted by semicolons, bars, lines, commas and blanks."""
    return tuple(part for part in (part.strip(" \t,;|") for part in _PARTED.split(cell)) if part)


@lru_cache(maxsize=4096)
def source_named(name: str, bare_ids: BareIds) -> Source | None:
    """The source that a file's name of it means; None where it names none, or could name several."""
    written = name.strip()
    forms = [written]
    if found := _NAMED.fullmatch(written):
        kind, rest = found[1].upper(), found[2].strip()
        rest = rest.lstrip("0") if kind == "PMID" else rest
        forms.insert(0, f"{kind}{rest}" if kind in ("PMC", "NCT") else f"{kind} {rest}")
    if number := _NUMBER.fullmatch(written):
        forms = [f"PMID {number[1]}"] if bare_ids is BareIds.PMID else []
    for form in forms:
        try:
            return parse_identifier(form)
        except InvalidIdentifier:
            continue
    return _page(written) if bare_ids is BareIds.WIKIPEDIA and written else None


def evidence_from(votes: Iterable[Vote], verdict: Verdict | None, bare_ids: BareIds, losses: Losses) -> Evidence:
    """What ``votes`` of one person on one claim rest on. Raises InvalidLabel where a note is too long.

    What cannot be cited goes into the search note of an unsupported verdict, whose passages were looked at and settle
    nothing, and into the rationale of any other.
    """
    citations: dict[tuple[object, ...], Citation] = {}
    words: list[str] = []
    rationales: dict[str, None] = {}
    notes: dict[str, None] = {}
    for vote in votes:
        rationales |= dict.fromkeys(filter(None, [vote.rationale.strip()]))
        notes |= dict.fromkeys(filter(None, [vote.search_note.strip()]))
        for passage in vote.passages:
            words += _cite(passage, bare_ids, citations, losses)
    into, beside = (notes, rationales) if verdict is Verdict.UNSUPPORTED else (rationales, notes)
    looked = _noted(into, list(dict.fromkeys(words)), losses)
    rationale, search_note = ("\n".join(beside), looked) if into is notes else (looked, "\n".join(beside))
    return Evidence(tuple(citations.values()), rationale, search_note)


def _cite(
    passage: Passage, bare_ids: BareIds, citations: dict[tuple[object, ...], Citation], losses: Losses
) -> Iterator[str]:
    """Add the passage's sources to ``citations``; what of it has to be kept in words."""
    stance = STANCES.get(passage.meaning, Stance.CONTEXT)
    read = {name: source_named(name, bare_ids) for name in passage.sources}
    sources = dict.fromkeys(source for source in read.values() if source is not None)
    unread = [name for name, source in read.items() if source is None]
    quoted = " ".join(passage.words.split())
    is_its_own = len(sources) == 1  # of several sources nobody knows which one the words are from
    for source in sources:
        _add(citations, source, stance, quoted if is_its_own else "", passage.place if is_its_own else "")
    for _ in unread:
        losses.add(_SOURCE_AS_WORDS)
    if quoted and not is_its_own:
        losses.add(_SEVERAL if sources else _KEPT_AS_WORDS)
    if unread or (quoted and not is_its_own):
        yield _in_words(stance, "" if is_its_own else quoted, passage.place, unread)


def _add(citations: dict[tuple[object, ...], Citation], source: Source, stance: Stance, words: str, place: str) -> None:
    """One citation a source and stance: what is quoted from it stands on lines of its own."""
    key = (source.type, source.identifier, stance)
    known = citations.get(key)
    if known is None:
        citations[key] = Citation(source, stance, words, place)
        return
    quotes = known.quote if words in known.quote.split("\n") else f"{known.quote}\n{words}".strip("\n")
    places = known.place if place in known.place.split("; ") else f"{known.place}; {place}".strip("; ")
    citations[key] = replace(known, quote=quotes, place=places)


def _in_words(stance: Stance, words: str, place: str, names: list[str]) -> str:
    does = {Stance.SUPPORTS: "Supports", Stance.CONTRADICTS: "Contradicts", Stance.CONTEXT: "Looked at"}[stance]
    told = ", ".join([*names, *([place] if place else [])])
    if not words:
        return f"{does}: {told}"
    return f"{does}: “{words}”" + (f" ({told})" if told else "")


def _noted(told: Iterable[str], words: list[str], losses: Losses) -> str:
    """A note of the lines in ``told``, then as many of ``words`` as it holds."""
    lines = list(told)
    used = sum(len(line) + 1 for line in lines)
    for at, line in enumerate(words):
        used += len(line) + 1
        if used > LONGEST_NOTE - _ROOM:
            losses.add(_TOO_LONG, len(words) - at)
            lines.append(f"And {len(words) - at:,} more passages that have no room here.")
            break
        lines.append(line)
    return "\n".join(lines)


def _page(name: str) -> Source | None:
    """The page of the English Wikipedia that FEVER names like ``Vitamin_D_-LRB-molecule-RRB-``."""
    for code, sign in (("-LRB-", "("), ("-RRB-", ")"), ("-COLON-", ":"), ("-LSB-", "["), ("-RSB-", "]")):
        name = name.replace(code, sign)
    try:
        return parse_identifier(f"https://en.wikipedia.org/wiki/{quote(name.replace(' ', '_'), safe='():,_-.')}")
    except InvalidIdentifier:
        return None

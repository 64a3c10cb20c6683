"""Works as BibTeX in UTF-8, with every sign that LaTeX would take for its own written out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from annotator.citations.reference_files.bibtex import CSL_TYPES
from annotator.citations.reference_files.carrying import carried_apart
from annotator.citations.reference_files.dates import MONTHS
from annotator.citations.reference_files.plain_text import plain
from annotator.citations.work import Work
from annotator.model import SourceType

_BIBTEX_TYPES = {csl: bibtex for bibtex, csl in reversed(CSL_TYPES.items())}
_BIBTEX_TYPES |= {"chapter": "incollection", "article-magazine": "article", "article-newspaper": "article"}
_ESCAPES = {char: f"\\{char}" for char in "$&%#_"} | {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "`": r"{\textasciigrave}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
}
_SPECIAL = re.compile("|".join(map(re.escape, _ESCAPES)))
_LIGATURES = re.compile(r"([-',\"])(?=\1)")  # LaTeX makes one sign of two
_FIELDS = (
    ("volume", "volume"),
    ("number", "issue"),
    ("edition", "edition"),
    ("publisher", "publisher"),
    ("address", "publisher-place"),
    ("series", "collection-title"),
    ("shortjournal", "container-title-short"),
    ("shorttitle", "title-short"),
    ("issn", "ISSN"),
    ("isbn", "ISBN"),
    ("language", "language"),
    ("keywords", "keyword"),
    ("abstract", "abstract"),
)
_MADE_OF_PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})


def to_bibtex(works: Iterable[Work]) -> str:
    """The works, an entry each, with keys as ``polack2020``."""
    taken: dict[str, int] = {}
    return "\n".join(_entry(work, _key(work, taken)) for work in works)


def escaped(text: str) -> str:
    """``text`` as LaTeX that reads as it."""
    return _LIGATURES.sub(r"\1{}", _SPECIAL.sub(lambda found: _ESCAPES[found[0]], plain(text)))


def _entry(work: Work, key: str) -> str:
    kind = _BIBTEX_TYPES.get(str(work.csl.get("type", "")), "misc")
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work))
    return f"@{kind}{{{key},\n{fields}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    csl = work.csl
    if work.title:
        yield "title", f"{{{escaped(work.title)}}}"  # twice in braces: styles leave its capitals alone
    for role in ("author", "editor"):
        if names := [name for each in csl.get(role) or () if (name := bibtex_name(each))]:
            yield role, " and ".join(names)
    if work.journal:
        yield ("booktitle" if csl.get("type") in _MADE_OF_PARTS else "journal"), escaped(work.journal)
    yield from _dates(csl)
    if csl.get("page"):
        yield "pages", re.sub(r"(?<=\w)-(?=\w)", "--", escaped(str(csl["page"])))
    yield from ((name, escaped(str(csl[variable]))) for name, variable in _FIELDS if csl.get(variable))
    yield from _numbers(work)


def _numbers(work: Work) -> Iterator[tuple[str, str]]:
    first = {one.type: one for one in reversed(work.identifiers)}
    for kind, name in ((SourceType.DOI, "doi"), (SourceType.PMID, "pmid"), (SourceType.PMCID, "pmcid")):
        if kind in first:
            yield name, _verbatim(first[kind].shown.removeprefix("PMID "))
    address = first[SourceType.URL].url if SourceType.URL in first else str(work.csl.get("URL") or "")
    if address:
        yield "url", _verbatim(address)
    has_isbn = {SourceType.ISBN} if work.csl.get("ISBN") else set()
    kept = [one for one in first.values() if one.type in (SourceType.DOI, SourceType.PMID, SourceType.PMCID)]
    note = [*carried_apart(work, {SourceType.URL, *has_isbn}, kept), *filter(None, [str(work.csl.get("note") or "")])]
    if note:
        yield "note", "\n    ".join(map(escaped, note))


_FORMULA = re.compile(r"\$(?=[<>_^~]\$)")  # in a DOI, where exporters write one sign so


def _verbatim(text: str) -> str:
    """A DOI or an address, which LaTeX reads as it stands, but for braces and backslashes."""
    text = _FORMULA.sub("%24", text) if text.startswith("10.") else text
    return "".join(f"%{ord(char):02X}" if char in "{}\\" else char for char in text)


def bibtex_name(name: Mapping[str, Any]) -> str:
    """``{van der Berg}, Jr, Jan``; an organisation's name in braces."""
    if not name.get("family"):
        whole = escaped(str(name.get("literal") or name.get("given") or ""))
        return f"{{{whole}}}" if whole else ""
    parts = (name.get("dropping-particle"), name.get("non-dropping-particle"), name["family"])
    family = _grouped(" ".join(str(part) for part in parts if part))
    rest = [_grouped(str(part)) for part in (name.get("suffix"), name.get("given")) if part]
    return ", ".join([family, *rest]) if name.get("given") else family


def _grouped(part: str) -> str:
    """A part of a name, in braces where BibTeX would take it apart."""
    latex = escaped(part)
    return f"{{{latex}}}" if re.search(r",|\s|^[^A-Z]|\\", latex) else latex


def _dates(csl: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("issued", "accessed"):
        date = csl.get(name)
        parts = date.get("date-parts") if isinstance(date, Mapping) else None
        if not parts or not parts[0]:
            continue
        year, *rest = parts[0]
        if name == "accessed":
            yield "urldate", "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])
            continue
        yield "year", f"{year:04}"
        if rest:
            yield "month", MONTHS[rest[0] - 1]
        if len(rest) > 1:
            yield "day", str(rest[1])


def _key(work: Work, taken: dict[str, int]) -> str:
    """The first author's name and the year, with a number where that is taken."""
    author = work.first_author.rpartition(" ")[0] or work.first_author or work.title
    letters = unicodedata.normalize("NFKD", author).encode("ascii", "ignore").decode()
    key = (re.sub(r"\W+", "", letters)[:30].lower() or "source") + str(work.year or "")
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else f"{key}-{taken[key]}"

"""A publication as bibliographies describe it: what reference files, Crossref and PubMed tell of a source.

Kept as a CSL-JSON item (Citation Style Language 1.0.2), which every reference manager reads and writes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from annotator.errors import InvalidWork
from annotator.model import Source

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_NAME_PARTS = re.compile(r"[\s.\-‐‑]+")
_LONGEST_INITIALS = 4
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """Something published about a work, as PubMed links the two.

    ``relation`` is named as in PubMed's XML: ``RetractionIn`` stands on the paper that was retracted, ``RetractionOf``
    on the notice itself; so ``ExpressionOfConcernIn``, ``ErratumIn``, ``RetractedandRepublishedIn`` and the others.
    ``text`` is the reference as it was given, ``source`` what it could be opened by, where it said so.
    """

    relation: str
    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A publication as bibliographies describe it.

    ``csl`` is a CSL-JSON item without ``id``; its strings are plain text, no HTML, and the abstract is under
    ``abstract``. ``identifiers`` are all it is known by, DOI first; none where a file names it by its title alone.
    ``publication_types`` are as PubMed or the file names them (``Randomized Controlled Trial``).
    """

    csl: Mapping[str, Any]
    identifiers: tuple[Source, ...] = ()
    publication_types: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        if "id" in self.csl:
            raise InvalidWork("a work is found by its identifiers: leave the id of its CSL-JSON out")
        if not self.identifiers and not self.title:
            raise InvalidWork("there is neither a title nor an identifier")

    @property
    def title(self) -> str:
        """The title; empty where none is known."""
        return _words(self.csl.get("title"))

    @property
    def authors(self) -> str:
        """All authors, as PubMed lists them: ``Polack FP, Thomas SJ``. Editors, where there is no author."""
        return ", ".join(filter(None, map(name_with_initials, self._people)))

    @property
    def first_author(self) -> str:
        """The first of them; empty where none is known."""
        return next(filter(None, map(name_with_initials, self._people)), "")

    @property
    def authors_in_short(self) -> str:
        """Up to three authors by name, of more the first: ``Polack FP et al.``"""
        names = self.authors.split(", ")
        return self.authors if len(names) <= _NAMED else f"{names[0]} et al."

    @property
    def year(self) -> int | None:
        """The year it was issued; None where none is known."""
        issued = self.csl.get("issued")
        return year_of(issued) if isinstance(issued, Mapping) else None

    @property
    def journal(self) -> str:
        """The journal, or the book that it is a part of."""
        return _words(self.csl.get("container-title"))

    @property
    def abstract(self) -> str:
        """The abstract; empty where none is known."""
        return _words(self.csl.get("abstract"))

    @property
    def _people(self) -> Sequence[Mapping[str, Any]]:
        return self.csl.get("author") or self.csl.get("editor") or ()


def name_with_initials(name: Mapping[str, Any]) -> str:
    """One CSL name as ``van der Berg JP``. An organisation's name, and one in a script without initials, is whole."""
    family, given = name.get("family"), name.get("given")
    if not family:
        return _words(name.get("literal")) or _words(given)
    parts = (name.get("non-dropping-particle"), family, initials(_words(given)) if given else "", name.get("suffix"))
    return " ".join([words for part in parts if part and (words := _words(part))])


@lru_cache(4_096)  # a library has few
def initials(given: str) -> str:
    """``FP`` for ``Fernando P.``, ``F.P.`` and ``FP``; a name in a script without capitals stays as it is."""
    if len(given) <= _LONGEST_INITIALS and given.isalpha() and given.isupper():
        return given
    parts = [part for part in _NAME_PARTS.split(given) if part]
    capitals = "".join(part[0] if not part.isupper() or len(part) > _LONGEST_INITIALS else part for part in parts)
    return capitals.upper() if capitals and capitals[0].lower() != capitals[0].upper() else given


def year_of(date: Mapping[str, Any]) -> int | None:
    """The year of a CSL date, by its parts or its words."""
    parts = date.get("date-parts")
    first = parts[0] if isinstance(parts, Sequence) and parts else ()
    if first and isinstance(first, list) and isinstance(first[0], int) and 1500 <= first[0] < 2200:
        return first[0]  # as most are
    said = str(first[0]) if isinstance(first, Sequence) and first else ""
    found = _YEAR.search(said or _words(date.get("raw")) or _words(date.get("literal")))
    return int(found[0]) if found else None


def _words(value: object) -> str:
    """A string with single blanks; empty for what is no string. Some services give a list of titles: its first."""
    if not isinstance(value, str):
        value = value[0] if isinstance(value, list) and value else ""
        if not isinstance(value, str):
            return ""
    if value.isprintable() and "  " not in value:  # as most are: a long abstract is not taken apart and put together
        return value.strip(" ")
    return " ".join(value.split())

"""Names as reference files write them, as CSL names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.citations.reference_files.plain_text import plain

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}")
_SUFFIX = re.compile(r"(?:jr|sr)\.?|[IV]{2,4}|\dth|2nd|3rd", re.IGNORECASE)

_WORDS_OF_A_FAMILY = 3


def csl_name(text: str) -> dict[str, str]:
    """``Polack, Fernando P., Jr``, ``Polack FP`` or ``World Health Organization`` as a CSL name; empty for no name."""
    text = plain(text).strip(" ;")
    if text.endswith(","):  # how EndNote marks an organisation
        return {"literal": text.rstrip(", ")} if text.rstrip(", ") else {}
    if "," in text:
        last, _, first = text.partition(",")
        if "," not in first and (last := last.strip()) and (first := first.strip()):  # as most are
            return {"family": last, "given": first}
        return _with_comma([part.strip() for part in text.split(",")])
    family, _, last = text.rpartition(" ")
    if family and _SUFFIX.fullmatch(last) and " " in family:  # Polack FP Jr
        name = csl_name(family)
        return name | {"suffix": last} if "family" in name else {"literal": text}
    if family and len(family.split()) <= _WORDS_OF_A_FAMILY and _INITIALS.fullmatch(last) and last.upper() == last:
        return {"family": family, "given": last}
    return {"literal": text} if text else {}


def csl_names(texts: Iterable[str]) -> list[dict[str, str]]:
    """The names in values that hold one each, or several with semicolons between; none twice in a row."""
    names: list[dict[str, str]] = []
    for text in texts:
        for part in text.split(";"):
            name = csl_name(part)
            if name and (not names or name != names[-1]):
                names.append(name)
    return names


def _with_comma(parts: list[str]) -> dict[str, str]:
    family, *rest = parts
    rest = [part for part in rest if part]
    if not family:
        return {"literal": ", ".join(rest)} if rest else {}
    if len(rest) > 1 and _SUFFIX.fullmatch(rest[-1]):
        return {"family": family, "given": " ".join(rest[:-1]), "suffix": rest[-1]}
    if len(rest) > 1 and _SUFFIX.fullmatch(rest[0]):
        return {"family": family, "given": " ".join(rest[1:]), "suffix": rest[0]}
    return {"family": family, "given": ", ".join(rest)}

"""How much of a record is kept: no study's title has a million letters, and one that has would be in every list.

What is longer is cut and told, so that the record is not lost; the limits are far above what any real record has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from annotator.citations.work import Work

LONGEST = {"title": 2_000, "abstract": 100_000, "note": 100_000, "keyword": 20_000}
"""Signs of a field; any other is as long as a title at most."""
MOST_NAMES = 10_000
"""Authors of one work: papers of physics have 5,000."""
LONGEST_NAME = 500
MOST_IDENTIFIERS = 100
MOST_TYPES = 100
MOST_NOTICES = 1_000
_OTHER = LONGEST["title"]


def within_limits(work: Work) -> tuple[Work, list[str]]:
    """``work`` with what is too long cut, and what was cut, in words; the work itself where nothing is."""
    if _is_modest(work):
        return work, []
    told: list[str] = []
    cut = {name: _cut(name, value, told) for name, value in work.csl.items() if _is_too_long(name, value)}
    types = tuple(each[:LONGEST_NAME] for each in work.publication_types[:MOST_TYPES])
    notices = work.notices[:MOST_NOTICES]
    if any(len(each.text) > _OTHER for each in notices):
        notices = tuple(replace(each, text=each.text[:_OTHER]) for each in notices)
    identifiers = work.identifiers[:MOST_IDENTIFIERS]
    for name, kept, given in (
        ("publication types", types, work.publication_types),
        ("notices", notices, work.notices),
        ("identifiers", identifiers, work.identifiers),
    ):
        if kept != given:
            told.append(f"there are {len(given):,} {name}, or long ones: only a part is kept")
    return Work({**work.csl, **cut}, identifiers, types, notices), told


def _is_modest(work: Work) -> bool:
    """Whether nothing comes near a limit, as for nearly every work: in few steps, for it is asked of each."""
    for value in work.csl.values():
        if isinstance(value, str):
            if len(value) > _OTHER:
                return False
        elif isinstance(value, list) and (len(value) > MOST_NAMES or any(map(_is_long_name, value))):
            return False
    types = work.publication_types
    if len(types) > MOST_TYPES or (types and max(map(len, types)) > LONGEST_NAME):
        return False
    return len(work.identifiers) <= MOST_IDENTIFIERS and not work.notices


def _is_too_long(name: str, value: object) -> bool:
    if isinstance(value, str):
        return len(value) > _OTHER and len(value) > LONGEST.get(name, _OTHER)
    return isinstance(value, list) and (len(value) > MOST_NAMES or any(map(_is_long_name, value)))


def _is_long_name(name: Mapping[str, str]) -> bool:
    for said in name.values():  # noqa: SIM110 - any() over a generator takes twice as long, for every name of a library
        if len(said) > LONGEST_NAME:
            return True
    return False


def _cut(name: str, value: Any, told: list[str]) -> Any:
    if isinstance(value, str):
        longest = LONGEST.get(name, _OTHER)
        told.append(f"the {name} has {len(value):,} characters: only the first {longest:,} are kept")
        return value[:longest].rstrip()
    if len(value) > MOST_NAMES:
        told.append(f"there are {len(value):,} names as {name}: only the first {MOST_NAMES:,} are kept")
    if any(map(_is_long_name, value)):
        told.append(f"a name as {name} is longer than {LONGEST_NAME} characters: only its beginning is kept")
    return [{part: said[:LONGEST_NAME].rstrip() for part, said in each.items()} for each in value[:MOST_NAMES]]

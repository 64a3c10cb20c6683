"""Claims of the same words in sets whose rows are a claim each: told apart where what is said of them differs.

The lines of an article made of claims are known by their words. So a second claim of the same words, with another
label, stands in an article beside: it is no slip of the one who labelled the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from annotator.label_files.elsewhere.model import Found, Losses, Meaning, Refused

_GROUP = "same words, "
_APART = "claim with the words of another one and another label: it stands in an article beside"


def is_told_apart(group: str) -> bool:
    """Whether a group is one of claims whose words others have."""
    return group.startswith(_GROUP)


def told_apart(found: Iterable[Found | Refused], losses: Losses) -> Iterator[Found | Refused]:
    """What was found; a claim that differs from an earlier one of its words in its label is of a group of its own.

    The group is the same whenever the file is read again, or longer. A claim without a label is the first one.
    """
    said: dict[str, list[frozenset[Meaning]]] = {}
    for entry in found:
        if isinstance(entry, Refused):
            yield entry
            continue
        meanings = frozenset(vote.meaning for vote in entry.votes if vote.meaning is not None)
        known = said.setdefault(" ".join(entry.claim.split()), [])
        if meanings and meanings not in known:
            known.append(meanings)
        if meanings and (at := known.index(meanings)):
            losses.add(_APART)
            entry = replace(entry, group=f"{_GROUP}{at + 1}")
        yield entry

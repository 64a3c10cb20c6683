"""Claims by frozen split, for formats that write a part of the dataset each: train, dev and test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.model import LabelledClaim
from exports.selection import Selection, Tally
from exports.splits import Split

UNSPLIT = "unsplit"
"""The one part of a dataset while no split is frozen: none of it is meant for testing, nor kept from it."""

WITHOUT_SPLIT = "in articles that came after the splits were frozen (--freeze-splits assigns them)"

KEPT_OUT = "kept out of every split, since they go with a claim of another one (see the leakage report)"


def parts_of(selection: Selection) -> tuple[str, ...]:
    """The parts a dataset may have, in their order; the one asked for where one was."""
    if not selection.splits:
        return (UNSPLIT,)
    return tuple(split.value for split in Split if selection.origin.split in ("", split))


def in_parts(claims: Iterable[LabelledClaim], selection: Selection, tally: Tally) -> Iterator[LabelledClaim]:
    """The claims whose article has a part; the others are counted as left out.

    Raises CannotExport, before anything is read, where the splits leak.
    """
    selection.check_splits()
    for claim in claims:
        if selection.splits and claim.article.slug not in selection.splits:
            tally.left_out[WITHOUT_SPLIT] += 1
        elif claim.claim_id in selection.kept_out:
            tally.left_out[KEPT_OUT] += 1
        else:
            yield claim


def part_of(claim: LabelledClaim, selection: Selection) -> str:
    """The part that one of ``in_parts`` belongs to."""
    return selection.splits[claim.article.slug] if selection.splits else UNSPLIT

"""Votes as a matrix: one row a claim, one column a reviewer, what was answered as a small number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from annotator.model import Label, LabelledClaim, Verdict

Codes = npt.NDArray[np.int8]
Counts = npt.NDArray[np.int64]

CATEGORIES = (Verdict.SUPPORTED, Verdict.UNSUPPORTED, Verdict.CONTRADICTED, "not_a_claim")
"""What a vote can be, in the order of the codes. Who takes a sentence for no claim disagrees with who judges it."""

MISSING = -1
"""The code of a reviewer who said nothing of a claim."""

_CODES = {category: code for code, category in enumerate(CATEGORIES)}


@dataclass(frozen=True, slots=True)
class Ratings:
    """Who answered what. ``codes`` is claims x reviewers, of indices into ``categories`` or ``MISSING``.

    ``claims`` and ``reviewers`` name the rows and columns.
    """

    claims: tuple[str, ...]
    reviewers: tuple[str, ...]
    codes: Codes
    categories: tuple[str, ...] = CATEGORIES

    def counts(self) -> Counts:
        """Votes by claim and category: claims x categories."""
        return np.stack([(self.codes == code).sum(axis=1) for code in range(len(self.categories))], axis=1)

    def only(self, rows: Sequence[int] | npt.NDArray[np.intp]) -> Ratings:
        """The same reviewers on some of the claims."""
        chosen = np.asarray(rows, dtype=np.intp)
        return Ratings(tuple(self.claims[row] for row in chosen), self.reviewers, self.codes[chosen], self.categories)


def ratings_of(claims: Iterable[LabelledClaim]) -> Ratings:
    """The votes on ``claims``. Skips, kinds that leave a unit a claim, and evidence without a verdict are no votes."""
    names: list[str] = []
    columns: dict[str, int] = {}
    cells: list[tuple[int, int, int]] = []
    for row, claim in enumerate(claims):
        names.append(claim.claim_id)
        cells += [
            (row, columns.setdefault(vote.reviewer, len(columns)), code)
            for vote in claim.votes
            if (code := code_of(vote)) is not None
        ]
    return _matrix(names, columns, cells)


def code_of(vote: Label) -> int | None:
    """The index of a vote in ``CATEGORIES``; None when it answers nothing."""
    if vote.verdict is not None:
        return _CODES[vote.verdict]
    return _CODES["not_a_claim"] if vote.answer.is_not_a_claim else None


def _matrix(claims: list[str], columns: dict[str, int], cells: list[tuple[int, int, int]]) -> Ratings:
    reviewers = sorted(columns, key=lambda name: (name.casefold(), name))
    place = np.empty(len(columns), dtype=np.intp)
    for new, name in enumerate(reviewers):
        place[columns[name]] = new
    codes = np.full((len(claims), len(reviewers)), MISSING, dtype=np.int8)
    if cells:
        rows, old, values = np.array(cells).T
        codes[rows, place[old]] = values
    return Ratings(tuple(claims), tuple(reviewers), codes)

"""The verdict that a claim's votes together make likely, with how likely: Dawid-Skene estimates, as a rule.

How often each reviewer answers what is learned from every vote on the desk, whatever the dataset is narrowed to: else
a filter would change what is known of a reviewer.
"""

from __future__ import annotations

import numpy as np
from sqlite_utils import Database

from annotator.agreement.dawid_skene import estimate
from annotator.agreement.ratings import CATEGORIES, ratings_of
from annotator.model import Verdict
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from exports.deciding import Decide, Decision

_NONE = Decision(None, "none")
_DIGITS = 6
"""Decimals that are kept: the last bits of a sum may differ from one machine to another."""


def estimated_decision(db: Database, filters: Filters) -> Decide:
    """A rule that gives each claim its likeliest answer, from all votes on the desk until ``filters.as_of``.

    A claim that is likeliest none has no verdict, and neither has one without a vote; of equally likely answers, none.
    """
    ratings = ratings_of(labelled_claims(db, Filters(as_of=filters.as_of, every_label=True)))
    found = np.round(estimate(ratings).probabilities, _DIGITS)
    decisions = {claim: _decision(row.tolist()) for claim, row in zip(ratings.claims, found, strict=True) if row.any()}
    return lambda claim: decisions.get(claim.claim_id, _NONE)


def _decision(probabilities: list[float]) -> Decision:
    most = max(probabilities)
    if probabilities.count(most) > 1:
        return Decision(None, "estimate", most)
    answer = CATEGORIES[probabilities.index(most)]
    return Decision(answer if isinstance(answer, Verdict) else None, "estimate", most)

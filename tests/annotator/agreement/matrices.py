"""Matrices of votes to compute agreement on."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from annotator.agreement.ratings import CATEGORIES, MISSING, Ratings


def ratings(rows: list[str]) -> Ratings:
    """One string a claim, one letter a reviewer: ``s``, ``u``, ``c``, ``n`` (no claim), ``.`` for no vote."""
    letters = {".": MISSING, "s": 0, "u": 1, "c": 2, "n": 3}
    codes = np.array([[letters[letter] for letter in row] for row in rows], dtype=np.int8)
    reviewers = tuple(f"r{column}" for column in range(codes.shape[1] if codes.ndim == 2 else 0))
    return Ratings(tuple(f"c{row}" for row in range(len(rows))), reviewers, codes.reshape(len(rows), len(reviewers)))


def matrices(letters: str = "sucn....") -> st.SearchStrategy[Ratings]:
    """Claims and reviewers of any number, with votes missing."""
    return st.integers(2, 6).flatmap(
        lambda reviewers: st.lists(
            st.text(st.sampled_from(letters), min_size=reviewers, max_size=reviewers), min_size=1, max_size=40
        ).map(ratings)
    )


def simulated(claims: int, reviewers: int, right: list[float], seed: int) -> tuple[Ratings, np.ndarray]:
    """Votes of reviewers who are right so often, else give any other verdict; and what was true. A third is missing."""
    dice = np.random.default_rng(seed)
    truth = dice.integers(0, 3, claims)
    codes = np.empty((claims, reviewers), dtype=np.int8)
    for column in range(reviewers):
        wrong = (truth + dice.integers(1, 3, claims)) % 3
        codes[:, column] = np.where(dice.random(claims) < right[column], truth, wrong)
    codes[dice.random(codes.shape) < 1 / 3] = MISSING
    names = tuple(f"c{row}" for row in range(claims)), tuple(f"r{column}" for column in range(reviewers))
    return Ratings(*names, codes, CATEGORIES), truth

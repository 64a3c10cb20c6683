"""Claims come back from their rows as they went in, also rows that were kept before a table's rows had cells."""

from __future__ import annotations

import json

import pytest

from annotator.storage.claim_rows import claim_in
from corpus.model import Context

OLD = {"headings": ["Uses"], "list_intro": "It helps:", "table_header": "Who | Dose"}


@pytest.mark.parametrize(
    ("told", "cells"),
    [
        pytest.param(OLD, (), id="before-there-were-cells"),
        pytest.param({**OLD, "cells": [["Who", "Men"], ["", "11 mg"]]}, (("Who", "Men"), ("", "11 mg")), id="cells"),
    ],
)
def test_a_context_is_read_from_old_rows_too(told: dict[str, object], cells: tuple[tuple[str, str], ...]) -> None:
    claim = claim_in(0, 11, "table_row", 1, "Men | 11 mg", json.dumps(told), "[]")

    assert claim.context == Context(("Uses",), "It helps:", "Who | Dose", cells)

"""What the tests of exports share: a desk of their own in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from tests.desks import desk_in_memory


@pytest.fixture
def desk() -> Iterator[Database]:
    """The two small articles, and nobody's labels; gone with the test."""
    db = desk_in_memory()
    yield db
    db.close()

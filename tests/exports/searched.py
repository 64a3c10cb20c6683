"""A freeze as an analyst makes one: after the search for repeats."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from exports.freezing import Frozen, freeze
from tests.desks import search_all


def search_and_freeze(db: Database, shares: dict[str, float], now: datetime) -> Frozen:
    """Search every claim for repeats, then freeze."""
    search_all(db)
    return freeze(db, shares, now)

"""Who works on the desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlite_utils import Database

from annotator.errors import UnknownPerson
from annotator.model import Person, Role
from annotator.storage.connection import writing
from annotator.storage.times import to_text

LONGEST_NAME = 80


def add_person(db: Database, name: str, now: datetime, role: Role = Role.REVIEWER) -> Person:
    """The person of that name, added if new. Case and blanks around and between do not make another person.

    Raises UnknownPerson for a name that is empty or far too long.
    """
    name = plain_name(name)
    with writing(db):
        db.execute(
            "INSERT INTO people (name, role, added_at) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING",
            [name, role, to_text(now)],
        )
        return person_named(db, name)


def plain_name(name: str) -> str:
    """``name`` as it is kept. Raises UnknownPerson for one that is empty or far too long."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UnknownPerson(f"a name has 1 to {LONGEST_NAME} characters on one line: type yours")
    return name


def person_named(db: Database, name: str) -> Person:
    """The person of that name; UnknownPerson lists the known ones when there is none."""
    for row in db.query("SELECT * FROM people WHERE name = ?", [" ".join(name.split())]):
        return _person(row)
    known = ", ".join(person.name for person in people(db)) or "nobody yet"
    raise UnknownPerson(f"nobody is called {name!r} on this desk (known: {known})")


def people(db: Database) -> list[Person]:
    """Everybody who is active, by name."""
    return [_person(row) for row in db.query("SELECT * FROM people WHERE active ORDER BY name")]


def _person(row: dict[str, Any]) -> Person:
    return Person(row["id"], row["name"], Role(row["role"]), row["email"], bool(row["active"]))

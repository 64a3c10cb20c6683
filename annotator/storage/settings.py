"""What holds for the whole desk: its identity, its evidence rule, its guideline."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from annotator.errors import InvalidLabel
from annotator.storage.connection import writing

EVIDENCE_RULES = ("lenient", "strict")


@dataclass(frozen=True, slots=True)
class Guideline:
    """What reviewers go by, as a numbered version: every label says which one held."""

    version: int
    text: str


def setting(db: Database, name: str) -> str:
    """What was kept under a name; empty where nothing was."""
    row = db.execute("SELECT value FROM settings WHERE name = ?", [name]).fetchone()
    return str(row[0]) if row else ""


def keep_setting(db: Database, name: str, value: str) -> None:
    """Keep ``value`` under a name in the place of what was there, for a caller that is writing already."""
    db.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [name, value],
    )


def desk_id(db: Database) -> str:
    """32 hex digits made with the database. What a browser kept for one desk never reaches another."""
    return setting(db, "desk_id")


def evidence_is_strict(db: Database) -> bool:
    """Whether a verdict without its evidence is refused, rather than kept as open."""
    return setting(db, "evidence_rule") == "strict"


def set_evidence_rule(db: Database, rule: str) -> None:
    """Choose ``lenient`` (a verdict may wait for its evidence, as open) or ``strict`` (it is refused)."""
    if rule not in EVIDENCE_RULES:
        raise InvalidLabel(f"there is no evidence rule {rule!r}: choose {' or '.join(EVIDENCE_RULES)}")
    with writing(db):
        keep_setting(db, "evidence_rule", rule)


def guideline_version(db: Database) -> int:
    """The number of the guideline that holds now."""
    return int(db.execute("SELECT max(version) FROM guidelines").fetchone()[0])


def guideline(db: Database) -> Guideline:
    """The guideline that holds now."""
    row = db.execute("SELECT version, text FROM guidelines ORDER BY version DESC LIMIT 1").fetchone()
    return Guideline(row[0], row[1])

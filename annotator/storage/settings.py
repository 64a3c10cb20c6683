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


def desk_id(db: Database) -> str:
    """32 hex digits made with the database. What a browser kept for one desk never reaches another."""
    return str(db.execute("SELECT value FROM settings WHERE name = 'desk_id'").fetchone()[0])


def evidence_is_strict(db: Database) -> bool:
    """Whether a verdict without its evidence is refused, rather than kept as open."""
    row = db.execute("SELECT value FROM settings WHERE name = 'evidence_rule'").fetchone()
    return row is not None and row[0] == "strict"


def set_evidence_rule(db: Database, rule: str) -> None:
    """Choose ``lenient`` (a verdict may wait for its evidence, as open) or ``strict`` (it is refused)."""
    if rule not in EVIDENCE_RULES:
        raise InvalidLabel(f"there is no evidence rule {rule!r}: choose {' or '.join(EVIDENCE_RULES)}")
    with writing(db):
        db.execute(
            "INSERT INTO settings (name, value) VALUES ('evidence_rule', ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [rule],
        )


def guideline_version(db: Database) -> int:
    """The number of the guideline that holds now."""
    return int(db.execute("SELECT max(version) FROM guidelines").fetchone()[0])


def guideline(db: Database) -> Guideline:
    """The guideline that holds now."""
    row = db.execute("SELECT version, text FROM guidelines ORDER BY version DESC LIMIT 1").fetchone()
    return Guideline(row[0], row[1])

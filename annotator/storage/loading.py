"""Taking in labels and decisions from a file: its good rows in one transaction, each bad row named with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from annotator.errors import InvalidLabel, UnknownClaim, UnknownPerson, UnreadableLabels
from annotator.label_files.comma_separated import read_comma_separated
from annotator.label_files.json_lines import read_json_lines
from annotator.label_files.rows import DecisionRow, LabelRow, Place, Refusal
from annotator.model import Adjudication, Change, Label, Person
from annotator.storage.adjudications import adjudication_with_key, insert_adjudication
from annotator.storage.connection import writing
from annotator.storage.label_checks import LabelChecks
from annotator.storage.label_rows import labels_where
from annotator.storage.labels import insert_label
from annotator.storage.people import add_person
from annotator.storage.revisions import goes_on_as


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of a file's labels and decisions: how many were read, new, known already, and (line, reason) of each
    refused."""

    read: int
    new: int
    known: int
    refused: list[tuple[int, str]]


def load_labels(
    db: Database, path: Path, now: datetime, progress: Callable[[int, int], None] | None = None
) -> LoadReport:
    """Load the labels of an export (JSONL, or CSV or TSV with every vote), and the editors' decisions in it, adding
    people who are new here.

    Rows that cannot be loaded are reported, the others are kept in one transaction; reading a file twice is harmless.
    ``progress`` is told how many of them are left, of how many.
    Raises UnreadableLabels, and keeps nothing, when the file as a whole is not ours.
    """
    rows = list(_read(path))
    labels = [row for row in rows if isinstance(row, LabelRow)]
    labels.sort(key=lambda row: row.label.labelled_at)  # the newest is added last, as on its desk
    decisions = [row for row in rows if isinstance(row, DecisionRow)]
    decisions.sort(key=lambda row: row.decision.decided_at)
    told: list[LabelRow | DecisionRow] = [*labels, *decisions]
    refused = [(row.line, row.reason) for row in rows if isinstance(row, Refusal)]
    new = 0
    with writing(db):
        desk = _Desk(db, now)
        for left, row in zip(reversed(range(len(told))), told, strict=True):
            if progress:
                progress(left, len(told))
            try:
                new += desk.take(row) if isinstance(row, LabelRow) else desk.take_decision(row)
            except (InvalidLabel, UnknownClaim, UnknownPerson) as error:
                refused.append((row.place.line, str(error)))
    return LoadReport(len(rows), new, len(rows) - new - len(refused), sorted(refused))


def _read(path: Path) -> Iterator[LabelRow | DecisionRow | Refusal]:
    with _opened(path) as first, path.open(encoding="utf-8-sig", newline="") as lines:
        yield from read_json_lines(lines) if first == "{" else read_comma_separated(lines)


@contextmanager
def _opened(path: Path) -> Iterator[str]:
    """The first character of the file that is no blank; UnreadableLabels for what is no text, also further down."""
    try:
        if path.exists() and not path.is_file():  # a pipe, which can be read only once, and may never end
            raise UnreadableLabels(f"{path} is no file: name a file that holds the labels")
        with path.open(encoding="utf-8-sig") as file:
            first = next((block.lstrip()[0] for block in iter(lambda: file.read(1000), "") if block.strip()), "")
        if not first:
            raise UnreadableLabels(f"{path} is empty: name a file of labels")
        yield first
    except OSError as error:
        raise UnreadableLabels(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UnreadableLabels(f"{path} is not text in UTF-8: export it again, or save it as UTF-8") from error


@dataclass
class _Desk:
    """Where rows go. Lives for one load, inside its transaction."""

    db: Database
    now: datetime
    checks: LabelChecks = field(init=False)
    people: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.checks = LabelChecks(self.db, self.now)

    def take(self, row: LabelRow) -> bool:
        """Keep the row's label; False when it is known already. Raises one of our errors with the reason."""
        claim_id, is_retired = self._claim(row.place)
        label = row.label if row.label.claim_id == claim_id else replace(row.label, claim_id=claim_id)
        if self._is_known(label):
            return False
        if is_retired:
            label = replace(label, claim_id=self.checks.claim_now(claim_id))
        self.checks.check(label)
        person = self._person(label.reviewer)
        self.checks.check_newest(label)
        insert_label(self.db, person, label, received_at=self.now)
        return True

    def take_decision(self, row: DecisionRow) -> bool:
        """Keep the row's decision, as ``take`` keeps a label: a newer one on the desk is never overruled."""
        claim_id, is_retired = self._claim(row.place)
        made = replace(row.decision, claim_id=claim_id)
        if known := adjudication_with_key(self.db, made.key):
            if known.claim_id == goes_on_as(self.db, claim_id):
                known = replace(known, claim_id=claim_id)
            if _decided(known) != _decided(made):
                raise InvalidLabel(f"the key {made.key} is on the desk with another decision: they are never changed")
            return False
        if is_retired:
            made = replace(made, claim_id=self.checks.claim_now(claim_id))
        self.checks.check_decision(made)
        insert_adjudication(self.db, self._person(made.editor), made, received_at=self.now)
        return True

    def _is_known(self, label: Label) -> bool:
        if not self.checks.has_key(label.key):
            return False
        (known,) = labels_where(self.db, "label.key = ?", [label.key])
        if known.claim_id == goes_on_as(self.db, label.claim_id):  # it came here when the article was revised already
            known = replace(known, claim_id=label.claim_id)
        if _content(known) != _content(label):
            raise InvalidLabel(f"the key {label.key} is on the desk with other content: labels are never changed")
        return True

    def _claim(self, place: Place) -> tuple[str, bool]:
        """The id of a row's claim on this desk, and whether it is retired by now."""
        places = self.checks.places(place.sha256)
        if not places:
            raise UnknownClaim(f"the text of {place.claim_id} is not on this desk: add that very article first")
        claim_id, text, is_retired = places.get((place.start, place.end), ("", "", False))
        if not claim_id:
            raise UnknownClaim(f"this desk cuts the article otherwise: it has no claim {place.claim_id}")
        if text != place.text:
            raise UnknownClaim(f"the words of {place.claim_id} differ from this desk's: export the labels again")
        return claim_id, is_retired

    def _person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = add_person(self.db, name, self.now)
        return self.people[name]


def _decided(made: Adjudication) -> Adjudication:
    """A decision without how it came here, and how its editor's name was typed."""
    return replace(made, editor=" ".join(made.editor.split()).casefold(), is_carried=False)


def _content(label: Label) -> Sequence[object]:
    """What makes two labels of one key the same: all but how they came here, and how a name or source was typed."""
    evidence = label.evidence
    cited = [
        (cited.source.type, cited.source.identifier, cited.stance, cited.quote, cited.place, cited.strength)
        for cited in evidence.citations
    ]
    return (
        replace(
            label,
            reviewer=" ".join(label.reviewer.split()).casefold(),
            change=Change.LOADED,
            evidence=replace(evidence, citations=()),
        ),
        cited,
    )

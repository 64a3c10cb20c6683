"""Taking in labels from a file: all its good rows in one transaction, every bad row named with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from annotator.errors import InvalidLabel, UnknownClaim, UnknownPerson, UnreadableLabels
from annotator.label_files.comma_separated import read_comma_separated
from annotator.label_files.json_lines import read_json_lines
from annotator.label_files.rows import LabelRow, Refusal
from annotator.model import Change, Label, Person
from annotator.storage.connection import writing
from annotator.storage.label_rows import labels_where
from annotator.storage.labels import insert_label
from annotator.storage.people import add_person
from annotator.storage.recut_history import retired_by
from annotator.storage.recuts import Act
from annotator.storage.revisions import goes_on_as
from annotator.storage.settings import evidence_is_strict
from annotator.storage.times import to_text

CLOCKS_MAY_DIFFER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of a file's labels: how many were read, new, known already, and (line, reason) of each refused."""

    read: int
    new: int
    known: int
    refused: list[tuple[int, str]]


def load_labels(
    db: Database, path: Path, now: datetime, progress: Callable[[int, int], None] | None = None
) -> LoadReport:
    """Load the labels of an export (JSONL, or CSV with every vote), adding reviewers who are new here.

    Rows that cannot be loaded are reported, the others are kept in one transaction; reading a file twice is harmless.
    ``progress`` is told how many labels are left, of how many.
    Raises UnreadableLabels, and keeps nothing, when the file as a whole is not ours.
    """
    rows = list(_read(path))
    labels = [row for row in rows if isinstance(row, LabelRow)]
    refused = [(row.line, row.reason) for row in rows if isinstance(row, Refusal)]
    new = 0
    with writing(db):
        desk = _Desk(db, now)
        labels.sort(key=lambda row: row.label.labelled_at)  # the newest is added last, as on its desk
        for left, row in zip(reversed(range(len(labels))), labels, strict=True):
            if progress:
                progress(left, len(labels))
            try:
                new += desk.take(row)
            except (InvalidLabel, UnknownClaim, UnknownPerson) as error:
                refused.append((row.line, str(error)))
    return LoadReport(len(rows), new, len(rows) - new - len(refused), sorted(refused))


def _read(path: Path) -> Iterator[LabelRow | Refusal]:
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
    """What rows are checked against. Lives for one load, inside its transaction."""

    db: Database
    now: datetime
    strict: bool = field(init=False)
    guidelines: frozenset[int] = field(init=False)
    claims: dict[str, dict[tuple[int, int], tuple[str, str, bool]]] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.strict = evidence_is_strict(self.db)
        self.guidelines = frozenset(row[0] for row in self.db.execute("SELECT version FROM guidelines"))

    def take(self, row: LabelRow) -> bool:
        """Keep the row's label; False when it is known already. Raises one of our errors with the reason."""
        claim_id, is_retired = self._claim(row)
        label = row.label if row.label.claim_id == claim_id else replace(row.label, claim_id=claim_id)
        if self._is_known(label):
            return False
        if is_retired:
            label = replace(label, claim_id=self._claim_now(claim_id))
        self._check(label)
        person = self._person(label.reviewer)
        self._check_newest(label, person)
        insert_label(self.db, person, label)
        return True

    def _is_known(self, label: Label) -> bool:
        if self.db.execute("SELECT 1 FROM labels WHERE key = ?", [label.key]).fetchone() is None:
            return False
        (known,) = labels_where(self.db, "label.key = ?", [label.key])
        if known.claim_id == goes_on_as(self.db, label.claim_id):  # it came here when the article was revised already
            known = replace(known, claim_id=label.claim_id)
        if _content(known) != _content(label):
            raise InvalidLabel(f"the key {label.key} is on the desk with other content: labels are never changed")
        return True

    def _claim(self, row: LabelRow) -> tuple[str, bool]:
        """The id of the row's claim on this desk, and whether it is retired by now."""
        places = self._places(row.sha256)
        if not places:
            raise UnknownClaim(f"the text of {row.label.claim_id} is not on this desk: add that very article first")
        claim_id, text, is_retired = places.get((row.start, row.end), ("", "", False))
        if not claim_id:
            raise UnknownClaim(f"this desk cuts the article otherwise: it has no claim {row.label.claim_id}")
        if text != row.text:
            raise UnknownClaim(f"the words of {row.label.claim_id} differ from this desk's: export the labels again")
        return claim_id, is_retired

    def _claim_now(self, claim_id: str) -> str:
        """The claim in which the words of a retired one stand on in a newer revision. Raises UnknownClaim where they
        changed, or somebody cut them anew."""
        now = goes_on_as(self.db, claim_id)
        if (
            now != claim_id
            and self.db.execute("SELECT 1 FROM claims WHERE id = ? AND retired_at IS NULL", [now]).fetchone()
        ):
            return now
        recut = retired_by(self.db, now)
        if recut is not None and recut.act is Act.REVISE:
            raise UnknownClaim(
                f"{claim_id} has other words in revision {recut.revision} of its article: label it there"
            )
        raise UnknownClaim(f"this desk cut {claim_id} anew since: it takes no more labels")

    def _places(self, sha256: str) -> dict[tuple[int, int], tuple[str, str, bool]]:
        if sha256 not in self.claims:
            rows = self.db.execute(
                'SELECT start, "end", id, claims.text, retired_at IS NOT NULL FROM claims'
                " JOIN revisions ON revisions.article = claims.article AND revisions.number = claims.revision"
                " WHERE sha256 = ?",
                [sha256],
            )
            self.claims[sha256] = {(start, end): (each, text, bool(gone)) for start, end, each, text, gone in rows}
        return self.claims[sha256]

    def _person(self, name: str) -> Person:
        if name not in self.people:
            self.people[name] = add_person(self.db, name, self.now)
        return self.people[name]

    def _check(self, label: Label) -> None:
        if label.guideline_version not in self.guidelines:
            raise InvalidLabel(f"this desk has no guideline {label.guideline_version}: add it first")
        if label.labelled_at > self.now + CLOCKS_MAY_DIFFER:
            raise InvalidLabel(f"it is from the future ({to_text(label.labelled_at)}): check the clocks")
        if self.strict:
            label.check_evidence()

    def _check_newest(self, label: Label, person: Person) -> None:
        newest = self.db.execute(
            "SELECT labelled_at FROM labels WHERE claim_id = ? AND reviewer = ? ORDER BY id DESC LIMIT 1",
            [label.claim_id, person.id],
        ).fetchone()
        if newest is not None and newest[0] > to_text(label.labelled_at):
            raise InvalidLabel(f"{person.name} has a newer label on {label.claim_id}: an older one would replace it")


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

"""The desk behind the golden files: every field filled, and every odd character that has bitten somebody.

``python -m tests.exports.golden_desk`` writes the golden files anew, to be read in the diff before they are kept.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlite_utils import Database

from annotator.model import Adjudication, Citation, Confidence, Evidence, Label, Ruling, Stance, Strength, Verdict
from corpus.model import Kind
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.exporter import Exporter, FolderExporter
from exports.reporting import MANIFEST
from exports.selecting import Dataset, select_claims
from tests.desks import NOON, SOURCES, decide_all, decision, desk_in_memory, label, label_all
from tests.exports.facts_desk import facts_desk

GOLDEN = Path(__file__).with_name("golden")
TEXT_FORMATS = {name: exporter for name, exporter in EXPORTERS.items() if exporter.is_text}
FILES = {
    f"{name}-{votes}{exporter.suffix}": (name, votes)
    for name, exporter in TEXT_FORMATS.items()
    if isinstance(exporter, Exporter)
    for votes in Votes
}
"""Each golden file, with its format and votes. Beside each stands its report of what it lost."""
OF_FACTS = ("scifact", "fever", "healthver", "averitec", "claimreview", "webannotation")
"""The formats of one evidenced verdict a claim: their golden desk is that of ``tests.exports.facts_desk``."""
FOLDERS = {
    f"{name}-{votes}": (name, votes)
    for name, exporter in TEXT_FORMATS.items()
    if isinstance(exporter, FolderExporter)
    for votes in (Votes if name not in OF_FACTS else (Votes.ALL,) if name == "webannotation" else (Votes.MAJORITY,))
}
"""Each golden folder likewise; of a format that has no votes one is enough."""
LOADABLE = ("jsonl", "csv", "tsv")
"""The formats that another desk can load."""

FULL = Evidence(
    tuple(
        Citation(source, stance, quote, place, strength)
        for source, stance, quote, place, strength in zip(
            SOURCES,
            [*Stance, *Stance],
            ['"quoted", twice', "=1+1", "'=1+1", "line one\nline two\r\n", "-5", "e\u0301 💊 \u2028"],
            ["p. 12", "@table", "", "＋", "\t", "“Results”"],
            [Strength.RANDOMISED_TRIAL, Strength.OPINION, None, Strength.ANIMAL, Strength.IN_VITRO, Strength.GUIDELINE],
            strict=True,
        )
    ),
    '=HYPERLINK("https://evil.example")\nIt\'s "clear"; see 1, 2;=1+1\n- a',
    "-5\n",
    Confidence.HIGH,
)


def golden_labels() -> list[Label]:
    """Agreement, disagreement, a change, a skip, a changed kind, and one label with every field filled."""
    return [
        label("k1", "cures", "Dr A", Verdict.SUPPORTED),
        replace(
            label("k2", "cures", "Zoë 💊", Verdict.CONTRADICTED, evidence=FULL, kind=Kind.ADVICE),
            seconds_spent=2.5,
            pressed_at=NOON + timedelta(seconds=119, microseconds=7),
        ),
        label("k3", "cures", "Dr A", Verdict.UNSUPPORTED, evidence=Evidence(search_note="  'quoted' PubMed")),
        label("k4", "take", "=Dr B", Verdict.UNSUPPORTED, evidence=Evidence(search_note="-5")),
        label("k5", "take", "Dr A", Verdict.UNSUPPORTED, evidence=Evidence(search_note="Cochrane, 23 Nov")),
        label("k6", "sum", "Dr A", skipped=True),
        label("k7", "question", "Dr A", Verdict.SUPPORTED, kind=Kind.CLAIM),
        label("k8", "row", "Dr A", kind=Kind.OTHER),
    ]


def golden_decisions() -> list[Adjudication]:
    """A decision against the one vote there is, after another one; and one that was taken back."""
    return [
        decision("d20", "question", Ruling.NOT_A_CLAIM),
        decision("d21", "question", Ruling.CONTRADICTED, '=1+1;"so"\n- says zinc', "@Ed 💊"),
        decision("d22", "take", Ruling.SUPPORTED, "Because."),
        decision("d23", "take", None),
    ]


def golden_desk() -> Database:
    """A fresh desk with the golden labels and decisions."""
    db = desk_in_memory()
    label_all(db, golden_labels())
    decide_all(db, golden_decisions())
    return db


def desk_for(name: str) -> Database:
    """The desk behind a format's golden files."""
    return facts_desk() if name in OF_FACTS else golden_desk()


def exported(db: Database, name: str, path: Path, dataset: Dataset) -> bytes:
    """The bytes of an export."""
    export_to(db, name, path, dataset)
    return path.read_bytes()


def export_to(db: Database, name: str, path: Path, dataset: Dataset) -> None:
    """Write an export, a file or a folder."""
    with select_claims(db, dataset) as (claims, selection):
        EXPORTERS[name].write(claims, path, selection)


if __name__ == "__main__":
    for file, (name, votes) in {**FILES, **FOLDERS}.items():
        if (GOLDEN / file).is_dir():  # without its manifest no export takes it for its own
            shutil.rmtree(GOLDEN / file)
        export_to(desk_for(name), name, GOLDEN / file, Dataset(votes=votes))
        (GOLDEN / f"{file}{MANIFEST}").unlink()  # it names the database's schema, which every migration changes

"""What a format of another project's writes can be taken in again: each label it holds, on the same words.

A new exporter of such a format is tested here as soon as it has a row in ``AGAIN``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.label_files.elsewhere.given import Given
from annotator.label_files.elsewhere.model import BareIds, Choices
from annotator.label_files.elsewhere.readers import FORMATS, format_named, read_drafts, sorted_out
from annotator.storage.taking_in import take_in
from exports.catalog import EXPORTERS
from exports.deciding import Votes
from exports.exporter import FolderExporter
from exports.selecting import Dataset
from tests.desks import NOON, desk_in_memory
from tests.exports.golden_desk import OF_FACTS, desk_for, export_to

LATER = NOON.replace(year=NOON.year + 1)
COLUMNS = {
    "claim": "text",
    "label": "verdict",
    "reviewer": "reviewer",
    "time": "labelled_at",
    "group": "article",
    "title": "title",
}
AGAIN = {
    **dict.fromkeys(("csv", "tsv"), ("table", Choices(COLUMNS))),
    **{name: (name, Choices(bare_ids=BareIds.PMID)) for name in FORMATS if name != "table"},
}
"""By exporter: the format that reads it, and how."""
WHOLE = ("table", "labelstudio", "doccano")
"""The formats that hold every verdict, whether it has its evidence or not."""


@pytest.mark.parametrize("name", [name for name in EXPORTERS if name in AGAIN])
def test_what_was_exported_is_taken_in_with_its_words_and_verdicts(name: str, tmp_path: Path) -> None:
    is_folder = isinstance(EXPORTERS[name], FolderExporter)
    path = tmp_path / ("out" if is_folder else f"out{EXPORTERS[name].suffix}")
    db, fresh = desk_for(name), desk_in_memory(articles=False)
    export_to(db, name, path, Dataset(votes=Votes.MAJORITY if name in OF_FACTS else Votes.ALL))
    written = [each for each in sorted(tmp_path.rglob("*")) if each.is_file() and ".loss" not in each.name]
    format_name, choices = AGAIN[name]
    format_ = format_named(format_name)
    files = [Given(each.name, each.open("rb")) for each in written if each.suffix in format_.suffixes]
    labelled, beside = sorted_out(files)

    for given in labelled:
        if "manifest" not in given.name:
            report = take_in(fresh, read_drafts(given, format_, choices, beside), given.name, LATER)
            assert report.refused == []
    for given in files:
        given.file.close()

    was = "SELECT text, verdict FROM current_labels JOIN claims ON claims.id = claim_id WHERE verdict IS NOT NULL"
    there = {(" ".join(words.split()), verdict) for words, verdict in db.execute(was).fetchall()}
    again = {(" ".join(words.split()), verdict) for words, verdict in fresh.execute(was).fetchall()}
    assert again
    assert again <= there
    if AGAIN[name][0] in WHOLE:
        assert again == there


def test_the_sources_of_scifacts_documents_come_back_where_ids_tsv_is_given_too(tmp_path: Path) -> None:
    db, fresh = desk_for("scifact"), desk_in_memory(articles=False)
    export_to(db, "scifact", tmp_path / "out", Dataset(votes=Votes.MAJORITY))
    files = [Given(each.name, each.open("rb")) for each in sorted((tmp_path / "out").iterdir())]
    labelled, beside = sorted_out(files)

    for given in labelled:
        report = take_in(fresh, read_drafts(given, format_named("scifact"), Choices(), beside), given.name, LATER)
        assert not any("source that is no" in loss or "can be cited" in loss for loss in report.losses)
    for given in files:
        given.file.close()

    cited = "SELECT DISTINCT type, identifier FROM citations JOIN sources ON sources.id = source_id"
    came = set(fresh.execute(cited).fetchall())
    assert came
    assert came <= set(db.execute(cited).fetchall())
    assert {type_ for type_, _ in came} > {"pmid"}

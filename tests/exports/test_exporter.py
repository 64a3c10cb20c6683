"""A dataset's file is written whole or not at all, in flat memory, and without a look at what comes later."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path

import pytest

from annotator.model import ArticleRevision, LabelledClaim
from corpus.model import Claim, Kind, Span
from exports.catalog import EXPORTERS, exporter_named
from exports.deciding import Votes
from exports.errors import CannotExport, UnknownFormat
from exports.exporter import Exporter
from exports.selection import Selection, Tally
from tests.folders import contents

ARTICLE = ArticleRevision("a", 1, "A", "0" * 64)
CLAIM = LabelledClaim(ARTICLE, "a/1@0-5", Claim(Span(0, 5), Kind.CLAIM, True, "Claim"))


def breaking_off() -> Iterator[LabelledClaim]:
    yield from (replace(CLAIM, claim_id=f"a/1@{place}-{place + 5}") for place in range(5_000))
    raise ConnectionError("the disk went away")


@pytest.mark.parametrize("name", EXPORTERS)
def test_an_export_that_breaks_off_leaves_the_old_file_and_nothing_else(name: str, tmp_path: Path) -> None:
    file = tmp_path / ("claims" if isinstance(EXPORTERS[name], Exporter) else "claims.zip")
    file.write_text("the old one")
    before = contents(tmp_path)

    with pytest.raises(CannotExport, match="cannot write"):
        EXPORTERS[name].write(breaking_off(), file, Selection(Votes.FINAL))

    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["jsonl", "csv", "tsv"])
def test_an_export_holds_one_claim_at_a_time_in_memory(name: str, tmp_path: Path) -> None:
    tally, most = memory_of(name, 20_000, tmp_path)

    assert tally.claims == 20_000
    assert most < 1_000_000 < (tmp_path / "claims").stat().st_size


@pytest.mark.parametrize("name", ["parquet", "xlsx", "huggingface", "croissant"])
def test_memory_does_not_grow_with_the_dataset(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.parquet.ROWS_IN_A_GROUP", 300)
    monkeypatch.setattr("exports.parquet.ROWS_AS_OBJECTS", 100)
    memory_of(name, 10, tmp_path)  # what is imported and kept once

    _, few = memory_of(name, 600, tmp_path)
    _, many = memory_of(name, 2_400, tmp_path)

    assert (many - few) / 1_800 < 100, "bytes a claim: a row of it alone takes hundreds"


def memory_of(name: str, claims: int, folder: Path) -> tuple[Tally, int]:
    """What an export tells, and the most bytes that Python's objects took up meanwhile."""
    tracemalloc.start()
    tally = EXPORTERS[name].write(repeat(CLAIM, claims), folder / "claims", Selection(Votes.FINAL))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return tally, most


def test_a_link_keeps_pointing_at_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")

    exporter_named("jsonl").write([CLAIM], tmp_path / "link", Selection())

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text().startswith('{"schema":"claims/1"')


def test_formats_have_names_suffixes_and_losses_of_their_own() -> None:
    formats = list(EXPORTERS.values())

    assert len({each.suffix for each in formats}) == len({each.loses for each in formats}) == len(formats)
    with pytest.raises(UnknownFormat, match="choose one of jsonl, csv"):
        exporter_named("xls")


def test_a_number_json_cannot_hold_is_left_out(tmp_path: Path) -> None:
    from exports.json_lines import finite

    assert list(map(finite, chain([1.5, None], map(float, ("inf", "-inf", "nan"))))) == [1.5, None, None, None, None]

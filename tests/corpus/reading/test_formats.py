"""One article in every format is cut into the same claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model import Kind
from corpus.reading import docx, html, markdown, pdf
from corpus.reading.reading import Reading
from corpus.units import cut_units
from tests.corpus.reading.one_article import as_markdown, as_page, as_pdf, as_word

GOLD = sorted((Path(__file__).parent.parent / "gold").glob("*.txt"))
FORMATS: dict[str, tuple[Callable[[str], Reading], float, float]] = {
    "md": (lambda text: markdown.read(as_markdown(text).encode()), 0.99, 0.95),
    "html": (lambda text: html.read(as_page(text)), 0.98, 0.93),
    "docx": (lambda text: docx.read(as_word(text)), 0.99, 0.95),
    "pdf": (lambda text: pdf.read(as_pdf(text)), 0.93, 0.88),
}
"""For each: how it is read, and the least F1 of the units against those of the text, by words and with kinds."""


def units(text: str) -> Counter[tuple[str, Kind]]:
    cut = ((text[unit.start : unit.end], unit.kind) for unit in cut_units(text))
    return Counter((" ".join(words.replace("|", " ").split()), kind) for words, kind in cut)


def words(found: Counter[tuple[str, Kind]]) -> Counter[str]:
    return Counter(text for text, _ in found.elements())


def f1(a: Counter[str] | Counter[tuple[str, Kind]], b: Counter[str] | Counter[tuple[str, Kind]]) -> float:
    return 2 * (a & b).total() / (a.total() + b.total())  # type: ignore[operator]  # both of one type


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_an_article_is_cut_alike_from_every_format(path: Path, name: str) -> None:
    text = path.read_text("utf-8")
    read, least, least_with_kinds = FORMATS[name]

    expected, found = units(text), units(read(text).text)

    assert f1(words(expected), words(found)) >= least
    assert f1(expected, found) >= least_with_kinds

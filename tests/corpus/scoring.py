"""How well a cut agrees with the units that people marked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.units import Unit

GOLD = Path(__file__).parent / "gold"
FRESH = Path(__file__).parent / "fresh"
NAMES = ("magnesium_ms", "turmeric_list", "markdown_post", "newsletter_wrap", "chapare_cdc", "nhlbi")
# What opens a line and belongs to no unit: quotation marks of Markdown, bullets, enumerators, pipes.
MARKER = re.compile(r"(?:\s|[•*▪◦–—|+>✅✓✔➤►👉-](?=\s)|\(?[a-z]\)(?=\s)|\d{1,2}[.)](?=\s)|#+(?=\s)|\|)+")


@dataclass(frozen=True)
class Score:
    """``f1`` of exact spans after trimming markers, and the share of these spans with the right kind."""

    f1: float
    kinds: float
    missed: list[str]
    too_much: list[str]
    wrong_kind: list[tuple[str, str, str]]


def read_gold(name: str, folder: Path = GOLD) -> tuple[str, list[Unit]]:
    """The text of a gold article, and its units."""
    text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
    rows = [json.loads(line) for line in (folder / f"{name}.gold.jsonl").read_text(encoding="utf-8").splitlines()]
    return text, [Unit(row["start"], row["end"], row["kind"].replace("bullet_", "")) for row in rows]


def score(text: str, gold: Iterable[Unit], cut: Iterable[Unit]) -> Score:
    wanted = {trim(text, unit.start, unit.end): str(unit.kind) for unit in gold}
    found = {trim(text, unit.start, unit.end): str(unit.kind) for unit in cut}
    both = wanted.keys() & found.keys()
    return Score(
        f1=2 * len(both) / (len(wanted) + len(found)),
        kinds=sum(wanted[span] == found[span] for span in both) / max(1, len(both)),
        missed=[text[a:b] for a, b in sorted(wanted.keys() - found.keys())],
        too_much=[text[a:b] for a, b in sorted(found.keys() - wanted.keys())],
        wrong_kind=[(wanted[s], found[s], text[slice(*s)][:80]) for s in sorted(both) if wanted[s] != found[s]],
    )


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, markers and pipes at its edges."""
    marker = MARKER.match(text, start, end)
    if marker and marker.end() < end:
        start = marker.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return start, end


def lost_characters(text: str, cut: Iterable[Unit]) -> str:
    """The letters and digits of ``text`` that neither a unit nor the marker of a line holds."""
    covered = bytearray(len(text))
    for unit in cut:
        covered[unit.start : unit.end] = b"\x01" * (unit.end - unit.start)
    for line in re.finditer(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+", text):
        marker = MARKER.match(text, line.start(), line.end())
        if marker:
            covered[line.start() : marker.end()] = b"\x01" * (marker.end() - line.start())
    return "".join(c for i, c in enumerate(text) if c.isalnum() and not covered[i])

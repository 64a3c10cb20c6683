"""A cut written for the eye: one line a unit, its kind and its words."""

from __future__ import annotations

from corpus.units import cut_units


def rows(text: str) -> list[str]:
    """``kind: words`` of every unit, line breaks in it written as ``/``."""
    return [f"{unit.kind}: {'/'.join(text[unit.start : unit.end].splitlines())}" for unit in cut_units(text)]


def sketch(listed: str) -> list[str]:
    """The lines of ``listed`` that hold something, without their indent."""
    return [line.strip() for line in listed.splitlines() if line.strip()]

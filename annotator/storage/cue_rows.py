"""Cues as the column ``claims.cues`` keeps them: ``[name, start, end]``, and the detail behind it where there is one.

A detail is a word or two, or an amount as an object without what is as always. Cuts of versions before details have
none, and read as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from corpus.model import Amount, Cue, CueName, Measure, Span

_NAMES = {name.value: name for name in CueName}  # asked half a million times, a dictionary is worth it
_MEASURES = {measure.value: measure for measure in Measure}
_USUAL = {field.name: field.default for field in fields(Amount) if field.name in ("per", "times", "about")}


def cues_told(cues: Iterable[Cue]) -> str:
    """``cues`` as JSON."""
    return json.dumps([_row(cue) for cue in cues], ensure_ascii=False)


def cues_from(told: str) -> tuple[Cue, ...]:
    """The cues that ``told`` holds."""
    return tuple([_cue(*row) for row in json.loads(told)])


def _row(cue: Cue) -> list[Any]:
    row: list[Any] = [cue.name, cue.span.start, cue.span.end]
    if isinstance(cue.detail, Amount):
        row.append({name: value for name, value in asdict(cue.detail).items() if value != _USUAL.get(name, row)})
    elif cue.detail:
        row.append(cue.detail)
    return row


def _cue(name: str, start: int, end: int, detail: str | dict[str, Any] = "") -> Cue:
    return Cue(_NAMES[name], Span(start, end), detail if isinstance(detail, str) else _amount(**detail))


def _amount(measures: str, **told: Any) -> Amount:
    return Amount(measures=_MEASURES[measures], **told)

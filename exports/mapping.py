"""What our verdicts are called elsewhere. Other projects' words appear here and in the formats that write them.

"Unsupported" never includes contradicted here (``exports.reporting.UNSUPPORTED`` says so in every report).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from annotator.model import Verdict


class Scheme(StrEnum):
    """A published dataset whose words for verdicts others have taken over."""

    FEVER = "fever"
    SCIFACT = "scifact"
    HEALTHVER = "healthver"
    AVERITEC = "averitec"


_NAMES: Mapping[Scheme, tuple[str, str, str | None, str | None]] = {
    Scheme.FEVER: ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO", None),
    Scheme.SCIFACT: ("SUPPORT", "CONTRADICT", None, None),
    Scheme.HEALTHVER: ("Supports", "Refutes", "Neutral", None),
    Scheme.AVERITEC: ("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking"),
}
"""Supported, contradicted, unsupported, and evidence of both stances. None where the scheme has no word: SciFact writes
unsupported as empty evidence, and mixed evidence as both words under different documents."""

_VERDICTS = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED)


def name_in(scheme: Scheme, verdict: Verdict) -> str | None:
    """What ``scheme`` calls a verdict; None where it has no word for it."""
    return _NAMES[scheme][_VERDICTS.index(verdict)]


def mixed_in(scheme: Scheme) -> str | None:
    """What ``scheme`` calls a claim with evidence of both stances; None where it has no word for it."""
    return _NAMES[scheme][-1]


def verdict_named(scheme: Scheme, name: str) -> Verdict | None:
    """The verdict that ``scheme`` calls so, whatever the case; None where that is no verdict of ours."""
    for verdict, known in zip(_VERDICTS, _NAMES[scheme], strict=False):
        if known is not None and known.casefold() == name.strip().casefold():
            return verdict
    return None

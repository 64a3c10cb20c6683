"""Which retracted work a dataset cites, as known today: told to whoever takes it, whichever moment it is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from annotator.citations.retraction import RetractionStatus, Standing
from annotator.model import LabelledClaim, Source
from exports.selection import counted

_TOLD = frozenset({Standing.RETRACTED, Standing.CONCERN})
_MOST_TOLD = 20


class RetractedSources:
    """Looks at claims as they pass, and counts those that cite work known to be retracted or of concern."""

    def __init__(self, known: Mapping[Source, RetractionStatus]) -> None:
        self._known = {source: status for source, status in known.items() if status.nature in _TOLD}
        self._claims = Counter[Source]()

    def in_claims(self, claims: Iterable[LabelledClaim]) -> Iterator[LabelledClaim]:
        """The claims, looked at."""
        if not self._known:
            yield from claims
            return
        for claim in claims:
            cited = {each.source for vote in claim.votes for each in vote.evidence.citations}
            self._claims.update(cited & self._known.keys())
            yield claim

    def lines(self) -> list[str]:
        """One line a source, the most cited first; at most twenty, and how many more there are."""
        found = sorted(self._claims.items(), key=lambda item: (-item[1], item[0].shown))
        lines = [
            f"{source.shown} is cited by {counted(claims, 'claim')}. {self._known[source].words}"
            for source, claims in found[:_MOST_TOLD]
        ]
        if len(found) > _MOST_TOLD:
            lines.append(f"{len(found) - _MOST_TOLD:,} more sources are retracted or of concern")
        return lines

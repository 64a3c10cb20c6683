"""PubMed asked about many papers at once, where many are to be asked about: one question for twenty."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.citations.lookups.client import LookUps
from annotator.citations.lookups.services import PAGE_SECONDS, Found, Service
from annotator.errors import BadAnswer
from annotator.model import Source, SourceType

AT_ONCE = 20
"""PMIDs in one question: their records are well under the 5 MB that are read of an answer."""

_Key = tuple[SourceType, str]


class Together:
    """Asks like ``client``, which is known to be asked about ``sources``, in about that order: the first question about
    a PMID asks about the next nineteen too, whose answers are there when they are wanted.

    An answer about many that is no good is not tried again: each is asked about alone then.
    """

    def __init__(self, client: LookUps, sources: Iterable[Source]) -> None:
        self.client = client
        self._ahead = {_key(source): source for source in sources if source.type is SourceType.PMID}
        self._answers: dict[_Key, Found] = {}

    def ask(self, service: Service, source: Source, seconds: float = PAGE_SECONDS, etag: str = "") -> Found:
        """What ``service`` says of ``source``; raises what ``LookUps.ask`` raises."""
        key = _key(source)
        if service is not Service.PUBMED or (key not in self._ahead and key not in self._answers):
            return self.client.ask(service, source, seconds, etag)
        if key not in self._answers:
            self._ask_ahead(source, seconds)
        found = self._answers.pop(key, None)
        return found or self.client.ask(service, source, seconds, etag)

    def _ask_ahead(self, source: Source, seconds: float) -> None:
        del self._ahead[_key(source)]
        asked = [source, *list(self._ahead.values())[: AT_ONCE - 1]]
        try:
            answers = self.client.ask_together(asked, seconds)
        except BadAnswer:
            self._ahead.clear()
            return
        for found in answers:
            self._ahead.pop(_key(found.source), None)
            self._answers[_key(found.source)] = found


def _key(source: Source) -> _Key:
    return source.type, source.identifier

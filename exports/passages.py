"""The words that citations rest on: what is quoted, in the sentences of the source's abstract where that is known.

A document's sentences are those of its abstract, as the sentence rules of ``corpus`` cut it; behind them stand quoted
sentences that the abstract does not have. Without an abstract they are the quotes alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.citations.quotes import QuoteMatch, check_quote
from annotator.citations.work import Work
from annotator.model import Citation, Source, SourceType
from corpus.sentences import split_sentences
from exports.numbering import Numbering
from exports.selection import Selection

NO_WORDS = "citations without words (no quote, and no abstract in the library)"
WHOLE_ABSTRACT = "citations without a quote (the whole abstract stands for it)"
ELSEWHERE = "quotes that are not in the abstract word for word (they stand after its sentences)"

_LABELLED = re.compile(r"[A-Z][A-Za-z/&, ]{2,60}:\s")


@dataclass(slots=True)
class Document:
    """A source as a document of numbered sentences, the first of which is number 0.

    ``source`` is the PMID of its work where that is known, else the first identifier known.
    """

    source: Source
    title: str
    sentences: list[str]
    is_structured: bool
    number: int
    abstract: str
    spans: tuple[tuple[int, int], ...]
    places: dict[str, int] = field(default_factory=dict)

    def add(self, sentences: Sequence[str]) -> tuple[int, ...]:
        """The numbers of ``sentences``, which are put behind the others where they are new."""
        for sentence in sentences:
            if sentence not in self.places:
                self.places[sentence] = len(self.sentences)
                self.sentences.append(sentence)
        return tuple(dict.fromkeys(self.places[sentence] for sentence in sentences))


@dataclass(frozen=True, slots=True)
class Passage:
    """What of a document a citation rests on: the quote's own words, or the whole abstract; and the numbers of its
    sentences, in their order."""

    citation: Citation
    document: Document
    sentences: tuple[int, ...]
    words: str


class Documents:
    """The documents of one dataset, in the order they are first cited."""

    def __init__(self, selection: Selection, numbering: Numbering) -> None:
        self._works, self._numbering = selection.works, numbering
        self._by_source: dict[Source, Document] = {}
        self._all: dict[Source, Document] = {}

    def __iter__(self) -> Iterator[Document]:
        """Those that have sentences."""
        return (document for document in self._all.values() if document.sentences)

    def passages(self, citations: Iterable[Citation], lost: Counter[str]) -> list[Passage]:
        """The passages of those citations that have words; what goes lost is counted."""
        found = [self._passage(citation, lost) for citation in citations]
        return [passage for passage in found if passage is not None]

    def _passage(self, citation: Citation, lost: Counter[str]) -> Passage | None:
        document = self._document(citation.source)
        if quote := " ".join(citation.quote.split()):
            return Passage(citation, document, self._quoted(citation.quote, document, lost), quote)
        if not document.spans:
            lost[NO_WORDS] += 1
            return None
        lost[WHOLE_ABSTRACT] += 1
        whole = tuple(range(len(document.spans)))
        return Passage(citation, document, whole, " ".join(document.sentences[: len(whole)]))

    def _quoted(self, quote: str, document: Document, lost: Counter[str]) -> tuple[int, ...]:
        """The sentences of the abstract that the quote stands in; else its own, behind them."""
        if document.abstract:
            found = check_quote(quote, document.abstract)
            if found.match is QuoteMatch.VERBATIM:
                return tuple(
                    number
                    for number, (start, end) in enumerate(document.spans)
                    if any(start < until and begin < end for begin, until in found.spans)
                )
            lost[ELSEWHERE] += 1
        return document.add(_sentences(quote))

    def _document(self, source: Source) -> Document:
        if source not in self._by_source:
            work = self._works([source]).get(source)
            main = _main(work.identifiers if work and work.identifiers else (source,))
            if main not in self._all:
                self._all[main] = self._made(main, work)
            self._by_source[source] = self._all[main]
        return self._by_source[source]

    def _made(self, source: Source, work: Work | None) -> Document:
        lines = _lines(work.csl) if work else []
        abstract = "\n".join(lines)
        spans = tuple(_spans(lines))
        sentences = [abstract[start:end] for start, end in spans]
        is_pmid = source.type is SourceType.PMID
        number = int(source.identifier) if is_pmid else self._numbering.number(f"{source.type}:{source.identifier}")
        places = {sentence: at for at, sentence in reversed(list(enumerate(sentences)))}
        is_structured = sum(bool(_LABELLED.match(line)) for line in lines) > 1
        return Document(source, work.title if work else "", sentences, is_structured, number, abstract, spans, places)


def _main(identifiers: Iterable[Source]) -> Source:
    known = list(identifiers)
    return next((source for source in known if source.type is SourceType.PMID), known[0])


def _lines(csl: Mapping[str, object]) -> list[str]:
    """The paragraphs of an abstract, each on one line: PubMed's begin with what they are, ``Methods: ``."""
    abstract = csl.get("abstract")
    lines = abstract.splitlines() if isinstance(abstract, str) else []
    return [words for line in lines if (words := " ".join(line.split()))]


def _spans(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for line in lines:
        yield from ((start + begin, start + end) for begin, end in split_sentences(line, 0, len(line)))
        start += len(line) + 1


def _sentences(quote: str) -> list[str]:
    """A quote's sentences; a line ends one."""
    lines = [words for line in quote.splitlines() if (words := " ".join(line.split()))]
    return [line[start:end] for line in lines for start, end in split_sentences(line, 0, len(line))]

"""Other people's segmenters behind one call: a text in, the spans of its sentences out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain

Spans = list[tuple[int, int]]
Segmenter = Callable[[str], Spans]
_LINE = re.compile(r"[^\n]+")


def segmenters() -> dict[str, Segmenter]:
    """Name -> segmenter. Raises SystemExit with what to install where one is missing."""
    try:
        others = {"sentencizer": _sentencizer(), "pysbd": _pysbd(), "syntok": _syntok(), "blingfire": _blingfire()}
    except ImportError as error:
        raise SystemExit(
            f"{error.name} is missing: python -m pip install -r benchmarks/requirements.txt -c constraints.txt"
        ) from None
    by_line = {f"{name}, by line": line_by_line(segment) for name, segment in others.items()}
    return {name: segment for pair in zip(others.items(), by_line.items(), strict=True) for name, segment in pair}


def line_by_line(segment: Segmenter) -> Segmenter:
    """``segment`` called for each line on its own, which spares it the layout."""

    def segment_lines(text: str) -> Spans:
        lines = (
            [(line.start() + start, line.start() + end) for start, end in segment(line[0])]
            for line in _LINE.finditer(text)
            if line[0].strip()
        )
        return list(chain.from_iterable(lines))

    return segment_lines


def _trimmed(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """Without the white space at their edges, and without empty ones."""
    found = []
    for start, end in spans:
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            found.append((start, end))
    return found


def _sentencizer() -> Segmenter:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return lambda text: _trimmed(text, ((s.start_char, s.end_char) for s in nlp(text).sents))


def _pysbd() -> Segmenter:
    import pysbd

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)
    return lambda text: _trimmed(text, ((span.start, span.end) for span in segmenter.segment(text)))


def _syntok() -> Segmenter:
    from syntok import segmenter

    def segment(text: str) -> Spans:
        sentences = chain.from_iterable(segmenter.analyze(text))
        found = []
        for sentence in sentences:
            tokens = list(sentence)
            found.append((tokens[0].offset, tokens[-1].offset + len(tokens[-1].value)))
        return found

    return segment


def _blingfire() -> Segmenter:
    from blingfire import text_to_sentences_and_offsets

    def segment(text: str) -> Spans:
        _, offsets = text_to_sentences_and_offsets(text)
        return _trimmed(text, offsets)

    return segment

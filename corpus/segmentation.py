"""The spaCy pipeline that cuts an article into its claims.

The component ``claim_units`` sets two things on a ``Doc``:

- ``doc.spans["units"]``: the units, exactly as ``corpus.units`` cuts them, with their kind as label. This is the truth.
- ``doc.sents``: a tiling of the whole Doc derived from it, for other components. A sentence reaches from one unit to
  the next, so list markers and blank lines land in a neighbour.

It belongs right behind the tokenizer of any English pipeline: ``nlp.add_pipe("claim_units", first=True)``. spaCy is
loaded with the first pipeline and not with this module. Where it is loaded already, it knows the component from now on;
else ``register`` makes it known, before ``add_pipe`` as before ``spacy.load``.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, cast

from corpus.model import Claim, Kind
from corpus.tokens import Reader, Warmth, token_bounds, with_tokens_cut
from corpus.units import Unit, claims_from_units, cut_units, split_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]

FACTORY = "claim_units"
# spaCy's tokenizer takes a word without blanks apart mark by mark, in quadratic time, and no real word is this long;
# half a character (a surrogate, which no file holds) it does not take at all.
_NOT_FOR_SPACY = re.compile(r"\S{2000}|[\ud800-\udfff]")
_one_at_a_time = Lock()


def split_claims(text: str) -> list[Claim]:
    """Every unit of ``text`` in order, as claims. Safe to call from several threads.

    What spaCy is not made for, a text beyond ``nlp.max_length``, a "word" of thousands of characters or a lone
    surrogate, is cut by the rules alone; the claims are the same.
    """
    nlp = pipeline()
    if len(text) > nlp.max_length or _NOT_FOR_SPACY.search(text):
        return split_text(text)
    with _one_at_a_time, nlp.memory_zone():  # the zone frees this text's words again: a desk runs for months
        return claims_from_doc(nlp(text))


@cache
def pipeline() -> Language:
    """A blank English pipeline with ``claim_units``, built once."""
    import spacy

    register()
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    sample = (Path(__file__).parent / "articles" / "magnesium_ms.txt").read_text(encoding="utf-8")
    for _ in ("met", "met again"):
        nlp(sample)  # its words are made known: of a desk's articles, which are read in memory zones, none stays
    return nlp


def claims_from_doc(doc: Doc, spans_key: str = "units") -> list[Claim]:
    """The claims of a Doc that went through ``claim_units``."""
    group = doc.spans[spans_key]
    depths = group.attrs["depths"]
    units = [
        Unit(span.start_char, span.end_char, Kind(span.label_), depth)
        for span, depth in zip(group, depths, strict=True)
    ]
    return claims_from_units(doc.text, units)


class ClaimUnits:
    """The component: see the module's text, and ``register`` for its settings."""

    def __init__(self, nlp: Language, name: str, spans_key: str, set_sents: bool, warm_tokenizer: bool) -> None:
        from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found] # compiled, without stubs

        self.name = name
        self.spans_key = spans_key
        self.set_sents = set_sents
        usual = warm_tokenizer and isinstance(nlp.tokenizer, Tokenizer)
        self._reader = Reader(Warmth(nlp.tokenizer) if usual else None)

    def __call__(self, doc: Doc) -> Doc:
        """Set the units on ``doc``. Where a unit ends inside a token, a Doc with that token cut in two is returned."""
        import numpy as np
        from spacy.tokens import Span, SpanGroup

        text, starts, ends = self._reader.read(doc)
        units = cut_units(text)
        unit_starts = np.array([unit.start for unit in units], dtype=np.int64)
        unit_ends = np.array([unit.end for unit in units], dtype=np.int64)
        firsts, lasts = np.searchsorted(starts, unit_starts), np.searchsorted(ends, unit_ends)
        inner = np.concatenate([_not_among(starts, unit_starts, firsts), _not_among(ends, unit_ends, lasts)])
        if len(inner):
            doc = with_tokens_cut(doc, np.unique(inner))
            starts, ends = token_bounds(doc)
            firsts, lasts = np.searchsorted(starts, unit_starts), np.searchsorted(ends, unit_ends)
        labels = {kind: doc.vocab.strings.add(kind.value) for kind in Kind}  # all, so that any two vocabularies agree
        spans = [
            Span(doc, first, last + 1, label=labels[unit.kind])
            for unit, first, last in zip(units, firsts.tolist(), lasts.tolist(), strict=True)
        ]
        depths = [unit.depth for unit in units]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, attrs={"depths": depths}, spans=spans)
        if self.set_sents and len(doc):
            opens = np.full(len(doc), -1, dtype=np.int64)
            opens[0] = 1
            opens[firsts] = 1
            doc.from_array(["SENT_START"], cast("Any", opens.astype(np.uint64).reshape(-1, 1)))
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """What the component has learnt: nothing. Its settings are in the pipeline's config."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> ClaimUnits:
        """The component itself."""
        return self

    def to_disk(self, *_: Any, **__: Any) -> None:
        """Nothing to keep."""

    def from_disk(self, *_: Any, **__: Any) -> ClaimUnits:
        """The component itself."""
        return self


def _not_among(bounds: Ints, edges: Ints, places: Ints) -> Ints:
    """Those of ``edges`` that are none of ``bounds``, among which they would stand at ``places``: inside tokens."""
    inner: Ints = edges[bounds.take(places, mode="clip") != edges]
    return inner


@cache
def register() -> None:
    """Make ``claim_units`` known to spaCy, once. ``split_claims`` and ``pipeline`` do it themselves.

    Its settings: ``spans_key``, where the units are kept; ``set_sents``, whether ``doc.sents`` is derived from them;
    ``warm_tokenizer``, whether the words of the texts that pass are put into the tokenizer's cache (``Warmth`` says
    why).
    """
    from spacy.language import Language

    @Language.factory(
        FACTORY,
        assigns=["doc.spans", "doc.sents", "token.is_sent_start"],
        default_config={"spans_key": "units", "set_sents": True, "warm_tokenizer": True},
    )
    def create(nlp: Language, name: str, spans_key: str, set_sents: bool, warm_tokenizer: bool) -> ClaimUnits:
        return ClaimUnits(nlp, name, spans_key, set_sents, warm_tokenizer)


if "spacy.language" in sys.modules:  # then it costs nothing
    register()

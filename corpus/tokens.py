"""What the component ``claim_units`` does with the tokens of a spaCy ``Doc``: their text and bounds as arrays, tokens
cut in pieces, and a tokenizer that remembers words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found] # compiled, without stubs
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]

T = TypeVar("T")

# What other components may have said about tokens. A piece takes it over from its token.
_KEPT = ("TAG", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID", "ENT_ID", "SENT_START")
_BEGIN, _IN = 3, 1  # ENT_IOB
_MOST_WORDS = 10_000  # as many as spaCy's tokenizer keeps
_MOST_FORMS = 20_000
_MOST_MET = 50_000
_LONGEST_WORD = 40  # a longer one is an address, which does not come again
_LONGEST_RULE = 200  # "----------": a line drawn of marks comes again in every issue of a newsletter
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_BLANK = 63  # the bit of a form's key that tells of a blank behind; ids are hashes of 64 bits, so keys do not clash


class Meeting(Generic[T]):
    """Tells what comes in a second text. Most words of an article come in no other, and are not worth keeping."""

    def __init__(self) -> None:
        self._met: set[T] = set()

    def again(self, new: set[T]) -> set[T]:
        """Those of ``new`` that were met once before; they are forgotten, the others met from now on."""
        again = new & self._met
        self._met ^= new
        if len(self._met) > _MOST_MET:
            self._met.clear()
        return again


class Warmth:
    """Fills a tokenizer's cache, word by word.

    spaCy's tokenizer keeps how a word is taken apart, but none of the words behind the first special case of a text
    ("don't", "i.e.", an emoticon), so that most words are taken apart again in every text. Given alone they are kept;
    the tokens stay the same, and come up to ten times as fast. Inside a memory zone the tokenizer keeps nothing.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: set[str] = set()
        self._meeting = Meeting[str]()

    def add(self, text: str) -> None:
        """Make the words of ``text`` known that an earlier text had too, until there are 10,000."""
        if len(self._known) < _MOST_WORDS:
            again = self._meeting.again(set(text.split()) - self._known)
            self._known |= again
            for word in again:
                if len(word) <= _LONGEST_WORD or (len(word) <= _LONGEST_RULE and not _LETTER_OR_DIGIT.search(word)):
                    self._tokenizer(word)


class Reader:
    """Reads the text of Docs, and where their tokens stand in it, in half of the time of ``doc.text``: the words that
    were met in two texts are kept, and not looked up again. Inside a memory zone none are added.

    ``warmth``, if any, gets the texts in which a token is not among them. Of the others the tokenizer knows the words,
    but for some that put known tokens together anew.
    """

    def __init__(self, warmth: Warmth | None = None) -> None:
        self._warmth = warmth
        self._forms: dict[int, str] = {}
        self._meeting = Meeting[int]()

    def read(self, doc: Doc) -> tuple[str, Ints, Ints]:
        """``doc.text``, and where the tokens start and end in it, in code points."""
        import numpy as np

        table = cast("Any", doc.to_array(["ORTH", "SPACY", "LENGTH"]))
        orths, blanks, lengths = table[:, 0], table[:, 1].astype(np.int64), table[:, 2].astype(np.int64)
        ends = np.cumsum(lengths + blanks) - blanks
        keys = (orths ^ (table[:, 1] << np.uint64(_BLANK))).tolist()
        try:
            text = "".join(map(self._forms.__getitem__, keys))
        except KeyError:
            text = doc.text
            if not cast("Any", doc.vocab).in_memory_zone:
                self._learn(doc, orths.tolist(), text)
        return text, ends - lengths, ends

    def _learn(self, doc: Doc, orths: list[int], text: str) -> None:
        if len(self._forms) >= 2 * _MOST_FORMS:
            self._forms = {}
        for orth in self._meeting.again(set(orths).difference(self._forms)):
            word = doc.vocab.strings[orth]
            self._forms[orth], self._forms[orth ^ 1 << _BLANK] = word, word + " "
        if self._warmth is not None:
            self._warmth.add(text)


def token_bounds(doc: Doc) -> tuple[Ints, Ints]:
    """Where the tokens of ``doc`` start and end, in code points, as two arrays."""
    import numpy as np

    table = doc.to_array(["IDX", "LENGTH"]).astype(np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 0] + table[:, 1]


def with_tokens_cut(doc: Doc, inner: Ints) -> Doc:
    """A new Doc like ``doc`` in which tokens end at ``inner`` too: sorted places in the text, inside tokens.

    What stands in ``doc`` already, by a tagger, a parser or a person, stands in the new one: a piece is tagged as its
    token was, and hangs on the first piece. Linear in the length of ``doc``.
    """
    import numpy as np
    from spacy.tokens import Doc

    starts, ends = token_bounds(doc)
    text = doc.text
    owners = np.searchsorted(starts, inner, side="right") - 1
    pieces = np.bincount(owners, minlength=len(doc)) + 1
    piece_starts, piece_ends = np.union1d(starts, inner), np.union1d(ends, inner)
    words = [text[a:b] for a, b in zip(piece_starts.tolist(), piece_ends.tolist(), strict=True)]
    spaces = np.zeros(len(words), dtype=bool)
    last_pieces = np.cumsum(pieces) - 1
    spaces[last_pieces] = doc.to_array("SPACY").astype(bool)
    cut = Doc(doc.vocab, words=words, spaces=spaces.tolist(), user_data=doc.user_data)
    first_pieces = last_pieces - pieces + 1
    _take_over(doc, cut, pieces, first_pieces)
    _take_over_groups(doc, cut, first_pieces, last_pieces)
    return cut


def _take_over(doc: Doc, cut: Doc, pieces: Ints, first_pieces: Ints) -> None:
    """What is said about each token of ``doc``, said about its pieces in ``cut``."""
    import numpy as np

    names: list[int | str] = list(_KEPT)
    if not doc.has_annotation("SENT_START"):
        names.remove("SENT_START")
    table = np.repeat(doc.to_array(names).reshape(-1, len(names)), pieces, axis=0)
    later = np.ones(len(cut), dtype=bool)
    later[first_pieces] = False
    iob = table[:, names.index("ENT_IOB")]
    iob[later & (iob == _BEGIN)] = _IN
    if "SENT_START" in names:
        table[later, names.index("SENT_START")] = np.uint64(2**64 - 1)  # -1: no sentence starts in mid-word
    if doc.has_annotation("DEP"):
        heads = np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)
        new_heads = np.repeat(first_pieces[heads], pieces)
        new_heads[later] = np.repeat(first_pieces, pieces)[later]
        relative = (new_heads - np.arange(len(cut))).astype(np.uint64)
        table = np.column_stack([table, relative, np.repeat(doc.to_array("DEP"), pieces)])
        names += ["HEAD", "DEP"]
    cut.from_array(names, cast("Any", table))
    cut.cats = doc.cats
    if len(doc.tensor):
        cut.tensor = np.repeat(doc.tensor, pieces, axis=0)


def _take_over_groups(doc: Doc, cut: Doc, first_pieces: Ints, last_pieces: Ints) -> None:
    """The groups of spans of ``doc``, over the same characters of ``cut``."""
    from spacy.tokens import Span, SpanGroup

    for key, group in doc.spans.items():
        spans = [
            Span(
                cut,
                int(first_pieces[span.start]),
                int(last_pieces[span.end - 1]) + 1,
                label=span.label,
                kb_id=span.kb_id,
                span_id=span.id,
            )
            for span in group
            if span.end > span.start
        ]
        cut.spans[key] = SpanGroup(cut, name=group.name, attrs=group.attrs, spans=spans)

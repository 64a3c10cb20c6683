"""What the label words of other projects mean here.

"Unsupported" here never includes contradicted: it is "not enough information", "neutral", "unproven". Elsewhere the
word often means "not supported, for whatever reason": where a file has it and no word for contradicted, that is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.label_files.elsewhere.model import NO_TEXT, BadEntry, Losses, Meaning
from annotator.model import Answer, Verdict
from corpus.model import Kind

_USUAL = {
    Meaning.SUPPORTED: "support supports supported entailment entails entailed true correct verified agree",
    Meaning.CONTRADICTED: "contradict contradicts contradicted contradiction contradictory refute refutes refuted false"
    " incorrect disagree",
    Meaning.UNSUPPORTED: "unsupported neutral notenoughinfo notenoughinformation notenoughevidence nei unproven"
    " unverified inconclusive insufficient insufficientevidence notsupported noevidence",
    Meaning.NOT_A_CLAIM: "notaclaim noclaim nonclaim other notcheckworthy uncheckable",
    Meaning.NOTHING: "mixture mixed disputed conflicting conflictingevidencecherrypicking skipped unlabelled unlabeled",
}
_BY_WORD = {word: meaning for meaning, words in _USUAL.items() for word in words.split()}
_MAY_INCLUDE = frozenset({"unsupported", "notsupported"})

_OTHER_LABEL = "label beside the one that was taken: left out"

ANSWERS = {
    Meaning.SUPPORTED: Answer(Verdict.SUPPORTED),
    Meaning.CONTRADICTED: Answer(Verdict.CONTRADICTED),
    Meaning.UNSUPPORTED: Answer(Verdict.UNSUPPORTED),
    Meaning.NOT_A_CLAIM: Answer(kind=Kind.OTHER),
    Meaning.NOTHING: Answer(),
    Meaning.LEFT_OUT: Answer(),
}
"""What a reviewer says with each."""


def usual_meaning(word: str) -> Meaning | None:
    """What a label word usually means; None where that must be asked."""
    return _BY_WORD.get(re.sub(r"[\W_]+", "", word.casefold()))


def _check(words: str) -> None:
    """Raises BadEntry for words that nobody can be asked about."""
    if NO_TEXT.search(words):
        raise BadEntry("its label holds half a character, or NUL: it is no text")


@dataclass(slots=True)
class LabelWords:
    """The label words of a file: what they mean, by a person's choice (``chosen``, by the word in lower case) or by
    use, and how often each was met."""

    chosen: Mapping[str, Meaning] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)

    def known(self, word: str) -> Meaning | None:
        """What a word means; None where nobody knows."""
        return self.chosen.get(" ".join(word.split()).casefold()) or usual_meaning(word)

    def meaning(self, word: str) -> Meaning:
        """What a word means, which is met now; of no word, nothing. Raises BadEntry for one that nobody knows."""
        word = " ".join(word.split())
        if not word:
            return Meaning.NOTHING
        _check(word)
        self.met[word] += 1
        meaning = self.known(word)
        if meaning is None:
            raise BadEntry(f"nobody said what the label {word[:60]!r} means: one of {', '.join(Meaning)}")
        return meaning

    def meaning_of_one(self, words: Sequence[str], losses: Losses) -> Meaning:
        """What the words that one person put on one place mean: those that say something of the claim. Raises BadEntry
        where none does, or several say different things."""
        words = list(dict.fromkeys(" ".join(word.split()) for word in words))
        _check("".join(words))
        known = {word: meaning for word in words if (meaning := self.known(word)) is not None}
        telling = {word: meaning for word, meaning in known.items() if meaning is not Meaning.LEFT_OUT} or known
        if not telling:
            return self.meaning(words[0] if words else "")
        self.met.update(words)
        if len(set(telling.values())) > 1:
            first, second, *_ = telling
            raise BadEntry(f"one person says of one claim both {first[:40]!r} and {second[:40]!r}")
        losses.add(_OTHER_LABEL, len(words) - len(telling))
        return next(iter(telling.values()))

    def remark(self) -> str:
        """The line on what "unsupported" may include in the file; empty where that is plain."""
        means = {word: self.known(word) for word in self.met}
        if Meaning.CONTRADICTED in means.values():
            return ""
        for word, meaning in means.items():
            if meaning is Meaning.UNSUPPORTED and re.sub(r"[\W_]+", "", word.casefold()) in _MAY_INCLUDE:
                return (
                    f"this file has no word for contradicted: its {word[:60]!r} may include that, which unsupported"
                    " here never does"
                )
        return ""

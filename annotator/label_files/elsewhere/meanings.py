"""What the label words of other projects mean here.

"Unsupported" here never includes contradicted: it is "not enough information", "neutral", "unproven". Elsewhere the
word often means "not supported, for whatever reason": where a file has it and no word for contradicted, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from annotator.label_files.elsewhere.model import BadEntry, Meaning
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

ANSWERS = {
    Meaning.SUPPORTED: Answer(Verdict.SUPPORTED),
    Meaning.CONTRADICTED: Answer(Verdict.CONTRADICTED),
    Meaning.UNSUPPORTED: Answer(Verdict.UNSUPPORTED),
    Meaning.NOT_A_CLAIM: Answer(kind=Kind.OTHER),
    Meaning.NOTHING: Answer(),
}
"""What a reviewer says with each."""


def usual_meaning(word: str) -> Meaning | None:
    """What a label word usually means; None where that must be asked."""
    return _BY_WORD.get(re.sub(r"[\W_]+", "", word.casefold()))


def meaning_of(word: str, chosen: Mapping[str, Meaning]) -> Meaning:
    """What a label word means, by choice or by use; of no word, nothing. Raises BadEntry for one that nobody knows."""
    word = " ".join(word.split())
    if not word:
        return Meaning.NOTHING
    meaning = chosen.get(word.casefold()) or usual_meaning(word)
    if meaning is None:
        raise BadEntry(f"nobody said what the label {word[:60]!r} means: one of {', '.join(Meaning)}")
    return meaning


def remark_on(words: Iterable[str], chosen: Mapping[str, Meaning]) -> str:
    """The line on what "unsupported" may include in a file with these label words; empty where it is plain."""
    met = {word: chosen.get(" ".join(word.split()).casefold()) or usual_meaning(word) for word in words if word.strip()}
    if Meaning.CONTRADICTED in met.values():
        return ""
    for word, meaning in met.items():
        if meaning is Meaning.UNSUPPORTED and re.sub(r"[\W_]+", "", word.casefold()) in _MAY_INCLUDE:
            return (
                f"this file has no word for contradicted: its {word[:60]!r} may include that, which unsupported here"
                " never does"
            )
    return ""

"""Whether a few words state something: a verb among them that only a statement has."""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.patterns import listed, small, words
from corpus.verbs import has_finite_verb

# Finite verbs, by their look: auxiliaries, and the verbs of health prose in a form that no noun has.
_AUXILIARIES = """is are was were am be been has have had does did can could may might will would shall should must
    cannot"""
_AUXILIARY = small(rf"\b{words(_AUXILIARIES)}\b", r"n['’]t\b|['’](?:s been|re|ve|ll)\b")
_SIGNS_OF_AUXILIARY = listed(f"{_AUXILIARIES} t re ve ll")
_PAST = "showed lost gained felt fell rose grew began died got took gave saw went came became led ate slept drank"
_PRESENT = """helps reduces improves causes contains supports lowers raises prevents treats boosts protects promotes
    makes gives acts affects suggests goes takes plays provides depends occurs becomes remains keeps kills binds
    relieves eases worsens strengthens stimulates regulates enhances aids fights delivers produces requires allows
    enables inhibits interacts interferes carries varies appears seems tends means"""
_VERB = re.compile(rf"\b{words(f'{_PRESENT} {_PAST}')}\b")
_SIGNS_OF_VERB = listed(f"{_PRESENT} {_PAST}")
_VERB_OR_NOUN = small(
    r"\b"
    + words("""
        help reduce improve increases? cause contain support lower raise prevent treat boost protect promote make
        give works? affect shows? come need results? lead blocks? slows? speeds? decreases? includes? found kept say
        occurs? costs? happens? starts? begins?
        develops? becomes? lasts? remains? stays? involves? requires? ranges? var(?:y|ies) differs? exists? spreads?
        grows? tends?
        appears? seems? depends? contributes? responds? recovers? carry carries belongs? consists? hurts? feels? gets?
        takes? have had live die dies rise rises fall falls outweighs? matters?
    """)
    + r"\b(?! (?:of|in)\b)"
)
_SIGNS_OF_RELATIVE = listed("that which who where")
RELATIVE = re.compile(
    r"\b(?:that|which|who|where)\s+(?:\w+ly\s+)?"
    r"(?:[a-z]+s|[a-z]+ed|may|can|could|will|would|is|are|was|were|has|have|had|help|cause|treat)\b"
)


def verb_in(sentence: str, lowered: str, said: Collection[str]) -> re.Match[str] | None:
    """What can only be a verb in ``sentence``."""
    verb = None if _SIGNS_OF_VERB.isdisjoint(said) else _VERB.search(sentence)
    return verb or (None if _SIGNS_OF_AUXILIARY.isdisjoint(said) else _AUXILIARY.search(lowered))


def states(sentence: str, lowered: str, said: Collection[str], *, ends: bool) -> bool:
    """Whether a verb in ``sentence`` makes it a statement."""
    if verb_in(sentence, lowered, said):
        return True
    if not _SIGNS_OF_RELATIVE.isdisjoint(said) and RELATIVE.search(sentence):
        return True
    if ends and sentence.count(" ") > 4 and _VERB_OR_NOUN.search(lowered):
        return True
    return has_finite_verb(sentence, said)

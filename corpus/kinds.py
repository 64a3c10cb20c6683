"""What kind of unit a sentence is: a suggestion that a reviewer changes with one key. Rules on ``str``, no model."""

from __future__ import annotations

import re

from corpus.advice import is_advice, is_risky
from corpus.boilerplate import is_notice
from corpus.layout import Part
from corpus.model import Kind
from corpus.patterns import rule, words

_QUESTION_END = re.compile(r"\?[\"'”’)\]*_!?]*(?:\s?\[\^?[\d, –-]+\])*\W*\Z")
_ANNOUNCES = rule(
    r"(?:here|below|listed below|following)(?:['’]s| (?:is|are|you(?:['’]ll| will) find))\b",
    r"the (?:\w+ )?(?:table|chart|list|figure|following \w+) (?:below |above |that follows )?(?:\w+ )?"
    + words("""
        outlines? shows? lists? summari[sz]es? presents? provides? gives? compares? details? describes? contains?
        are is include
    """)
    + r"\b",
    r"(?:some|these|those|examples?|common|other|good|the)\b.{0,120}"
    r"\b(?:includes?|are|is|as follows|the following)\W*\Z",
    r".{0,300}\b(?:the following|as follows|listed below|below)(?: \w+){0,3}\W*\Z",
)
# Opinion, experience, and talk about the article itself: nothing that a source could settle.
_OTHER = rule(
    r"(?:dear|hi|hey|hello|welcome|thanks?|thank you|personally|enjoy)\b|who knows|read on\b",
    r"i (?:think|feel|believe|love|hope|like|hate|was|am|had|have been|used to|remember|personally|started|tried|"
    r"would say|wish)\b|i['’](?:m|ve|d)\b",
    r"in my (?:opinion|experience|view)",
    r"my (?:own|favou?rite|experience|mother|father|husband|wife|doctor|friend|patients|advice|take|recommendation)\b",
    r"we (?:will|['’]ll|shall|are going to|hope|love|have put together|want) "
    + words(
        "look discuss explore cover explain examine dive review you see share answer take go talk this walk break to"
    )
    + r"\b|we['’]ll\b|let(?:['’]s| us)\b",
    r"(?:in )?(?:this|the) (?:article|post|guide|blog|section|page|review|chapter|issue|newsletter|piece|leaflet|"
    r"next section)(?:,? "
    + words("""
        we you i will looks? explores? discusses covers explains? describes aims? provides? is_about takes examines
        outlines has_been was and shall
    """)
    + r")\b",
    r"(?:keep|continue) reading\b|so,? (?:let|what|there you)|that['’]s (?:it|all)\b",
    r"if you(?:['’]re| are) (?:like me|reading this|looking for|wondering|curious)\b",
    r"(?:ever |have you ever )?wonder\b|you(?:['’]re| are) not alone",
)
# Finite verbs, by their look: auxiliaries, and the verbs of health prose in a form that no noun has.
_AUXILIARY = rule(
    r"\b"
    + words("""
        is are was were am be been has have had does did can could may might will would shall should must cannot
    """)
    + r"\b",
    r"n['’]t\b|['’](?:s been|re|ve|ll)\b",
)
_PAST = "showed lost gained felt fell rose grew began died got took gave saw went came became led ate slept drank"
_PRESENT = """helps reduces improves causes contains supports lowers raises prevents treats boosts protects promotes
    makes gives acts affects suggests goes takes plays provides depends occurs becomes remains keeps kills binds
    relieves eases worsens strengthens stimulates regulates enhances aids fights delivers produces requires allows
    enables inhibits interacts interferes carries varies appears seems tends means"""
_VERB = re.compile(rf"\b{words(f'{_PRESENT} {_PAST}')}\b")
_VERB_OR_NOUN = rule(
    r"\b"
    + words("""
        help reduce improve increases? cause contain support lower raise prevent treat boost protect promote make
        give works? affect shows? come need results? lead blocks? slows? speeds? decreases? includes? found kept say
    """)
    + r"\b(?! (?:of|in)\b)"
)
_RELATIVE = re.compile(
    r"\b(?:that|which|who|where)\s+(?:\w+ly\s+)?"
    r"(?:[a-z]+s|[a-z]+ed|may|can|could|will|would|is|are|was|were|has|have|had|help|cause|treat)\b"
)
_PRONOUN = rule(r"(?:it|they|this|these|he|she|we|you|there|that)\b")
# "fills muscle", "attacks the": an -s verb with its object behind it.
_VERB_OBJECT = re.compile(
    r"\b[a-z]{3,}[^s\W]s (?:the|a|an|your|its|their|it|them|you|up|out)\b|, [a-z ]{3,40} \w{3,}s\b"
)
_SUBJECTLESS = rule(
    r"\W*"
    + words("""
        may might can could will has have is are was were does helps? reduces improves increases causes contains
        supports lowers raises prevents boosts protects promotes lost gained felt slept ate dropped began did had
        got
    """)
    + r"\b(?! (?:of|in)\b)"
)
_DEFINITION = rule(r"[^:–—]{2,50}(?::|\s[–—-])\s+(?:used|an?|the|helps?|known|found|treats?|made|taken|given)\b")
_CONDITION = re.compile(r"(?:if|when|whether|because|unless|to|for|with|by|from)\b")  # lower case: part of the intro
_QUANTITY = rule(r"(?:no|not)? ?(?:more|less|fewer|greater) than\b|at (?:least|most)\b|up to\b|about\b|around\b|\d")
_MAX_ACTION = 12  # words of an item like "Getting enough sleep"
_MAX_NAME = 14


def suggest_kind(sentence: str, part: Part, *, announces: bool = False) -> Kind:
    """The kind of ``sentence``, which stands in a paragraph, a list item or a notice.

    ``announces``: a list or a table follows the block that the sentence stands in.
    """
    if part is Part.NOTICE:
        return Kind.BOILERPLATE
    if "?" in sentence and _QUESTION_END.search(sentence):
        return Kind.QUESTION
    if is_notice(sentence):
        return Kind.BOILERPLATE
    if sentence.endswith((":", ":**", ":*")) or (announces and _ANNOUNCES.match(sentence)):
        return Kind.LIST_INTRO
    advice = is_advice(sentence)
    if part is Part.ITEM and not (advice and sentence[-1] in ".!*") and _is_bare_item(sentence):
        return Kind.LIST_ITEM
    if advice:
        return Kind.ADVICE
    return Kind.OTHER if _OTHER.match(sentence.lstrip('*_"“ ')) else Kind.CLAIM


def is_check_worthy(kind: Kind, text: str) -> bool:
    """Whether a source could settle a unit of this kind: claims, table rows, list items, and risky advice."""
    if kind in (Kind.CLAIM, Kind.TABLE_ROW, Kind.LIST_ITEM):
        return True
    return kind is Kind.ADVICE and is_risky(text)


def _is_bare_item(sentence: str) -> bool:
    """Whether a list item states nothing: a name, an -ing phrase, an action, with no finite verb of its own."""
    if _SUBJECTLESS.match(sentence) or _DEFINITION.match(sentence):
        return False
    full_stop = sentence[-1] == "."
    if _CONDITION.match(sentence) and not full_stop:
        return True
    parts = sentence.split()
    long = len(parts) > 6 and not _QUANTITY.match(sentence)
    if sentence[-1] in ".!" and (_PRONOUN.match(sentence) or (long and _VERB_OBJECT.search(sentence))):
        return False
    if parts[0].lower().endswith("ing") and len(parts) <= _MAX_ACTION and not full_stop:
        return True
    if sentence[0].islower() and not full_stop and len(parts) <= _MAX_NAME:
        return not _VERB.match(sentence) and (not _AUXILIARY.search(sentence) or bool(_RELATIVE.search(sentence)))
    return not _states(sentence, len(parts))


def _states(sentence: str, length: int) -> bool:
    """Whether a verb in ``sentence`` makes it a statement."""
    if _AUXILIARY.search(sentence) or _VERB.search(sentence) or _RELATIVE.search(sentence):
        return True
    return sentence[-1] in ".!" and length > 5 and bool(_VERB_OR_NOUN.search(sentence))

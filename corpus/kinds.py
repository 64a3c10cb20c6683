"""What kind of unit a sentence is: a suggestion that a reviewer changes with one key. Rules on ``str``, no model."""

from __future__ import annotations

import re

from corpus.advice import is_advice, is_risky
from corpus.boilerplate import is_notice
from corpus.layout import Part
from corpus.model import Kind

_QUESTION_END = re.compile(r"\?[\"'”’)\]*_!?]*(?:\s?\[\^?[\d, –-]+\])*\W*\Z")
_ANNOUNCES = re.compile(
    r"(?:(?:here|below|listed below|following)(?:['’]s| (?:is|are|you(?:['’]ll| will) find))\b"
    r"|the (?:\w+ )?(?:table|chart|list|figure|following \w+) (?:below |above |that follows )?(?:\w+ )?(?:outlines?|shows?|lists?|summari[sz]es?|presents?|provides?|gives?|compares?|details?|describes?|contains?|are|is|include)\b"
    r"|(?:some|these|those|examples?|common|other|good|the)\b.{0,120}\b(?:include|includes|are|is|as follows|the following)\W*\Z"
    r"|.{0,300}\b(?:the following|as follows|listed below|below)(?: \w+){0,3}\W*\Z)",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:dear\b|hi\b|hey\b|hello\b|welcome\b|thank(?:s| you)\b|i (?:think|feel|believe|love|hope|like|hate|was|am|had|have been|used to|remember|personally|started|tried|would say|wish)\b|i['’](?:m|ve|d)\b|"
    r"in my (?:opinion|experience|view)|personally\b|my (?:own|favou?rite|experience|mother|father|husband|wife|doctor|friend|patients|advice|take|recommendation)\b|we (?:will|['’]ll|shall|are going to|hope|love|have put together|want) (?:look|discuss|explore|cover|"
    r"explain|examine|dive|review|you|see|share|answer|take|go|talk|this|walk|break|to)\b|we['’]ll\b|let(?:['’]s| us)\b|"
    r"(?:in )?(?:this|the) (?:article|post|guide|blog|section|page|review|chapter|issue|newsletter|piece|leaflet|next section)(?:,? (?:we|you|i|will|looks?|explores?|discusses|covers|explains?|describes|aims?|provides?|is about|takes|examines|outlines|has been|was|and|shall))\b|"
    r"(?:keep|read) (?:on )?(?:reading|on)\b|read on\b|so,? (?:let|what|there you)|that['’]s (?:it|all)\b|who knows|enjoy\b|"
    r"if you(?:['’]re| are) (?:like me|reading this|looking for|wondering|curious)\b|(?:ever |have you ever )?wonder\b|you(?:['’]re| are) not alone)",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|does|did|can|could|may|might|will|would|shall|should|must|cannot)\b|(?:n['’]t|['’](?:s been|re|ve|ll))\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:helps?|reduces?|improves?|increases?|causes?|contains?|supports?|lowers?|raises?|prevents?|treats?|boosts?|protects?|promotes?|makes?|gives?|works?|acts?|affects?|shows?|suggests?|"
    r"comes?|goes|takes?|needs?|plays?|provides?|leads?|results?|depends?|occurs?|becomes?|remains?|keeps?|kills?|blocks?|binds?|relieves?|eases?|worsens?|strengthens?|stimulates?|regulates?|"
    r"enhances?|slows?|speeds?|aids?|fights?|delivers?|produces?|requires?|allows?|enables?|decreases?|inhibits?|interacts?|interferes?|carries|varies|appears?|seems?|tends?|means?|says?|found|"
    r"showed|lost|gained|felt|fell|rose|grew|began|died|got|took|gave|saw|went|came|became|led|kept|ate|slept|drank|includes?)\b(?! (?:of|in)\b)",
    re.IGNORECASE,
)
_THIRD_PERSON = re.compile(
    r"\b(?:helps|reduces|improves|causes|contains|supports|lowers|raises|prevents|treats|boosts|protects|promotes|makes|gives|acts|affects|suggests|goes|takes|plays|provides|depends|occurs|becomes|"
    r"remains|keeps|kills|binds|relieves|eases|worsens|strengthens|stimulates|regulates|enhances|aids|fights|delivers|produces|requires|allows|enables|inhibits|interacts|interferes|carries|varies|"
    r"appears|seems|tends|means|showed|lost|gained|felt|fell|rose|grew|began|died|got|took|gave|saw|went|came|became|led|ate|slept|drank)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|where)\s+(?:\w+ly\s+)?(?:[a-z]+s|[a-z]+ed|may|can|is|are|was|were|has|have|help|cause|treat)\b")
_DEFINITION = re.compile(r"[^:–—]{2,50}(?::|\s[–—-])\s+(?:used|an?|the|helps?|known|found|treats?|made|taken|given)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|they|this|these|he|she|we|you|there|that)\b", re.IGNORECASE)
_VERB_OBJECT = re.compile(r"\b[a-z]{3,}[^s\W]s (?:the|a|an|your|its|their|it|them|you|up|out)\b|, [a-z ]{3,40} \w{3,}s\b")
_CONDITION = re.compile(r"(?:if|when|whether|because|unless|to|for|with|by|from)\b")  # in lower case: part of the intro
_SUBJECTLESS = re.compile(
    r"\W*(?:may|might|can|could|will|has|have|is|are|was|were|does|helps?|reduces|improves|increases|causes|contains|supports|lowers|raises|prevents|boosts|protects|promotes|lost|gained|"
    r"felt|slept|ate|dropped|began|did|had|got)\b(?! of\b)",
    re.IGNORECASE,
)


def suggest_kind(sentence: str, part: Part, *, announces: bool = False) -> Kind:
    """The kind of ``sentence``, which stands in a paragraph, a list item or a notice.

    ``announces``: the sentence ends its block, and a list or a table follows.
    """
    if part is Part.NOTICE:
        return Kind.BOILERPLATE
    if "?" in sentence and _QUESTION_END.search(sentence):
        return Kind.QUESTION
    if is_notice(sentence):
        return Kind.BOILERPLATE
    if sentence.endswith((":", ":**", ":*")) or (announces and _ANNOUNCES.match(sentence)):
        return Kind.LIST_INTRO
    if part is Part.ITEM and _is_bare_item(sentence):
        return Kind.LIST_ITEM
    if is_advice(sentence):
        return Kind.ADVICE
    return Kind.OTHER if _OTHER.match(sentence.lstrip("*_\"“ ")) else Kind.CLAIM


def _is_bare_item(sentence: str) -> bool:
    """Whether a list item states nothing: a name, an -ing phrase, an action, with no finite verb of its own."""
    if _SUBJECTLESS.match(sentence) or _DEFINITION.match(sentence):
        return False
    if is_advice(sentence) and sentence[-1] in ".!*":
        return False
    if _CONDITION.match(sentence) and sentence[-1] != ".":
        return True
    words = len(sentence.split())
    if sentence[-1] in ".!" and (_PRONOUN.match(sentence) or (words >= 7 and _VERB_OBJECT.search(sentence))):
        return False
    if sentence.split()[0].lower().endswith("ing") and words <= 12 and not sentence.endswith("."):
        return True
    if sentence[0].islower() and not sentence.endswith(".") and words <= 14:
        return not _THIRD_PERSON.match(sentence) and not (_AUXILIARY.search(sentence) and not _RELATIVE.search(sentence))
    if _AUXILIARY.search(sentence) or _THIRD_PERSON.search(sentence) or _RELATIVE.search(sentence):
        return False
    return not (_FINITE.search(sentence) and sentence[-1] in ".!" and words >= 6)


def is_check_worthy(kind: Kind, text: str) -> bool:
    """Whether a source could settle a unit of this kind: claims, table rows, list items, and risky advice."""
    if kind in (Kind.CLAIM, Kind.TABLE_ROW, Kind.LIST_ITEM):
        return True
    return kind is Kind.ADVICE and is_risky(text)

"""What kind of unit an item of a list is: a name, an order, or a statement of its own."""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.advice.items import forbids_or_limits, is_order_in_small, is_plain_order, may_be_order
from corpus.intros import Above
from corpus.model import Kind
from corpus.patterns import ENDS_OF_NOTES, has_any, rule, small, words, words_in
from corpus.statements import RELATIVE, states, verb_in

_PRONOUN = small(r"(?:it|they|this|these|he|she|we|you|there|that)\b")
# "fills muscle", "attacks the": an -s verb with its object behind it.
_VERB_OBJECT = re.compile(
    r"\b[a-z]{3,}[^s\W]s (?:the|a|an|your|its|their|it|them|you|up|out)\b|, [a-z ]{3,40} \w{3,}s\b"
)
_SUBJECTLESS = small(
    r"\W*"
    + words("""
        may might can could will has have is are was were does helps? reduces improves increases causes contains
        supports lowers raises prevents boosts protects promotes lost gained felt slept ate dropped began did had
        got inhibits binds kills relieves eases strengthens stimulates regulates enhances produces treats makes gives
        affects requires keeps provides absorbs contributes
    """)
    + r"\b(?! (?:of|in)\b)"
)
_SIGNS_OF_DEFINING = (":", "–", "—", " -")
_DEFINITION = small(r"[^:–—]{2,50}(?::|\s[–—-])\s+(?:used|an?|the|helps?|known|found|treats?|made|taken|given)\b")
# "1 (15-ounce) can chickpeas", "½ teaspoon salt": what a recipe asks for.
_INGREDIENT = rule(
    r"(?:\d|[½¼¾⅓⅔⅛])[\d\s./½¼¾⅓⅔⅛–-]*(?:\([^)]{1,30}\)\s*)?"
    + words("""
        cups? tablespoons? tbsps?\\.? teaspoons? tsps?\\.? ounces? oz\\.? pounds? lbs?\\.? cloves? cans? slices?
        sticks? stalks? sprigs? bunch(?:es)? pinch(?:es)? dash(?:es)? handfuls? heads? pieces? quarts? pints?
        packets? packages? jars?
        small medium large ripe fresh scoops?
    """)
    + r"\b"
)
# "Anyone under 18", "People who take warfarin": who is meant.
_WHOM = rule(
    r"(?:\w+ ){0,2}(?:anyone|people|those|persons?|patients|women|men|children|adults|babies|infants|someone|"
    r"individuals) (?:who|whose|with|under|over|aged|taking|on)\b"
)
# "Usual dose: 200-400 mg daily", "Spinach (1 cup): 157mg"
_AMOUNT_OF = small(
    r"[^:.]{2,60}: (?!no\b|nothing\b)[^:.]{0,30}?\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*| to \d[\d.,]*)?\s?"
    r"(?:mg|mcg|µg|μg|g|iu|mmol|meq|%)(?![a-z])"
)
_PARENTHESIS = re.compile(r"\([^()]*\)")
_NEGATIVE_ORDER = rule(r"(?:do not|don['’]t|never)\b")
# "Creatine increases strength": a verb that could be a noun, with its object.
_NAME_VERB_OBJECT = re.compile(
    r"[A-Z][\w-]+(?: [a-z][\w-]+)? (?:increases|decreases|blocks|slows|speeds|works|leads|affects|lowers|helps|hurts|"
    r"needs|shows|comes|boosts) (?!of\b|in\b|for\b|and\b|or\b|by\b|with\b)[a-z]"
)
_CLAUSE = re.compile(r"(?:you|they|it|he|she|we|there) [a-z'’]|your (?:\w+ ){1,2}(?:\w+s|feel|look|hurt|ache) ")
_PHRASE = re.compile(r"(?:whether|to|for|with|by|from|in|on|at|of|as)\b")  # lower case: part of the intro
_SHORT_CONDITION = re.compile(r"(?:if|when|where|as) (?:\w+ ?){1,2}\Z")  # "if needed"
_NOTED_STOP = re.compile(r"[a-z\d)]\.[\d,–\[\]-]{1,12}\Z")  # with its footnote: "... in most people.3,4"
_GOES_ON = re.compile(r"[;,](?: (?:and|or|and/or))?\Z")  # more items come
_SUBCLAUSE = re.compile(r"(?:if|when|because|unless|while|since|although) \w")
# "7,000 steps: 25% lower risk"
_SIGNS_OF_COMPARING = (": ", " – ", " — ", " - ")
_COMPARES = re.compile(
    r".{2,60}(?::|\s[–—-])\s.{0,40}\d.{0,20}\b(?:lower|higher|greater|fewer|less|more|increased?|reduced|reduction|decrease)\b"
)
_OF_PEOPLE = re.compile(r"(?:Smoke|Snore|Are|Were|Live|Feel|Get|Had|Can|Cannot|Need|Use|Lost|Do not|Don['’]t|Never)\b")
_QUANTITY = small(r"(?:no|not)? ?(?:more|less|fewer|greater) than\b|at (?:least|most)\b|up to\b|about\b|around\b|\d")
_MAX_ACTION = 12  # words of an item like "Getting enough sleep"
_MAX_NAME = 14
_MOST_BLANKS_OF_NAME = 2


def kind_of_item(sentence: str, said: Collection[str], above: Above, advice: bool) -> Kind | None:
    """The kind of an item where it is another than that of the same words in a paragraph."""
    goes_on = sentence[0].islower()  # the intro's sentence does
    if above.of_whom and not goes_on and (may_be_order(sentence) or _OF_PEOPLE.match(sentence)):
        return Kind.CLAIM  # "You are at risk if you: / Smoke."
    ended = sentence[-1] in ".!*" and not (above.is_intro and goes_on)
    if advice and (above.asked or ended or _NEGATIVE_ORDER.match(sentence) or is_plain_order(sentence)):
        return None
    if advice and goes_on and above.is_whole and is_order_in_small(sentence):
        return None
    if above.is_open and not above.asked and goes_on and not _PHRASE.match(sentence):
        return Kind.CLAIM
    if _is_whole_sentence(sentence, said) or not _is_bare_item(sentence, said):
        return None
    order = above.asked and (may_be_order(sentence) or forbids_or_limits(sentence))
    return Kind.ADVICE if order else Kind.LIST_ITEM


def is_mere_name(sentence: str) -> bool:
    """Whether a few words with a full stop name something and say nothing of it: ``Ginger tea.``"""
    if (
        sentence.count(" ") > _MOST_BLANKS_OF_NAME
        or sentence[-1] not in ".!"
        or ":" in sentence
        or any(map(str.isdigit, sentence))
    ):
        return False
    return not forbids_or_limits(sentence) and not states(sentence, sentence.lower(), words_in(sentence), ends=True)


def _is_whole_sentence(sentence: str, said: Collection[str]) -> bool:
    """Whether an item is one beyond doubt, as most with a full stop are, and told in a fifth of the time."""
    return sentence[-1] == "." and sentence[0].isupper() and verb_in(sentence, sentence.lower(), said) is not None


def _is_bare_item(sentence: str, said: Collection[str]) -> bool:
    """Whether a list item states nothing: a name, an -ing phrase, an action, with no finite verb of its own."""
    lowered = sentence.lower()
    if _SUBJECTLESS.match(lowered) or (
        has_any(lowered, _SIGNS_OF_DEFINING) and (_DEFINITION.match(lowered) or _AMOUNT_OF.match(lowered))
    ):
        return False
    if (not sentence[0].isalpha() and _INGREDIENT.match(sentence)) or (
        sentence[-1] not in ".!:" and _WHOM.match(sentence)
    ):
        return True
    if _CLAUSE.match(sentence) or _NAME_VERB_OBJECT.match(sentence):
        return False
    if "(" in sentence and sentence[-1] == ")":
        sentence = _PARENTHESIS.sub("", sentence).rstrip() or sentence
        lowered = sentence.lower()
    inside = sentence[0].islower()  # the intro's sentence goes on
    full_stop = (sentence[-1] == "." and not inside) or (
        sentence[-1] in ENDS_OF_NOTES and bool(_NOTED_STOP.search(sentence))
    )
    if not full_stop and (_PHRASE.match(sentence) or _SHORT_CONDITION.match(sentence)):
        return True
    if _SUBCLAUSE.match(sentence) or (has_any(sentence, _SIGNS_OF_COMPARING) and _COMPARES.match(sentence)):
        return False
    parts = sentence.split()
    long = len(parts) > 6 and not _QUANTITY.match(lowered)
    if sentence[-1] in ".!" and (_PRONOUN.match(lowered) or (long and _VERB_OBJECT.search(sentence))):
        return False
    if parts[0].lower().endswith("ing") and len(parts) <= _MAX_ACTION and not full_stop:
        return True
    if inside and not full_stop and (len(parts) <= _MAX_NAME or _GOES_ON.search(sentence)):
        verb = verb_in(sentence, lowered, said)
        relative = RELATIVE.search(sentence) if verb else None
        return verb is None or (relative is not None and relative.start() < verb.end())
    return not states(sentence, lowered, said, ends=full_stop or sentence[-1] == "!")

"""What kind of unit a sentence is: a suggestion that a reviewer changes with one key. Rules on ``str``, no model."""

from __future__ import annotations

import re
import string
from collections.abc import Set
from typing import NamedTuple

from corpus.advice.items import forbids_or_limits, is_order_in_small, is_plain_order, may_be_order
from corpus.advice.risk import is_risky
from corpus.advice.sentences import SIGNS_OF_ADVICE, is_advice, may_be_advice
from corpus.boilerplate.people import is_attribution
from corpus.layout.blocks import Part
from corpus.model import Kind
from corpus.notices import SIGNS_OF_NOTICES, asks_for_feedback, is_notice, opens_as_notice
from corpus.patterns import asks, has_any, listed, rule, small, spelled, without_note, words, words_in
from corpus.talk import LONGEST_CHAT, SIGNS_OF_TALK, SIGNS_OF_TALK_IN_SHORT, is_talk, opens_as_talk
from corpus.verbs import has_finite_verb

_ANNOUNCES = small(
    r"(?:here|below|listed below|following)(?:['’]s| (?:is|are|you(?:['’]ll| will) find))\b",
    r"(?:table|figure|box) \d+ (?:below )?"
    + words("outlines? shows? lists? summari[sz]es? presents? provides? gives? compares? details? describes? contains?")
    + r"\b",
    r"the (?:\w+ )?(?:table|chart|list|figure|following \w+) (?:below |above |that follows )?(?:\w+ )?"
    + words("""
        outlines? shows? lists? summari[sz]es? presents? provides? gives? compares? details? describes? contains?
        are is include
    """)
    + r"\b",
    r"(?:some|these|those|examples?|common|other|good|the)\b.{0,120}"
    r"\b(?:includes?|are|is|as follows|the following)\W*\Z",
    r".{0,200}\b(?:is|are) (?:set out|shown|given|listed|summari[sz]ed|presented|provided|outlined) in "
    r"(?:the )?(?:table|box|figure)\b.{0,20}\Z",
    r".{0,300}\b(?:the following|as follows|listed below|below)(?: \(?\w+\)?){0,4}\W*\Z",
)
_SIGNS_OF_ANNOUNCING = spelled(
    "here below listed following follows tables? figures? box chart list includes? set shown given summari[sz]ed are is"
) | listed("presented provided outlined summarised summarized")
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
_RELATIVE = re.compile(
    r"\b(?:that|which|who|where)\s+(?:\w+ly\s+)?"
    r"(?:[a-z]+s|[a-z]+ed|may|can|could|will|would|is|are|was|were|has|have|had|help|cause|treat)\b"
)
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
_SALUTATION = rule(r"(?:dear|hi|hello|hey)\b[^.?]{0,50}[,:!]?\Z")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_ASKS_FOR_ORDERS = rule(
    r"\W*(?:do|don['’]?ts?|dos|do['’]s|dos? and don['’]?ts|do not|tips?|self-?care|home care|directions|method|steps?|"
    r"instructions?|what (?:to do|you can do|should (?:i|you) do|not to do)|how (?:to|can (?:i|you)|do i)|ways to|"
    r"things (?:to|you can)|prevention|preventing|lifestyle changes)\b.{0,80}\Z",
    r".{0,160}\b(?:should|must|need to|try to|remember to|be sure to|make sure (?:you|to)|these (?:steps|tips|rules)|"
    r"(?:steps|tips|advice|rules|instructions)(?: \w+){0,4})\W*\Z",
)
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
_ENDS_OF_NOTES = "0123456789]"
_GOES_ON = re.compile(r"[;,](?: (?:and|or|and/or))?\Z")  # more items come
_SUBCLAUSE = re.compile(r"(?:if|when|because|unless|while|since|although) \w")
# "7,000 steps: 25% lower risk"
_SIGNS_OF_COMPARING = (": ", " – ", " — ", " - ")
_COMPARES = re.compile(
    r".{2,60}(?::|\s[–—-])\s.{0,40}\d.{0,20}\b(?:lower|higher|greater|fewer|less|more|increased?|reduced|reduction|decrease)\b"
)
# What an intro leaves open that its items go on with: "You might have an attack if you:", "Magnesium can:"
_LEFT_OPEN = re.compile(
    r"\b(?:you|they|it|he|she|who|which|that|people|patients|women|may|might|can|could|will|would|also|often|not|if)"
    r"(?<!must not)(?<!should not)(?<!cannot)(?<!do not)(?<!\bif)[:…. ]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OF_WHOM = re.compile(
    r"\b(?:(?:if|when|because) (?:you|they|he|she|it|your \w+|someone)|(?<!sure )(?<!mind )that|which|who)"
    r"\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LACKS = re.compile(
    r"\b(?:includ(?:es?|ing)|are|is|be|to|by|from|of|for|with|like|such as|not|never|when|while|after|before)\W*\Z"
)
_OF_PEOPLE = re.compile(r"(?:Smoke|Snore|Are|Were|Live|Feel|Get|Had|Can|Cannot|Need|Use|Lost|Do not|Don['’]t|Never)\b")
_QUANTITY = small(r"(?:no|not)? ?(?:more|less|fewer|greater) than\b|at (?:least|most)\b|up to\b|about\b|around\b|\d")
_SIGNS = SIGNS_OF_NOTICES | SIGNS_OF_ADVICE | SIGNS_OF_TALK
_SIGNS_IN_SHORT = _SIGNS | SIGNS_OF_TALK_IN_SHORT
_MAX_ACTION = 12  # words of an item like "Getting enough sleep"
_MAX_NAME = 14
_MOST_BLANKS_OF_NAME = 2
_TAIL = 40  # characters at the end of an intro that tell what it leaves open


class Above(NamedTuple):
    """What the line over a list says of its items."""

    is_intro: bool = False  # it is a sentence
    asked: bool = False  # what follows is for the reader to do
    is_open: bool = False  # it breaks off before the verb
    is_whole: bool = False  # it is a sentence that lacks nothing
    of_whom: bool = False  # it does so behind "if you" or "symptoms that", and asks for nothing


NOTHING_ABOVE = Above()


def suggest_kind(
    sentence: str,
    part: Part,
    *,
    announces: bool = False,
    above: Above = NOTHING_ABOVE,
) -> Kind:
    """The kind of ``sentence``, which stands in a paragraph, a list item or a notice.

    ``announces``: a list or a table follows the block that the sentence stands in. ``above``: what the line over a
    list says of its items.
    """
    said = words_in(sentence)
    if asks(sentence):
        feedback = part is Part.NOTICE or asks_for_feedback(sentence)
        return Kind.BOILERPLATE if feedback else Kind.QUESTION
    quiet = is_quiet(sentence, said)
    if part is Part.NOTICE or (opens_as_notice(sentence) if quiet else _is_boilerplate(sentence, said)):
        return Kind.BOILERPLATE
    if sentence[0] in "DdHh" and _SALUTATION.match(sentence):
        return Kind.OTHER
    if _introduces(sentence) or (announces and _announces(sentence, said)):
        return Kind.LIST_INTRO
    advised = not quiet and is_advice(sentence, said)
    if part is Part.ITEM and (item := _kind_of_item(sentence, said, above, advised)):
        return item
    if advised:
        return Kind.ADVICE
    talks = opens_as_talk(sentence) if quiet else is_talk(sentence.lstrip('*_"“([ '), said)
    return Kind.OTHER if talks else Kind.CLAIM


def is_quiet(sentence: str, said: Set[str]) -> bool:
    """Whether ``sentence`` holds no word by which a rule could take it for a notice, advice or talk: it is one by its
    opening, or not at all. Most sentences are quiet, and told in a third of the time. ``said``: its words."""
    return (
        said.isdisjoint(_SIGNS if len(sentence) > LONGEST_CHAT else _SIGNS_IN_SHORT)
        and sentence[-1] != "!"
        and sentence[0] in string.ascii_letters
        and not (sentence[1:2].isupper() and ":" in sentence)  # who speaks: "DR ROTH: ..."
        and "@" not in sentence
        and "of you " not in sentence
        and not may_be_advice(sentence, said)
    )


def _introduces(sentence: str) -> bool:
    """Whether a colon stands at the end, perhaps with a footnote's mark behind it."""
    return sentence.endswith((":", ":**", ":*")) or (
        sentence[-1] in _ENDS_OF_NOTES and without_note(sentence)[-1] == ":"
    )


def _announces(sentence: str, said: Set[str]) -> bool:
    """Whether a sentence says that a list or a table follows: "The table below shows ..."."""
    return not said.isdisjoint(_SIGNS_OF_ANNOUNCING) and _ANNOUNCES.match(sentence.lower()) is not None


def _kind_of_item(sentence: str, said: Set[str], above: Above, advice: bool) -> Kind | None:
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
    if not _is_bare_item(sentence, said):
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
    return not forbids_or_limits(sentence) and not _states(sentence, sentence.lower(), words_in(sentence), ends=True)


def _is_boilerplate(sentence: str, said: Set[str]) -> bool:
    """Whether a sentence is end matter, or who said what stands before."""
    return is_notice(sentence, said) or (sentence[0] in "-–—" and is_attribution(sentence.lstrip("-–— ")))


def asks_for_orders(line: str) -> bool:
    """Whether what stands under ``line``, a heading or an intro, is for the reader to do: "Tips", "You should:"."""
    return bool(_ASKS_FOR_ORDERS.match(line))


def leaves_open(line: str) -> bool:
    """Whether an intro breaks off where its items go on with the verb: "You are at risk if you:"."""
    return line.endswith((":", "…", "...")) and bool(_LEFT_OPEN.search(line, max(0, len(line) - _TAIL)))


def above_list(line: str, *, is_intro: bool) -> Above:
    """What ``line``, a heading or (``is_intro``) an intro, says of the items under it."""
    line = without_note(line)
    asked, is_open = asks_for_orders(line), is_intro and leaves_open(line)
    return Above(
        is_intro,
        asked,
        is_open,
        is_whole=is_intro and not is_open and not _LACKS.search(line, max(0, len(line) - _TAIL)),
        of_whom=is_open and not asked and bool(_OF_WHOM.search(line, max(0, len(line) - _TAIL))),
    )


def is_check_worthy(kind: Kind, text: str) -> bool:
    """Whether a source could settle a unit of this kind: claims, table rows, list items, and risky advice."""
    if kind in (Kind.CLAIM, Kind.TABLE_ROW, Kind.LIST_ITEM):
        return True
    return kind is Kind.ADVICE and is_risky(text)


def _is_bare_item(sentence: str, said: Set[str]) -> bool:
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
        sentence[-1] in _ENDS_OF_NOTES and bool(_NOTED_STOP.search(sentence))
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
        verb = _verb_in(sentence, lowered, said)
        relative = _RELATIVE.search(sentence) if verb else None
        return verb is None or (relative is not None and relative.start() < verb.end())
    return not _states(sentence, lowered, said, ends=full_stop or sentence[-1] == "!")


def _verb_in(sentence: str, lowered: str, said: Set[str]) -> re.Match[str] | None:
    """What can only be a verb in ``sentence``."""
    verb = None if said.isdisjoint(_SIGNS_OF_VERB) else _VERB.search(sentence)
    return verb or (None if said.isdisjoint(_SIGNS_OF_AUXILIARY) else _AUXILIARY.search(lowered))


def _states(sentence: str, lowered: str, said: Set[str], *, ends: bool) -> bool:
    """Whether a verb in ``sentence`` makes it a statement."""
    if _verb_in(sentence, lowered, said):
        return True
    if not said.isdisjoint(_SIGNS_OF_RELATIVE) and _RELATIVE.search(sentence):
        return True
    if ends and sentence.count(" ") > 4 and _VERB_OR_NOUN.search(lowered):
        return True
    return has_finite_verb(sentence, said)

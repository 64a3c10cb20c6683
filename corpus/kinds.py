"""What kind of unit a sentence is: a suggestion that a reviewer changes with one key. Rules on ``str``, no model."""

from __future__ import annotations

import re

from corpus.advice import is_advice, is_risky
from corpus.layout import Part
from corpus.model import Kind
from corpus.notices import is_notice
from corpus.patterns import asks, has_any, listed, rule, small, words

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
    r".{0,300}\b(?:the following|as follows|listed below|below)(?: \w+){0,3}\W*\Z",
)
# Opinion, experience, and talk about the article itself: nothing that a source could settle.
_OTHER = small(
    r"(?:dear|hi|hey|hello|welcome|thanks?|thank you|many thanks|cheers|personally|enjoy|congrat\w+|good luck|sorry|"
    r"happy to|glad to|please help|take care|lol|idk|imo|imho)\b|"
    r"who knows|read on\b|(?:all the )?best wishes|(?:kind |best )?regards\b",
    r"hope (?:this|that|it|you)\b|not sure (?:what|if|whether|how)\b|any (?:advice|help|ideas?|thoughts)\b",
    r"will (?:let you|try|ring|call|ask|report|update|see)\b|asking for a friend",
    r"in my (?:opinion|experience|view|practice)",
    r"we (?:will|['’]ll|shall|are going to|hope|love|have put together|want) "
    + words(
        "look discuss explore cover explain examine dive review you see share answer take go talk this walk break to"
    )
    + r"\b|we['’]ll\b|let(?:['’]s| us)\b",
    r"our (?:goal|aim|team|guide|experts|editors|picks|favou?rites?|inbox|readers)\b",
    r"(?:in )?(?:this|the) (?:article|post|guide|blog|section|page|review|chapter|issue|newsletter|piece|leaflet|"
    r"next section)(?:,? "
    + words("""
        we you i will looks? explores? discusses covers explains? describes aims? provides? is_about takes examines
        outlines has_been was and shall
    """)
    + r")\b",
    r"\(?\[?see (?:also )?[\"“'‘]",
    r"(?:keep|continue) reading\b|so,? (?:let|what|there you)|that['’]s (?:it|all)\b|more on (?:this|that)\b",
    r"if you(?:['’]re| are)? (?:like me|like (?:most|many)|reading this|looking for|wondering|curious)\b",
    r"if you['’]ve (?:ever|been)\b",
    r"(?:ever |have you ever )?wonder\b|you(?:['’]re| are) not alone|chances are\b|sound familiar",
    r"you(?:['’]ve| have| may| might|['’]re| are)? (?:be |have )?(?:probably )?(?:wondering|surprised|wary|thinking|"
    r"asking|heard|read|noticed|seen|guessed)\b",
)
_OTHER_OPENS = listed(
    """
        happy glad dear hi hey hello welcome thanks thank many cheers personally enjoy congrats congratulations good
        sorry please take lol idk imo imho who read all best kind regards hope not any will asking in we let our this
        the see keep continue so that more if ever have wonder you chances sound
    """
)
# What the writers did, or tell in another place; tried where one of the signs stands in the sentence.
_OF_THE_TEXT = small(
    r"(?:[\w’' ,]{3,80}, )?we(?:['’]ve| have)? (?:also )?"
    + words("""
        looked researched rounded gathered asked dug put compiled collected broken listed picked chosen spoke talked
        reached curated created got_your
    """)
    + r"\b",
    r"(?:\w+ ){1,3}of you\b",
    r"(?:the|these|this|other)\b.{0,120}\b(?:will be|is|are) (?:reviewed|discussed|presented|described|covered|"
    r"summari[sz]ed) (?:here|below|above|separately|elsewhere|in (?:this|the next|a separate))\b",
)
_SIGNS_OF_THE_TEXT = (
    *("We ", "we ", "We'", "We’", "we'", "we’", " of you "),
    *("separately", " here", " below", " above", "elsewhere", "in this"),
)
# Somebody tells of themselves: "I take it every night", "my bp was", "last week i hurt my back".
_EXPERIENCE = small(
    r"(?:(?:so|and|but|well|ok(?:ay)?|now|also|yes|no|then|anyway|honestly|actually|recently|once|since then),?\s+)*"
    r"(?:(?:last|this|every|one|two|three|a few|after|for|when|on|in|about) (?:[\w'’]+ ){1,4})?"
    r"(?:i(?:['’](?:m|ve|d|ll))?|ive|im|my)\b(?!\.)",
    r"(?:.{0,60}\W)?(?:me and my|my (?:husband|wife|son|daughter|mother|father|mom|mum|dad|sister|brother))\b",
)
_SIGNS_OF_A_PERSON = ("I ", "I'", "I’", "i ", "i'", "i’", "my ", "My ", "ive ", "im ")
_PERSON_WITHIN = 80
# Finite verbs, by their look: auxiliaries, and the verbs of health prose in a form that no noun has.
_AUXILIARY = small(
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
_VERB_OR_NOUN = small(
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
_SALUTATION = rule(r"(?:dear|hi|hello|hey)\b[^.?]{0,50}[,:!]?\Z")
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{1,24}:\s")  # of an interview
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
_CONDITION = re.compile(r"(?:if|when|whether|because|unless|to|for|with|by|from)\b")  # lower case: part of the intro
_QUANTITY = small(r"(?:no|not)? ?(?:more|less|fewer|greater) than\b|at (?:least|most)\b|up to\b|about\b|around\b|\d")
_MAX_ACTION = 12  # words of an item like "Getting enough sleep"
_MAX_NAME = 14


def suggest_kind(sentence: str, part: Part, *, announces: bool = False, asked: bool = False) -> Kind:
    """The kind of ``sentence``, which stands in a paragraph, a list item or a notice.

    ``announces``: a list or a table follows the block that the sentence stands in. ``asked``: the heading or the
    intro above says that what follows is for the reader to do.
    """
    if part is Part.NOTICE:
        return Kind.BOILERPLATE
    if asks(sentence):
        return Kind.QUESTION
    if is_notice(sentence):
        return Kind.BOILERPLATE
    if sentence[:1] in "DdHh" and _SALUTATION.match(sentence):
        return Kind.OTHER
    if sentence.endswith((":", ":**", ":*")) or (announces and _ANNOUNCES.match(sentence.lower())):
        return Kind.LIST_INTRO
    advice = is_advice(sentence)
    if part is Part.ITEM:
        order = advice and (asked or sentence[-1] in ".!*" or bool(_NEGATIVE_ORDER.match(sentence)))
        if not order and _is_bare_item(sentence):
            return Kind.LIST_ITEM
    if advice:
        return Kind.ADVICE
    return Kind.OTHER if _is_talk(sentence.lstrip('*_"“([ ')) else Kind.CLAIM


def _is_talk(plain: str) -> bool:
    """Whether a sentence is an opinion, an experience, or talk about the article: nothing a source could settle."""
    if plain[1:2].isupper() and (speaker := _SPEAKER.match(plain)):
        plain = plain[speaker.end() :]
    lowered = plain.lower()
    first = _FIRST_WORD.match(lowered)
    if first and first[0] in _OTHER_OPENS and _OTHER.match(lowered):
        return True
    if has_any(plain[:_PERSON_WITHIN], _SIGNS_OF_A_PERSON) and _EXPERIENCE.match(lowered):
        return True
    return has_any(plain, _SIGNS_OF_THE_TEXT) and bool(_OF_THE_TEXT.match(lowered))


def asks_for_orders(line: str) -> bool:
    """Whether what stands under ``line``, a heading or an intro, is for the reader to do: "Tips", "You should:"."""
    return bool(_ASKS_FOR_ORDERS.match(line))


def is_check_worthy(kind: Kind, text: str) -> bool:
    """Whether a source could settle a unit of this kind: claims, table rows, list items, and risky advice."""
    if kind in (Kind.CLAIM, Kind.TABLE_ROW, Kind.LIST_ITEM):
        return True
    return kind is Kind.ADVICE and is_risky(text)


def _is_bare_item(sentence: str) -> bool:
    """Whether a list item states nothing: a name, an -ing phrase, an action, with no finite verb of its own."""
    lowered = sentence.lower()
    if _SUBJECTLESS.match(lowered) or _DEFINITION.match(lowered):
        return False
    if _INGREDIENT.match(sentence) or (sentence[-1] not in ".!:" and _WHOM.match(sentence)):
        return True
    if _CLAUSE.match(sentence) or _NAME_VERB_OBJECT.match(sentence):
        return False
    if "(" in sentence and sentence[-1] == ")":
        sentence = _PARENTHESIS.sub("", sentence).rstrip() or sentence
        lowered = sentence.lower()
    full_stop = sentence[-1] == "."
    if _CONDITION.match(sentence) and not full_stop:
        return True
    parts = sentence.split()
    long = len(parts) > 6 and not _QUANTITY.match(lowered)
    if sentence[-1] in ".!" and (_PRONOUN.match(lowered) or (long and _VERB_OBJECT.search(sentence))):
        return False
    if parts[0].lower().endswith("ing") and len(parts) <= _MAX_ACTION and not full_stop:
        return True
    if sentence[0].islower() and not full_stop and len(parts) <= _MAX_NAME:
        return not _VERB.match(sentence) and (not _AUXILIARY.search(lowered) or bool(_RELATIVE.search(sentence)))
    return not _states(sentence, lowered, len(parts))


def _states(sentence: str, lowered: str, length: int) -> bool:
    """Whether a verb in ``sentence`` makes it a statement."""
    if _AUXILIARY.search(lowered) or _VERB.search(sentence) or _RELATIVE.search(sentence):
        return True
    return sentence[-1] in ".!" and length > 5 and bool(_VERB_OR_NOUN.search(lowered))

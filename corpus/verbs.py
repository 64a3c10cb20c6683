"""Whether a few words have a verb of their own: finite verbs told by their form and by the words around them.

A list of names ("Nuts and seeds") and a list of statements ("Stress depletes magnesium") differ by nothing else. No
model: words that can only be verbs are known, those that may be nouns as well are told by what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from corpus.patterns import listed

# In this form and with -s no noun.
_ONLY_VERBS = listed(
    """
        accelerate achieve activate adapt add affect alleviate allow alter appear apply arise assist avoid become begin
        believe belong bind bring clog come compete confirm consist constrict contain contribute convert correlate
        create
        decide deepen degrade deliver deplete depend derive destroy deteriorate develop diagnose dilate diminish disrupt
        dissolve ease eliminate enable encourage enhance ensure erode exacerbate exceed excrete exist explain expand
        express facilitate fluctuate flush form fulfill gain generate give grow happen harden heighten help hinder
        hydrate identify improve include induce influence inhibit interact interfere invade involve irritate keep kill
        lack lead lengthen lessen let loosen lower maintain make manage mean mediate metabolize mimic minimize mitigate
        mobilize moderate modulate moisturize multiply need neutralize normalize nourish obtain occur optimize
        originate oxidize perform persist pose possess precipitate predict prevent preserve proceed prolong promote
        protect prove provide provoke receive recommend recover recur reduce refer regenerate regulate relax release
        relieve rely remain remove repair replace replenish require resemble resolve respond restore restrict retain
        reverse see seem sharpen shorten shrink simplify soften solve soothe speed spread stabilize stay stiffen
        stimulate strengthen strip suffer suggest suppress sustain swell synthesize take tell tend thicken think thin
        tighten tolerate transform transmit trap treat trigger undergo utilize vary vanish wane weaken whiten widen work
        worsen deplete deprive absorb accumulate aggravate ameliorate attack attract balance block blunt boost bolster
        calm carry circulate clear combat compensate curb cure decrease delay detoxify distribute drain elevate emit
        energize engage evaporate expose feed fight filter fuel function heal host ignite impair increase inflame inform
        kick lift lighten limit manufacture measure nurture offer overlap penetrate pump reach rebuild reinforce remind
        renew resist revitalize safeguard satisfy save scavenge scan screen seal secrete settle slow sneak squeeze store
        substitute supply support target tone track transport underlie unlock uplift upset want warm feel get go cause
        cross combine complement counteract counter
    """
)
# Of those above, what may be a noun in either form, or an adjective: such a one needs a noun before and what it acts on
# behind it.
_NOUNS_TOO = listed(
    """
        attack balance block boost calm clear combat cure decrease delay drain feed fight filter fuel function host
        increase kick lead lift limit lower measure need offer pump reach release repair reverse scan screen seal slow
        store supply support target tone track transport trap trigger upset warm work cause speed spread strip stay help
        influence form gain lack mean think take make cross combine complement counter thin moderate express flush
        precipitate deepen elevate let ease repair substitute want treat show result act affect keep
    """
)
_VOWELS = frozenset("aeiou")
_IRREGULAR = listed("found showed had slept fell lost began became led took gave rose grew felt ate drank kept")
# What a noun does not stand in: behind one of these comes no verb that looks like a noun or a participle.
_BEFORE_NOUNS = listed(
    """
        a an the of in on at for from with without by to as and or but nor than per via into onto over under between
        among during after before since until against about through your my our their its his her any no some all most
        more less much many few fewer such this these those other each every very too not is are was were be been
        mild severe sudden new high low poor good bad long-term short-term daily chronic marked slightly highly greatly
        severely if when while because that frequent rapid strong weak large small big slow fast early late best worst
        full free extra long short acute deep fresh
    """
)
_BEHIND_VERBS = listed("of in on at for from with without by to as and or but nor than per via after during among")
_PLURALS = listed("they we you both people women men children who which that patients adults data bacteria")
_ASKING = listed("what how why when where which who whether")  # "What happens at a test": the name of a topic
_RELATIVE = listed("which who whose whom where when that")
_ADJECTIVE_ENDINGS = ("ic", "al", "ive", "ous", "ful", "less", "able", "ible", "ed", "ing", "ly", "ary", "ish")
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s", "’s")
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*%?|[:;,–—+]")
_BREAKS = frozenset(":;,–—")


def _third_person(verb: str) -> str:
    if verb.endswith(("sh", "ch", "s", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in _VOWELS else verb + "s"


def _past(verb: str) -> str:
    if verb[-1] == "e":
        return verb + "d"
    return verb[:-1] + "ied" if verb[-1] == "y" and verb[-2] not in _VOWELS else verb + "ed"


_BASE = _ONLY_VERBS - _NOUNS_TOO
_THIRD = frozenset(map(_third_person, _BASE))
_THIRD_OR_NOUN = frozenset(map(_third_person, _NOUNS_TOO))
_PAST = frozenset(map(_past, _ONLY_VERBS | _NOUNS_TOO)) | _IRREGULAR


_FORMS = _THIRD | _THIRD_OR_NOUN | _BASE | _NOUNS_TOO | _PAST


def has_finite_verb(item: str, among: Collection[str]) -> bool:
    """Whether ``item``, a few words without brackets, says what something does or did: ``Stress: It depletes zinc``,
    ``Activates the nerves``, ``Some drugs deplete zinc``. Auxiliaries are not looked for.
    ``among``: its words in small letters."""
    if _FORMS.isdisjoint(among):
        return False
    said = _WORD.findall(item.lower())
    if said and said[0] in _ASKING:
        return False
    said.append("")
    before = earlier = ""
    for word, after in pairwise(said):
        if word in _RELATIVE:  # what is said of something that is only named
            return False
        if _is_verb(word, before, earlier, after):
            return True
        earlier, before = before, word
    return False


def _is_verb(word: str, before: str, earlier: str, after: str) -> bool:
    opens = not before or before in _BREAKS
    if word in _THIRD:
        return bool(after) or not opens
    if word in _THIRD_OR_NOUN:
        return _acts(after) and (opens or _may_be_subject(before))
    if word in _BASE:
        return _is_plural(before) or (before.endswith("ly") and _is_plural(earlier)) or before == "both"
    if word in _NOUNS_TOO:
        return before in ("both", "they", "these") and _acts(after)
    return word in _PAST and not opens and _may_be_subject(before) and _acts(after)


def _acts(after: str) -> bool:
    """Whether the word behind a verb is what it acts on, and neither the end nor a joint."""
    return bool(after) and after not in _BEHIND_VERBS and after not in _BREAKS


def _may_be_subject(word: str) -> bool:
    return word not in _BEFORE_NOUNS and word not in _BREAKS and not word.endswith(_ADJECTIVE_ENDINGS)


def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        len(word) > 3 and word[-1] == "s" and not word.endswith(_SINGULAR_ENDINGS) and word not in _THIRD
    )

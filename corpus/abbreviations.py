"""Words that end in a full stop without ending a sentence, and when one ends behind them all the same."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corpus.patterns import listed

# Words that mostly start sentences: after "U.S." or an initial they show that a new one begins.
STARTERS = listed(
    """
        A About According Additionally Adults After Also Although Always Among An And Another Are As Ask At Avoid
        Because
        Before Based Between Both But By Can Check Children Consult Contact Do Doctors Does Don't Drink During Each Eat
        Even Exercise Experts Finally First For From Furthermore He Her Here His How However I If In Instead Is It
        Its Keep Later Less Many Men More Moreover Most My Nearly Never Next No None Nor Not Now On Once One Only Or
        Other Others Our
        Over Overall Participants Patients People Please Read Research Researchers Results Second See Seek Several
        She Since So
        Some Speak Still Studies Study Such Taking Talk Tell That The Their Then There Therefore These They Third
        This Those Thus To Today Try Two Under Until Use We What When Where Whether Which While Who Why With Without
        Women Yes Yet You Your
    """
)
# Before these, a single capital is a name of something, not a person's initial: "vitamin D. Other ..."
_LETTERED = listed(
    """
        vitamin vitamins hepatitis type types group groups grade stage class factor appendix figure table plan part
        option strain influenza schedule category protein coenzyme Vitamin Vitamins Hepatitis Type Group
        Grade Stage Class
    """
)
_INITIAL = re.compile(r"[A-Z]\.\s?[A-Z]")
_UP_TO_NUMBER = re.compile(r".*[\d/]-?")
_NUMBERED = re.compile(r"[A-Z]{0,5}[-–]?\d|[IVX]+\b")  # "2", "S1", "II", "NCT0217"
# Behind a name like "U.S." a capital may go on with it ("U.S. Centers for ...") or open a sentence ("TikTok has ..."):
# one opens where the sentence so far has its verb and the words behind soon have another.
_VERB_SO_FAR = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does?|did|may|might|can|could|will|would|should|must|[a-z]{2,}ed|became|"
    r"began|came|fell|felt|found|gave|got|grew|held|kept|knew|led|left|lost|made|met|put|rose|ran|said|saw|sold|set|"
    r"spent|spread|took|told|went|wore|wrote|says?|shows?|costs?|affects?|lives?|works?|means?|occurs?)\b"
)
_OPENS_WITH_VERB = re.compile(
    r"(?!(?:Congress|Senate|House|Government|Army|Navy|Census|Department|President|"
    r"Supreme)\b)[A-Z][\w’'-]*(?:,? [a-z][\w’'-]*){0,3}? (?:is|are|was|were|has|have|had|does|do|did|may|"
    r"might|can|could|will|would|"
    r"should|must|cannot|[a-z]{3,}ed|became|began|came|fell|felt|found|gave|got|grew|held|kept|knew|led|lost|made|"
    r"put|rose|ran|said|saw|sold|set|spent|took|told|went|wore|wrote|says|shows|means|tends?|affects|causes|helps|makes)\b"
)
_VITAMIN = re.compile(r"[A-HJ-Z]\d{0,2}(?![\w’'])(?! (?:day|week|month|year)\b)")
_SUPPLEMENTS = frozenset({"Suppl", "Supp", "suppl"})
_IN_SUPPLEMENT = re.compile(r"(?:Tables?|Figs?|Figures?|Data|Methods?|Materials?|Files?|Videos?|Notes?|Appendix)\b")
_HOURS = frozenset({"a.m", "p.m", "am", "pm"})
_DAY_OR_ZONE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.|"
    r"(?:Eastern|Central|Mountain|Pacific)(?: (?:[Ss]tandard|[Dd]aylight))? [Tt]ime|"
    r"[ECMP][SD]?T|GMT|UTC|BST|CES?T|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d)\b"
)
_GOES_ON_IN_CAPITALS = re.compile(
    r"[A-Z]?\d|(?:OF|PER|TWICE|DAILY|EVERY|AND|OR|TO|BY|TIMES|ONCE (?:DAILY|A|EVERY|PER)|AN? (?:DAY|WEEK|MONTH|HOUR))\b"
)
_NEXT_FEW = 12
_DASHES = "–—-"
_ALSO_WORDS = frozenset({"in", "am", "inc", "tab", "cap", "med", "sec", "mi"})


@cache
def abbreviations() -> dict[str, str]:
    """What may follow each abbreviation: ``{"Dr": "never", "Fig": "number", "U.S": "name", "mg": "capital", ...}``."""
    found: dict[str, str] = {}
    for line in (Path(__file__).parent / "abbreviations.txt").read_text(encoding="utf-8").splitlines():
        group, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found.update(dict.fromkeys(words.split(), group))
    return found


def ends_after_abbreviation(group: str, word: str, before: list[str], after: str) -> bool:
    """Whether a sentence ends behind ``word``, the last of ``before``, an abbreviation of ``group``, with ``after``
    behind its full stop."""
    first = after[:1]
    if group == "never":
        return False
    if group == "number":
        if word in _SUPPLEMENTS and _IN_SUPPLEMENT.match(after):
            return False
        return not first.islower() and not _NUMBERED.match(after)
    if group == "letter":
        return not first.islower() and not _VITAMIN.match(after)
    if group == "shouted":
        return not (_is_in_capitals(before, after) and _GOES_ON_IN_CAPITALS.match(after))
    if group == "name":
        return opens_sentence(before, after)
    if (len(word) == 1 or word in _ALSO_WORDS) and not (len(before) > 1 and before[-2][-1:].isdigit()):
        # no unit without a number: an ordinary word, or a letter
        return ends_after_letter(word, before, after) if len(word) == 1 else True
    if first.islower() or first.isdigit() or first in _DASHES:
        return False
    return word not in _HOURS or not _DAY_OR_ZONE.match(after) or _OPENS_WITH_VERB.match(after) is not None


def _is_in_capitals(before: list[str], after: str) -> bool:
    """Whether the words around an abbreviation are all in capitals, as in a headline."""
    return " ".join(before[-4:]).isupper() and after[:_NEXT_FEW].isupper() and len(before) > 1


def opens_sentence(before: list[str], after: str) -> bool:
    """Whether a sentence begins behind an abbreviation that may belong to the capital after it: ``U.S.``, ``Inc.``"""
    if _first_word(after) in STARTERS:
        return True
    return bool(_OPENS_WITH_VERB.match(after) and _VERB_SO_FAR.search(" ".join(before[:-1])))


def ends_after_letter(word: str, before: list[str], after: str) -> bool:
    """Whether a sentence ends after a single letter: a name ("vitamin D", "vitamins B and C"), or an initial."""
    if after[:1].islower() or _INITIAL.match(after):
        return False
    near = {previous.strip("(,") for previous in before[-4:-1]}
    return not _LETTERED.isdisjoint(near) or _first_word(after) in STARTERS or word.islower()


def last_part(word: str) -> str:
    """What stands behind the number or the stroke: ``1,000mg`` -> ``mg``, ``$9/mo`` -> ``mo``, ``Mon.-Fri`` -> ``Fri``;
    else the word."""
    if ".-" in word or ".–" in word:
        return word.replace("–", "-").rpartition("-")[2]
    return _UP_TO_NUMBER.sub("", word) if word[:1] in "$€£0123456789" else word


def _first_word(after: str) -> str:
    match = re.match(r"[A-Za-z]+", after)
    return match[0] if match else ""

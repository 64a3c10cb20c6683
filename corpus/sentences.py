"""A block of prose -> the spans of its sentences. Pure rules on ``str``.

One expression finds every mark that could end a sentence, with the quotes and footnote marks that belong to it; a few
rules on the word before and the word after decide. Nothing is dropped: only white space stands between two spans.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corpus.glued import stands_in_one_word
from corpus.patterns import listed
from corpus.saying import goes_on_with_speaker

_CLOSERS = "[\"'”’»」』)\\]}*_`]"
_CITATION = (
    r"(?:"
    r"\s?\[\^?\d[\d,;–\- ]*\](?:[-–,]?\s?\[\^?\d[\d,;–\- ]*\])*"  # .[1]  .[1]-[3]  . [4, 5]  .[^2]
    r"|[¹²³⁰⁴⁵⁶⁷⁸⁹]+(?:[,⁻–-][¹²³⁰⁴⁵⁶⁷⁸⁹]+)*"
    r"|\(\d{1,3}(?:[,–-]\s?\d{1,3})*\)"  # .(1)  .(2, 3)
    r"|(?<=[a-z)\"”%A-Z]\.)\d{1,3}(?:[,–-]\s?\d{1,3})*(?=\s+[\"“‘'(\[]?[A-Z]|\s*\Z)"  # .1 Next  .2,3 Next
    r"|(?<=[a-z]{3}\.)[ivx]{1,4}(?=\s+[A-Z])"  # disease.i A
    r")"
)
_EMOJI = (
    "(?:\\s?[:;]-?[)(DPp](?=\\s|$)|\\s?[\u2600-\u27bf\u2b50\U0001f300-\U0001faff][\u200d\ufe0f\U0001f3fb-\U0001f3ff]*)"
)
# One class of characters comes first, so that the search skips from mark to mark. Where no white space follows, the
# mark must be one that needs none, or stand between two words ("the brain.Magnesium is", "of the mRNA.The cells") or
# two quotations (`a tragedy?""Well,"`), of which the second keeps its quotation mark.
_MARK = "[.!?…。！？؟।]"
CANDIDATE = re.compile(
    rf"(?P<mark>{_MARK}(?<!{_MARK}{_MARK}){_MARK}*+)(?P<close>(?:{_CLOSERS}(?!(?<=\"\")[A-Z]))*+)(?:(?P<cite>{_CITATION}){_CLOSERS}*+)?{_EMOJI}*+"
    r"(?P<gap>\s+|(?<=[。！？؟।」』”])|(?<=[A-Za-z]{3}[.?!])(?=[A-Z][a-z]+[ ,’'])|(?<=[.?!…]\")(?=\"[A-Z]))(?=\S)"
)

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
_DOTTED = re.compile(r"(?:[A-Za-z]{1,2}\.-?)+[A-Za-z]{1,2}\Z")
_WIDE = "。！？؟।"
_OPENERS = "\"'“‘«([{*_`¿¡<"
_DASHES = "–—-"
# The letter of a picture's part opens a sentence: "(c) Color-coded ...", "(a–c) Liver ...", "(ii) doses ..."
_PANEL = re.compile(r"(?:[a-z](?:\s?(?:[-–,]|and|&)\s?[a-z])*|[ivx]{2,4})\)\s")
_LABELLED = "The "  # a label opens as surely as this word does
_CLOSED = {")": "(", "]": "["}
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_INITIAL = re.compile(r"[A-Z]\.\s?[A-Z]")
_OWN_NUMBER = re.compile(r"\d{1,3}(?:[–-]\d{1,3})?\Z")
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
_ALSO_WORDS = frozenset({"in", "am", "inc", "max", "tab", "cap", "med", "sec", "mi"})
_SHORT_WORDS = frozenset({"it", "up", "us", "so", "me", "on", "to", "do", "go", "is", "be", "by", "he", "we", "off"})
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_LOOK_BACK = 60
_LOOK_AHEAD = 60
_NEAR = 300


@cache
def abbreviations() -> dict[str, str]:
    """What may follow each abbreviation: ``{"Dr": "never", "Fig": "number", "U.S": "name", "mg": "capital", ...}``."""
    found: dict[str, str] = {}
    for line in (Path(__file__).parent / "abbreviations.txt").read_text(encoding="utf-8").splitlines():
        group, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            found.update(dict.fromkeys(words.split(), group))
    return found


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as ``(start, end)`` in ``text``, with no white space at their edges.

    ``text[start:end]`` itself must have none. Linear in ``end - start``.
    """
    spans: list[tuple[int, int]] = []
    begin = start
    for match in CANDIDATE.finditer(text, start, end):
        stop, after = match.span()
        if after == stop + 2 and _plainly_ends(text, begin, stop):
            last = stop + 1
        elif _ends_sentence(text, begin, match):
            last = match.start("gap")
        else:
            continue
        _add(text, spans, begin, last)
        begin = after
    if begin < end:
        _add(text, spans, begin, end)
    return spans


def _add(text: str, spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Adds the span to ``spans``; without a letter or digit ("***", "^^") it belongs to the sentence before."""
    if text[start].isalnum() or not spans or _LETTER_OR_DIGIT.search(text, start, end):
        spans.append((start, end))
    else:
        spans[-1] = (spans[-1][0], end)


def _plainly_ends(text: str, begin: int, stop: int) -> bool:
    """Whether the mark at ``stop``, with one character behind it, ends a sentence as most do, "... asleep. The ...", so
    that no rule says otherwise: a capital follows, no bracket is open, and before a full stop stands a word of letters
    that is no abbreviation."""
    if not text[stop + 1].isspace() or not "A" <= text[stop + 2] <= "Z":
        return False
    if text[stop] == ".":
        word = text[max(begin, text.rfind(" ", begin, stop) + 1) : stop]
        if len(word) < 2 or not word.isalpha() or word in abbreviations():
            return False
    elif text[stop] not in "?!":
        return False
    return text.rfind("(", begin, stop) <= text.rfind(")", begin, stop)


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the sentence that starts at ``begin`` ends at the mark that ``match`` found."""
    mark, closers = match["mark"], match["close"]
    if not match["gap"]:
        return mark[-1] in _WIDE or (mark[-1] in ".?!" and not _is_glued_name(text, begin, match))
    after = text[match.end() : match.end() + _LOOK_AHEAD].lstrip(_OPENERS)
    if ")" in after[:12] and _PANEL.match(after):
        after = _LABELLED + after
    first = after[:1]
    if (first and first in ".!?…") or _inside_brackets(text, begin, match):
        return False
    lower = first.islower()
    if mark != ".":
        if mark[-1] in _WIDE:
            return True
        if mark[-1] in "?!":
            return not (
                closers and ((lower and closers.strip("*_`")) or goes_on_with_speaker(text, closers, match.end()))
            )
        return not lower and not (closers and ")" in closers and lower)
    if lower and closers.strip("*_`") and not match["cite"]:
        return False
    return (lower and _closes_bracket(text, begin, match.start())) or _full_stop_ends(text, begin, match.start(), after)


def _closes_bracket(text: str, begin: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` stands behind a bracket that was opened in mid-sentence: "(Fig. 3). p53 was".
    It ends no abbreviation then."""
    opener = _CLOSED.get(text[stop - 1])
    return opener is not None and text.rfind(opener, max(begin, stop - _NEAR), stop) > begin


def _full_stop_ends(text: str, begin: int, stop: int, after: str) -> bool:
    """Whether the full stop at ``stop`` ends a sentence, judged by the words before it and the text ``after``."""
    before = text[max(begin, stop - _LOOK_BACK) : stop].split()
    if not before:
        return False
    word = before[-1].lstrip(_OPENERS + "~–—-≥≤<>")
    first = after[:1]
    if len(before) == 1 and word in ("Q", "A") and stop - 1 == begin:
        return False  # who speaks: "A. No, it does not."
    group = abbreviations().get(word) or abbreviations().get(_last_part(word))
    if group:
        return _ends_after_abbreviation(group, word, before, after)
    if len(word) == 1 and word.isalpha():
        return _ends_after_letter(word, before, after)
    if len(before) == 1 and _OWN_NUMBER.match(word) and stop - len(word) <= begin + 2:
        return False  # the number of the line itself: "12. ...", "7-9. ..."
    if word.isdigit() and len(word) <= 2:
        return not first.islower()
    if _DOTTED.match(word):
        return not first.islower() and _opens_sentence(before, after)
    if first.islower():
        if word in _SHORT_WORDS:
            return True
        return len(word) >= 3 and bool(_VOWEL.search(word) or word.isupper() or not word.isalpha())
    return True


def _ends_after_abbreviation(group: str, word: str, before: list[str], after: str) -> bool:
    first = after[:1]
    if group == "never":
        return False
    if group == "number":
        return not first.islower() and not _NUMBERED.match(after)
    if group == "name":
        return _opens_sentence(before, after)
    if (len(word) == 1 or word in _ALSO_WORDS) and not (len(before) > 1 and before[-2][-1:].isdigit()):
        # no unit without a number: an ordinary word, or a letter
        return _ends_after_letter(word, before, after) if len(word) == 1 else True
    return not first.islower() and not first.isdigit() and first not in _DASHES


def _opens_sentence(before: list[str], after: str) -> bool:
    """Whether a sentence begins behind an abbreviation that may belong to the capital after it: ``U.S.``, ``Inc.``"""
    if _first_word(after) in STARTERS:
        return True
    return bool(_OPENS_WITH_VERB.match(after) and _VERB_SO_FAR.search(" ".join(before[:-1])))


def _ends_after_letter(word: str, before: list[str], after: str) -> bool:
    """Whether a sentence ends after a single letter: a name ("vitamin D", "vitamins B and C"), or an initial."""
    if after[:1].islower() or _INITIAL.match(after):
        return False
    near = {previous.strip("(,") for previous in before[-4:-1]}
    return not _LETTERED.isdisjoint(near) or _first_word(after) in STARTERS or word.islower()


def _last_part(word: str) -> str:
    """What stands behind the number or the stroke: ``1,000mg`` -> ``mg``, ``$9/mo`` -> ``mo``, ``Mon.-Fri`` -> ``Fri``;
    else the word."""
    if ".-" in word or ".–" in word:
        return word.replace("–", "-").rpartition("-")[2]
    return _UP_TO_NUMBER.sub("", word) if word[:1] in "$€£0123456789" else word


def _first_word(after: str) -> str:
    match = re.match(r"[A-Za-z]+", after)
    return match[0] if match else ""


def _inside_brackets(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the mark stands in brackets that were opened in mid-sentence and close soon."""
    stop = match.start()
    low = max(begin, stop - _NEAR)
    opened = text.rfind("(", low, stop)
    if opened <= begin or text.rfind(")", low, stop) > opened:
        return False
    if ")" in match["close"]:
        return False
    closes = text.find(")", stop, stop + _NEAR)
    return closes != -1 and "\n\n" not in text[opened:closes]


def _is_glued_name(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a mark between two words ends no sentence: it stands in an address, or behind a title ("Prof.Okafor")."""
    stop = match.start()
    word = text[max(begin, stop - _LOOK_BACK) : stop].split()[-1:]
    titled = bool(word) and abbreviations().get(word[0].lstrip(_OPENERS)) == "never"
    return titled or stands_in_one_word(text, begin, match.end())

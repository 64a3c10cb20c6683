"""A change that is told relative to something unsaid: half the risk, 30% fewer relapses, and of how many nobody says.

Pure rules on ``str``. A share of people ("30% of patients"), an amount ("fell by 30 mg") and a change told with both
its ends ("fell from 40% to 28%") are none.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class RelativeChange(NamedTuple):
    """The words that tell the change, and those of the quote that tell how many of how many, or none.

    ``is_risk`` is False for a number of events.
    """

    words: str
    absolute: str
    is_risk: bool


_RISK = r"(?:risks?|odds|chances?|likelihood|probability|hazards?|incidence|rates?|mortality|deaths?|cases|prevalence)"
_CHANGED = r"(?:cut|lower|reduc|decreas|rais|increas|slash|drop|fell|fall|rise|rose|declin|prevent|boost|halv)\w*"
_MORE = r"(?:greater|higher|lower|fewer|less|more|reduced|increased|reduction|increase|decrease|drop|rise|elevated)"
_BY = (
    r"(?:\d[\d.,]*\s?(?:%|per ?cent)|\d[\d.,]*[- ]?fold|(?:\d[\d.,]*|two|three|four|five|six|ten)(?: |-)times"
    r"|twice|thrice|half|a third|two[- ]thirds|a quarter)"
)
_FACTORS = r"(?:doubl|tripl|halv|quadrupl)(?:e|es|ed|ing)"
_RELATIVE = re.compile(
    rf"\b{_CHANGED}\b[^.;]{{0,60}}\b{_RISK}\b[^;]{{0,60}}?\b(?:by|to)\b[^;]{{0,20}}?{_BY}"
    rf"|\b{_RISK}\b[^.;]{{0,50}}\b{_CHANGED}\b[^.;]{{0,12}}\b{_BY}"
    rf"|\b{_BY}(?:,? (?:as|an?|the|of))?(?: relative)? {_MORE}(?: \w+){{0,3}}? (?:{_RISK}|likely|likelihood)\b"
    rf"|\b{_BY} (?:as|the)(?: \w+)? (?:likely|{_RISK})\b"
    rf"|\b{_FACTORS}\b(?: \w+){{0,3}} {_RISK}\b|\b{_RISK}\b(?: \w+){{0,4}} {_FACTORS}\b"
    r"|\b(?:hazard|risk|odds|rate) ratio\b[^;]{0,12}?\d|\brelative risk\b[^;]{0,20}?\d"
    r"|\b(?:a?HR|a?OR|a?RR|IRR)\s?[=:,]?\s?\d"
    rf"|\b{_CHANGED}\b[^.;]{{0,40}}\b{_RISK}\b[^;]{{0,30}}?\b{_BY}",
    re.IGNORECASE,
)
"""A change of a risk beside which nothing says what it was."""

_VACCINE = r"\b(?:vaccin\w*|vaxx?|shots?|jabs?|boosters?|immuni[sz]ation)\b"
_EFFECTIVE = re.compile(
    rf"\b{_BY} (?:more|less|as) effective\b"
    rf"|{_VACCINE}[^.;:%]{{0,40}}?\b(?:is|are|was|were|be|proved)"
    r" (?:(?:about|around|nearly|almost|over|only|just|up to|at least) )?\d[\d.,]* ?(?:%|per ?cent) effective\b"
    rf"|{_VACCINE}[^.;:%]{{0,60}}?\b(?:efficacy|effectiveness)(?: \w+){{0,4}}? (?:of|was|is) "
    r"(?:(?:about|around|nearly|almost|over|up to|at least) )?\d[\d.,]* ?(?:%|per ?cent)",
    re.IGNORECASE,
)
"""How effective something is: of a vaccine, by how much fewer fall ill with it than without."""

_SHARE = r"\d+(?:\.\d+)? ?(?:%|per ?cent)"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)"
_ABSOLUTE = re.compile(
    r"\babsolute\b|\bpercentage[- ]points?\b|\bnumber needed to\b|\bNN[TH]\b"
    r"|\b(?:per|in|out of)(?: every)? (?:hundred|thousand|million|100|1,?000|10,?000|100,?000)\b"
    r"(?! ?(?:mg|g|kcal|days?))"
    rf"|\b{_FEW}(?: \w+)? (?:in|out of)(?: every)? {_FEW}\b(?! ?(?:weeks|months|years|days|hours))"
    r"|\d of (?:the )?(?:all )?\d"
    rf"|\bfrom (?:about |around )?\d[\d.]* ?(?:%|per ?cent)?(?: \w+){{0,3}} to (?:about |around )?{_SHARE}"
    rf"|{_SHARE}[^.;%]{{0,60}}\b(?:vs?|versus|compared (?:with|to)|against|and|than)\b[^;%]{{0,40}}?\b{_SHARE}"
    rf"|\({_SHARE}\)[^.;]*\({_SHARE}\)",
    re.IGNORECASE,
)
"""Words that tell how many, of how many."""

_EVENTS = (
    r"(?:relapses|recurrences|(?:heart |asthma |panic |migraine )?attacks|strokes|migraines|headaches|episodes|events"
    r"|exacerbations|flares?(?:-ups?)?|flare-?ups|seizures|convulsions|fits|falls|fractures|infections|colds|bouts"
    r"|(?:re-?)?hospitali[sz]ations?|(?:re-?)?admissions|(?:emergency|hospital|doctor|clinic) visits|sick days"
    r"|complications|injuries|suicides|miscarriages|stillbirths|(?:preterm|premature) births|outbreaks|diagnoses"
    r"|cancers|tumou?rs|crises|bleeds|blood clots|clots|cavities|kidney stones|hot flashes|hot flushes|nosebleeds)"
    r"(?![-\w])"
)
"""What is counted, one after another."""
_OTHER = (
    r"and|but|or|while|whose|who|that|which|had|with|lasted|scores?|levels?|pressure|weight|symptoms?|pain|severity"
    r"|duration|lengths?|intensity|days?|hours?|time|costs?|doses?|intake|use|fear|by|to|from"
)
"""Words between a change and the events that say it is something else of theirs that changes."""
_WITHIN = rf"(?:(?!(?:{_OTHER})\b)[\w-]+ ){{0,5}}?"
_EVENTS_CHANGE = re.compile(
    rf"\b{_CHANGED} {_WITHIN}{_EVENTS}(?: [\w-]+){{0,4}}? by (?:(?:about|around|nearly|almost|up to|some) )?{_BY}"
    rf"|\b{_EVENTS} {_WITHIN}{_CHANGED}\b(?: by)?(?: \w+){{0,2}}? {_BY}(?! (?:mg|g|days?)\b)"
    rf"|\b{_BY} (?:fewer|less|more|as many|the number of) {_WITHIN}{_EVENTS}"
    rf"|\b{_BY} (?:\w+ )?(?:reduction|increase|decrease|drop|rise|decline|fall) in {_WITHIN}{_EVENTS}"
    rf"|\b(?:reduction|increase|decrease|drop|rise|decline|fall) in {_WITHIN}{_EVENTS}(?: \w+){{0,2}}? of {_BY}"
    rf"|\b{_FACTORS} {_WITHIN}{_EVENTS}|\b{_EVENTS} {_WITHIN}{_FACTORS}\b",
    re.IGNORECASE,
)
"""A change of how often something happens."""
_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_NO_AMOUNT = r"(?! ?(?:mg|g|µg|mcg|IU|mL|kcal|kg|mmHg|mmol|weeks?|years old)\b)"
_COUNTED = re.compile(
    rf"\bfrom (?:about |around )?{_NUMBER}(?: \w+){{0,4}}? to (?:about |around )?{_NUMBER}\b{_NO_AMOUNT}"
    rf"|\b{_NUMBER}(?: \w+){{0,4}}? (?:vs\.?|versus|against|compared (?:with|to)|rather than|instead of) "
    rf"(?:about |around )?{_NUMBER}\b(?!%){_NO_AMOUNT}",
    re.IGNORECASE,
)
"""Words that tell how many there were before and after, or with and without."""


def relative_alone(claim: str, quote: str) -> RelativeChange | None:
    """What of ``claim`` tells how much a risk, or a number of events, changes, and not from what to what; None where
    it tells that too, or nothing of the kind. ``absolute`` are the words of ``quote`` that tell it."""
    risk = _RELATIVE.search(claim) or _EFFECTIVE.search(claim)
    found = risk or _EVENTS_CHANGE.search(claim)
    if found is None or _ABSOLUTE.search(claim) or (risk is None and _COUNTED.search(claim)):
        return None
    told = _ABSOLUTE.search(quote) or (None if risk else _COUNTED.search(quote))
    return RelativeChange(_plain(found[0]), _plain(told[0]) if told else "", risk is not None)


def _plain(words: str) -> str:
    return " ".join(words.split())

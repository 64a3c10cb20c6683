"""Whether a sentence goes on behind the quotation that closed in it: ``"Does it hurt?" Dr. Okafor asked.``"""

from __future__ import annotations

import re

from corpus.patterns import words

_VERB = words("""
    said says asked asks answered answers replied replies added adds told tells called calls cried cries shouted shouts
    yelled yells exclaimed exclaims laughed laughs joked jokes beamed beams smiled smiles grinned grins sighed sighs
    whispered whispers muttered mutters mumbled mumbles murmured murmurs gasped gasps groaned groans snapped snaps
    screamed screams sobbed sobs wondered wonders insisted insists continued continues explained explains recalled
    recalls remembered remembers wrote writes begged begs pleaded pleads demanded demands warned warns urged urges
    remarked remarks quipped quips chuckled chuckles protested protests repeated repeats responded responds inquired
    inquires
""")
# Behind the verb the sentence ends, or tells whom, how, when or where; "says most people ..." says something new.
_NO_NEWS = (
    r"(?=[.,;:!?…—–]|\s(?:me|him|her|us|them|you|back|aloud|again|once|twice|later|when|while|as|after|before|during|with|at|"
    r"on|in|from|\w+ly|to (?:me|him|her|us|them|the|a|his|my|[A-Z]))\b)"
)
_SAYS = re.compile(
    r"(?:He|She|They|I|We|[A-Z][\w’'-]*\.?(?: (?:[A-Z][\w’'-]*\.?|de|van|von|del|la)){0,2}) " + _VERB + r"\b" + _NO_NEWS
)
_QUOTES = frozenset("\"'”’»")
_LONGEST = 120


def goes_on_with_speaker(text: str, closers: str, start: int) -> bool:
    """Whether ``text`` behind a quotation, closed by one of ``closers``, says from ``start`` on who spoke: a name or
    pronoun of at most three words with a capital, and a verb of saying."""
    return not _QUOTES.isdisjoint(closers) and _SAYS.match(text, start, start + _LONGEST) is not None

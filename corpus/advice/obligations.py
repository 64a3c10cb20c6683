"""Which sentences say what the reader or a patient ought to do: "patients should ...", "it is best to ...".

The patterns are in small letters. Each stands beside the words without one of which it cannot match.
"""

from __future__ import annotations

from collections.abc import Collection

from corpus.advice.professionals import SIGNS_OF_PROFESSIONAL, sends_to_professional
from corpus.patterns import has_any, listed, small, spelled, words

_OUGHT = small(r"\b(?:should|ought to|need to|needs to|must|had better|have to)\b")
_SHOULD = small(r"\b(?:should|ought to)\b")
_NOT_THE_READERS_DUTY = small(
    r"\b(?:future|further|more|larger|new|stud(?:y|ies)|research|trials?|results?|findings?|data|evidence|authors?|"
    r"investigators?)\b[^.]{0,50}\bshould\b",
    r"\bshould(?: be)? (?:suspected|noted|interpreted|viewed|clarif|emphasi[sz]ed|replicated|investigated|explored|"
    r"studied|able|reflect|seen)",
    r"\b(?:how|why|what|whether|which|who|when|where|much|long|often|that|there|and you) should\b"
    r"(?! be (?:taken|used|avoided|stored))",
    r"\bwhy (?:\w+ )?\w+ should\b",
    # how a thing ought to be, not what anybody does: "it should be above 50", "the colour should come back"
    r"\bshould(?<!you should)(?<!patients should)(?<!people should)(?<!children should) (?:also |then |usually )?"
    r"(?:be (?:over|under|above|below|between|about|around|less|more|higher|lower|pink|warm|soft|pale|clear|dry|gone|"
    r"normal|better)|come (?:back|off|out|down)|fade|heal|disappear|go away|go down|get better|improve|settle|subside|"
    r"ease|wear off|clear)\b",
    r"^\W*should\b",
)
_MUST = small(
    r"\b(?:you|patients?|people|individuals?|anyone|everyone|women|men|adults|children|parents|users|"
    r"those(?: \w+){0,6}|one|"
    r"(?:an?|the|your) (?:\w+ )?(?:adult|child|person|patient|parent|carer|caregiver|friend|relative|partner)|"
    r"(?:should|must|need to) (?:not )?be)\b[^.;]{0,60}\b(?:must|need to|have to|need not)\b",
    r"\bmust (?:not |always |never |only )?be (?!noted|remembered|understood|emphasi|said|stressed|"
    r"interpreted|seen)\w+(?:ed|en|ven|wn)\b(?! (?:by|that))",
    r"\bmust (?:not )?(?:be )?(?:take|taken|use|used|avoid|avoided|consult|stop|never|not)\b",
)
# "wondering whether they should", "may need to": no word on what to do.
_OPEN = small(
    r"\b(?:wonder\w*|unsure|unclear|debated?|decid\w+|know|consider\w*)\b[^.;]{0,30}\b(?:whether|if)\b",
    r"\b(?:may|might|could|would|often|usually|sometimes|generally|typically|rarely) "
    r"(?:also |not |then |still )?(?:needs?|ha(?:ve|s)) to\b",
    r"\b(?:do ?n[o'’]?t|does ?n[o'’]?t|did ?n[o'’]?t|do not|does not|no longer) (?:\w+ )?(?:need|have) to\b",
)
# "Adults should get 400 mg a day" recommends an amount, which a source can settle: a claim.
_AMOUNT = small(
    r"\b(?:should|recommend\w*|need to|must|advised?)\b[^.]{0,80}\b\d[\d.,–-]*\s?"
    + words("""
        mg g mcg µg μg iu ml grams? milligrams? micrograms? calories kcal servings? cups? glasses steps % percent
        (?:minutes|hours)(?=(?:_[\\w-]+){0,4}_(?:a|per|each|every|of)_)
    """)
    + r"(?!\w)"
)
_IT_IS_WISE = small(
    r"\b(?:it['’]s|it is|it may be|it would be)\s+(?:\w+\s+)?"
    + words("""
        important essential crucial vital best better advisable recommended necessary wise advised critical
        imperative a_good_idea safest prudent
    """)
    + r"\s+(?:\w+\s+)?(?:for\b[^.]{3,60}?\s+to|to|that)\s+(?P<what>[^.]*)"
)
_TO_KNOW = small(
    words("""
        note remember understand know recogni[sz]e reali[sz]e mention point_out acknowledge highlight emphasi[sz]e
        consider_that keep_in_mind be_aware_that bear_in_mind
    """)
    + r"\b"
)
# Each beside the words without one of which it cannot match.
_ADVISE = (
    (
        listed("advice tip suggestion recommendation"),
        small(
            r"^\W*(?:my|our|the best|the only|one) (?:\w+ )?(?:advice|tip|suggestion|recommendation) "
            r"(?:is|would be|here is|for you is) to\b"
        ),
    ),
    (
        listed("recommended advised advisable"),
        small(
            r"\bnot recommended for\b",
            r"\b(?:is|are) (?:(?:not|strongly|also|generally|usually|therefore|only) ){0,2}(?:recommended|advised|"
            r"advisable) (?:for|in|to|every|before|after|"
            r"until|when|if|with|as|during)\b",
        ),
    ),
    (listed("advised urged encouraged"), small(r"\b(?:are|is) (?:strongly )?(?:advised|urged|encouraged) to\b")),
    (listed("idea must time"), small(r"\bit['’]?s? (?:is )?(?:a good idea|a must|time) to\b")),
    (listed("want"), small(r"\byou(?:['’]ll| will)? (?:also )?want to (?:make sure|avoid|talk|check)\b")),
    (
        listed("determine create decide"),
        small(r"\b(?:he or she|they|he|she) (?:also )?can help (?:you )?(?:determine|create|decide)\b"),
    ),
)
_ADVISED_BY = small(
    r"(?:^|[,;] )(?:so |then |but |and )?i(?:['’]d| would) (?:\w+ly |also |just )?(?:switch|try|go|ask|talk|see|stop|"
    r"avoid|start|get|take|check|call|recommend|suggest|advise|not|use|wait|skip|consider|speak)\b",
    r"\bi (?:always |usually |often )?(?:tell|advise|ask|encourage|urge|remind) "
    r"(?:my |all my |all )?(?:patients|clients|people|everyone|women|men|parents) (?:not )?to\b",
    r"\b(?:we|i|experts?|doctors?) (?:strongly |always )?(?:recommend|advise|suggest|urge)s? "
    r"(?:that you|you|against|(?:not )?\w+ing)\b",
)

# A cheap first look: without one of these words in the sentence the pattern of that name cannot match.
_SIGNS_OF_OUGHT = listed("should ought must")
_OUGHT_IN_WORDS, _FIRST_OF_THEM = ("need to", "needs to", "had better", "have to"), listed("need needs had have")
_SIGNS_OF_OPEN = spelled("whether if needs? have has")
_SIGNS_OF_WISE = spelled(
    """
        important essential crucial vital best better advisable recommended necessary wise advised critical imperative
        good safest prudent
    """
)
_SIGNS_OF_ADVISE = frozenset().union(*(signs for signs, _ in _ADVISE))
_ADVISERS, _SIGNS_OF_ADVISERS = (
    spelled("we i experts? doctors?"),
    spelled("recommends? advises? suggests? urges? d would tell ask encourage remind"),
)
_SIGNS_OF_DUTY = _SIGNS_OF_OUGHT | _SIGNS_OF_ADVISE | _SIGNS_OF_ADVISERS | SIGNS_OF_PROFESSIONAL
_SIGNS = _SIGNS_OF_DUTY | _FIRST_OF_THEM | _SIGNS_OF_WISE


def tells_duty(lowered: str, said: Collection[str]) -> bool:
    """Whether a sentence in small letters says what the reader or a patient ought to do, or sends them to a
    professional; a recommended amount is no duty. ``said``: its words."""
    if _SIGNS.isdisjoint(said):
        return False
    if "it" in said and not _SIGNS_OF_WISE.isdisjoint(said) and (wise := _IT_IS_WISE.search(lowered)):
        if not _TO_KNOW.match(wise["what"]):
            return not _AMOUNT.search(lowered)
        lowered = wise["what"]
    if (_SIGNS_OF_DUTY.isdisjoint(said) and not _ought_in_words(lowered, said)) or (
        not _SIGNS_OF_OPEN.isdisjoint(said) and _OPEN.search(lowered)
    ):
        return False
    return _is_obligation(lowered, said) or sends_to_professional(lowered, said)


def _ought_in_words(lowered: str, said: Collection[str]) -> bool:
    return not _FIRST_OF_THEM.isdisjoint(said) and has_any(lowered, _OUGHT_IN_WORDS)


def _is_obligation(lowered: str, said: Collection[str]) -> bool:
    if _advises(lowered, said):
        return not _AMOUNT.search(lowered)
    if _SIGNS_OF_OUGHT.isdisjoint(said) and not _ought_in_words(lowered, said):
        return False
    if not _OUGHT.search(lowered) or _AMOUNT.search(lowered):
        return False
    if _SHOULD.search(lowered) and not _NOT_THE_READERS_DUTY.search(lowered):
        return True
    return bool(_MUST.search(lowered))


def _advises(lowered: str, said: Collection[str]) -> bool:
    if not _SIGNS_OF_ADVISE.isdisjoint(said):
        for signs, pattern in _ADVISE:
            if not signs.isdisjoint(said) and pattern.search(lowered):
                return True
    if _SIGNS_OF_ADVISERS.isdisjoint(said) or _ADVISERS.isdisjoint(said):
        return False
    return bool(_ADVISED_BY.search(lowered))

"""What a claim is about, as what to look for in titles and abstracts: each thing in all the ways studies write it.

The words that carry a claim (substances, diseases, groups, outcomes) count in full; verbs and nouns that any claim may
have ("prevents", "risk") count little, and words such as "the" not at all. A common name brings the medical one along,
an abbreviation what the article says it stands for.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from annotator.citations.health_words import NARROWER, SAME
from annotator.citations.porter import stem
from corpus.matching.vocabulary import STOP_WORDS
from corpus.patterns import listed

Phrase = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_LONGEST_PHRASE = 5
_MOST_WORDS = 120
_LITTLE, _AROUND, _MEANT_BY_IT, _PART = 0.25, 0.4, 0.8, 0.5
_POINTS_BACK = re.compile(r"\s*(?:it|its|they|their|this|these|both|such)\b", re.IGNORECASE)

ANY_CLAIM = listed("""
    ability able according achieve act actually add affect affects aid aids allow amount appear avoid bad balance based
    became become becomes believe benefit benefits best better big body boost boosts bring called can case cause caused
    causes causing certain change changes clear come commonly completely consume consumed contain contains contribute
    cure cures daily damage damages day days decrease decreases difference different due ease eases eat eating effect
    effective effectively effects eliminate enough essential even evidence experts fact far fight fights find found
    generally get gets give gives go good great greatly group groups had half hard health healthy help helped helps
    high higher highly hour hours important improve improved improves include increase increased increases increasing
    individual individuals keep kill kills kind know known large lead leading leads least less level levels lift lifts
    like likely little long longer lot low lower lowers made major make makes many matter mean means method might minute
    month months natural naturally need needed needs never new normal now number occur often one ones part particular
    people percent person play plays positive possible potential prevent prevented prevents problem problems process
    produce product products promote promotes protect protects protective proven provide provides quickly raise raises
    range rate rates recent recommend recommended reduce reduced reduces reducing regular regularly relieve relieves
    remain report reported research researchers result results reverse right risk risks role safe say says science
    scientists see serious serve several severe show showed shown shows significant significantly simply small soothe
    start stay stop stops strong studies study substance suggest suggests support supports take taken takes taking tend
    thing things thought time times today treat treats trial trials true try two type types upper use used useful using
    usually various want way ways week weeks well work works world worse worsen year years settle settles ward wards
    iu mg mcg ug kg ml gram grams milligrams micrograms unit units dose doses
    destroy destroys shorten shortens cool cools fail fails whole all
    currently option options explore explored exploring crucial vital key adequate additionally following described
    promising understood understand understanding characterized considered associated linked further implicated
    incorporate incorporating maintain maintaining ensure ensuring manage managing factor factors form forms available
    suggested given source sources hold holds promise growing interest offer offers hope glimmer believed popular choice
    numerous thoroughly investigate investigated investigating demonstrated concluded finding findings conducted
    involve involves involved appear appears seem seems seen suitable beneficial desirable comprehensive roughly proper
    consult consulting talk discuss ask determine determining around within although because since during before after
    same until above below once first last early already always ever cannot must whether instead especially
    whilst while living lives clinician clinicians researcher scientist physician physicians doctor doctors provider
    providers professional professionals healthcare patient patients
""")
"""Words that count little, for any claim may have them."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a claim is about. ``ways`` are the phrases that name it, in words as the claim or a study has them, the
    claim's own first; ``weight`` says how much it counts, 1 for what carries the claim."""

    ways: tuple[Phrase, ...]
    weight: float = 1.0

    @property
    def stems(self) -> tuple[Phrase, ...]:
        """The ways in stems, each once."""
        return tuple(dict.fromkeys(tuple(map(stem, way)) for way in self.ways))


def words_of(text: str) -> list[str]:
    """The words of ``text`` as the full-text index has them: small letters, no accents, parted at every sign."""
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _WORD.findall(text.lower())


def concepts_in(claim: str, around: str = "", article: str = "") -> tuple[Concept, ...]:
    """What ``claim`` is about. ``around`` are the words it stands under, such as its heading and its article's title,
    which count less; ``article`` is the text that may say what its abbreviations stand for."""
    meant = abbreviations_in(f"{article}\n{claim}") if article or "(" in claim else {}
    found = list(_concepts(claim, 1.0, meant))
    found += _concepts(around, _MEANT_BY_IT if _POINTS_BACK.match(claim) else _AROUND, meant)
    joined: dict[tuple[Phrase, ...], Concept] = {}
    for concept in found:
        known = joined.get(concept.stems)
        if known is None or known.weight < concept.weight:
            joined[concept.stems] = concept
    return tuple(joined.values())


def is_name(words: str) -> bool:
    """Whether ``words`` are one of the names that go by another in studies."""
    return tuple(map(stem, words_of(words))) in _names()


def abbreviations_in(text: str) -> Mapping[str, str]:
    """What the abbreviations in ``text`` stand for, where it says so: "multiple sclerosis (MS)".

    By the letters, read from the right (Schwartz & Hearst 2003, 10.1142/9789812776303_0042).
    """
    found: dict[str, str] = {}
    for match in re.finditer(r"\(([A-Z][A-Za-z0-9-]{1,7})s?\)", text):
        words = re.findall(r"[\w'’-]+", text[max(0, match.start() - 120) : match.start()])
        most = min(len(match[1]) + 5, 2 * len(match[1]))
        if long := _long_form(match[1], words[-most:]):
            found.setdefault(match[1].lower(), long)
    return found


def _long_form(short: str, words: Sequence[str]) -> str:
    letters = [char for char in short.lower() if char.isalnum()]
    text = " ".join(words)
    at = len(text)
    for number, letter in enumerate(reversed(letters)):
        is_first = number == len(letters) - 1
        at -= 1
        while at >= 0 and not (text[at].lower() == letter and (not is_first or at == 0 or not text[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
    long = text[at:]
    return long if len(long) > len(short) and short.lower() not in long.lower().split() else ""


def _concepts(text: str, weight: float, meant: Mapping[str, str]) -> Iterator[Concept]:
    words = words_of(text)[:_MOST_WORDS]
    at = 0
    while at < len(words):
        length = _phrase_at(words, at)
        phrase = tuple(words[at : at + max(1, length)])
        at += len(phrase)
        yield from _of_phrase(phrase, weight, meant, is_known=length > 0)


def _of_phrase(phrase: Phrase, weight: float, meant: Mapping[str, str], *, is_known: bool) -> Iterator[Concept]:
    """The concepts of one word or phrase of a claim: it with its other names, and what of it is a name by itself."""
    word = phrase[0]
    if len(phrase) == 1 and (word in STOP_WORDS or len(word) == 1 or word.isdecimal()) and not is_known:
        return
    ways = [phrase, *_other_names(phrase)]
    if long := meant.get("".join(phrase)):
        full = tuple(words_of(long))
        ways += [full, *_other_names(full)]
    ways += [other for way in ways for other in _other_spellings(way)]
    is_little = not is_known and len(ways) == 1 and word in ANY_CLAIM
    yield Concept(tuple(dict.fromkeys(ways)), weight * (_LITTLE if is_little else 1.0))
    if len(phrase) > 1:
        for part in phrase:
            if part not in STOP_WORDS and len(part) > 2 and (stem(part),) in _names():
                yield Concept(tuple(dict.fromkeys([(part,), *_other_names((part,))])), weight * _PART)


def _phrase_at(words: Sequence[str], at: int) -> int:
    """How many words from there are one name; 0 where none is known."""
    known = _names()
    stems = [stem(word) for word in words[at : at + _LONGEST_PHRASE]]
    for length in range(len(stems), 0, -1):
        if tuple(stems[:length]) in known:
            return length
    if len(words) > at + 1 and (words[at] in ("vitamin", "omega", "type") and len(words[at + 1]) <= 3):
        return 2
    return 0


def _other_names(phrase: Phrase) -> list[Phrase]:
    return _names().get(tuple(map(stem, phrase)), [])


def _other_spellings(phrase: Phrase) -> Iterator[Phrase]:
    """British for American and the other way round: oedema, edema; tumour, tumor; paediatric, pediatric."""
    for old, new in (("ae", "e"), ("oe", "e"), ("our", "or")):
        if any(old in word for word in phrase):
            yield tuple(word.replace(old, new) if len(word) > 5 else word for word in phrase)


@lru_cache(maxsize=1)
def _names() -> Mapping[Phrase, list[Phrase]]:
    """The other names of each name, by its stems."""
    found: defaultdict[Phrase, list[Phrase]] = defaultdict(list)
    for line in SAME.strip().splitlines():
        names = [tuple(words_of(name)) for name in line.split("|")]
        for name in names:
            _add(found[tuple(map(stem, name))], (other for other in names if other != name))
    for line in NARROWER.strip().splitlines():
        broad, _, kinds = line.partition(":")
        _add(found[tuple(map(stem, words_of(broad)))], (tuple(words_of(kind)) for kind in kinds.split("|")))
    return dict(found)


def _add(known: list[Phrase], more: Iterable[Phrase]) -> None:
    known += [phrase for phrase in more if phrase not in known]

"""Articles made of what a file from elsewhere holds: claims with their places, and each person's labels on them.

Several rows of one person on one claim at one time are one label: pairs of a claim and a passage, as many sets have
them, make one verdict with all its evidence. What cannot be joined so is refused row by row.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from annotator.errors import InvalidLabel
from annotator.label_files.elsewhere.evidence import evidence_from
from annotator.label_files.elsewhere.meanings import ANSWERS, LabelWords
from annotator.label_files.elsewhere.model import NO_TEXT, BadEntry, BareIds, Found, Losses, Meaning, Refused, Vote
from annotator.label_files.elsewhere.placing import place_of, plain_text, same_place
from annotator.model import Answer, Evidence
from corpus.model import Claim, Span

CLAIMS_AN_ARTICLE = 500
"""How many claims without a text of their own make an article; more make several."""

_LONGEST_CLAIM = 20_000
_ON_ONE_LINE = "claim with line breaks or several blanks between its words: they are one blank here"
_BOTH_SIDES = "claim with evidence on both sides: taken in without a verdict, which is a person's to give"
_NO_LABEL = "label that means nothing here: its claim is taken in without a label"
_LEFT_OUT = "claim whose label is to be left out"
_ENDS_DIFFER = "span that differs from another one in signs at its ends only: both are one claim"


@dataclass(frozen=True, slots=True)
class DraftLabel:
    """One person's label on one claim. ``at`` is None where the file tells no time."""

    line: int
    reviewer: str
    answer: Answer
    evidence: Evidence
    at: datetime | None


@dataclass(slots=True)
class DraftClaim:
    """A claim, and where it stands in its article's text; in one that is made of claims, nowhere yet."""

    line: int
    words: str
    span: Span | None
    labels: list[DraftLabel] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """What of a file goes into one article: with a ``text``, that one; else one of the ``group``, of its claims.
    Of a group with many claims it is one ``part``, from 1; 0 where it is all."""

    group: str
    title: str
    text: str
    claims: list[DraftClaim]
    part: int = 0


@dataclass(slots=True)
class Drafts:
    """A file, ready for the desk: its drafts, what cannot be taken in, what is kept otherwise than it was, its label
    words. ``cuts`` keeps what its texts were cut into, so that they are cut before anybody has to wait for it."""

    entries: int = 0
    drafts: list[Draft] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    place_word: str = "line"
    words: LabelWords = field(default_factory=LabelWords)
    cuts: dict[str, list[Claim]] = field(default_factory=dict)

    @property
    def pieces(self) -> list[Draft]:
        """The drafts, where one with many claims and no text is parted."""
        found = []
        for draft in self.drafts:
            parts = range(0, len(draft.claims), CLAIMS_AN_ARTICLE)
            if draft.text or len(parts) == 1:
                found.append(draft)
                continue
            for number, first in enumerate(parts, 1):
                claims = draft.claims[first : first + CLAIMS_AN_ARTICLE]
                found.append(Draft(draft.group, draft.title, "", claims, number))
        return found

    @property
    def claims(self) -> int:
        """How many different claims that is."""
        return sum(len(draft.claims) for draft in self.drafts)

    @property
    def labels(self) -> list[DraftLabel]:
        """Every label, claim by claim."""
        return [label for draft in self.drafts for claim in draft.claims for label in claim.labels]


def draft(
    found: Iterable[Found | Refused], by: str, bare_ids: BareIds, losses: Losses, place_word: str = "line"
) -> Drafts:
    """The drafts of what was read, in the file's order. ``by`` gave the labels that name nobody; ``place_word`` is what
    the numbers of its entries count."""
    drafts = Drafts(losses=losses, place_word=place_word)
    gathered: dict[tuple[str, str], _Gathered] = {}
    for entry in found:
        drafts.entries += 1
        if isinstance(entry, Refused):
            drafts.refused.append(entry)
            continue
        if any(vote.meaning is Meaning.LEFT_OUT for vote in entry.votes):
            losses.add(_LEFT_OUT)
            continue
        try:
            text = plain_text(entry.text)
            key = (text, "" if text else " ".join(entry.group.split()))
            gathered.setdefault(key, _Gathered()).add(entry, text, losses)
        except BadEntry as error:
            drafts.refused.append(Refused(entry.line, str(error)))
    for (text, group), each in gathered.items():
        if not each.claims:  # all of them were refused
            continue
        claims = [_claim(claim, votes, by, bare_ids, drafts) for claim, votes in each.claims]
        title = next(iter(each.titles)) if len(each.titles) == 1 else ""
        drafts.drafts.append(Draft(group, title, text, claims))
    drafts.refused.sort(key=lambda refused: refused.line)
    return drafts


@dataclass(slots=True)
class _Gathered:
    """The claims of one article while a file is read."""

    titles: dict[str, None] = field(default_factory=dict)
    claims: list[tuple[DraftClaim, list[Vote]]] = field(default_factory=list)
    places: dict[Span | str, int] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    def add(self, entry: Found, text: str, losses: Losses) -> None:
        """Take an entry in. Raises BadEntry where it has no claim, or that has no place of its own in the text."""
        if NO_TEXT.search(entry.claim) or NO_TEXT.search(text) or any(map(_holds_no_text, entry.votes)):
            raise BadEntry("it holds half a character, or NUL: it is no text")
        words = " ".join(entry.claim.split())
        if not words:
            raise BadEntry("it has no claim")
        if len(words) > _LONGEST_CLAIM:
            raise BadEntry(f"its claim has {len(words):,} characters: an article, and no claim?")
        span = place_of(entry, text, losses) if text else None
        if span is None and words != entry.claim.strip():
            losses.add(_ON_ONE_LINE)
        at = self._at(entry.line, span, words, text, losses)
        self.claims[at][1].extend(entry.votes)
        if title := " ".join(entry.title.split()):
            self.titles[title] = None

    def _at(self, line: int, span: Span | None, words: str, text: str, losses: Losses) -> int:
        """The number of the claim at that place, new or not."""
        key = span or words
        if key not in self.places:
            if span is not None and (other := same_place(text, span, self._near(span))):
                losses.add(_ENDS_DIFFER)
                self.places[key] = self.places[other]
                return self.places[key]
            self.places[key] = len(self.claims)
            if span:
                insort(self.spans, span)
            self.claims.append((DraftClaim(line, span.cut(text) if span else words, span), []))
        return self.places[key]

    def _near(self, span: Span) -> list[Span]:
        """The claims that may overlap ``span``: they stand apart, so that few begin before its end and end in it."""
        last = first = bisect_left(self.spans, Span(span.end, span.end + 1))
        while first and self.spans[first - 1].end > span.start:
            first -= 1
        return self.spans[first:last]


def _holds_no_text(vote: Vote) -> bool:
    told = [vote.reviewer, vote.rationale, vote.search_note]
    for passage in vote.passages:
        told += [passage.words, passage.place, *passage.sources]
    return any((not each.isascii() and NO_TEXT.search(each)) or "\0" in each for each in told)


def _claim(claim: DraftClaim, votes: Sequence[Vote], by: str, bare_ids: BareIds, drafts: Drafts) -> DraftClaim:
    """``claim`` with the labels that ``votes`` make; what they do not is refused."""
    said: dict[tuple[str, datetime | None], list[Vote]] = {}
    for vote in votes:
        name = " ".join((vote.reviewer or by).split())
        said.setdefault((name.casefold(), vote.at), []).append(vote)
    for (_, at), theirs in said.items():
        meaning = _meaning(theirs, drafts)
        answer = ANSWERS[meaning]
        if meaning is Meaning.NOTHING and any(vote.meaning is Meaning.NOTHING for vote in theirs):
            drafts.losses.add(_NO_LABEL)
        try:
            evidence = evidence_from(theirs, answer.verdict, bare_ids, drafts.losses)
        except InvalidLabel as error:
            drafts.refused.append(Refused(theirs[0].line, str(error)))
            continue
        if not answer.is_empty or evidence != Evidence():
            name = " ".join((theirs[0].reviewer or by).split())
            claim.labels.append(DraftLabel(theirs[0].line, name, answer, evidence, at))
    return claim


def _meaning(votes: list[Vote], drafts: Drafts) -> Meaning:
    """What ``votes`` of one person say together. Those that cannot be joined are taken out, and refused."""
    first = next((vote for vote in votes if vote.meaning not in (None, Meaning.NOTHING)), None)
    if first is None or first.meaning is None:
        return Meaning.NOTHING
    speaking = [vote for vote in votes if vote.meaning not in (None, Meaning.NOTHING)]
    meanings = {vote.meaning for vote in speaking}
    if len(meanings) == 1:
        return first.meaning
    if all(vote.passages for vote in speaking) and Meaning.NOT_A_CLAIM not in meanings:
        sides = meanings & {Meaning.SUPPORTED, Meaning.CONTRADICTED}
        if len(sides) == 1:
            return Meaning.SUPPORTED if Meaning.SUPPORTED in sides else Meaning.CONTRADICTED
        drafts.losses.add(_BOTH_SIDES)
        return Meaning.NOTHING
    for vote in [vote for vote in speaking if vote.meaning is not first.meaning]:
        votes.remove(vote)
        drafts.refused.append(
            Refused(vote.line, f"it says otherwise than {drafts.place_word} {first.line}, of the same person and claim")
        )
    return first.meaning


def reviewers(drafts: Drafts) -> Iterator[str]:
    """The names on the labels, each once, in their order."""
    yield from {label.reviewer.casefold(): label.reviewer for label in drafts.labels}.values()

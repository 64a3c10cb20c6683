"""What a reviewer decides about a claim: verdicts, citations, labels. Plain values, standard library only.

The types check themselves once, when made: what exists is valid.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from annotator.errors import EvidenceMissing, InvalidLabel
from corpus.model import CHECKABLE_KINDS, Claim, Kind

LONGEST_NOTE = 20_000
"""Code points in a rationale, a search note, a quote: far more than anyone types, far less than harms a page."""


class Verdict(StrEnum):
    """What the evidence says of a claim. Mixed evidence is derived from the citations, never typed."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"


class Stance(StrEnum):
    """What a citation does to the claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Ruling(StrEnum):
    """What an editor can decide of a claim: one of the verdicts, or that there is nothing in it to check."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    NOT_A_CLAIM = "not_a_claim"


class Confidence(StrEnum):
    """How sure a reviewer is of a verdict."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class SourceType(StrEnum):
    """The registries a source can be named in."""

    DOI = "doi"
    PMID = "pmid"
    PMCID = "pmcid"
    NCT = "nct"
    ISBN = "isbn"
    URL = "url"


class Strength(StrEnum):
    """What kind of evidence a source is, the strongest first."""

    GUIDELINE = "guideline"
    SYSTEMATIC_REVIEW = "systematic_review"
    RANDOMISED_TRIAL = "randomised_trial"
    COHORT = "cohort"
    CASE_REPORT = "case_report"
    ANIMAL = "animal"
    IN_VITRO = "in_vitro"
    OPINION = "opinion"


class Role(StrEnum):
    """What a person is on this desk for."""

    REVIEWER = "reviewer"
    EDITOR = "editor"
    ANALYST = "analyst"
    ADMIN = "admin"


class Change(StrEnum):
    """What made a label: an answer key, an edit of its evidence, an undo, a file of labels, or a new revision in which
    its claim stands word for word: then it was carried over from there."""

    ANSWER = "answer"
    EVIDENCE = "evidence"
    UNDO = "undo"
    LOADED = "loaded"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works on this desk. ``id`` is the row's number in this database."""

    id: int
    name: str
    role: Role = Role.REVIEWER
    email: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, named once however it was typed: ``(type, identifier)`` is its key.

    ``identifier`` is normalised for comparing, ``shown`` is as a reader knows it, ``url`` is where it opens.
    """

    type: SourceType
    identifier: str
    shown: str
    url: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source used in a label: what it does to the claim, the words quoted, and where in the source they stand.

    ``strength`` is what kind of evidence it is, as the reviewer chose; None while nobody has.
    """

    source: Source
    stance: Stance
    quote: str = ""
    place: str = ""
    strength: Strength | None = None

    def __post_init__(self) -> None:
        if self.quote or self.place:
            _check_text("quote", self.quote)
            _check_text("place in the source", self.place)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one key press says of a claim: a verdict, another kind ("not a claim" is ``Kind.OTHER``), or a skip.

    The empty answer is a claim not answered yet.
    """

    verdict: Verdict | None = None
    kind: Kind | None = None
    skipped: bool = False

    def __post_init__(self) -> None:
        if self.skipped and self.verdict is not None:
            raise InvalidLabel("a skipped claim has no verdict: give one or the other")

    @property
    def is_empty(self) -> bool:
        """True while nothing was answered."""
        return self == Answer()

    @property
    def is_not_a_claim(self) -> bool:
        """True when the reviewer took the unit out of the queue: nothing in it can be checked."""
        return self.kind is not None and self.kind not in CHECKABLE_KINDS


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a reviewer says so: citations, rationale, where they searched, how sure they are."""

    citations: tuple[Citation, ...] = ()
    rationale: str = ""
    search_note: str = ""
    confidence: Confidence | None = None

    def __post_init__(self) -> None:
        if self.rationale or self.search_note:
            _check_text("rationale", self.rationale)
            _check_text("search note", self.search_note)


@dataclass(frozen=True, slots=True)
class Label:
    """One reviewer's complete record on a claim at one time. Never changed: a change is a new label.

    ``key`` is made where the label is made (32 hex digits in the browser), so saving it twice is harmless.
    ``labelled_at`` is the desk's time of saving, ``pressed_at`` the browser's time of the key press, both aware
    and in UTC. ``seconds_spent`` counts from the claim's showing to the key press.
    """

    key: str
    claim_id: str
    reviewer: str
    labelled_at: datetime
    answer: Answer = field(default_factory=Answer)
    evidence: Evidence = field(default_factory=Evidence)
    guideline_version: int = 1
    seconds_spent: float | None = None
    pressed_at: datetime | None = None
    change: Change = Change.ANSWER

    def __post_init__(self) -> None:
        _check_key("label", self.key)
        for moment in (self.labelled_at, self.pressed_at):
            if moment is not None and moment.tzinfo is not UTC and moment.utcoffset() is None:
                raise InvalidLabel(f"a label's times need a time zone, got {moment.isoformat()}")

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, or None while there is none."""
        return self.answer.verdict

    @property
    def is_open(self) -> bool:
        """True when there is a verdict that lacks its evidence."""
        return missing_evidence(self.answer.verdict, self.evidence) is not None

    @property
    def is_withdrawn(self) -> bool:
        """True when the label says nothing any more: its answer was undone, and there is no evidence. It is no vote."""
        return self.answer.verdict is None and self.answer.is_empty and self.evidence == Evidence()

    def check_evidence(self) -> None:
        """Raise EvidenceMissing for a verdict that lacks its evidence: the rule of a strict desk."""
        if needed := missing_evidence(self.answer.verdict, self.evidence):
            raise EvidenceMissing(f"this desk keeps a verdict only with its evidence: add {needed} first")


@dataclass(frozen=True, slots=True)
class Adjudication:
    """An editor's binding word on a claim, with the reason; without ``answer`` it takes back the one before.

    Never changed: the newest holds. It is no vote, and makes none. ``is_carried`` tells that it came along from an
    earlier revision, in which the claim has the very same words.
    """

    key: str
    claim_id: str
    editor: str
    decided_at: datetime
    answer: Ruling | None
    rationale: str = ""
    is_carried: bool = False

    def __post_init__(self) -> None:
        _check_key("decision", self.key)
        _check_text("reason", self.rationale)
        if self.decided_at.utcoffset() is None:
            raise InvalidLabel(f"a decision's time needs a time zone, got {self.decided_at.isoformat()}")

    @property
    def verdict(self) -> Verdict | None:
        """The verdict decided on; None where the claim was decided to be none, or the decision was taken back."""
        return None if self.answer is None else _VERDICTS[self.answer]


_VERDICTS = {ruling: None if ruling is Ruling.NOT_A_CLAIM else Verdict(ruling.value) for ruling in Ruling}


@dataclass(frozen=True, slots=True)
class FinalVerdict:
    """What the desk holds of a claim: the verdict an editor decided on, else the one all its reviewers share, or none
    while they differ or are silent. ``basis`` says which: adjudicated, unanimous, disputed, none."""

    verdict: Verdict | None
    basis: str


_UNANIMOUS = {verdict: FinalVerdict(verdict, "unanimous") for verdict in Verdict}
_ADJUDICATED = {verdict: FinalVerdict(verdict, "adjudicated") for verdict in (*Verdict, None)}
_DISPUTED, _NO_VERDICT = FinalVerdict(None, "disputed"), FinalVerdict(None, "none")


@dataclass(frozen=True, slots=True)
class ArticleRevision:
    """The article a claim comes from: which text exactly, and where that was found."""

    slug: str
    revision: int
    title: str
    sha256: str
    source_address: str = ""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the desk knows of sources that people cite, as far as a claim is flagged for it: which are retracted, and
    of those that the library describes the strength that their design suggests, and their year."""

    retracted: frozenset[Source] = frozenset()
    designs: Mapping[Source, Strength] = field(default_factory=dict, hash=False)
    years: Mapping[Source, int] = field(default_factory=dict, hash=False)


NO_FACTS = SourceFacts()


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A claim with every reviewer's current label on it (``votes``, by reviewer's name), as it is exported, and the
    editor's ``adjudication``, where one decided and did not take it back.

    ``facts`` are those known of the desk's sources now, and none where the votes are of an earlier moment; ``year`` is
    the one the article is of: of its publishing, else of its coming onto the desk.
    """

    article: ArticleRevision
    claim_id: str
    claim: Claim
    votes: tuple[Label, ...] = ()
    facts: SourceFacts = NO_FACTS
    year: int | None = None
    adjudication: Adjudication | None = None

    @property
    def kind(self) -> Kind:
        """What the claim is: the newest kind a reviewer gave it, else the one of the cut.

        Of two kinds given in the same microsecond, the one with the greater key holds, on every desk.
        """
        given = [vote for vote in self.votes if vote.answer.kind is not None]
        if not given:
            return self.claim.kind
        newest = max(given, key=lambda vote: (vote.labelled_at, vote.key))
        return newest.answer.kind or self.claim.kind

    @property
    def has_votes(self) -> bool:
        """True when a reviewer's label says something."""
        return any(not vote.is_withdrawn for vote in self.votes)

    @property
    def verdicts(self) -> frozenset[Verdict]:
        """The different verdicts its reviewers hold now."""
        return frozenset([vote.answer.verdict for vote in self.votes if vote.answer.verdict is not None])

    @property
    def final(self) -> FinalVerdict:
        """The verdict an editor decided on, else the one all its reviewers share."""
        return final_verdict(self.votes, self.adjudication)


def missing_evidence(verdict: Verdict | None, evidence: Evidence) -> str | None:
    """What a verdict still needs to count as evidenced, in a few words; None when it has it.

    Supported and contradicted need a citation of that stance; unsupported needs a search note.
    """
    if verdict is None:
        return None
    if verdict is Verdict.UNSUPPORTED:
        return None if evidence.search_note.strip() else "a search note"
    stance = _STANCES[verdict]
    for citation in evidence.citations:  # asked several times of each vote of a dataset: any() takes thrice as long
        if citation.stance is stance:
            return None
    return f"a citation that {stance.value} it"


def rests_on(label: Label) -> tuple[Citation, ...]:
    """The citations that a verdict rests on: those of its own stance."""
    cited = label.evidence.citations
    stance = _STANCES.get(label.answer.verdict) if cited and label.answer.verdict else None
    return tuple([citation for citation in cited if citation.stance is stance])


_STANCES = {Verdict.SUPPORTED: Stance.SUPPORTS, Verdict.CONTRADICTED: Stance.CONTRADICTS}


def final_verdict(votes: Sequence[Label], adjudication: Adjudication | None = None) -> FinalVerdict:
    """The verdict an editor decided on, if one did; else the one that all ``votes`` share, and none when they differ
    or there is none.

    A vote that says "not a claim" against another's verdict is a difference too.
    """
    if adjudication is not None and adjudication.answer is not None:
        return _ADJUDICATED[adjudication.verdict]
    held = [vote.answer.verdict for vote in votes]
    verdicts = {verdict for verdict in held if verdict is not None}
    if not verdicts:
        return _NO_VERDICT
    if len(verdicts) > 1 or (None in held and any(_holds_it_no_claim(vote) for vote in votes)):
        return _DISPUTED
    return _UNANIMOUS[verdicts.pop()]


def _holds_it_no_claim(vote: Label) -> bool:
    return vote.answer.verdict is None and vote.answer.is_not_a_claim


def disagrees(vote: Label, ruling: Ruling) -> bool:
    """Whether a reviewer's current label says otherwise than an editor. A skip says nothing."""
    if vote.verdict is not None:
        return vote.verdict.value != ruling.value
    return vote.answer.is_not_a_claim and ruling is not Ruling.NOT_A_CLAIM


def _check_key(name: str, key: str) -> None:
    if not 1 <= len(key) <= 64 or not key.isascii() or not key.isalnum():
        raise InvalidLabel(f"a {name}'s key has 1 to 64 letters and digits, got {key[:80]!r}")


def _check_text(name: str, text: str) -> None:
    if len(text) > LONGEST_NOTE:
        raise InvalidLabel(f"the {name} has {len(text):,} characters; keep it under {LONGEST_NOTE:,}")
    if not text.isascii():  # as most are: nothing else is asked of them
        try:
            text.encode()
        except UnicodeEncodeError:  # a lone surrogate, which neither a database nor a file keeps
            raise InvalidLabel(f"the {name} holds half a character: type it again") from None

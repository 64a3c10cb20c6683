"""What is to be added for a file of labelled data: found or made places for its claims, and the labels that are new.

Laying a plan only reads. A label's key is made of its place and content, a claim is known by its place, or by its words
among the claims of the same file and group: so the same file again adds nothing, and a longer one what is new in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath

from sqlite_utils import Database

from annotator.errors import InvalidLabel, UnknownClaim, UnknownPerson
from annotator.label_files.elsewhere.drafting import Draft, DraftClaim, DraftLabel
from annotator.label_files.elsewhere.model import BadEntry
from annotator.label_files.elsewhere.placing import cut_around, cut_lines, same_place
from annotator.label_files.elsewhere.same_words import is_told_apart
from annotator.model import Change, Label
from annotator.storage.label_checks import LabelChecks
from annotator.storage.settings import guideline_version
from annotator.storage.times import to_text
from corpus.model import Article, Claim, Span, claim_id
from corpus.reading.naming import plainly, slug_for, title_of

ONE_A_LINE = "labelled data: its claims, one a line"
WITH_TEXT = "labelled data: a text with claims marked in it"
_LONGEST_GROUP = 200


@dataclass(slots=True)
class NewArticle:
    article: Article
    claims: list[Claim]


@dataclass(slots=True)
class Place:
    """Where a claim stands: in the text with that fingerprint, as the claim ``id``, or in a new ``article``."""

    sha256: str
    span: Span
    id: str = ""
    article: int | None = None


@dataclass(slots=True)
class PlannedLabel:
    line: int
    label: Label
    article: int | None
    span: Span

    def in_article(self, slug: str) -> Label:
        """The label, on the claim as it is called in its new article."""
        label = self.label
        return Label(
            label.key,
            claim_id(slug, 1, self.span),
            *(label.reviewer, label.labelled_at, label.answer, label.evidence, label.guideline_version),
            change=label.change,
        )


@dataclass
class EarlierClaims:
    """The claims of articles that were made of a file and group before, by their words. Each article is read once."""

    db: Database
    read: set[str] = field(default_factory=set)
    found: dict[str, dict[str, Place]] = field(default_factory=dict)

    def claims_of(self, origin: str) -> dict[str, Place]:
        """The claims of the articles with that origin, as far as they are on the desk now."""
        found = self.found.setdefault(origin, {})
        slugs = self.db.execute(
            "SELECT slug FROM articles JOIN revisions ON article = slug AND number = 1"
            " WHERE articles.source_address = ? AND how_read = ? ORDER BY articles.rowid",
            [origin, ONE_A_LINE],
        ).fetchall()
        for (slug,) in slugs:
            if slug not in self.read:
                self.read.add(slug)
                for words, sha256, start, end, each in self._claims_in(slug):
                    found.setdefault(words, Place(sha256, Span(start, end), each))
        return found

    def _claims_in(self, slug: str) -> list[tuple[str, str, int, int, str]]:
        rows: list[tuple[str, str, int, int, str]] = self.db.execute(
            'SELECT claims.text, sha256, start, "end", id FROM claims'
            " JOIN revisions ON revisions.article = claims.article AND revisions.number = revision"
            " WHERE claims.article = ? AND revision = 1 AND origin = 'cut' ORDER BY start",
            [slug],
        ).fetchall()
        return rows


@dataclass
class Plan:
    """What is to be added of one file, or of a part of it. Laying it only reads. ``cuts`` keeps the cuts of texts."""

    db: Database
    now: datetime
    name: str
    earlier: EarlierClaims
    cuts: dict[str, list[Claim]]
    checks: LabelChecks = field(init=False)
    articles: list[NewArticle] = field(default_factory=list)
    labels: list[PlannedLabel] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    claims: int = 0
    claims_known: int = 0
    labels_known: int = 0
    keys: set[str] = field(default_factory=set)
    standing: dict[str, dict[tuple[int, int], Place]] = field(default_factory=dict)
    guideline: int = field(init=False)

    def __post_init__(self) -> None:
        self.checks = LabelChecks(self.db, self.now)
        self.guideline = guideline_version(self.db)

    def lay(self, drafts: Iterable[Draft]) -> None:
        """Find or make a place for every claim, and plan the labels that are new, the oldest first."""
        for draft in drafts:
            for claim, place in self._with_text(draft) if draft.text else self._one_a_line(draft):
                for label in claim.labels:
                    try:
                        self._label(place, label)
                    except (InvalidLabel, UnknownClaim, UnknownPerson) as error:
                        self.refused.append((label.line, str(error)))
        self.labels.sort(key=lambda planned: planned.label.labelled_at)

    def _label(self, place: Place, draft: DraftLabel) -> None:
        key = _key(place, draft)
        if key in self.keys or self.checks.has_key(key):
            self.labels_known += 1
            return
        stands_in = place.id
        if place.id and self.checks.is_retired(place.id):
            stands_in = self.checks.claim_now(place.id)
        label = Label(
            key,
            stands_in,
            *(draft.reviewer, draft.at or self.now, draft.answer, draft.evidence, self.guideline),
            change=Change.LOADED,
        )
        self.checks.check(label)
        self.checks.check_newest(label)
        self.keys.add(key)
        self.labels.append(PlannedLabel(draft.line, label, place.article, place.span))

    def _with_text(self, draft: Draft) -> Iterator[tuple[DraftClaim, Place]]:
        """The claims of a text, in that article where the desk has it, else in a new one."""
        title = draft.title or title_of(draft.text)
        origin = self._origin(str(draft.claims[0].line))
        article = Article(slug_for(title), plainly(title), draft.text, origin, WITH_TEXT)
        known, is_new = self._standing(article.sha256), False
        if not known:
            marked = [(claim.span, _is_claim(claim)) for claim in draft.claims if claim.span]
            self._new(article, self._cut(draft.text, lambda text: cut_around(text, marked)))
            known, is_new = self._standing(article.sha256), True
        spans = {Span(*place): None for place in known}
        for claim in draft.claims:
            try:
                span = claim.span if claim.span in spans else same_place(draft.text, claim.span or Span(0, 1), spans)
            except BadEntry:
                span = None
            if span is None:
                self._refuse(claim)
                continue
            self._count(1, is_new)
            yield claim, known[span.start, span.end]

    def _one_a_line(self, draft: Draft) -> Iterator[tuple[DraftClaim, Place]]:
        """The claims of a group: those that its earlier articles have, then the others in a new one."""
        origin = self._origin(draft.group)
        known = self.earlier.claims_of(origin)
        new = [claim for claim in draft.claims if claim.words not in known]
        for claim in draft.claims:
            if claim.words in known:
                self.claims_known += 1
                yield claim, known[claim.words]
        if not new:
            return
        text = "\n".join(claim.words for claim in new)
        claims = self._cut(text, cut_lines)
        article = Article(slug_for(self._slug(draft.group)), self._title(draft), text, origin, ONE_A_LINE)
        places = self._standing(article.sha256)
        if places and is_told_apart(draft.group):  # all words of it are another claim's, which has its own answer
            for claim in new:
                reason = f"another claim has the words {claim.words[:60]!r}, and another label: which of them holds?"
                self._refuse(claim, reason)
            return
        self._count(len(new), not places)
        if not places:
            self._new(article, claims)
            places = self._standing(article.sha256)
        for claim, unit in zip(new, claims, strict=True):
            place = places.get((unit.span.start, unit.span.end))
            if place is not None:
                yield claim, place
            else:
                self._refuse(claim)

    def _cut(self, text: str, cut: Callable[[str], list[Claim]]) -> list[Claim]:
        if text not in self.cuts:
            self.cuts[text] = cut(text)
        return self.cuts[text]

    def _count(self, claims: int, are_new: bool) -> None:
        if are_new:
            self.claims += claims
        else:
            self.claims_known += claims

    def _refuse(self, claim: DraftClaim, reason: str = "") -> None:
        reason = reason or f"its text is on the desk, and cut otherwise: it has no claim {claim.words[:60]!r}"
        self.refused += [(line, reason) for line in {label.line for label in claim.labels} or {claim.line}]

    def _standing(self, sha256: str) -> dict[tuple[int, int], Place]:
        """The claims of the text with that fingerprint: on the desk, or in an article that is planned."""
        if sha256 not in self.standing:
            self.standing[sha256] = {
                (start, end): Place(sha256, Span(start, end), found)
                for (start, end), (found, _, _) in self.checks.places(sha256).items()
            }
        return self.standing[sha256]

    def _new(self, article: Article, claims: list[Claim]) -> None:
        at = len(self.articles)
        self.articles.append(NewArticle(article, claims))
        self.standing[article.sha256] = {
            (claim.span.start, claim.span.end): Place(article.sha256, claim.span, article=at) for claim in claims
        }

    def _origin(self, group: str) -> str:
        return plainly(self.name) + (f"#{plainly(group)[:_LONGEST_GROUP]}" if group else "")

    def _slug(self, group: str) -> str:
        return f"{PurePath(self.name).stem} {group}"

    def _title(self, draft: Draft) -> str:
        stem = PurePath(self.name).stem
        title = draft.title or (f"{stem}: {draft.group}" if draft.group else stem)
        return plainly(title)[:_LONGEST_GROUP] + (f" (part {draft.part})" if draft.part else "")


def _is_claim(claim: DraftClaim) -> bool:
    return not claim.labels or not all(label.answer.is_not_a_claim for label in claim.labels)


def _key(place: Place, label: DraftLabel) -> str:
    """A key made of where the label stands and all it says: the same label has the same, whenever it comes."""
    evidence = label.evidence
    content: Sequence[object] = (
        *(place.sha256, place.span.start, place.span.end, label.reviewer.casefold()),
        *(label.answer.verdict, label.answer.kind, to_text(label.at) if label.at else ""),
        *(evidence.rationale, evidence.search_note),
        [
            (each.source.type, each.source.identifier, each.stance, each.quote, each.place)
            for each in evidence.citations
        ],
    )
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]

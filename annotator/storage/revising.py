"""A new revision of an article: which labels go on with their claims, and which claims are offered again.

A label goes on only with the exact words, in the same frame, in a place beyond doubt (``corpus.revising``). What
changed is linked to what it was before, and waits for an answer of its own; what vanished keeps its labels where they
are. Nothing is guessed, and all of it is one transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlite_utils import Database

from annotator.errors import AlreadyThere, StaleRevision
from annotator.model import ArticleRevision, Person
from annotator.storage.adjudications import carry_adjudications, decided_in
from annotator.storage.articles import StoredClaim, article_revision, article_text, claims_of, insert_revision
from annotator.storage.connection import reading, writing
from annotator.storage.recuts import Act, NewRecut, carry_labels, link_claims, make_claims, retire_claims, start_recut
from corpus.cut_again import CutUnit, cut_again
from corpus.model import Article, Claim, claim_id
from corpus.revising import Comparison, Fate, Pairing, compare
from corpus.word_diff import Piece, word_diff

LINKED = (Fate.REFRAMED, Fate.UNCLEAR, Fate.CHANGED, Fate.SPLIT, Fate.MERGED)
"""What goes on from earlier claims without their labels: it is offered to a person, with what was there before."""


@dataclass(frozen=True, slots=True)
class OldUnit:
    """A unit of the newest revision so far, and how many reviewers hold a label on it."""

    stored: StoredClaim
    origin: str
    labels: int


@dataclass(frozen=True, slots=True)
class RevisionPlan:
    """What a text would be as the next revision of an article, before it is one: nothing is written yet."""

    onto: ArticleRevision
    old: tuple[OldUnit, ...]
    new: tuple[CutUnit, ...]
    comparison: Comparison

    def of(self, *fates: Fate) -> list[Pairing]:
        """The pairings of these fates with a claim in them: headings and the like that nobody labelled are left out."""
        return [pairing for pairing in self.comparison.of(*fates) if self._has_claim(pairing)]

    def labels(self, *fates: Fate) -> int:
        """How many current labels the old units in pairings of these fates hold."""
        return sum(self.old[number].labels for pairing in self.comparison.of(*fates) for number in pairing.old)

    def words(self, pairing: Pairing) -> tuple[str, str]:
        """The words of its old units, and of its new ones; of several copies those of one."""
        olds = [self.old[number].stored.claim.text for number in pairing.old]
        news = [self.new[number].claim.text for number in pairing.new]
        if pairing.fate is Fate.UNCLEAR:
            return olds[0], news[0]
        return " ".join(olds), " ".join(news)

    def pieces(self, pairing: Pairing) -> tuple[Piece, ...]:
        """What of its words stayed, went and came."""
        return word_diff(*self.words(pairing))

    def _has_claim(self, pairing: Pairing) -> bool:
        return any(self.new[number].claim.check_worthy for number in pairing.new) or any(
            self.old[number].labels or self.old[number].stored.claim.check_worthy for number in pairing.old
        )


@dataclass(frozen=True, slots=True)
class RevisionReport:
    """What a new revision came to, in claims: ``kept`` with their ``labels``; ``changed`` and the like, which wait
    for an answer again; ``new``; and ``vanished``, with the labels that stay on what went."""

    slug: str
    revision: int
    kept: int
    labels: int
    changed: int
    new: int
    vanished: int
    left_behind: int


def plan_revision(db: Database, slug: str, article: Article, claims: Sequence[Claim]) -> RevisionPlan:
    """What the text of ``article``, cut into ``claims``, would be as the next revision of the article ``slug``.

    Raises UnknownArticle, and AlreadyThere for a text that is on the desk, also in an earlier revision.
    """
    with reading(db):
        return _plan(db, slug, article, claims)


def add_revision(
    db: Database,
    slug: str,
    article: Article,
    claims: Sequence[Claim],
    now: datetime,
    key: str,
    *,
    person: Person | None = None,
    added_by: str = "",
    onto: int | None = None,
) -> RevisionReport:
    """Make the text of ``article``, cut into ``claims``, the next revision of the article ``slug``.

    ``key`` names the act (letters and digits, new for each). ``person`` is who did it, or ``added_by`` their name.
    ``onto`` is the revision that was compared with: StaleRevision when another is the newest by now. Raises as
    ``plan_revision`` does. What the new text does not say of itself, its address or author, stays as it was.
    """
    with writing(db):
        plan = _plan(db, slug, article, claims)
        if onto not in (None, plan.onto.revision):
            raise StaleRevision(f"revision {plan.onto.revision} of {slug} was added since: compare with that one")
        number = plan.onto.revision + 1
        insert_revision(db, _completed(db, plan, article), number, now, person.name if person else added_by)
        new = NewRecut(key, Act.REVISE, slug, number, person.id if person else None)
        recut = start_recut(db, new, now)
        retire_claims(db, recut, [unit.stored.id for unit in plan.old], now)
        for origin in sorted({unit.origin for unit in plan.new}):
            make_claims(db, recut, [unit.claim for unit in plan.new if unit.origin == origin], origin)
        labels = _link(db, plan, number, recut)
    return _report(plan, number, labels)


def _plan(db: Database, slug: str, article: Article, claims: Sequence[Claim]) -> RevisionPlan:
    onto = article_revision(db, slug)
    _check_unknown(db, onto, article)
    old = _old_units(db, onto)
    before = [CutUnit(unit.stored.claim, unit.origin) for unit in old]
    new = cut_again(article_text(db, slug, onto.revision), before, article.text, claims)
    comparison = compare([unit.claim for unit in before], [unit.claim for unit in new])
    return RevisionPlan(onto, tuple(old), tuple(new), comparison)


def _check_unknown(db: Database, onto: ArticleRevision, article: Article) -> None:
    for slug, number in db.execute("SELECT article, number FROM revisions WHERE sha256 = ?", [article.sha256]):
        if (slug, number) == (onto.slug, onto.revision):
            raise AlreadyThere(f"this very text is the newest revision of {slug} already")
        if slug == onto.slug:
            raise AlreadyThere(
                f"this is the text of revision {number} of {slug}: a desk keeps each text once, so say in the text that"
                " it is the earlier wording again, and add that"
            )
        raise AlreadyThere(
            f"this text is on the desk already, as {slug}: a desk keeps each text once, so label it there"
        )


def _old_units(db: Database, onto: ArticleRevision) -> list[OldUnit]:
    labels = dict(
        db.execute(
            "SELECT claims.id, count(*) FROM claims JOIN current_labels AS label ON label.claim_id = claims.id"
            " WHERE article = ? AND revision = ? AND retired_at IS NULL AND (verdict IS NOT NULL"
            " OR label.kind IS NOT NULL OR skipped OR rationale <> '' OR search_note <> '' OR confidence IS NOT NULL"
            " OR EXISTS (SELECT 1 FROM citations WHERE label_id = label.id)) GROUP BY claims.id",
            [onto.slug, onto.revision],
        ).fetchall()
    )
    origins = dict(
        db.execute(
            "SELECT id, origin FROM claims WHERE article = ? AND revision = ? AND origin <> 'cut'",
            [onto.slug, onto.revision],
        ).fetchall()
    )
    return [
        OldUnit(stored, origins.get(stored.id, "cut"), labels.get(stored.id, 0))
        for stored in claims_of(db, onto.slug, onto.revision)
    ]


def _completed(db: Database, plan: RevisionPlan, article: Article) -> Article:
    author = db.execute(
        "SELECT author FROM revisions WHERE article = ? AND number = ?", [plan.onto.slug, plan.onto.revision]
    ).fetchone()[0]
    return replace(
        article,
        slug=plan.onto.slug,
        source_address=_address(article.source_address, plan.onto.source_address),
        author=article.author or author,
    )


def _address(given: str, before: str) -> str:
    """The address of the new text, unless it is only a file's name and there was a real one before."""
    is_web = given.startswith(("http://", "https://"))
    return given if is_web or (given and not before.startswith(("http://", "https://"))) else before


def _link(db: Database, plan: RevisionPlan, number: int, recut: int) -> int:
    """Keep what each claim was before, and carry the labels and the decisions of those that stayed as they were; give
    how many labels."""
    ids = [claim_id(plan.onto.slug, number, unit.claim.span) for unit in plan.new]
    unchanged = plan.comparison.of(Fate.UNCHANGED)
    for pairings, same_words in ((unchanged, True), (plan.comparison.of(*LINKED), False)):
        link_claims(
            db,
            recut,
            [
                (ids[new], plan.old[old].stored.id, same_words)
                for pairing in pairings
                for new in pairing.new
                for old in pairing.old
            ],
        )
    pairs = [(plan.old[pairing.old[0]].stored.id, ids[pairing.new[0]]) for pairing in unchanged]
    decided = decided_in(db, plan.onto.slug, plan.onto.revision)
    carry_adjudications(db, [(old, new) for old, new in pairs if old in decided])
    return sum(
        carry_labels(db, plan.old[pairing.old[0]].stored.id, ids[pairing.new[0]])
        for pairing in unchanged
        if plan.old[pairing.old[0]].labels
    )


def _report(plan: RevisionPlan, number: int, labels: int) -> RevisionReport:
    return RevisionReport(
        plan.onto.slug,
        number,
        kept=len(plan.of(Fate.UNCHANGED)),
        labels=labels,
        changed=len(plan.of(*LINKED)),
        new=len(plan.of(Fate.NEW)),
        vanished=len(plan.of(Fate.VANISHED)),
        left_behind=plan.labels(Fate.VANISHED),
    )

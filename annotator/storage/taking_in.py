"""Labelled data from elsewhere put on the desk: articles, their claims, and who said what of them.

It goes in short transactions of whole articles with all their labels: other people's work goes on between two of them,
and whatever ends the work leaves whole articles only. Nothing that is there is changed, and the same file again adds
what is missing: nothing, when it was taken in to its end.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from annotator.label_files.elsewhere.drafting import Draft, Drafts
from annotator.model import Person
from annotator.storage.articles import add_article
from annotator.storage.bulk import A_BREATH
from annotator.storage.connection import reading, writing
from annotator.storage.labels import insert_label
from annotator.storage.people import add_person
from annotator.storage.take_in_plan import EarlierClaims, Plan

MOST_AT_ONCE = 1_000
"""Claims and labels after which a transaction takes no further article: others wait for it."""


@dataclass(frozen=True, slots=True)
class TakeInReport:
    """What became of a file, or would become of it.

    ``refused`` has (line, reason) of what was not taken in; ``losses`` what is kept otherwise than it was.
    """

    entries: int
    articles: tuple[str, ...]
    claims: int
    claims_known: int
    labels: int
    labels_known: int
    people: tuple[str, ...]
    refused: list[tuple[int, str]]
    losses: list[str]

    def summary(self) -> str:
        """One line with every count."""
        return (
            f"read {self.entries:,}, articles {len(self.articles):,}, claims {self.claims:,}"
            f" ({self.claims_known:,} known), labels {self.labels:,} ({self.labels_known:,} known),"
            f" refused {len(self.refused):,}"
        )


def take_in(
    db: Database,
    drafts: Drafts,
    name: str,
    now: datetime,
    added_by: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> TakeInReport:
    """Put the drafts of the file called ``name`` on the desk, adding people who are new.

    ``progress`` is told how many articles of the file are left, of how many.
    """
    done = _Done(drafts)
    waiting = deque(drafts.pieces)
    total, earlier = len(waiting), EarlierClaims(db)
    while waiting:
        batch = _batch(waiting)
        with reading(db):  # texts are cut here, for which nobody should have to wait
            Plan(db, now, name, earlier, drafts.cuts).lay(batch)
        with writing(db):
            plan = Plan(db, now, name, earlier, drafts.cuts)
            plan.lay(batch)
            slugs = _keep(db, plan, now, added_by)
        done.add(plan, slugs)
        if progress:
            progress(len(waiting), total)
        if waiting:
            time.sleep(A_BREATH)
    return done.report()


def try_out(db: Database, drafts: Drafts, name: str, now: datetime) -> TakeInReport:
    """What ``take_in`` would make of it now. Writes nothing, and keeps nobody waiting."""
    done = _Done(drafts)
    with reading(db):
        plan = Plan(db, now, name, EarlierClaims(db), drafts.cuts)
        plan.lay(drafts.pieces)
    done.add(plan, [new.article.slug for new in plan.articles])
    return done.report()


@dataclass
class _Done:
    """What was planned and kept so far."""

    drafts: Drafts
    slugs: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    people: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[int, str]] = field(default_factory=list)

    def add(self, plan: Plan, slugs: list[str]) -> None:
        self.slugs += slugs
        self.counts += Counter(
            claims=plan.claims, claims_known=plan.claims_known, labels=len(plan.labels), labels_known=plan.labels_known
        )
        self.refused += plan.refused
        for planned in plan.labels:
            self.people.setdefault(planned.label.reviewer.casefold(), planned.label.reviewer)

    def report(self) -> TakeInReport:
        refused = sorted([*self.refused, *((each.line, each.reason) for each in self.drafts.refused)])
        return TakeInReport(
            self.drafts.entries,
            tuple(self.slugs),
            self.counts["claims"],
            self.counts["claims_known"],
            self.counts["labels"],
            self.counts["labels_known"],
            tuple(self.people.values()),
            refused,
            self.drafts.losses.lines(),
        )


def _batch(waiting: deque[Draft]) -> list[Draft]:
    """The next articles, which are kept together: few claims and labels, so that nobody waits long for it."""
    batch, size = [], 0
    while waiting and size < MOST_AT_ONCE:
        batch.append(waiting.popleft())
        size += sum(1 + len(claim.labels) for claim in batch[-1].claims)
    return batch


def _keep(db: Database, plan: Plan, now: datetime, added_by: str) -> list[str]:
    """Add what was planned; the slugs of the new articles."""
    slugs = [add_article(db, new.article, new.claims, now, added_by).slug for new in plan.articles]
    people: dict[str, Person] = {}
    for planned in plan.labels:
        label = planned.label if planned.article is None else planned.in_article(slugs[planned.article])
        if label.reviewer not in people:
            people[label.reviewer] = add_person(db, label.reviewer, now)
        insert_label(db, people[label.reviewer], label, received_at=now)
    return slugs

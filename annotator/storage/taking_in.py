"""Labelled data from elsewhere put on the desk: articles, their claims, and who said what of them, all in one
transaction. Nothing that is there is changed, and the same file again adds nothing: a label's key is made of its place
and content, a claim is known by its place, or by its words among the claims of the same file and group.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from annotator.label_files.elsewhere.drafting import Drafts
from annotator.model import Person
from annotator.storage.articles import add_article
from annotator.storage.connection import reading, writing
from annotator.storage.labels import insert_label
from annotator.storage.people import add_person
from annotator.storage.take_in_plan import Plan


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
    """Put the drafts of the file called ``name`` on the desk, whole, adding people who are new.

    ``progress`` is told how many labels are left, of how many.
    """
    try_out(db, drafts, name, now)  # it cuts the texts, for which nobody should have to wait
    with writing(db):
        plan = Plan(db, now, name)
        plan.lay(drafts)
        slugs = [add_article(db, new.article, new.claims, now, added_by).slug for new in plan.articles]
        people: dict[str, Person] = {}
        for left, planned in zip(reversed(range(len(plan.labels))), plan.labels, strict=True):
            if progress:
                progress(left, len(plan.labels))
            label = planned.label if planned.article is None else planned.in_article(slugs[planned.article])
            if label.reviewer not in people:
                people[label.reviewer] = add_person(db, label.reviewer, now)
            insert_label(db, people[label.reviewer], label)
    return _report(plan, drafts, tuple(slugs))


def try_out(db: Database, drafts: Drafts, name: str, now: datetime) -> TakeInReport:
    """What ``take_in`` would make of it now. Writes nothing, and keeps nobody waiting."""
    with reading(db):
        plan = Plan(db, now, name)
        plan.lay(drafts)
    return _report(plan, drafts, tuple(new.article.slug for new in plan.articles))


def _report(plan: Plan, drafts: Drafts, slugs: tuple[str, ...]) -> TakeInReport:
    names = {planned.label.reviewer.casefold(): planned.label.reviewer for planned in plan.labels}
    return TakeInReport(
        *(drafts.entries, slugs, plan.claims, plan.claims_known, len(plan.labels), plan.labels_known),
        *(tuple(names.values()), plan.refused, drafts.losses.lines()),
    )

"""Desks of any size, made up with a fixed seed: the same claims and labels every time."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from annotator.citations.identifiers import parse_identifier
from annotator.model import Person
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database, writing
from annotator.storage.people import add_person
from annotator.storage.times import to_text
from corpus.cues import find_cues
from corpus.model import Article, Claim, Context, Kind, Span

CLAIMS_AN_ARTICLE = 200
START = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = (  # noqa: SIM905 - a list of 30 quoted words is harder to read
    "magnesium vitamin inflammation trial patients dose daily relapse symptoms muscle nerve risk supplement evidence"
    " study placebo blood pressure kidney deficiency intake women men adults weeks reduced improved linked shown may"
).split()


def made_desk(path: Path, claims: int, labels: int, reviewers: int = 3) -> list[Person]:
    """A new desk at ``path`` with that many claims in articles of 200 and that many labels, a third of them cited."""
    dice, source = random.Random(11), parse_identifier("PMID 1")
    prepare_database(path)
    with open_database(path) as db:
        people = [add_person(db, f"Dr {letter}", START) for letter in "ABCDEFGH"[:reviewers]]
        with writing(db):
            for number in range(claims // CLAIMS_AN_ARTICLE):
                article, cut = made_article(dice, number)
                add_article(db, article, cut, START)
            ids = [row[0] for row in db.execute("SELECT id FROM claims ORDER BY number").fetchall()]
            db.execute(
                "INSERT INTO sources (type, identifier, shown, url) VALUES (?, ?, ?, ?)",
                [source.type, source.identifier, source.shown, source.url],
            )
            for number in range(labels):
                verdict = dice.choice(["supported", "supported", "unsupported", "contradicted"])
                row = db.execute(
                    "INSERT INTO labels (key, claim_id, reviewer, change, verdict, search_note, guideline_version,"
                    " labelled_at) VALUES (?, ?, ?, 'answer', ?, ?, 1, ?) RETURNING id",
                    [
                        f"{number:032x}",
                        ids[number % len(ids)],
                        people[number // len(ids) % reviewers].id,
                        verdict,
                        "PubMed" if dice.random() < 0.5 else "",
                        to_text(START + timedelta(seconds=number)),
                    ],
                ).fetchone()
                if number % 3 == 0:
                    db.execute(
                        "INSERT INTO citations (label_id, position, source_id, stance) VALUES (?, 0, 1, ?)",
                        [row[0], "supports" if verdict == "supported" else "contradicts"],
                    )
    return people


def made_article(dice: random.Random, number: int) -> tuple[Article, list[Claim]]:
    """An article of 200 sentences of about 21 words under ten headings, with its cut."""
    text, claims, heading = f"Article {number} about {dice.choice(WORDS)}\n\n", [], ""
    for sentence in range(CLAIMS_AN_ARTICLE):
        if sentence % 20 == 0:
            heading = f"Section {sentence // 20} on {dice.choice(WORDS)}"
            text += heading + "\n\n"
        words = " ".join(dice.choice(WORDS) for _ in range(20)).capitalize() + f" {number}-{sentence}."
        span, context = Span(len(text), len(text) + len(words)), Context((heading,))
        claims.append(Claim(span, Kind.CLAIM, True, words, context, find_cues(words, span.start)))
        text += words + ("\n\n" if sentence % 5 == 4 else " ")
    return Article(f"article-{number:05d}", f"Article {number}", text), claims


def timed(run: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each of ``times`` runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append((time.perf_counter() - start) * 1000)
    return found


def report(what: str, milliseconds: list[float], goal: str = "") -> None:
    """One line: what was measured, p50 and p95, how often, on how many cores."""
    high = quantiles(milliseconds, n=20)[-1] if len(milliseconds) > 1 else milliseconds[0]
    told = f"  (goal: {goal})" if goal else ""
    print(
        f"{what:<58} p50 {median(milliseconds):>9.1f} ms   p95 {high:>9.1f} ms   n={len(milliseconds)}"
        f"   {os.cpu_count()} cores{told}",
        flush=True,
    )

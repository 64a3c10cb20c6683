"""How long datasets take: ``python -m benchmarks.exports [CLAIMS]`` (10,000 claims when not said).

Puts made-up articles on a new desk, labels every claim with a citation, a rationale and a time, exports them to JSONL
and CSV, and loads them into another desk. The cut itself is left out: its claims are made up too.
"""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from annotator.citations.identifiers import parse_identifier
from annotator.model import Answer, Citation, Evidence, Label, Stance, Verdict
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database, writing
from annotator.storage.labels import record_label
from annotator.storage.loading import load_labels
from annotator.storage.people import add_person
from benchmarks.made_desk import CLAIMS_AN_ARTICLE, START, WORDS, made_article, report, timed
from corpus.model import Article, Claim, claim_id
from exports.catalog import EXPORTERS
from exports.selecting import Dataset, select_claims

RUNS = 7
SOURCES = 2_000
STANCES = {Verdict.SUPPORTED: Stance.SUPPORTS, Verdict.CONTRADICTED: Stance.CONTRADICTS}

MadeArticles = list[tuple[Article, list[Claim]]]


def made_articles(claims: int) -> MadeArticles:
    """Articles of 200 claims each, the same every time."""
    dice = random.Random(11)
    return [made_article(dice, number) for number in range(claims // CLAIMS_AN_ARTICLE)]


def add_all(path: Path, articles: MadeArticles) -> None:
    """A new desk with the articles, all in one transaction."""
    path.unlink(missing_ok=True)
    prepare_database(path)
    with open_database(path) as db, writing(db):
        for article, cut in articles:
            add_article(db, article, cut, START)


def label_all(path: Path, articles: MadeArticles) -> None:
    """A label on every claim, each with a citation, a rationale and a search note."""
    dice, key = random.Random(12), 0
    with open_database(path) as db, writing(db):
        people = [add_person(db, f"Dr {letter}", START) for letter in "ABC"]
        for article, cut in articles:
            for claim in cut:
                key += 1
                verdict, person = dice.choice(list(Verdict)), dice.choice(people)
                source = parse_identifier(f"PMID {dice.randint(1, SOURCES)}")
                citation = Citation(source, STANCES.get(verdict, Stance.CONTEXT), "we found no difference", "p. 3")
                evidence = Evidence((citation,), " ".join(dice.choices(WORDS, k=20)), "PubMed, today")
                moment = START + timedelta(seconds=key)
                place = claim_id(article.slug, 1, claim.span)
                label = Label(f"{key:032x}", place, person.name, moment, Answer(verdict), evidence, 1, 4.5, moment)
                record_label(db, person, label)


def export(path: Path, name: str, to: Path) -> None:
    """One export of everything, from opening the desk to the file on the disk."""
    with open_database(path) as db:
        claims, selection = select_claims(db, Dataset())
        EXPORTERS[name].write(claims, to, selection)


def load(path: Path, articles: MadeArticles, file: Path) -> float:
    """Milliseconds of loading ``file`` into a new desk that has the articles."""
    add_all(path, articles)
    with open_database(path) as db:
        return timed(lambda: load_labels(db, file, START + timedelta(days=365)), 1)[0]


def main(claims: int) -> None:
    """Measure and print."""
    articles = made_articles(claims)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk, other = folder / "desk.db", folder / "other.db"
        report(f"add {claims:,} claims in {len(articles)} articles", timed(lambda: add_all(desk, articles), 3), "1 s")
        label_all(desk, articles)
        for format_name, exporter in EXPORTERS.items():
            file = folder / f"labels{exporter.suffix}"
            times = timed(lambda: export(desk, format_name, file), RUNS)  # noqa: B023 - run at once
            report(f"export {claims:,} claims with a vote each, {format_name}", times, "500 ms")
            times = [load(other, articles, file) for _ in range(3)]
            report(f"load {claims:,} labels, {format_name}", times, "1 s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

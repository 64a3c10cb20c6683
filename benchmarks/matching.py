"""How long the search for repeats and conflicts takes: ``python -m benchmarks.matching``.

The desk is made up: 100,000 claims in 500 articles, of words as unevenly common as in health articles, with amounts,
denials and directions. Searched for: one more article of 200 claims, as when it is added; and within long articles,
whose time must grow with their length and not with its square, also where all sentences are alike. ``--desk PATH``
keeps the desk there.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database, writing
from annotator.storage.matches import find_matches, waiting_articles
from corpus.matching.finding import find_pairs, read_article
from corpus.matching.model import RULE
from corpus.model import Article, Claim, Context, Kind, Span

NOW = datetime(2026, 11, 26, tzinfo=UTC)
CLAIMS, AN_ARTICLE = 100_000, 200
LENGTHS = (1_000, 2_000, 4_000, 10_000)
SUBSTANCES = [
    "magnesium",
    "zinc",
    "iron",
    "calcium",
    "ibuprofen",
    "vitamin-D",
    "garlic",
    "turmeric",
    "ginger",
    "selenium",
    "folate",
    "caffeine",
]
SAYINGS = (
    "Adults need {n} mg of {s} a day to keep their {w} and {v} well.",
    "{s} reduces the risk of {w} in older adults with {v}.",
    "{s} does not improve {w} or {v} in children, a trial of {n} people found.",
    "In a study of {n} patients, {s} increased {w} by {m}% compared to {v}.",
    "The upper limit of {s} for adults is {n} mg a day because of {w}.",
    "{s} may interact with {w}, so people who take it for {v} should ask first.",
    "Many people with {w} believe that {s} and {v} are good for the {u}.",
)

EFFECTS = ("raises the risk of stroke", "lowers cholesterol", "may change mood", "does not affect bone density")


def main() -> None:
    """Make the desk if it is not there, then time the search."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--desk", type=Path, help="where to keep the desk; made anew each time without it")
    kept = parser.parse_args().desk
    with tempfile.TemporaryDirectory() as folder:
        path = kept or Path(folder) / "desk.db"
        with_desk(path)
    within()
    template()


def with_desk(path: Path) -> None:
    """Time the search for one more article on the desk at ``path``."""
    dice = random.Random(8)
    is_new = not path.exists()
    prepare_database(path)
    with open_database(path) as db:
        if is_new:
            _fill(db, dice)
        added = add_article(db, *_article(random.Random(), "new", AN_ARTICLE), NOW)
        start, busy = time.perf_counter(), time.process_time()
        searched = find_matches(db, added.slug, added.revision, NOW)
        took, busy = time.perf_counter() - start, time.process_time() - busy
        found = db["matches"].count
        start = time.perf_counter()
        waiting_articles(db)
        asked = time.perf_counter() - start
    told = f"{took:.2f} s, {busy:.2f} s of it at work (goal: under 2 s), {found} suggestions"
    print(f"{searched} new claims against {CLAIMS:,}: {told}")
    print(f"which articles have claims that were not searched for: {asked * 1000:.0f} ms")


def within() -> None:
    """Time the search within one article, by its length."""
    for length in LENGTHS:
        article, claims = _article(random.Random(length), "long", length)
        start = time.process_time()
        meanings = read_article(article.title, article.text, claims)
        read = time.process_time()
        pairs = sum(1 for _ in find_pairs(meanings))
        done = time.process_time()
        each = (done - start) * 1e6 / length
        told = f"{done - start:5.2f} s, reading {read - start:.2f} s; {each:.0f} us a claim, {pairs:,} pairs"
        print(f"{length:>6,} claims in one article: {told}")


def template() -> None:
    """Time adding and searching all of a long article whose sentences are made from a few, as tables of foods are."""
    dice = random.Random(3)
    claims: list[Claim] = []
    text = ""
    for _ in range(LENGTHS[-1]):
        substance, effect = dice.choice(SUBSTANCES).replace("-", " ").capitalize(), dice.choice(EFFECTS)
        amounts = f"{dice.randrange(1, 100)}% of adults who take {dice.randrange(5, 900)} mg a day"
        words = f"{substance} {effect} in {amounts} for {dice.randrange(2, 53)} weeks."
        claims.append(Claim(Span(len(text), len(text) + len(words)), Kind.CLAIM, True, words, Context()))
        text += words + " "
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        prepare_database(path)
        with open_database(path) as db:
            added = add_article(db, Article("minerals", "All about minerals", text), claims, NOW)
            start = time.process_time()
            searched = find_matches(db, added.slug, added.revision, NOW)
            took, found = time.process_time() - start, db["matches"].count
        size = path.stat().st_size / 1e6
    print(f"{searched:,} claims made from a few: {took:.1f} s, {found:,} suggestions, a desk of {size:.0f} MB")


def _fill(db: Database, dice: random.Random) -> None:
    with writing(db):
        for number in range(CLAIMS // AN_ARTICLE):
            add_article(db, *_article(dice, f"made-{number:05d}", AN_ARTICLE), NOW)
        db.execute("INSERT INTO matched_claims (claim, found_by) SELECT number, ? FROM claims", [RULE])


def _article(dice: random.Random, slug: str, length: int) -> tuple[Article, list[Claim]]:
    """Sentences of about 13 words; the n-th commonest of 20,000 words comes up 1/n as often as the first."""
    claims: list[Claim] = []
    text = ""
    for _ in range(length):
        values = {name: _word(dice) for name in "wvu"}
        substance = dice.choice(SUBSTANCES).replace("-", " ").capitalize()
        values |= {"s": substance, "n": str(dice.randrange(5, 900)), "m": str(dice.randrange(5, 90))}
        words = dice.choice(SAYINGS).format(**values)
        claims.append(Claim(Span(len(text), len(text) + len(words)), Kind.CLAIM, True, words, Context(("Doses",))))
        text += words + " "
    return Article(slug, "An article on health", f"{text}{slug} {dice.random()}"), claims


def _word(dice: random.Random) -> str:
    number = int(20_000 ** dice.random())
    return "".join("bcdfghklmnprstvz"[number // 16**place % 16] + "aeiou"[number // 5**place % 5] for place in range(4))


if __name__ == "__main__":
    main()

"""Desks in memory with two small articles, and hypothesis' ways to label them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache

from hypothesis import strategies as st
from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.model import (
    Adjudication,
    Answer,
    Citation,
    Confidence,
    Evidence,
    Label,
    Ruling,
    Source,
    Stance,
    Strength,
    Verdict,
)
from annotator.storage.adjudications import insert_adjudication
from annotator.storage.articles import add_article
from annotator.storage.connection import writing
from annotator.storage.labels import record_label
from annotator.storage.matches import find_matches, waiting_articles
from annotator.storage.people import add_person
from annotator.storage.schema import migrations
from corpus.model import Amount, Article, Claim, Context, Cue, CueName, Kind, Measure, Span

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NO_CONTEXT = Context()

GARLIC = Article(
    "garlic",
    'Garlic & "flu" 💊',
    "Garlic\n\nGarlic cures flu. Take 4,000 IU, or don't.\n=SUM(1) of 💊\u2028and e\u0301.\nThank you.\n",
    "https://example.org/garlic?a=1",
    "text file, UTF-8",
)
ZINC = Article("zinc", "Zinc", "| Dose  | Effect  |\n| 5 mg  | -5 % |\nIs zinc safe?\n")

IDS = {
    "cures": "garlic/1@8-25",
    "take": "garlic/1@26-50",
    "sum": "garlic/1@51-70",
    "thanks": "garlic/1@71-81",
    "header": "zinc/1@0-19",
    "row": "zinc/1@20-36",
    "question": "zinc/1@37-50",
}
SOURCES = tuple(
    parse_identifier(text)
    for text in (
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "PMID 33301246",
        "PMC7745181",
        "NCT04368728",
        "ISBN 9780306406157",
        "https://österreich.at/ä?b=c",
    )
)


def garlic_claims() -> list[Claim]:
    """Three check-worthy claims, with context and cues, and a line of thanks."""
    context = Context(("Garlic", 'It\'s "strong"'), "It does this:", "")
    return [
        _claim(GARLIC, "cures", Kind.CLAIM, True, context, (Cue(CueName.CAUSAL, Span(15, 20), "treats"),)),
        _claim(
            GARLIC,
            "take",
            Kind.ADVICE,
            True,
            context,
            (
                Cue(CueName.DOSE, Span(31, 39), Amount(None, 400, "mg", Measure.DOSE, "kg/day", 2)),
                Cue(CueName.NUMBER, Span(31, 36)),
            ),
        ),
        _claim(GARLIC, "sum", Kind.LIST_ITEM, True, context),
        _claim(GARLIC, "thanks", Kind.BOILERPLATE, False),
    ]


def zinc_claims() -> list[Claim]:
    """A table's header and row, and a question: one check-worthy claim."""
    return [
        _claim(ZINC, "header", Kind.TABLE_HEADER, False),
        _claim(ZINC, "row", Kind.TABLE_ROW, True, Context((), "", "| Dose  | Effect  |")),
        _claim(ZINC, "question", Kind.QUESTION, False),
    ]


def desk_in_memory(*, articles: bool = True) -> Database:
    """A fresh desk; with ``articles``, garlic was put on it at noon and zinc an hour later."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(_template(articles))
    connection.execute("PRAGMA foreign_keys = ON")
    return Database(connection)


def add_lines(db: Database, slug: str, *sentences: str) -> None:
    """Put an article on the desk at noon whose lines are its claims."""
    text, claims, at = "", [], 0
    for sentence in sentences:
        text += f"{sentence}\n"
        claims.append(Claim(Span(at, at + len(sentence)), Kind.CLAIM, True, sentence))
        at = len(text)
    add_article(db, Article(slug, slug.title(), text), claims, NOON)


def search_all(db: Database) -> None:
    """Search every claim for repeats and conflicts, as ``find-matches`` does."""
    for each in waiting_articles(db):
        find_matches(db, each.slug, each.revision, NOON)


def label_all(db: Database, labels: Iterable[Label]) -> None:
    """Record labels in their order, adding their reviewers."""
    for label in labels:
        record_label(db, add_person(db, label.reviewer, NOON), label)


def decide_all(db: Database, decisions: Iterable[Adjudication]) -> None:
    """Append decisions in their order, adding their editors."""
    for made in decisions:
        editor = add_person(db, made.editor, NOON)
        with writing(db):
            insert_adjudication(db, editor, made)


def keep_all(db: Database, history: Iterable[Label | Adjudication]) -> None:
    """Keep labels and decisions in the order they were made."""
    for made in history:
        if isinstance(made, Label):
            label_all(db, [made])
        else:
            decide_all(db, [made])


def decision(key: str, claim: str, answer: Ruling | None, rationale: str = "", editor: str = "Dr Ed") -> Adjudication:
    """A decision on one of ``IDS``, made as many minutes after noon as its key says (``d12``)."""
    return Adjudication(key, IDS[claim], editor, NOON + timedelta(minutes=int(key[1:])), answer, rationale)


def label(key: str, claim: str, reviewer: str = "Dr A", verdict: Verdict | None = None, **more: object) -> Label:
    """A label on one of ``IDS``, given as many minutes after noon as its key says (``k12``)."""
    evidence = more.get("evidence", Evidence())
    kind = more.get("kind")
    assert isinstance(evidence, Evidence)
    assert kind is None or isinstance(kind, Kind)
    answer = Answer(verdict, kind, bool(more.get("skipped")))
    return Label(key, IDS[claim], reviewer, NOON + timedelta(minutes=int(key[1:])), answer, evidence)


def cited(stance: Stance, source: int = 0, quote: str = "", place: str = "") -> Evidence:
    """Evidence of one citation."""
    return Evidence((Citation(SOURCES[source], stance, quote, place),))


def cite(db: Database, *sources: Source) -> None:
    """Let a label cite the sources, each by the name it is given."""
    evidence = Evidence(tuple(Citation(source, Stance.SUPPORTS) for source in sources))
    label_all(db, [label("k50", "cures", verdict=Verdict.SUPPORTED, evidence=evidence)])


def words() -> st.SearchStrategy[str]:
    """What people type and paste: any text, blanks alone, and what a spreadsheet would run."""
    anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
    signs = st.text('\'=+-@;"\t\r\n ＝＋１5"#,;💊\u00a0\ufeff', max_size=8)
    return st.one_of(st.just(""), anything, signs)


def evidences() -> st.SearchStrategy[Evidence]:
    """Any evidence, each source at most once."""
    strength = st.none() | st.sampled_from(Strength)
    citation = st.builds(Citation, st.sampled_from(SOURCES), st.sampled_from(Stance), words(), words(), strength)
    citations = st.lists(citation, max_size=3, unique_by=lambda citation: citation.source).map(tuple)
    return st.builds(Evidence, citations, words(), words(), st.none() | st.sampled_from(Confidence))


def answers() -> st.SearchStrategy[Answer]:
    """Any answer: a verdict, another kind, both, a skip, or nothing."""
    kinds = st.none() | st.sampled_from(Kind)
    given = st.builds(Answer, st.none() | st.sampled_from(Verdict), kinds)
    return st.one_of(given, st.builds(Answer, st.none(), kinds, st.just(True)))


@st.composite
def label_histories(draw: st.DrawFn, most: int = 8) -> list[Label]:
    """Labels of three reviewers on any units, each a little later than the one before."""
    moment, labels = NOON, []
    for number in range(draw(st.integers(0, most))):
        moment += timedelta(microseconds=draw(st.integers(1, 10**11)))
        labels.append(
            Label(
                f"key{number}",
                draw(st.sampled_from(sorted(IDS.values()))),
                draw(st.sampled_from(["Dr A", "=Dr B", "Zoë 💊"])),
                moment,
                draw(answers()),
                draw(evidences()),
                1,
                draw(st.none() | st.floats(0, 10**6)),
                draw(st.none() | st.just(moment - timedelta(seconds=1))),
            )
        )
    return labels


@st.composite
def histories(draw: st.DrawFn, most: int = 8) -> list[Label | Adjudication]:
    """Labels as ``label_histories`` gives them, and decisions of two editors among them, some taken back."""
    found: list[Label | Adjudication] = []
    for made in draw(label_histories(most)):
        found.append(made)
        for _ in range(draw(st.integers(0, 2))):
            found.append(
                Adjudication(
                    f"decision{len(found)}",
                    draw(st.sampled_from([made.claim_id, *sorted(IDS.values())])),
                    draw(st.sampled_from(["Dr A", "@Ed 💊"])),
                    made.labelled_at,
                    draw(st.none() | st.sampled_from(Ruling)),
                    draw(words()),
                )
            )
    return found


@cache
def _template(articles: bool) -> bytes:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    db = Database(connection)
    migrations.apply(db)
    if articles:
        add_article(db, GARLIC, garlic_claims(), NOON)
        add_article(db, ZINC, zinc_claims(), NOON + timedelta(hours=1))
    return connection.serialize()


def _claim(
    article: Article,
    name: str,
    kind: Kind,
    check_worthy: bool,
    context: Context = NO_CONTEXT,
    cues: tuple[Cue, ...] = (),
) -> Claim:
    start, end = map(int, IDS[name].partition("@")[2].split("-"))
    return Claim(Span(start, end), kind, check_worthy, article.text[start:end], context, cues)

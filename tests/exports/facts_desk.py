"""A desk of claims with evidence of every sort, for the formats that tell one evidenced verdict a claim."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import accumulate

from sqlite_utils import Database

from annotator.citations.identifiers import parse_identifier
from annotator.citations.same_work import Origin
from annotator.citations.work import Work
from annotator.model import Answer, Citation, Evidence, Label, Source, Stance, Strength, Verdict
from annotator.storage.articles import add_article
from annotator.storage.works import save_works
from corpus.model import Article, Claim, Kind, Span, claim_id
from tests.desks import NOON, desk_in_memory, label_all

SUPPORTS, CONTRADICTS, CONTEXT = Stance.SUPPORTS, Stance.CONTRADICTS, Stance.CONTEXT

WORDS = {
    "quoted": "Vitamin D 4,000 IU daily cut colds by 42%.",
    "unquoted": "Studies show garlic cures flu.",
    "searched": 'Zinc </script><script>alert("1")</script> & <b>heals</b> <!-- all.',
    "mixed": "💊 Dose: 2.5 mg/kg e\u0301 works.",
    "formula": "=SUM(1) heals within a day",
    "mixed in one": "Honey stops every cough.",
    "no words": "Onions draw out toxins.",
    "disputed": "Rest helps.",
    "open": "Tea cures fever.",
    "skipped": "Sleep heals.",
    "unlabelled": "Nobody has looked at this.",
}
PILLS = Article(
    "pills", 'Pills & "</title>" 💊', "\n".join(WORDS.values()) + "\n", "https://example.org/pills?a=1&b=<2>", "text"
)
_STARTS = dict(zip(WORDS, accumulate((len(words) + 1 for words in WORDS.values()), initial=0), strict=False))
PLACES = {name: claim_id("pills", 1, Span(start, start + len(WORDS[name]))) for name, start in _STARTS.items()}
"""The claims' ids, by what they are here for."""

COLDS = parse_identifier("PMID 11111")
COLDS_DOI = parse_identifier("10.1000/colds")
GARLIC_DOI = parse_identifier("10.1000/garlic(1)")
TRIAL = parse_identifier("NCT04368728")
PAGE = parse_identifier("https://example.org/a?b=<1>")
BOOK = parse_identifier("ISBN 9780306406157")
ABSTRACT = (
    "Background: Colds are common.\n"
    "Methods: We asked 5,110 adults, e.g. nurses, who took vitamin D or none.\n"
    "Results: In 5,110 adults colds fell by 42%. No harm was seen.\n"
)
WORKS = (
    Work({"type": "article-journal", "title": "Vitamin D & colds", "abstract": ABSTRACT}, (COLDS_DOI, COLDS)),
    Work(
        {
            "type": "article-journal",
            "title": "Garlic for flu",
            "abstract": "Garlic did nothing. Nobody got well sooner.",
        },
        (GARLIC_DOI,),
    ),
)


def citation(source: Source, stance: Stance, quote: str = "", place: str = "") -> Citation:
    """A citation with all that can be told of it."""
    return Citation(source, stance, quote, place, Strength.COHORT if place else None)


def evidence_label(
    key: str,
    claim: str,
    verdict: Verdict | None,
    *citations: Citation,
    by: str = "Dr A",
    rationale: str = "",
    search_note: str = "",
    of: str = "",
) -> Label:
    """A label on one of ``PLACES``, or on the claim whose id is ``of``, as many minutes after noon as its key says."""
    evidence = Evidence(citations, rationale, search_note)
    answer = Answer(verdict, None, verdict is None)
    return Label(key, of or PLACES[claim], by, NOON + timedelta(minutes=int(key[1:])), answer, evidence)


def evidence_labels() -> list[Label]:
    """Every sort of evidence, and of lack of it."""
    supported, contradicted, unsupported = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.UNSUPPORTED
    return [
        evidence_label(
            "k1",
            "quoted",
            supported,
            citation(COLDS_DOI, SUPPORTS, "in 5,110 adults colds fell\nby 42%", "p. 3"),
            citation(PAGE, CONTEXT, "A page on colds."),
            rationale=" A large trial. ",
        ),
        evidence_label(
            "k2", "quoted", supported, citation(COLDS, SUPPORTS, "Nurses slept well. They did."), by="Zoë 💊"
        ),
        evidence_label("k3", "unquoted", contradicted, citation(GARLIC_DOI, CONTRADICTS)),
        evidence_label(
            "k4",
            "searched",
            unsupported,
            citation(PAGE, CONTEXT, 'It </script> "heals".'),
            citation(COLDS, SUPPORTS, "No harm was seen."),
            search_note="PubMed, zinc AND <b>heal</b>",
        ),
        evidence_label("k5", "mixed", supported, citation(COLDS, SUPPORTS, "No harm was seen"), by="Dr A"),
        evidence_label("k6", "mixed", supported, citation(COLDS, SUPPORTS, "No harm was seen."), by="=Dr B"),
        evidence_label("k7", "mixed", contradicted, citation(TRIAL, CONTRADICTS, "It did harm."), by="Zoë 💊"),
        evidence_label("k8", "formula", supported, citation(BOOK, SUPPORTS, "=1+1\tis so."), citation(TRIAL, SUPPORTS)),
        evidence_label(
            "k9",
            "mixed in one",
            supported,
            citation(COLDS, SUPPORTS, "Colds are common."),
            citation(COLDS_DOI, CONTRADICTS, "No harm was seen."),
        ),
        evidence_label("k10", "no words", supported, citation(TRIAL, SUPPORTS)),
        evidence_label("k11", "disputed", supported, citation(COLDS, SUPPORTS)),
        evidence_label("k12", "disputed", contradicted, citation(COLDS, CONTRADICTS), by="Zoë 💊"),
        evidence_label("k13", "open", supported, citation(PAGE, CONTEXT, "Tea is warm.")),
        evidence_label("k14", "skipped", None),
    ]


def facts_desk(labels: Iterable[Label] | None = None) -> Database:
    """A fresh desk with these labels, else ``evidence_labels``, and a library of two works."""
    db = desk_in_memory(articles=False)
    claims = [
        Claim(Span(start, start + len(WORDS[name])), Kind.CLAIM, True, WORDS[name]) for name, start in _STARTS.items()
    ]
    add_article(db, PILLS, claims, NOON)
    save_works(db, WORKS, Origin.FILE, "", NOON)
    label_all(db, evidence_labels() if labels is None else labels)
    return db

"""ClaimReview and Web Annotations: read by JSON-LD's, SHACL's and HTML's own programs, and found again in the text."""

from __future__ import annotations

import json
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its stubs are a package of their own, for one call here
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from annotator.citations.lookups.services import Found, Service
from annotator.citations.retraction import Nature, Origin, RetractionNotice
from annotator.citations.work import Work
from annotator.model import Stance, Verdict
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database, prepare_database
from annotator.storage.filters import Filters
from annotator.storage.lookup_answers import keep
from annotator.storage.splits import freeze_splits
from corpus.model import Article, Claim, Kind, Span
from exports.__main__ import cli
from exports.claim_review import NO_SITE, OTHER_CITATIONS, SCALE
from exports.deciding import Votes
from exports.evidenced import DISPUTED, OPEN, SKIPPED, UNLABELLED, VOTES
from exports.preview import command_line
from exports.reporting import LOSS, MANIFEST
from exports.selecting import Dataset
from exports.web_addresses import host_of, web_address
from tests.desks import NOON, desk_in_memory, label_all, search_all, words
from tests.exports.consumers import told_by
from tests.exports.facts_desk import COLDS, PLACES, WORDS, citation, evidence_label, facts_desk
from tests.exports.golden_desk import export_to

CONSUMERS = Path(__file__).parents[1] / "consumers"
SITE = "https://facts.example.org/reviews"
REVIEWS = Dataset(votes=Votes.MAJORITY, site=SITE)

READ_JSON_LD = """
import json, sys
from pathlib import Path
from pyld import jsonld
address, context, base = sys.argv[1], json.loads(Path(sys.argv[2]).read_text()), sys.argv[3]
def load(url, options=None):
    if url != address: raise ValueError("asked for " + url)
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}
options = {"documentLoader": load, "base": base}
whole = {"documentLoader": load, "base": "" if "schema.org" in address else base}
def alone(value):
    if isinstance(value, dict): return {key: alone(each) for key, each in value.items() if key != "@context"}
    if isinstance(value, list): return alone(value[0]) if len(value) == 1 else [alone(each) for each in value]
    return value
records = [json.loads(line) for line in sys.stdin.buffer.read().decode().split("\\n")[:-1]]
"""

SAME = """
back = [jsonld.compact(jsonld.expand(record, options), context, whole) for record in records]
print(json.dumps([[alone(record), alone(each)] for record, each in zip(records, back)]))
"""

CONFORM = """
import pyshacl, rdflib
shapes = rdflib.Graph().parse(sys.argv[4], format="turtle")
told = []
for record in records:
    quads = jsonld.to_rdf(record, {**options, "format": "application/n-quads"})
    graph = rdflib.Graph().parse(data=quads, format="nt")
    conforms, _, words = pyshacl.validate(graph, shacl_graph=shapes)
    told.append([conforms, words])
print(json.dumps(told))
"""

EXTRACT = """
import json, sys
import extruct
html = open(sys.argv[1], encoding="utf-8").read()
print(json.dumps(extruct.extract(html, base_url=sys.argv[2], syntaxes=["json-ld", "microdata"])))
"""


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").split("\n")[:-1]]


def counts(folder: Path) -> dict[str, Any]:
    found = json.loads(folder.with_name(f"{folder.name}{MANIFEST}").read_bytes())["counts"]
    assert isinstance(found, dict)
    return found


def asked(script: str, address: str, context: str, records: Path, folder: Path, *more: Path) -> Any:
    """What JSON-LD's programs make of the records in a file, with that address and no other to be had: ours."""
    read = READ_JSON_LD.replace("sys.stdin.buffer.read()", f"Path({str(records)!r}).read_bytes()")
    return told_by(read + script, address, CONSUMERS / context, f"{SITE}/", *more, folder=folder)


def reviews(tmp_path: Path, dataset: Dataset = REVIEWS) -> Path:
    export_to(facts_desk(), "claimreview", tmp_path / "out", dataset)
    return tmp_path / "out"


def test_json_ld_knows_every_word_of_a_review(tmp_path: Path) -> None:
    records = reviews(tmp_path) / "claims.jsonl"

    told = asked(SAME, "https://schema.org", "schema_org.jsonld", records, tmp_path)

    assert len(told) == 7
    assert [again for _, again in told] == [given for given, _ in told]


WRONG: dict[str, dict[str, Any]] = {
    "url": {"url": None},
    "closed": {"name": "A name"},
    "worstRating": {"reviewRating": {"@type": "Rating", "ratingValue": 3}},
    "claimReviewed": {"claimReviewed": ""},
    "xone": {"reviewRating": {"@type": "Rating", "ratingValue": 3, "alternateName": "Supported"}},
}
"""A review with each change is wrong, and that word tells in what."""


def test_every_review_conforms_to_our_shapes_and_they_find_what_is_wrong(tmp_path: Path) -> None:
    right = lines(reviews(tmp_path) / "claims.jsonl")
    right += lines(reviews(tmp_path, Dataset(votes=Votes.MAJORITY)) / "claims.jsonl")  # of relative addresses
    wrong = [right[0] | change for change in WRONG.values()]
    (tmp_path / "records.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in right + wrong), "utf-8")

    told = asked(
        CONFORM,
        "https://schema.org",
        "schema_org.jsonld",
        tmp_path / "records.jsonl",
        tmp_path,
        CONSUMERS / "claim_review.shacl.ttl",
    )

    assert [words for conforms, words in told[:14] if not conforms] == []
    assert [conforms for conforms, _ in told[14:]] == [False] * len(WRONG)
    reasons = [words.casefold() for _, words in told[14:]]
    assert [fault for fault, words in zip(WRONG, reasons, strict=True) if fault.casefold() not in words] == []


def test_a_page_gives_its_reviews_to_extruct_and_nothing_in_a_claim_ends_them(tmp_path: Path) -> None:
    folder = reviews(tmp_path)

    told = told_by(EXTRACT, folder / "pills.html", f"{SITE}/pills.html", folder=tmp_path)

    assert told["json-ld"] == lines(folder / "claims.jsonl")
    assert told["microdata"] == []


class Seen(HTMLParser):
    """What a browser would make of a page: its elements, their addresses, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.scripts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.cdata_elem == "script":
            self.scripts.append(data)
        else:
            self.words += data


def test_a_page_shows_what_people_wrote_as_text_and_runs_nothing(tmp_path: Path) -> None:
    html = (reviews(tmp_path) / "pills.html").read_text("utf-8")

    seen = Seen(html)

    assert html.count("<script") == html.count("</script") == 7
    assert {attributes.get("type") for tag, attributes in seen.tags if tag == "script"} == {"application/ld+json"}
    assert [tag for tag, _ in seen.tags if tag in {"b", "img", "iframe", "form"}] == []
    assert WORDS["searched"] in seen.words
    assert 'Pills & "</title>" 💊' in seen.words
    assert {address[:8] for tag, attributes in seen.tags if (address := attributes.get("href"))} == {"https://"}
    fragments = [attributes["id"] for tag, attributes in seen.tags if tag == "article"]
    urls = [review["url"] for review in lines(tmp_path / "out" / "claims.jsonl")]
    assert urls == [f"{SITE}/pills.html#{fragment}" for fragment in fragments]


def test_a_review_has_the_scale_the_evidence_and_where_the_claim_was_made(tmp_path: Path) -> None:
    folder = reviews(tmp_path)
    found = {review["claimReviewed"]: review for review in lines(folder / "claims.jsonl")}

    first = found[WORDS["quoted"]]
    assert first["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 5,
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": "Supported",
        "ratingExplanation": SCALE,
    }
    assert "never includes contradicted" in SCALE
    assert first["author"] == {"@type": "Organization", "name": "facts.example.org", "url": SITE}
    assert (first["datePublished"], first["reviewBody"]) == ("2026-11-23", "A large trial.")
    assert [each["text"] for each in first["citation"]] == [
        "in 5,110 adults colds fell\nby 42%",
        "Nurses slept well. They did.",
    ]
    assert first["citation"][0]["isPartOf"]["name"] == "Vitamin D & colds"
    assert [each["description"] for each in found[WORDS["mixed"]]["citation"]] == [
        "Supports the claim.",
        "Supports the claim.",
        "Contradicts the claim.",
    ]
    ratings = {
        name: (rating["alternateName"], rating["ratingValue"])
        for name, words in WORDS.items()
        if words in found and (rating := found[words]["reviewRating"])
    }
    assert ratings == {
        "quoted": ("Supported", 5),
        "unquoted": ("Contradicted", 1),
        "searched": ("Unsupported", 3),
        "mixed": ("Mixed", 3),
        "formula": ("Supported", 5),
        "mixed in one": ("Mixed", 3),
        "no words": ("Supported", 5),
    }
    assert found[WORDS["no words"]]["citation"][0]["@type"] == "CreativeWork"
    told = counts(folder)
    assert (told["claims"], told["left_out"]) == (7, {DISPUTED: 1, OPEN: 1, SKIPPED: 1, UNLABELLED: 1})
    assert told["lost"] == {OTHER_CITATIONS: 2, VOTES: 10}


def test_a_review_tells_that_a_source_it_cites_is_retracted(tmp_path: Path) -> None:
    db = facts_desk()
    notice = RetractionNotice(Nature.RETRACTION, "2010-02-06", "<PMID 1>", Origin.PUBMED)
    keep(db, Found(Service.PUBMED, COLDS, Work({"title": "Vitamin D & colds"}, (COLDS,)), (notice,)), NOON)

    export_to(db, "claimreview", tmp_path / "out", REVIEWS)

    told = "Supports the claim. Retracted 2010-02-06 (<PMID 1>); checked 2026-11-23"
    review = lines(tmp_path / "out" / "claims.jsonl")[0]
    assert told in [each["description"] for each in review["citation"]]
    assert told in Seen((tmp_path / "out" / "pills.html").read_text("utf-8")).words
    of_then = Dataset(Filters(as_of=NOON + timedelta(hours=1)), Votes.MAJORITY, site=SITE)
    export_to(db, "claimreview", tmp_path / "then", of_then)
    assert "Retracted" not in (tmp_path / "then" / "claims.jsonl").read_text("utf-8")


@given(quote=words(), rationale=words(), note=words(), verdict=st.sampled_from(Verdict))
@settings(max_examples=60, deadline=None)
def test_whatever_people_write_comes_out_of_a_page_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, quote: str, rationale: str, note: str, verdict: Verdict
) -> None:
    folder = tmp_path_factory.mktemp("reviews") / "out"
    cited = [citation(COLDS, stance, f"{quote}</script>") for stance in Stance]
    label = evidence_label("k1", "searched", verdict, *cited, rationale=rationale, search_note=f"<!--{note}<script>")

    export_to(facts_desk([label]), "claimreview", folder, REVIEWS)

    (review,) = lines(folder / "claims.jsonl")
    seen = Seen((folder / "pills.html").read_text("utf-8"))
    assert [json.loads(script) for script in seen.scripts] == [review]
    quotes = {each["text"] for each in review["citation"]}
    assert quotes == {f"{quote}</script>".strip()}
    for told in (review["claimReviewed"], *quotes, review.get("reviewBody", "")):
        assert "".join(told.split()) in "".join(seen.words.split())


def test_without_a_site_addresses_are_relative_and_that_is_told(tmp_path: Path) -> None:
    folder = reviews(tmp_path, Dataset(votes=Votes.MAJORITY))

    first = lines(folder / "claims.jsonl")[0]

    assert first["@id"] == first["url"] == "pills.html#r1-0-42"
    assert "author" not in first
    assert counts(folder)["lost"][NO_SITE] == 7


@pytest.mark.parametrize(
    ("given", "site"),
    [
        pytest.param("https://Facts.Example.org/reviews/", SITE, id="as it is normal"),
        pytest.param("https://facts.example.org/reviews", SITE, id="as it is"),
        pytest.param("javascript:alert(1)", None, id="no address of the web"),
        pytest.param("facts.example.org", None, id="no scheme"),
        pytest.param("https://facts.example.org/?a=1", None, id="a query"),
        pytest.param("https://facts.example.org/#a", None, id="a fragment"),
        pytest.param("https://me:secret@facts.example.org/", None, id="a password"),
    ],
)
def test_the_site_is_an_address_of_the_web(given: str, site: str | None, tmp_path: Path) -> None:
    desk = tmp_path / "desk.db"
    prepare_database(desk)
    with open_database(desk) as db:
        add_article(db, Article("a", "A", "Claim."), [Claim(Span(0, 6), Kind.CLAIM, True, "Claim.")], NOON)
        evidence = citation(COLDS, Stance.SUPPORTS)
        label_all(db, [evidence_label("k1", "quoted", Verdict.SUPPORTED, evidence, of="a/1@0-6")])

    out = tmp_path / "out"
    result = CliRunner().invoke(cli, ["--db", str(desk), "--format", "claimreview", "--to", str(out), "--site", given])

    assert result.exit_code == (2 if site is None else 0), result.output
    assert out.exists() is (site is not None)
    if site is not None:
        assert lines(out / "claims.jsonl")[0]["url"] == f"{site}/a.html#r1-0-6"
    else:
        assert "Traceback" not in result.stderr


def draw() -> None:
    from exports import page

    page.render()


def test_the_page_asks_where_pages_will_stand_and_says_what_is_no_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.db"
    monkeypatch.setenv("CLAIMDESK_DB", str(path))
    prepare_database(path)
    with open_database(path) as db:
        add_article(db, Article("a", "A", "Claim."), [Claim(Span(0, 6), Kind.CLAIM, True, "Claim.")], NOON)
        evidence = citation(COLDS, Stance.SUPPORTS)
        label_all(db, [evidence_label("k1", "quoted", Verdict.SUPPORTED, evidence, of="a/1@0-6")])
    app = AppTest.from_function(draw, default_timeout=30)
    app.session_state["person_name"] = "Dr A"
    app.run()
    assert "export_site" not in {box.key for box in app.text_input}
    app.selectbox(key="export_format").set_value("claimreview").run()

    app.text_input(key="export_site").set_value(f"{SITE}/").run()
    assert not app.exception
    assert f"--site={SITE}" in app.code[0].value
    app.text_input(key="export_site").set_value("facts").run()

    assert not app.exception
    assert "Nothing can be written" in app.warning[0].value


def test_the_page_shows_the_command_with_the_site() -> None:
    assert f"--site={SITE}" in command_line(REVIEWS, "claimreview")


@pytest.mark.parametrize(
    ("given", "address"),
    [
        pytest.param("https://example.org/a b", "", id="blanks"),
        pytest.param(" https://example.org/ä?x=<1> ", "https://example.org/%C3%A4?x=%3C1%3E", id="odd characters"),
        pytest.param("javascript:alert(1)", "", id="a script"),
        pytest.param("a file.pdf", "", id="a file"),
        pytest.param("http://[", "", id="broken"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_is_no_address_of_the_web_is_no_link(given: str, address: str) -> None:
    assert web_address(given) == address
    assert host_of(address) == ("example.org" if address else "")


def test_pages_are_one_an_article_and_a_title_that_is_empty_has_its_short_name(tmp_path: Path) -> None:
    db = desk_in_memory(articles=False)
    for slug in ("b", "a"):
        claims = [Claim(Span(start, start + 6), Kind.CLAIM, True, "Claim.") for start in (0, 7)]
        add_article(db, Article(slug, "", f"Claim. Claim. {slug}", "notes <1>.txt"), claims, NOON)
    ids = ["a/1@0-6", "a/1@7-13", "b/1@0-6"]
    evidence = citation(COLDS, Stance.SUPPORTS)
    label_all(
        db,
        [
            evidence_label(f"k{number}", "quoted", Verdict.SUPPORTED, evidence, of=place)
            for number, place in enumerate(ids)
        ],
    )

    export_to(db, "claimreview", tmp_path / "out", REVIEWS)

    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").glob("*.html")}
    assert {name: page.count("<article ") for name, page in pages.items()} == {"a.html": 2, "b.html": 1}
    assert "<h1>a</h1>" in pages["a.html"]
    assert all(page.endswith("</html>\n") for page in pages.values())
    assert "notes" not in "".join(pages.values())


ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "motivation", "created", "body", "target"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"pattern": "^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"},
        "type": {"const": "Annotation"},
        "motivation": {"const": "assessing"},
        "created": {"pattern": "^[0-9-]{10}T[0-9:.]+Z$"},
        "creator": {
            "properties": {"type": {"enum": ["Person", "Software"]}, "name": {"type": "string"}},
            "required": ["type", "name"],
            "additionalProperties": False,
        },
        "body": {"type": "array", "minItems": 1},
        "target": {"required": ["type", "source", "selector"]},
    },
}


def annotated(tmp_path: Path, votes: Votes = Votes.ALL, filters: Filters | None = None) -> Path:
    export_to(facts_desk(), "webannotation", tmp_path / "out", Dataset(filters or Filters(), votes))
    return tmp_path / "out"


def test_json_ld_knows_every_word_of_an_annotation(tmp_path: Path) -> None:
    records = b"".join(
        (annotated(tmp_path, votes) / "annotations.jsonl").read_bytes()
        for votes in (Votes.ALL, Votes.MAJORITY, Votes.ESTIMATE)
    )
    (tmp_path / "records.jsonl").write_bytes(records)

    told = asked(
        SAME, "http://www.w3.org/ns/anno.jsonld", "web_annotation.jsonld", tmp_path / "records.jsonl", tmp_path
    )

    assert len(told) == 13 + 7 + 6
    assert [again for _, again in told] == [given for given, _ in told]


@pytest.mark.parametrize("votes", [Votes.ALL, Votes.MAJORITY])
def test_both_selectors_find_the_claim_in_the_text_beside(votes: Votes, tmp_path: Path) -> None:
    folder = annotated(tmp_path, votes)

    for record in lines(folder / "annotations.jsonl"):
        assert [error.message for error in jsonschema.Draft202012Validator(ANNOTATION).iter_errors(record)] == []
        text = (folder / record["target"]["source"]).read_bytes().decode("utf-8")
        quote, position = record["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[start:end] == quote["exact"] in WORDS.values()
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.index(around) == start - len(quote["prefix"])
        assert text.count(around) == 1
    assert {path.name for path in (folder / "texts").iterdir()} == {"pills-1.txt"}


def test_a_vote_is_an_annotation_of_its_reviewer_with_its_reasons(tmp_path: Path) -> None:
    folder = annotated(tmp_path)
    records = lines(folder / "annotations.jsonl")
    by_claim: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        by_claim.setdefault(record["target"]["selector"][0]["exact"], []).append(record)

    dr_a, zoe = by_claim[WORDS["quoted"]]

    assert (dr_a["creator"]["name"], zoe["creator"]["name"]) == ("Dr A", "Zoë 💊")
    assert len({record["id"] for record in records}) == len(records)
    assert [(body.get("purpose"), body.get("value")) for body in dr_a["body"]] == [
        ("classifying", "supported"),
        ("commenting", "A large trial."),
        ("linking", None),
        ("describing", "supports: 10.1000/colds, p. 3 (cohort)"),
        ("linking", None),
        ("describing", "context: https://example.org/a?b=%3C1%3E"),
    ]
    assert dr_a["body"][2]["selector"] == {"type": "TextQuoteSelector", "exact": "in 5,110 adults colds fell\nby 42%"}
    assert "selector" not in by_claim[WORDS["unquoted"]][0]["body"][1]
    assert ("tagging", "open") in {
        (body.get("purpose"), body.get("value")) for body in by_claim[WORDS["open"]][0]["body"]
    }
    told = counts(folder)
    assert (told["claims"], told["votes"]) == (9, 13)
    assert told["left_out"] == {SKIPPED: 1, UNLABELLED: 1}


def test_one_verdict_a_claim_is_nobodys_annotation_and_mixed_is_a_tag(tmp_path: Path) -> None:
    folder = annotated(tmp_path, Votes.MAJORITY)
    records = {each["target"]["selector"][0]["exact"]: each for each in lines(folder / "annotations.jsonl")}

    assert all("creator" not in record for record in records.values())
    tags = [body["value"] for body in records[WORDS["mixed"]]["body"] if body.get("purpose") == "tagging"]
    assert tags == ["mixed"]
    assert counts(folder)["left_out"] == {DISPUTED: 1, OPEN: 1, SKIPPED: 1, UNLABELLED: 1}


def test_a_reviewers_annotations_are_theirs_alone(tmp_path: Path) -> None:
    records = lines(annotated(tmp_path, filters=Filters(reviewers=("=Dr B",))) / "annotations.jsonl")

    assert [record["creator"]["name"] for record in records] == ["=Dr B"]


def test_web_formats_are_not_parted_by_split_and_say_so(tmp_path: Path) -> None:
    db = facts_desk()
    freeze_splits(db, {"pills": "test"}, NOON)
    search_all(db)

    for name in ("claimreview", "webannotation"):
        export_to(db, name, tmp_path / name, Dataset(votes=Votes.MAJORITY))
        assert "not parted by split" in " ".join((tmp_path / f"{name}{LOSS}").read_text("utf-8").split())
        assert counts(tmp_path / name)["claims"] == 7
    assert PLACES["quoted"] == "pills/1@0-42"

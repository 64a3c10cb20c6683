"""Each format of labelled data from elsewhere: its claims, votes and evidence, and every entry that holds none."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st

from annotator.errors import UnreadableLabels
from annotator.label_files.elsewhere.model import BareIds, Choices, Meaning
from annotator.label_files.elsewhere.readers import FORMATS, guess_format, sorted_out
from annotator.model import SourceType, Stance, Verdict
from corpus.model import Span
from tests.annotator.elsewhere.files import (
    AVERITEC,
    CORPUS,
    DOSE,
    FEVER,
    GARLIC,
    HEALTHVER,
    PAGES,
    SCIFACT,
    TEXT,
    VITAMIN,
    annotation,
    drafts_of,
    given,
    only,
    said,
    span,
    task,
)

PMIDS = Choices(bare_ids=BareIds.PMID)


def test_healthver_has_an_article_a_topic_and_its_pairs_are_one_label() -> None:
    drafts = drafts_of(given("dev.csv", HEALTHVER))

    assert [(draft.group, draft.title) for draft in drafts.drafts] == [
        ("1", "Does vitamin D prevent colds?"),
        ("2", "Does garlic help?"),
    ]
    assert said(drafts) == [(VITAMIN, "HealthVer", "contradicted"), (GARLIC, "HealthVer", "unsupported")]
    contradicted, unsupported = drafts.labels
    assert contradicted.evidence.rationale == (
        "Contradicts: “Incidence did not differ.”\nLooked at: “One trial found fewer.”"
    )
    assert unsupported.evidence.search_note == "Looked at: “No trial.”"
    assert drafts.losses.lines() == [
        "3 × evidence passage without a source that can be cited: kept in the rationale or search note"
    ]


def test_evidence_on_both_sides_is_no_verdict() -> None:
    drafts = drafts_of(given("dev.csv", HEALTHVER.replace("Neutral,1", "Supports,1")))

    assert said(drafts)[0] == (VITAMIN, "HealthVer", "none")
    assert any("on both sides" in line for line in drafts.losses.lines())


def test_scifact_cites_the_documents_that_are_said_to_be_pmids() -> None:
    drafts = drafts_of(given("claims.jsonl", SCIFACT), PMIDS, [given("corpus.jsonl", CORPUS)])

    assert said(drafts) == [(VITAMIN, "SciFact", "contradicted"), (GARLIC, "SciFact", "unsupported")]
    (cited,) = drafts.labels[0].evidence.citations
    assert (cited.source.type, cited.source.identifier, cited.stance) == ("pmid", "31452104", Stance.CONTRADICTS)
    assert (cited.quote, cited.place) == ("Incidence did not differ.", "sentence 3, counted from 0")
    (context,) = drafts.labels[1].evidence.citations
    assert (context.source.identifier, context.stance, context.quote) == ("7", Stance.CONTEXT, "Garlic, reviewed")
    assert drafts.losses.lines() == []


def test_scifacts_documents_are_not_taken_for_pmids_unless_somebody_says_so() -> None:
    drafts = drafts_of(given("claims.jsonl", SCIFACT), beside=[given("corpus.jsonl", CORPUS)])

    assert [label.evidence.citations for label in drafts.labels] == [(), ()]
    assert drafts.labels[0].evidence.rationale == (
        "Contradicts: “Incidence did not differ.” (31452104, sentence 3, counted from 0)"
    )
    assert drafts.labels[1].evidence.search_note == "Looked at: “Garlic, reviewed” (7)"


def test_scifact_tells_what_is_not_quoted_and_its_test_set_has_no_labels() -> None:
    drafts = drafts_of(given("claims.jsonl", [*SCIFACT, {"id": 3, "claim": "Zinc helps."}]), PMIDS)

    assert (drafts.claims, len(drafts.labels)) == (3, 2)
    assert drafts.losses.lines() == [
        "1 × claim without a label or evidence, as test sets have them: taken in without a label",
        "1 × rationale that is not quoted: give corpus.jsonl too",
    ]


def scifact_row(documents: dict[str, list[int]], **more: Any) -> dict[str, Any]:
    evidence = {name: [{"sentences": at, "label": "SUPPORT"}] for name, at in documents.items()}
    return {"id": 9, "claim": "Zinc helps.", "evidence": evidence, "cited_doc_ids": [], **more}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(scifact_row({"7": [99]}), "sentence 99: document 7 has 1 sentence, counted from 0", id="beyond"),
        pytest.param(
            scifact_row({"31452104": [0, 4]}),
            "sentence 4: document 31452104 has 4 sentences, counted from 0",
            id="next",
        ),
        pytest.param(scifact_row({"999": [0]}), "document 999 is in no file that was given beside", id="no-document"),
        pytest.param(scifact_row({"7": [0], "999": [0]}), "document 999 is in no file", id="one-of-two"),
        pytest.param(scifact_row({"7": [True]}), "the sentences of a rationale in document 7 are not", id="no-number"),
        pytest.param(scifact_row({"7": []}), "a rationale in document 7 names no sentence", id="no-sentence"),
    ],
)
def test_scifacts_evidence_that_does_not_exist_is_a_bad_row(row: Any, reason: str) -> None:
    drafts = drafts_of(given("claims.jsonl", [*SCIFACT, row]), beside=[given("corpus.jsonl", CORPUS)])

    assert [each.line for each in drafts.refused] == [3]
    assert drafts.refused[0].reason.startswith(reason)
    assert [words for words, _, _ in said(drafts)] == [VITAMIN, GARLIC]


def test_a_document_that_was_only_looked_at_may_be_missing_and_is_counted() -> None:
    row = scifact_row({"7": [0]}, cited_doc_ids=[7, 999])
    drafts = drafts_of(given("claims.jsonl", [row]), beside=[given("corpus.jsonl", CORPUS)])

    assert len(drafts.labels) == 1
    assert "1 × document that was looked at, and is in no file given beside: without its title" in drafts.losses.lines()


@pytest.mark.parametrize(
    ("number", "refused", "losses"),
    [
        pytest.param(1, [], [], id="there"),
        pytest.param(2, [], ["1 × sentence of evidence that is empty in its document"], id="empty"),
        pytest.param(3, ["sentence 3: document PMID_00000012 has 3 sentences, counted from 0"], [], id="beyond"),
    ],
)
def test_fevers_sentences_are_looked_for_in_the_pages_that_were_given(
    number: int, refused: list[str], losses: list[str]
) -> None:
    row = {**FEVER[0], "evidence": [[[101, 201, "PMID_00000012", number]]]}
    drafts = drafts_of(given("train.jsonl", [row]), beside=[given("pages.jsonl", PAGES)])

    assert [each.reason for each in drafts.refused] == refused
    assert drafts.losses.lines() == losses


@pytest.mark.parametrize(
    ("name", "format_name", "row"),
    [
        pytest.param("a.jsonl", "scifact", {"id": 1, "claim": GARLIC}, id="scifact"),
        pytest.param("a.jsonl", "fever", {"id": 1, "claim": GARLIC}, id="fever"),
        pytest.param("a.json", "averitec", {"claim": GARLIC, "questions": []}, id="averitec"),
    ],
)
def test_a_claim_that_has_no_label_is_counted(name: str, format_name: str, row: Any) -> None:
    drafts = drafts_of(given(name, [row]), format_name=format_name)

    assert (drafts.claims, drafts.labels) == (1, [])
    assert drafts.losses.lines() == [
        "1 × claim without a label or evidence, as test sets have them: taken in without a label"
    ]


def test_fever_cites_pages_that_name_a_source_with_the_words_of_their_sentences() -> None:
    drafts = drafts_of(given("train.jsonl", FEVER), beside=[given("pages.jsonl", PAGES)])

    assert said(drafts) == [(VITAMIN, "FEVER", "contradicted"), (GARLIC, "FEVER", "unsupported")]
    (cited,) = drafts.labels[0].evidence.citations
    assert (cited.source.shown, cited.quote) == ("PMID 12", "The first. The second.")
    assert cited.place == "sentences 0, 1, counted from 0"
    assert drafts.labels[0].evidence.rationale == "Contradicts: Garlic, sentence 4, counted from 0"


def test_fevers_own_pages_are_of_wikipedia_where_somebody_says_so() -> None:
    drafts = drafts_of(given("train.jsonl", FEVER), Choices(bare_ids=BareIds.WIKIPEDIA))

    urls = [each.source.url for each in drafts.labels[0].evidence.citations if each.source.type is SourceType.URL]
    assert urls == ["https://en.wikipedia.org/wiki/Garlic"]


def test_averitec_has_answers_as_evidence_and_its_justification_as_the_reason() -> None:
    drafts = drafts_of(given("dev.json", AVERITEC))

    assert said(drafts) == [(GARLIC, "AVeriTeC", "unsupported"), (VITAMIN, "AVeriTeC", "contradicted")]
    unsupported, contradicted = (label.evidence for label in drafts.labels)
    assert unsupported.search_note == (
        "No trial found.\nLooked at: “Is there a trial of garlic for flu? No answer could be found.”"
    )
    assert (contradicted.rationale, contradicted.citations[0].source.shown) == ("It did not.", "PMID 31452104")
    assert contradicted.citations[0].quote == "Did it? No."


def test_label_studio_has_spans_by_several_people_in_one_text() -> None:
    drafts = drafts_of(
        given(
            "export.json",
            [
                task(
                    annotation(span(43, 73, "unsupported", GARLIC), span(0, 42, "supported", VITAMIN)),
                    annotation(
                        span(43, 72, "contradicted", GARLIC[:-1]),
                        by={"id": 3, "email": "b@example.org", "first_name": "Dr", "last_name": "B"},
                        at="2026-01-06T11:00:00+01:00",
                    ),
                    annotation(span(0, 42, "contradicted", VITAMIN), was_cancelled=True),
                    predictions=[{"result": []}],
                )
            ],
        )
    )

    (draft,) = drafts.drafts
    assert draft.text == TEXT
    assert [claim.span for claim in draft.claims] == [Span(43, 73), Span(0, 42)]
    assert said(drafts) == [
        (GARLIC, "Label Studio user 2", "unsupported"),
        (GARLIC, "Dr B", "contradicted"),
        (VITAMIN, "Label Studio user 2", "supported"),
    ]
    assert drafts.labels[1].at == datetime(2026, 1, 6, 10, 0, tzinfo=UTC)
    assert drafts.losses.lines() == [
        "1 × annotation that was skipped there: no label",
        "1 × prediction of a model: no label",
        "1 × span that differs from another one in signs at its ends only: both are one claim",
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "words", "place", "told"),
    [
        pytest.param(TEXT, 76, 92, DOSE, Span(76, 92), "", id="code-points"),
        pytest.param(TEXT, 77, 93, DOSE, Span(76, 92), "UTF-16", id="utf-16"),
        pytest.param("a\r\nZinc helps.", 3, 14, "Zinc helps.", Span(2, 13), "line ends", id="crlf-counted-as-two"),
        pytest.param("a\r\nZinc helps.", 2, 13, "Zinc helps.", Span(2, 13), "", id="crlf-counted-as-one"),
        pytest.param("💊\r\nZinc helps.", 4, 15, "Zinc helps.", Span(2, 13), "UTF-16", id="both"),
        pytest.param("\ufeffZinc helps.", 1, 12, "Zinc helps.", Span(0, 11), "line ends", id="byte-order-mark"),
        pytest.param("a Zinc helps. b", 1, 14, " Zinc helps. ", Span(2, 13), "", id="blanks-at-the-ends"),
    ],
)
def test_a_span_is_put_where_its_words_are(text: str, start: int, end: int, words: str, place: Span, told: str) -> None:
    drafts = drafts_of(given("x.json", [task(annotation(span(start, end, "supported", words)), text=text)]))

    (draft,) = drafts.drafts
    assert [(claim.span, claim.words) for claim in draft.claims] == [(place, words.strip())]
    assert place.cut(draft.text) == words.strip()
    assert told in " ".join(drafts.losses.lines())


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        pytest.param(span(76, 92, "supported", VITAMIN), "its span 76-92 does not hold", id="other-words"),
        pytest.param(span(90, 99, "supported", "mg/kg."), "its span 90-99 does not hold", id="beyond-the-end"),
        pytest.param(span(76, 92, "supported"), "its span 76-92 has no words, and an emoji", id="no-words-after-emoji"),
        pytest.param(span(5, 5, "supported", "x"), "a span of it is 5 to 5: it holds nothing", id="empty"),
        pytest.param(span(0, 42, "DOSE", VITAMIN), "nobody said what the label 'DOSE' means", id="unknown-label"),
        pytest.param(span(60, 80, "true", TEXT[60:80]), "its span 60-80 overlaps the claim at 43-73", id="overlap"),
        pytest.param({"type": "labels"}, "a result of an annotation, of type labels, has no value", id="no-value"),
    ],
)
def test_a_span_that_cannot_be_placed_is_refused_and_the_others_are_taken(result: Any, reason: str) -> None:
    good = annotation(span(43, 73, "unsupported", GARLIC))
    drafts = drafts_of(given("x.json", [task(good), task(annotation(result))]))

    assert [each.line for each in drafts.refused] == [2]
    assert drafts.refused[0].reason.startswith(reason)
    assert said(drafts) == [(GARLIC, "Label Studio user 2", "unsupported")]


def test_a_choice_and_a_text_on_a_span_are_its_label_and_rationale() -> None:
    value = {"start": 43, "end": 73, "text": GARLIC}
    results = [
        span(43, 73, "Claim", GARLIC),
        {"id": "r43", "type": "choices", "value": {**value, "choices": ["Refuted"]}},
        {"id": "r43", "type": "textarea", "value": {"start": 43, "end": 73, "text": ["No trial found."]}},
    ]
    label = only(drafts_of(given("x.json", [task(annotation(*results))])))

    assert (label.answer.verdict, label.evidence.rationale) == (Verdict.CONTRADICTED, "No trial found.")


def test_spans_with_a_label_that_is_to_be_left_out_are_not_taken() -> None:
    doses = [span(82, 91, "DOSE", "2.5 mg/kg"), span(10, 18, "DOSE", "4,000 IU")]
    spans = annotation(span(43, 73, "true", GARLIC), *doses)
    drafts = drafts_of(given("x.json", [task(spans)]), Choices(meanings={"dose": Meaning.LEFT_OUT}))

    assert said(drafts) == [(GARLIC, "Label Studio user 2", "supported")]
    assert (drafts.refused, drafts.losses.lines()) == ([], ["2 × claim whose label is to be left out"])


def test_what_is_neither_span_choice_nor_text_is_counted_and_the_rest_taken() -> None:
    others: list[dict[str, Any]] = [
        {"type": "relation", "from_id": "r0", "to_id": "r43", "direction": "right"},
        {"type": "rating", "value": {"rating": 4}},
        {"type": "hypertextlabels", "value": {"start": "/p[1]", "end": "/p[1]", "hypertextlabels": ["true"]}},
    ]
    drafts = drafts_of(given("x.json", [task(annotation(span(43, 73, "true", GARLIC), *others))]))

    assert said(drafts) == [(GARLIC, "Label Studio user 2", "supported")]
    assert (drafts.refused, drafts.losses.lines()) == (
        [],
        ["3 × result that is neither a span of text, a choice nor a text: left out"],
    )


def test_a_choice_on_a_whole_task_is_about_its_text() -> None:
    choice = {"id": "c", "type": "choices", "value": {"choices": ["Supported"]}}
    drafts = drafts_of(given("x.json", [task(annotation(choice), text=VITAMIN)]))

    assert [(draft.text, draft.claims[0].words) for draft in drafts.drafts] == [("", VITAMIN)]
    assert only(drafts).answer.verdict is Verdict.SUPPORTED


WHO = {"annotator": 1, "annotation_id": 2, "created_at": "2026-01-05T10:00:00Z", "updated_at": None, "lead_time": 3.2}
SHORT = [
    {"text": VITAMIN, "id": 1, "sentiment": "Refuted", "why": "No trial.", **WHO},
    {"text": VITAMIN, "id": 1, "sentiment": "Supported", **WHO, "annotator": "b@example.org"},
    {"text": GARLIC, "id": 2, **dict.fromkeys(WHO)},
    {"text": GARLIC, "id": 3, "sentiment": {"choices": ["Supported", "NEI"]}, "why": {"text": ["a", "b"]}, **WHO},
]
SHORT_CSV = (
    '"annotation_id","annotator","created_at","id","lead_time","sentiment","text","updated_at","why"\r\n'
    f'2,"1","2026-01-05T10:00:00Z",1,3.2,"Refuted","{VITAMIN}","","No trial."\r\n'
    f'3,"b@example.org","2026-01-05T10:00:00Z",1,3.2,"Supported","{VITAMIN}","",""\r\n'
    f'"","","",2,"","","{GARLIC}","",""\r\n'
    '2,"1","2026-01-05T10:00:00Z",3,3.2,"{""choices"":[""Supported"",""NEI""]}",'
    f'"{GARLIC}","","{{""text"":[""a"",""b""]}}"\r\n'
)


SHORT_TSV = "".join(
    "\t".join(json.dumps(cell) for cell in row) + "\n" for row in csv.reader(SHORT_CSV.splitlines())
).replace('\\"', '""')


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.json", SHORT, id="json-min"),
        pytest.param("a.csv", SHORT_CSV, id="csv"),
        pytest.param("a.tsv", SHORT_TSV, id="tsv"),
    ],
)
def test_label_studios_short_exports_have_choices_with_their_authors(name: str, content: Any) -> None:
    drafts = drafts_of(given(name, content))

    assert said(drafts) == [
        (VITAMIN, "Label Studio user 1", "contradicted"),
        (VITAMIN, "b@example.org", "supported"),
    ]
    assert drafts.labels[0].evidence.rationale == "No trial."
    assert {label.at for label in drafts.labels} == {datetime(2026, 1, 5, 10, tzinfo=UTC)}
    assert [each.reason for each in drafts.refused] == ["one person says of one claim both 'Supported' and 'NEI'"]
    assert drafts.losses.lines() == ["1 × task without an annotation: left out"]


def place(start: int, end: int, label: str) -> dict[str, Any]:
    return {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}


@pytest.mark.parametrize(
    ("fields", "labels", "rationales", "losses"),
    [
        pytest.param({"verdict": [place(43, 73, "NEI")]}, [(GARLIC, "unsupported")], [""], [], id="one"),
        pytest.param(
            {"verdict": [place(43, 73, "NEI"), place(0, 42, "true")]},
            [(GARLIC, "unsupported"), (VITAMIN, "supported")],
            ["", ""],
            [],
            id="two",
        ),
        pytest.param(
            {"verdict": [place(43, 73, "false")], "rationale": "No trial."},
            [(GARLIC, "contradicted")],
            ["No trial."],
            [],
            id="a-text-on-the-only-one",
        ),
        pytest.param(
            {"verdict": [place(43, 73, "false"), place(0, 42, "true")], "rationale": ["a", "b"]},
            [(GARLIC, "contradicted"), (VITAMIN, "supported")],
            ["", ""],
            ["2 × text or choice parted from its span by this export: left out; export as JSON to keep it"],
            id="texts-on-one-of-two",
        ),
        pytest.param(
            {"mark": [place(43, 73, "Claim")], "verdict": "Refuted"},
            [(GARLIC, "contradicted")],
            [""],
            ["1 × label beside the one that was taken: left out"],
            id="a-choice-on-the-only-one",
        ),
        pytest.param(
            {
                "mark": [place(43, 73, "Claim"), place(0, 42, "Claim")],
                "verdict": [
                    {"start": 43, "end": 73, "choices": ["NEI", "Claim"]},
                    {"start": 0, "end": 42, "choices": ["true", "Claim"]},
                ],
            },
            [(GARLIC, "unsupported"), (VITAMIN, "supported")],
            ["", ""],
            ["2 × label beside the one that was taken: left out"],
            id="several-choices-on-each",
        ),
        pytest.param(
            {"verdict": [place(43, 73, "true")], "html": [{"start": "/p", "end": "/p", "hypertextlabels": ["x"]}]},
            [(GARLIC, "supported")],
            [""],
            ["1 × result that is neither a span of text, a choice nor a text: left out"],
            id="others",
        ),
        pytest.param(
            {"verdict": [place(43, 73, "true")], "tokens": [{"a": 1}], "article": "slug", "reviewer": "Dr C"},
            [(GARLIC, "supported")],
            [""],
            [],
            id="data-beside",
        ),
    ],
)
@pytest.mark.parametrize("is_csv", [False, True], ids=["json-min", "csv"])
def test_label_studios_short_exports_have_spans_with_what_is_surely_theirs(
    fields: dict[str, Any], labels: list[tuple[str, str]], rationales: list[str], losses: list[str], is_csv: bool
) -> None:
    row = {"text": TEXT, **fields, **WHO}
    if is_csv:
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        cells = [each if isinstance(each, str) else json.dumps(each) for each in row.values()]
        writer.writerows([list(row), ["" if each == "null" else each for each in cells]])
        drafts = drafts_of(given("a.csv", out.getvalue()))
    else:
        drafts = drafts_of(given("a.json", [row]))

    who = fields.get("reviewer", "Label Studio user 1")
    assert said(drafts) == [(words, who, verdict) for words, verdict in labels]
    assert [label.evidence.rationale for label in drafts.labels] == rationales
    assert (drafts.refused, drafts.losses.lines()) == ([], losses)


@pytest.mark.parametrize(
    ("row", "choices", "told"),
    [
        pytest.param(
            {"text": GARLIC, "is_it": "rather not"}, Choices(), "no column of it holds a label", id="no-label"
        ),
        pytest.param(
            {"text": GARLIC, "is_it": "rather not"},
            Choices({"label": "is_it"}),
            "nobody said what the label",
            id="word",
        ),
        pytest.param(
            {"sentence": GARLIC, "n": "x", "label": "true"}, Choices(), "its data has no text: it has", id="text"
        ),
        pytest.param(
            {"text": TEXT, "verdict": [{**place(43, 73, "true"), "end": "x"}]}, Choices(), "a span of it", id="span"
        ),
        pytest.param(
            {"text": GARLIC, "label": "true", "created_at": "soon"}, Choices(), "its time is 'soon'", id="time"
        ),
    ],
)
def test_what_a_short_export_does_not_tell_is_asked_for(row: Any, choices: Choices, told: str) -> None:
    drafts = drafts_of(given("a.json", [{**WHO, **row}]), choices)

    assert [each.reason[: len(told)] for each in drafts.refused] == [told]
    assert not drafts.labels


def test_a_column_of_data_called_like_a_field_stands_apart_in_csv() -> None:
    header = "annotation_id,annotator,created_at,lead_time,text,_data_text,updated_at\n"
    drafts = drafts_of(given("a.csv", f"{header}1,2,,1.0,true,{GARLIC},\n"), Choices({"label": "text"}))

    assert said(drafts) == [(GARLIC, "Label Studio user 2", "supported")]


@pytest.mark.parametrize(
    ("row", "labels", "text"),
    [
        pytest.param({"text": GARLIC, "label": ["unsupported"]}, [(GARLIC, "unsupported")], "", id="words"),
        pytest.param({"text": TEXT, "label": [[43, 73, "NEI"]]}, [(GARLIC, "unsupported")], TEXT, id="spans"),
        pytest.param(
            {
                "text": TEXT,
                "entities": [{"id": 0, "label": "true", "start_offset": 76, "end_offset": 92}],
                "relations": [],
            },
            [(DOSE, "supported")],
            TEXT,
            id="entities",
        ),
        pytest.param(
            {"text": "a\r\nZinc helps.", "label": [[3, 14, "true"]]},
            [("Zinc helps.", "supported")],
            "a\nZinc helps.",
            id="crlf",
        ),
        pytest.param({"text": GARLIC, "label": []}, [], None, id="no-label"),
    ],
)
def test_doccano_is_read_in_each_shape(row: Any, labels: list[tuple[str, str]], text: str | None) -> None:
    drafts = drafts_of(given("all.jsonl", [row]), format_name="doccano")

    assert [(words, verdict) for words, _, verdict in said(drafts)] == labels
    assert [draft.text for draft in drafts.drafts] == ([] if text is None else [text])


TABLE = (
    "sentence;rating;who;why;pmid;day;quote\n"
    f"{GARLIC};mostly false;Dr A;No trial;PMID 31452104;2026-01-05;We found none\n"
    f"{GARLIC};true;Dr A;Now there is;doi:10.1000/xyz, NCT04368728;2026-02-05;We found one\n"
    f"{VITAMIN};true;;;;;\n"
)
COLUMNS = {
    "claim": "sentence",
    "label": "rating",
    "reviewer": "who",
    "rationale": "why",
    "source": "pmid",
    "time": "day",
    "evidence": "quote",
}


def test_a_table_is_read_by_the_columns_and_words_that_are_chosen() -> None:
    choices = Choices(COLUMNS, {"mostly false": Meaning.CONTRADICTED}, by="The team")
    drafts = drafts_of(given("t.csv", TABLE), choices)

    assert said(drafts) == [
        (GARLIC, "Dr A", "contradicted"),
        (GARLIC, "Dr A", "supported"),
        (VITAMIN, "The team", "supported"),
    ]
    first, second, _ = drafts.labels
    assert [(each.source.shown, each.stance, each.quote) for each in first.evidence.citations] == [
        ("PMID 31452104", Stance.CONTRADICTS, "We found none")
    ]
    assert [each.source.identifier for each in second.evidence.citations] == ["10.1000/xyz", "NCT04368728"]
    assert second.evidence.rationale == "Now there is\nSupports: “We found one”"
    assert first.at == datetime(2026, 1, 5, tzinfo=UTC)


def test_a_table_with_its_articles_text_has_claims_in_it() -> None:
    rows = [
        {"claim": GARLIC, "label": "true", "article_text": TEXT},
        {"claim": "Studies  show garlic\ncures flu.", "label": "nei", "article_text": TEXT, "annotator": "Dr B"},
        {"claim": "Zinc helps.", "label": "true", "article_text": TEXT},
    ]
    drafts = drafts_of(given("t.jsonl", rows))

    assert [claim.span for claim in drafts.drafts[0].claims] == [Span(43, 73)]
    assert [label.reviewer for label in drafts.labels] == ["t", "Dr B"]
    assert [(each.line, each.reason) for each in drafts.refused] == [
        (3, "its text does not have the words of the claim 'Zinc helps.'")
    ]


def test_the_same_person_saying_two_things_at_no_time_is_refused_but_for_the_first() -> None:
    drafts = drafts_of(given("t.csv", f"claim,label\n{GARLIC},true\n{GARLIC},false\n{GARLIC},true\n"))

    assert said(drafts) == [(GARLIC, "t", "supported")]
    assert [(each.line, each.reason) for each in drafts.refused] == [
        (3, "it says otherwise than line 2, of the same person and claim")
    ]


def test_in_a_json_list_entries_are_counted_and_no_lines() -> None:
    drafts = drafts_of(given("t.json", [{"claim": GARLIC, "label": word} for word in ("true", "false")]))

    assert [each.reason for each in drafts.refused] == ["it says otherwise than entry 1, of the same person and claim"]


def scifact_said(word: str) -> dict[str, Any]:
    return {"id": 1, "claim": GARLIC, "evidence": {"7": [{"sentences": [0], "label": word}]}}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        pytest.param("a.jsonl", [scifact_said("SUPPORT"), scifact_said("CONTRADICT")], id="scifact"),
        pytest.param(
            "a.jsonl",
            [{"claim": GARLIC, "label": word, "evidence": []} for word in ("SUPPORTS", "REFUTES")],
            id="fever",
        ),
        pytest.param(
            "a.json",
            [{"claim": GARLIC, "label": word, "questions": []} for word in ("Supported", "Refuted")],
            id="averitec",
        ),
    ],
)
def test_two_claims_of_the_same_words_with_different_labels_are_two(name: str, rows: list[Any]) -> None:
    drafts = drafts_of(given(name, [*rows, *rows]))

    assert [(draft.group, [claim.words for claim in draft.claims]) for draft in drafts.drafts] == [
        ("", [GARLIC]),
        ("same words, 2", [GARLIC]),
    ]
    assert [verdict for *_, verdict in said(drafts)] == ["supported", "contradicted"]
    assert drafts.refused == []
    assert "2 × claim with the words of another one and another label: it stands in an article beside" in (
        drafts.losses.lines()
    )


def test_a_claim_without_a_label_is_the_one_of_its_words() -> None:
    drafts = drafts_of(given("a.jsonl", [scifact_said("SUPPORT"), {"id": 2, "claim": GARLIC}]))

    assert drafts.claims == 1


IDS = (
    "what\tid\tname\twhere\nclaim\t1\tgarlic/1@0-9\t\ndocument\t7\t10.1000/xyz\t\ndocument\t31452104\tPMID 31452104\t\n"
)


def test_our_ids_tsv_beside_names_the_sources_of_scifacts_documents() -> None:
    files = [given("ids.tsv", IDS), given("corpus.jsonl", CORPUS), given("claims.jsonl", SCIFACT)]
    labelled, beside = sorted_out(files)

    assert [each.name for each in labelled] == ["claims.jsonl"]
    drafts = drafts_of(labelled[0], beside=beside)
    assert [
        [(each.source.type, each.source.identifier, each.quote) for each in label.evidence.citations]
        for label in drafts.labels
    ] == [[("pmid", "31452104", "Incidence did not differ.")], [("doi", "10.1000/xyz", "Garlic, reviewed")]]
    assert drafts.losses.lines() == []


@pytest.mark.parametrize("column", ["when", "When", "labelled_at"])
def test_a_column_of_times_is_known_by_its_name(column: str) -> None:
    drafts = drafts_of(given("t.csv", f"claim,label,{column}\n{GARLIC},true,2026-01-05\n"))

    assert only(drafts).at == datetime(2026, 1, 5, tzinfo=UTC)


def test_a_file_whose_unsupported_may_include_contradicted_says_so() -> None:
    plain = drafts_of(given("t.csv", f"claim,label\n{GARLIC},unsupported\nZinc helps.,supported\n"))
    with_both = drafts_of(given("t.csv", f"claim,label\n{GARLIC},unsupported\nZinc helps.,refuted\n"))

    assert "may include that, which unsupported here never does" in " ".join(plain.losses.lines())
    assert with_both.losses.lines() == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        pytest.param(",true,2026-01-05", "it has no claim", id="no-claim"),
        pytest.param("Zinc helps.,maybe,2026-01-05", "nobody said what the label 'maybe' means", id="unknown-word"),
        pytest.param("Zinc helps.,true,5/1/26", "its time is '5/1/26': write it like", id="time"),
        pytest.param("Zinc helps.,true", "it has 2 cells, the header 3", id="cells"),
        pytest.param("Zinc\0 helps.,true,2026-01-05", "its claim holds NUL: it is no plain text", id="nul"),
        pytest.param(f"{'x' * 20_001},true,2026-01-05", "its claim has 20,001 characters", id="an-article"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_others_are_taken(row: str, reason: str) -> None:
    drafts = drafts_of(given("t.csv", f"claim,label,time\n{row}\nGarlic helps.,true,2026-01-05\n"))

    assert [each.line for each in drafts.refused] == [2]
    assert drafts.refused[0].reason.startswith(reason)
    assert [words for words, _, _ in said(drafts)] == ["Garlic helps."]


def test_bytes_of_other_letters_and_half_characters_are_told_apart() -> None:
    letters = drafts_of(given("t.csv", b"claim,label\ncaf\xe9,true\n"))
    half = drafts_of(given("t.jsonl", '{"claim": "caf\\ud83d", "label": "true"}'))

    assert [each.reason for each in letters.refused] == [
        "its claim is no text in this encoding: save the file as UTF-8, or say that it is cp1252"
    ]
    assert [each.reason for each in half.refused] == ["its claim holds half a character: write the file again"]


@pytest.mark.parametrize(
    ("name", "row"),
    [
        pytest.param("a.jsonl", {"text": GARLIC, "label": ["true\ud800"]}, id="doccano"),
        pytest.param("a.json", task(annotation(span(43, 73, "x\0", GARLIC))), id="labelstudio"),
        pytest.param("a.jsonl", {"claim": GARLIC, "label": "\ud800", "evidence": []}, id="fever"),
    ],
)
def test_a_label_word_that_is_no_text_is_refused_and_asked_of_nobody(name: str, row: Any) -> None:
    drafts = drafts_of(given(name, [row]))

    assert [each.reason for each in drafts.refused] == ["its label holds half a character, or NUL: it is no text"]
    assert not drafts.words.met


def test_passages_that_have_no_room_in_a_note_are_counted() -> None:
    rows = "".join(f"{GARLIC},true,{number} {'x' * 2_000}\n" for number in range(20))
    drafts = drafts_of(given("t.csv", f"claim,label,evidence\n{rows}"))

    assert len(only(drafts).evidence.rationale) <= 20_000
    assert only(drafts).evidence.rationale.endswith("And 11 more passages that have no room here.")
    assert "11 × evidence passage left out: a note holds 20,000 characters" in drafts.losses.lines()


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        pytest.param("a.csv", HEALTHVER, "healthver", id="healthver"),
        pytest.param("a.jsonl", SCIFACT, "scifact", id="scifact"),
        pytest.param("a.jsonl", FEVER, "fever", id="fever"),
        pytest.param("a.json", AVERITEC, "averitec", id="averitec"),
        pytest.param("a.json", [task()], "labelstudio", id="labelstudio"),
        pytest.param("a.csv", SHORT_CSV, "labelstudio", id="labelstudio-csv"),
        pytest.param("a.json", SHORT, "labelstudio", id="labelstudio-json-min"),
        pytest.param("a.json", [{"claim": "x", "label": "y"}], "table", id="a-list-of-rows"),
        pytest.param("a.jsonl", [{"text": "x", "label": ["y"]}], "doccano", id="doccano"),
        pytest.param("a.jsonl", [{"claim": "x", "label": "y"}], "table", id="rows"),
        pytest.param("a.tsv", "claim\tlabel\nx\ty\n", "table", id="tsv"),
    ],
)
def test_a_format_is_known_by_its_first_entry(name: str, content: Any, format_name: str) -> None:
    assert guess_format(given(name, content)).name == format_name


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("a.xlsx", b"PK", "a.xlsx: labelled data is one of .csv, .jsonl", id="suffix"),
        pytest.param("a.json", "{", "a.json: it is no JSON, or was cut short", id="cut-short"),
        pytest.param("a.json", "{}", "a.json: it is no JSON list", id="no-list"),
        pytest.param("a.json", b"\xff", "a.json: it is not UTF-8", id="not-utf-8"),
        pytest.param(
            "a.json", '[{"a": 1}]', "a.json: name the column with the claim; the columns are 'a'", id="other-json"
        ),
        pytest.param("a.jsonl", "", "a.jsonl: the file is empty", id="empty"),
        pytest.param("a.jsonl", '{"schema": "claims/1"}', "a.jsonl: this is an export of ours", id="ours"),
        pytest.param(
            "a.csv", b"claim,M\xe9decin\nx,y\n", "a.csv: its first line is not UTF-8: save the", id="cp1252-header"
        ),
        pytest.param("a.csv", b"PK\x03\x04\x14\x00", "a.csv: this is a ZIP archive, as .xlsx", id="spreadsheet"),
        pytest.param("a.json", b"PK\x03\x04\x14\x00", "a.json: this is a ZIP archive", id="zipped-json"),
        pytest.param(
            "a.jsonl",
            b'{"claim": "caf\xe9"}',
            "a.jsonl: it has no entry that can be read: it is not UTF-8",
            id="cp1252-rows",
        ),
        pytest.param("a.csv", "a,b\n1,2\n", "a.csv: name the column with the claim; the columns are", id="columns"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told_in_one_line(name: str, content: Any, told: str) -> None:
    with pytest.raises(UnreadableLabels) as refused:
        drafts_of(given(name, content))

    assert str(refused.value).startswith(told)
    assert "\n" not in str(refused.value)


def test_files_of_sentences_are_told_from_files_of_claims() -> None:
    files = [given("c.jsonl", SCIFACT), given("corpus.jsonl", CORPUS), given("p.jsonl", PAGES), given("x.csv", "a,b\n")]

    labelled, beside = sorted_out(files)

    assert [each.name for each in labelled] == ["c.jsonl", "x.csv"]
    assert [each.name for each in beside] == ["corpus.jsonl", "p.jsonl"]


KEYS = "id claim label evidence text entities data annotations result value start end questions answers cited_doc_ids"
ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 99) | st.sampled_from(["", "true", "NEI", TEXT, "\ud800", "x\0"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=6),
    max_leaves=20,
)


ENTRY = st.dictionaries(st.sampled_from(KEYS.split()), ANY, max_size=8)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None)
@hypothesis_given(rows=st.lists(ENTRY, min_size=1, max_size=4))
def test_whatever_a_file_holds_is_taken_or_refused(name: str, rows: list[Any]) -> None:
    file = given(f"x{FORMATS[name].suffixes[-1]}", rows)
    try:
        drafts = drafts_of(file, format_name=name)
    except UnreadableLabels:
        return

    for draft in drafts.drafts:
        for claim in draft.claims:
            assert claim.span is None or claim.span.cut(draft.text) == claim.words

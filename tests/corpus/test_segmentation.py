"""The spaCy component: the same units as the rules give, on any pipeline, through any file."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from corpus.segmentation import FACTORY, claims_from_doc, pipeline, register, split_claims
from corpus.units import cut_units, split_text
from tests.corpus.scoring import NAMES, read_gold
from tests.programs import ROOT


def _units(doc: Doc, key: str = "units") -> list[tuple[int, int, str]]:
    return [(span.start_char, span.end_char, span.label_) for span in doc.spans[key]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    return nlp


@pytest.mark.parametrize("name", NAMES)
def test_spans_are_the_units_and_the_claims_those_of_the_rules(name: str, nlp: Language) -> None:
    text, _ = read_gold(name)

    assert _units(nlp(text)) == [(unit.start, unit.end, unit.kind.value) for unit in cut_units(text)]
    assert split_claims(text) == split_text(text)


@pytest.mark.parametrize("name", NAMES)
def test_sentences_tile_the_doc_and_each_unit_starts_one(name: str, nlp: Language) -> None:
    doc = nlp(read_gold(name)[0])

    sentences = list(doc.sents)
    assert [token.i for sentence in sentences for token in sentence] == list(range(len(doc)))
    assert {span.start for span in doc.spans["units"]} <= {sentence.start for sentence in sentences}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("水は大切。飲んで。", id="full stops inside a token"),
        pytest.param("It is true.[1]It is not.ii So.", id="footnotes glued to words"),
        pytest.param("a•b 1.Eat\n•Drink\n3) \u200bwalk", id="markers glued to words"),
        pytest.param("", id="nothing"),
        pytest.param(" \n ", id="white space"),
        pytest.param("...", id="marks"),
        pytest.param("🧑🏽‍⚕️。🧑🏽‍⚕️。", id="emoji"),
    ],
)
def test_a_unit_that_ends_inside_a_token_keeps_its_exact_span(text: str, nlp: Language) -> None:
    doc = nlp(text)

    assert doc.text == text
    assert _units(doc) == [(unit.start, unit.end, unit.kind.value) for unit in cut_units(text)]
    assert split_claims(text) == split_text(text)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aB1 .?。…[]()•-\n\u00a0🍎é’"), max_size=60))
def test_any_text_gives_the_same_claims_with_spacy_as_without(text: str) -> None:
    assert split_claims(text) == split_text(text)


def test_a_text_beyond_what_spacy_takes_is_cut_all_the_same() -> None:
    sentence = "Magnesium helps people with MS to sleep. "
    text = sentence * (pipeline().max_length // len(sentence) + 1)

    claims = split_claims(text)

    assert len(claims) == text.count(".")
    assert claims[-1].span.end == len(text) - 1


@pytest.mark.parametrize(
    "text", ["(" * 100_000, "a." * 50_000, "x" * 900_000], ids=["brackets", "full stops", "a word"]
)
def test_an_endless_word_does_not_hold_up_the_tokenizer(text: str) -> None:
    assert split_claims(text) == split_text(text)


def test_the_settings_of_the_component_are_kept_on_disk(tmp_path: Path) -> None:
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY, config={"spans_key": "cut", "set_sents": False})
    nlp.to_disk(tmp_path / "pipeline")

    again = spacy.load(tmp_path / "pipeline")
    doc = again("It helps. It may harm.")

    assert _units(doc, "cut") == [(0, 9, "claim"), (10, 22, "claim")]
    assert not doc.has_annotation("SENT_START")


def test_a_doc_keeps_its_claims_on_disk(nlp: Language) -> None:
    text, _ = read_gold("markdown_post")

    stored = DocBin(docs=[nlp(text)], store_user_data=True).to_bytes()
    (doc,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)

    assert claims_from_doc(doc) == split_text(text)


def test_pages_may_cut_at_the_same_time() -> None:
    texts = [read_gold(name)[0] for name in NAMES] * 2

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(split_claims, texts))

    assert found == [split_text(text) for text in texts]


def test_cutting_many_articles_does_not_fill_the_vocabulary() -> None:
    split_claims("A first text.")
    before = len(pipeline().vocab.strings)

    for i in range(50):
        split_claims(f"Neverseen{i} word{i}zz was found. It cures all{i}.")

    assert len(pipeline().vocab.strings) == before


def test_the_model_and_the_rules_are_imported_without_spacy() -> None:
    code = "import sys, corpus.model, corpus.units, corpus.segmentation; sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0

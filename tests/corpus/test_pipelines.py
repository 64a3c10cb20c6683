"""``claim_units`` in anybody's pipeline: beside other components, over several processes, through any file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import load_model_from_config
from spacy.vocab import Vocab

from corpus import tokens
from corpus.segmentation import FACTORY, ClaimUnits, claims_from_doc, register
from corpus.tokens import Reader
from corpus.units import cut_units, split_text
from tests.corpus.scoring import NAMES, read_gold
from tests.programs import ROOT

GLUED = "The brain needs it.[1]It is so. 水は大切。飲んで。Ask Dr. Ito."


def _pipeline(**settings: Any) -> Language:
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY, config=settings)
    return nlp


def _units(doc: Doc, key: str = "units") -> list[tuple[int, int, str]]:
    return [(span.start_char, span.end_char, span.label_) for span in doc.spans[key]]


def _by_rules(text: str) -> list[tuple[int, int, str]]:
    return [(unit.start, unit.end, unit.kind.value) for unit in cut_units(text)]


def _tokens(doc: Doc) -> list[tuple[str, str]]:
    return [(token.text, token.whitespace_) for token in doc]


TEXTS = [read_gold(name)[0] for name in NAMES] + [GLUED, "", " \n\t ", "..."]


def test_a_stream_of_texts_is_cut_like_each_alone() -> None:
    nlp = _pipeline()

    assert [_units(doc) for doc in nlp.pipe(TEXTS, batch_size=3)] == [_by_rules(text) for text in TEXTS]


def test_two_processes_cut_like_one() -> None:
    docs = list(_pipeline().pipe(TEXTS, n_process=2, batch_size=2))

    assert [_units(doc) for doc in docs] == [_by_rules(text) for text in TEXTS]
    assert [claims_from_doc(doc) for doc in docs] == [split_text(text) for text in TEXTS]


@pytest.mark.parametrize("way", ["disk", "bytes", "config"])
def test_a_pipeline_comes_back_as_it_was(way: str, tmp_path: Path) -> None:
    nlp = _pipeline(spans_key="cut", set_sents=False, warm_tokenizer=False)
    nlp("It helps, i.e. it cures.")
    if way == "disk":
        nlp.to_disk(tmp_path / "nlp")
        again = spacy.load(tmp_path / "nlp")
    elif way == "bytes":
        again = load_model_from_config(nlp.config).from_bytes(nlp.to_bytes())
    else:
        again = load_model_from_config(nlp.config)

    doc = again(GLUED)

    assert again.config["components"][FACTORY] == nlp.config["components"][FACTORY]
    assert _units(doc, "cut") == _by_rules(GLUED)
    assert "units" not in doc.spans
    assert not doc.has_annotation("SENT_START")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["import spacy", "import corpus.segmentation"], id="spaCy first"),
        pytest.param(
            [
                "import sys",
                "from corpus.segmentation import register",
                "assert 'spacy' not in sys.modules",
                "import spacy",
                "register()",
            ],
            id="spaCy last",
        ),
    ],
)
def test_another_program_loads_a_saved_pipeline(lines: list[str], tmp_path: Path) -> None:
    _pipeline().to_disk(tmp_path)
    load = f"print(len(spacy.load({str(tmp_path)!r})('It helps. It may harm.').spans['units']))"

    done = subprocess.run(
        [sys.executable, "-c", "\n".join([*lines, load])], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (done.stdout.strip(), done.stderr) == ("2", "")


def test_the_component_works_on_docs_from_elsewhere() -> None:
    words = ["It", "helps", ".", "It", "may", "harm", "."]
    spaces = [True, False, True, True, True, False, False]
    component = ClaimUnits(_pipeline(), "mine", "units", set_sents=True, warm_tokenizer=True)

    doc = component(Doc(Vocab(), words=words, spaces=spaces))

    assert _units(doc) == [(0, 9, "claim"), (10, 22, "claim")]
    assert [sentence.text for sentence in doc.sents] == ["It helps.", "It may harm."]


def test_a_tokenizer_that_is_not_spacys_is_left_alone() -> None:
    register()
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, words=text.split(" "))
    nlp.add_pipe(FACTORY)

    doc = nlp("It helps. It may harm.")

    assert [span.text for span in doc.spans["units"]] == ["It helps.", "It may harm."]


def test_what_other_components_said_is_still_said_where_a_token_is_cut() -> None:
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ito"}])  # type: ignore[attr-defined]
    doc = nlp(GLUED)
    glued = next(token for token in doc if "水" in token.text)
    for token in doc:
        token.tag_, token.lemma_, token.dep_, token.head = f"T{token.i}", token.text.lower(), "dep", doc[0]
    doc.ents = [*doc.ents, Span(doc, glued.i, glued.i + 1, "TEXT")]
    doc.spans["mine"] = [Span(doc, glued.i, len(doc), "REST")]
    doc.cats = {"health": 1.0}
    tags = {token.idx: token.tag_ for token in doc}

    component = ClaimUnits(nlp, "mine", "units", set_sents=False, warm_tokenizer=False)
    cut = component(doc)

    assert cut is not doc
    assert len(cut) > len(doc)
    assert _units(cut) == _by_rules(GLUED)
    assert {token.idx: token.tag_ for token in cut if token.idx in tags} == tags
    assert [(e.text, e.label_) for e in cut.ents] == [(e.text, e.label_) for e in doc.ents]
    assert [(s.text, s.label_) for s in cut.spans["mine"]] == [(s.text, s.label_) for s in doc.spans["mine"]]
    assert {token.head.i for token in cut if token.idx in tags} == {0}
    assert cut.cats == {"health": 1.0}
    assert not any(token.is_sent_start for token in cut if token.idx not in tags)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_text_of_a_doc_and_the_bounds_of_its_tokens_are_read_exactly(text: str) -> None:
    reader, doc = Reader(), spacy.blank("en")(text)

    for _ in ("at first", "again", "from memory"):
        read, starts, ends = reader.read(doc)

        assert read == text
        assert starts.tolist() == [token.idx for token in doc]
        assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == [token.text for token in doc]


def test_a_reader_that_forgets_reads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_MOST_FORMS", 10)
    monkeypatch.setattr(tokens, "_MOST_MET", 300)
    reader, nlp = Reader(), spacy.blank("en")

    for text in (text for text in TEXTS for _ in range(4)):
        assert reader.read(nlp(text))[0] == text


def test_a_text_is_cut_alike_within_memory_zones_and_behind_them() -> None:
    nlp = _pipeline()

    for _ in range(3):
        with nlp.memory_zone():
            assert [_units(nlp(text)) for text in TEXTS] == [_by_rules(text) for text in TEXTS]
        assert [_units(nlp(text)) for text in reversed(TEXTS)] == [_by_rules(text) for text in reversed(TEXTS)]


def test_a_tokenizer_that_knows_its_words_gives_the_same_tokens() -> None:
    warmed, plain = _pipeline(), spacy.blank("en")
    for text in TEXTS * 2:
        warmed(text)

    assert [_tokens(warmed.make_doc(text)) for text in TEXTS] == [_tokens(plain(text)) for text in TEXTS]


def test_known_words_are_not_taken_apart_again() -> None:
    taken_apart: list[str] = []
    nlp = _pipeline()
    tokenizer: Any = nlp.tokenizer
    infixes = tokenizer.infix_finditer

    def counted(word: str) -> Any:
        taken_apart.append(word)
        return infixes(word)

    tokenizer.infix_finditer = counted
    text = f"Magnesium doesn't cure, i.e. magnesium-rich foods (nuts/seeds) help.\n{'-' * 72}\nIt does."
    nlp(text)
    assert "nuts/seeds" in taken_apart
    nlp(f"Once more: {text}")
    taken_apart.clear()

    tokenizer(text)

    assert taken_apart == []


def test_the_pipeline_in_the_readme_does_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    told = [line.partition("  # ")[2] for line in code.splitlines() if "  # " in line]

    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own words

    assert capsys.readouterr().out.splitlines() == told

"""HTML in a text: where all of it is, it is read as a page would be; where it only speaks of a tag, it stays."""

from __future__ import annotations

import io
import json

import pytest

from corpus.reading import article_from_bytes, article_from_text
from corpus.reading.bulk import Columns, Row, read_rows
from corpus.reading.tagged import untagged

BODY = "<p>Zinc <b>helps</b>.</p><p>Take &lt;5&nbsp;mg.</p><ul><li>nausea</li><li>pain</li></ul>"
SAID = "Zinc helps.\n\nTake <5\u00a0mg.\n\n- nausea\n- pain\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(BODY, SAID, id="paragraphs and a list"),
        pytest.param(f"\n {BODY.replace('><', '>' + chr(10) + '<')}\n", SAID, id="a tag a line"),
        pytest.param(BODY.upper(), SAID.upper().replace("NBSP", ""), id="capitals"),
        pytest.param("<h1>Zinc</h1><p>It helps.</p>", "# Zinc\n\nIt helps.\n", id="a title"),
        pytest.param("<p>a.</p><h1>One</h1><p>b.</p><h1>Two</h1><p>c.</p>",
                     "a.\n\n# One\n\nb.\n\n# Two\n\nc.\n",
                     id="headings of parts stay in their place"),
        pytest.param("<!-- wp:paragraph --><p>Zinc.</p><!-- /wp:paragraph -->", "Zinc.\n", id="comments"),
        pytest.param("<!DOCTYPE html><html><head><title>Zinc | HD</title></head><body><nav><p>Menu</p></nav><p>It "
                     "helps most of us.</p></body></html>", "# Zinc\n\nIt helps most of us.\n", id="a whole page"),
        pytest.param("<p>Zinc.</p><script>alert(1<2)</script>", "Zinc.\n", id="a script"),
        pytest.param("<p>p <0.05, doses <5 mg and <LOD, a<b.</p>", "p <0.05, doses <5 mg and <LOD, a<b.\n",
                     id="signs that open no tag"),
        pytest.param("Zinc helps.<br><br>It is safe.<br />Take it.", "Zinc helps.\n\nIt is safe.\nTake it.\n",
                     id="line breaks alone"),
        pytest.param("Zinc helps.<br>\nIt is safe.<br/>\nTake it.", "Zinc helps.\nIt is safe.\nTake it.\n",
                     id="a line break a line"),
    ],
)  # fmt: skip
def test_html_throughout_is_read(text: str, said: str) -> None:
    assert untagged(text).replace("&NBSP;", "\u00a0") == said


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Doses <5 mg and p<0.05 were >2 mg.", id="less and more"),
        pytest.param("Use the <p> tag. It closes with </p>.", id="a tag that is spoken of"),
        pytest.param(
            "<p> and </p> enclose a paragraph, and <div> and </div> a part of a page.", id="it opens with one"
        ),
        pytest.param("<p> is the tag of a paragraph.", id="it opens with one that nobody closes"),
        pytest.param("Write <br> or <br/> to break a line.", id="breaks that are spoken of"),
        pytest.param("Zinc <b>helps</b>.\n\nIt is <i>safe</i>.", id="tags in lines"),
        pytest.param("Zinc helps.\n\n<h2>Use</h2>\n\nTake it at night.", id="a tag in a text"),
        pytest.param("Zinc helps.\nIt is safe.<br>Take it.<br>\n", id="lines with and without a break"),
        pytest.param("<p></p>", id="no words"),
        pytest.param(f"{'<div>' * 3_000}Zinc{'</div>' * 3_000}", id="nested too deep"),
        pytest.param("Zinc.<br>" * 50_001, id="too many tags"),
    ],
)
def test_other_texts_are_kept_word_for_word(text: str) -> None:
    assert untagged(text) == ""
    assert len(text) > 100_000 or article_from_text(text).text == text


def test_html_is_read_in_files_rows_and_what_is_pasted() -> None:
    pasted, file = article_from_text(BODY), article_from_bytes("zinc.txt", BODY.encode())
    rows = "".join(json.dumps({"text": text}) + "\n" for text in (BODY, "Zinc helps.")).encode()
    first, second = read_rows(io.BytesIO(rows), "a.jsonl", Columns("text"))

    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert pasted.text == file.text == first.article.text == SAID
    assert (pasted.how_read, file.how_read) == ("pasted; HTML", "plain text, utf-8; HTML")
    assert (first.article.how_read, second.article.how_read) == ("a row of JSONL; HTML", "a row of JSONL")

"""Markdown is kept word for word; its front matter names the article and is no claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.front_matter import front_matter, front_matter_end
from corpus.model import Kind
from corpus.reading import article_from_bytes
from corpus.units import cut_units

POST = """---
title: "Zinc: a story" # working title
authors:
  - Jane Doe
  - name: Rick Roe
    url: https://x.example
date: 2024-05-17T08:00:00Z
canonical_url: https://health.example.org/zinc
tags: [zinc, 'the cold']
description: >
  Zinc helps with colds. It cures them.
---

# Zinc and *colds*

Zinc helps.
"""


def test_a_post_is_kept_word_for_word_and_its_front_matter_names_it() -> None:
    article = article_from_bytes("zinc.md", POST.replace("\n", "\r\n").encode())

    assert article.text == POST
    assert (article.title, article.author, article.published) == ("Zinc: a story", "Jane Doe, Rick Roe", "2024-05-17")
    assert article.source_address == "https://health.example.org/zinc"
    assert article.how_read == "Markdown, utf-8, line ends changed to LF"


def test_front_matter_is_boilerplate_whatever_it_says() -> None:
    kinds = [(POST[unit.start : unit.end], unit.kind) for unit in cut_units(POST)]

    assert kinds[-2:] == [("Zinc and *colds*", Kind.TITLE), ("Zinc helps.", Kind.CLAIM)]
    assert {kind for _, kind in kinds[:-2]} == {Kind.BOILERPLATE}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("# Zinc *now*, and [here](https://x.example)\n\nIt helps.", "Zinc now, and here", id="marks"),
        pytest.param("Zinc\n====\n\nIt helps.", "Zinc", id="underlined"),
        pytest.param("```\n# a comment\n```\n\n# Zinc #\n\nIt helps.", "Zinc", id="not in a code block"),
        pytest.param("## How\n\nIt helps.", "How", id="no first heading: as plain text"),
        pytest.param('+++\ntitle = "Zinc"\n+++\n\n# Other\n', "Zinc", id="TOML"),
        pytest.param("---\ntitle:\n---\n# Zinc\n", "Zinc", id="an empty title"),
    ],
)
def test_the_title_is_that_of_the_front_matter_or_the_first_heading(text: str, title: str) -> None:
    assert article_from_bytes("a.md", text.encode()).title == title


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        pytest.param("---\ntitle: a\n---\nb", 17, id="closed"),
        pytest.param("---\ntitle: a\n---", 16, id="nothing below"),
        pytest.param("---\ntitle: a\n...\nb", 17, id="closed with dots"),
        pytest.param("\n---\ntitle: a\n---\nb", 0, id="not at the top"),
        pytest.param("---\ntitle: a\nb", 0, id="never closed"),
        pytest.param("---\n\nZinc helps. It heals.\n\n---\nb", 0, id="rules around prose"),
        pytest.param("---\n\n---\nb", 0, id="two rules"),
        pytest.param("---\n" + "a: b\n" * 300 + "---\n", 0, id="too long"),
        pytest.param("--- a\nb: c\n---\n", 0, id="no rule"),
    ],
)
def test_front_matter_is_known_by_its_lines(text: str, begins: int) -> None:
    assert front_matter_end(text) == begins


@given(st.text(alphabet="-+=:\n ab[]'\"|>#,.", max_size=60))
def test_any_front_matter_can_be_read(inner: str) -> None:
    text = f"---\ntitle: a\n{inner}\n---\nb"

    assert front_matter(text).get("title", ["a"]) is not None
    assert "".join(text[unit.start : unit.end] for unit in cut_units(text)).endswith("b")

"""Whatever a service sends, it is a work or a bad answer, and never anything else."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.citations.lookups.crossref import read_message
from annotator.citations.lookups.plain import plain, plain_paragraphs
from annotator.citations.lookups.pubmed import read_articles, read_conversion, read_search
from annotator.citations.retraction import Origin, notices_in, status_of
from annotator.errors import BadAnswer
from tests.annotator.lookups.services import LANCET, RETRACTED_BY, RETRACTION_IN, crossref_message, pubmed_xml

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
MESSAGE = crossref_message(**{"updated-by": RETRACTED_BY, "editor": [{"family": "X"}], "subtitle": ["y"]})
XML = pubmed_xml(corrections=RETRACTION_IN)
PIECES = re.findall(r"<[^>]+>|[^<]+", XML)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, each in inner for place in places(each, (*path, key)))]


def put(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    """The JSON value with something else in one place."""
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = put(copy[path[0]], path[1:], new)
    return copy


@given(st.sampled_from(places(MESSAGE)), anything)
@settings(deadline=None)
def test_of_crossref(path: tuple[Any, ...], new: Any) -> None:
    content = json.dumps({"message": put(MESSAGE, path, new)}).encode()

    try:
        work, notices = read_message(content, LANCET)
    except BadAnswer:
        return
    assert work.identifiers[0] == LANCET
    assert (work.title, work.authors, work.year, work.abstract) is not None
    assert status_of(notices, ()).words


@given(st.integers(0, len(PIECES) - 1), st.integers(0, 3), st.text(max_size=3))
@settings(deadline=None)
def test_of_pubmed(at: int, many: int, new: str) -> None:
    content = "".join([*PIECES[:at], new, *PIECES[at + many :]]).encode("utf-8", "replace")

    try:
        works = read_articles(content)
    except BadAnswer:
        return
    for work in works:
        assert (work.title, work.authors, work.year, work.abstract) is not None
        assert status_of(notices_in(work, Origin.PUBMED), ()).words


@given(anything)
@settings(deadline=None)
def test_of_the_searches(told: Any) -> None:
    for read, key in ((read_search, "esearchresult"), (read_conversion, "records")):
        for content in (told, {key: told}, {key: {"idlist": told}}, {key: [told]}, {key: [{"pmid": told}]}):
            try:
                read(json.dumps(content).encode())
            except BadAnswer:
                continue


@given(st.text("<>&;/pibsub jats:0.5=\"'\n", max_size=60))
@settings(deadline=None)
def test_of_markup_no_tag_that_we_know_is_left(markup: str) -> None:
    for text in (plain(markup), plain_paragraphs(markup)):
        assert not re.search(r"</?(?:p|i|b|sub)>", text)

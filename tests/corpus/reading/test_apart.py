"""Files that do not mean well cost a line, not the desk: each is read in a process of its own, under limits."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import UnreadableArticle
from corpus.reading import html, worker
from corpus.reading.apart import MEMORY, SECONDS, read_apart
from tests.programs import ROOT

PAGE = b"<title>Zinc</title><p>It helps caf\xe9s.</p>"
SLOW = b"<div " + b" ".join(b"a%d=1" % i for i in range(150_000)) + b">x"
"""Attributes are looked for among those before: quadratic."""


def test_a_page_is_read_as_it_is_in_this_process() -> None:
    assert read_apart("html", PAGE, "iso-8859-15") == html.read(PAGE, "iso-8859-15")
    assert read_apart("html", PAGE).warnings == html.read(PAGE).warnings != ()


def test_a_file_that_was_just_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read_apart("html", b"<p>Zinc heals.")
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert read_apart("html", b"<p>Zinc heals.") is reading
    for other in (b"<p>Zinc heals!", b"<p>Zinc"):
        with pytest.raises(UnreadableArticle, match="cannot be read now"):
            read_apart("html", other)


def test_pages_are_read_on_threads() -> None:
    with ThreadPoolExecutor(5) as pool:  # four are read at once: one has to wait
        readings = list(pool.map(lambda number: read_apart("html", b"<p>Zinc %d" % number), range(5)))

    assert [reading.text for reading in readings] == [f"Zinc {number}\n" for number in range(5)]


@pytest.mark.parametrize(
    ("reader", "content", "limits", "message"),
    [
        pytest.param("html", SLOW, {"seconds": 1}, "takes longer than 1 seconds; save its text", id="time"),
        pytest.param("html", b"<p>x</p>" * 200_000, {"memory": 100_000_000}, "too much memory", id="memory"),
        pytest.param("html", b"<p>x</p>" * 200_000, {"memory": 70_000_000}, "too much memory", id="less memory"),
        pytest.param("html", b" ", {}, "the page is empty; save it again", id="the reader's own line"),
        pytest.param("nothing", PAGE, {}, "may be damaged (no reader nothing)", id="no such reader"),
    ],
)
def test_what_goes_wrong_there_is_one_line_here(
    reader: str, content: bytes, limits: dict[str, int], message: str
) -> None:
    with pytest.raises(UnreadableArticle) as caught:
        read_apart(reader, content, seconds=limits.get("seconds", SECONDS), memory=limits.get("memory", MEMORY))

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_parser_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(content: bytes, charset: str) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(html, "read", fail)

    assert worker.answer_to("html", "", PAGE) == {"broken": "RecursionError: too deep"}


def test_it_works_from_any_folder_and_whatever_the_environment_says(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not this one')")
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom corpus.reading.apart import read_apart\n"
        "print(read_apart('html', b'<p>Zinc').text)"
    )
    environment = {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )

    assert (done.stdout, done.stderr) == ("Zinc\n\n", "")

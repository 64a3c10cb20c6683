"""Files and pasted texts become articles, word for word, or one clear line says why not."""

from __future__ import annotations

import os
import re
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableArticle
from corpus.reading import article_from_bytes, article_from_text, known_suffixes, read_article
from corpus.reading.files import MAX_BYTES
from corpus.reading.naming import slug_for
from tests.programs import ROOT


def test_the_sample_article_is_read_word_for_word() -> None:
    path = ROOT / "corpus/articles/magnesium_ms.txt"

    article = read_article(path)

    assert article.text == path.read_bytes().decode("utf-8")
    assert article.slug == "magnesium_ms"
    assert article.title == "Is Magnesium Good for MS? The Potential Benefits and Risks Explored"
    assert article.how_read == "plain text, utf-8"
    assert article.source_address == "magnesium_ms.txt"


@pytest.mark.parametrize(
    ("content", "text", "how_read"),
    [
        pytest.param("Zinc é 🍎".encode(), "Zinc é 🍎", "plain text, utf-8", id="utf-8"),
        pytest.param(b"\xef\xbb\xbfZinc", "Zinc", "plain text, utf-8, byte-order mark dropped", id="byte-order mark"),
        pytest.param(b"a\r\nb\rc\n", "a\nb\nc\n", "plain text, utf-8, line ends changed to LF", id="line ends"),
        pytest.param(
            b"caf\xe9 \x93x\x94",
            "café “x”",
            "plain text, cp1252",
            id="cp1252",
        ),
        pytest.param("é".encode("utf-16"), "é", "plain text, utf-16, byte-order mark dropped", id="utf-16"),
        pytest.param(b"a\x0cb \x1b[1mc", "a\x0cb \x1b[1mc", "plain text, utf-8", id="a few control characters stay"),
        pytest.param("a\u2028b\u0301 ".encode(), "a\u2028b\u0301 ", "plain text, utf-8", id="nothing is normalised"),
    ],
)
def test_bytes_become_text_and_the_article_says_how(tmp_path: Path, content: bytes, text: str, how_read: str) -> None:
    path = tmp_path / "zinc.txt"
    path.write_bytes(content)

    article = read_article(path)

    assert (article.text, article.how_read) == (text, how_read)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.txt", b"", "the file is empty; save the article's text in it and try again", id="no bytes"),
        pytest.param("a.txt", b" \n\t\xc2\xa0", "the file is empty; save", id="white space"),
        pytest.param("a.txt", b"\xef\xbb\xbf", "the file is empty; save", id="a byte-order mark alone"),
        pytest.param("a.txt", b"***\n- \n###", "there is no letter and no digit in it; save", id="markers alone"),
        pytest.param("a.md", "😀 …\n\n—".encode(), "there is no letter and no digit in it; save", id="no words"),
        pytest.param("a.txt", b"PK\x03\x04\x00\x00", "not a text file; save the article as plain text", id="NUL bytes"),
        pytest.param("a.txt", b"\x01\x02\x03\x04" * 20, "not a text file", id="control characters"),
        pytest.param("a.txt", b"\x81\x8d\xff" * 20, "not a text file", id="no encoding fits"),
        pytest.param("a.txt", b"\xff\xfea", "not a text file", id="half of utf-16"),
        pytest.param("a.txt", "é".encode("utf-32"), "save it as UTF-8", id="utf-32"),
        pytest.param(
            "a.exe", b"x", "no reader for .exe; save it as one of .docx, .htm, .html, .markdown, .md", id="suffix"
        ),
        pytest.param("README", b"x", "no reader for a name without a suffix; save it as one of", id="no suffix"),
        pytest.param("a.txt", b"x" * (MAX_BYTES + 1), "larger than 20 MB (20.0 MB); split it", id="too large"),
    ],
)
def test_a_file_without_an_article_is_refused_in_one_line(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableArticle, match=re.escape(message)) as caught:
        read_article(path)

    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_a_path_that_is_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)  # the name of a socket has to be short
    server = socket.socket(socket.AF_UNIX)
    server.bind("socket.txt")
    server.close()
    (tmp_path / "loop.txt").symlink_to("loop.txt")

    for name, message in {
        "none.txt": "there is no such file; check the path",
        ".": "this is a directory; name a file in it",
        "pipe.txt": "this is a pipe or a device, not a file",
        "socket.txt": "cannot be opened",
        "/dev/null": "this is a pipe or a device",
        "loop.txt": "cannot be opened",
        "a\0b.txt": "cannot be opened",
        "a" * 300 + ".txt": "cannot be opened",
    }.items():
        with pytest.raises(UnreadableArticle, match=message):
            read_article(name)


def test_a_link_to_a_file_and_odd_names_are_read(tmp_path: Path) -> None:
    path = tmp_path / "Café – 100 % «gut» \n.TXT"
    path.write_text("Zinc helps.")
    (tmp_path / "link.md").symlink_to(path)

    assert read_article(path).slug == "cafe-100-gut"
    assert read_article(str(tmp_path / "link.md")).text == "Zinc helps."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("# Zinc *now*\n\nIt helps.", "Zinc *now*", id="Markdown"),
        pytest.param("By Jane Doe\n\nZinc and You\n\nIt helps.", "Zinc and You", id="below a byline"),
        pytest.param("It helps.\nIt heals.", "It helps.", id="no title"),
        pytest.param("**Zinc**\n\nIt helps.", "Zinc", id="bold"),
        pytest.param("word " * 100, "word " * 39 + "word…", id="a long line"),
    ],
)
def test_the_title_is_the_title_unit_or_the_first_line(text: str, title: str) -> None:
    assert article_from_text(text).title == title


def test_a_pasted_text_is_kept_word_for_word() -> None:
    article = article_from_text("\ufeffZinc\r\n\r\nIt helps. ", "  My \n title ", source_address="https://example.org")

    assert (article.text, article.title, article.slug) == ("Zinc\n\nIt helps. ", "My title", "my-title")
    assert (article.how_read, article.source_address) == ("pasted", "https://example.org")
    assert article_from_text("Zinc helps.", slug="Über uns").slug == "uber-uns"


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", "a\0b", "-----\n***"])
def test_a_pasted_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(UnreadableArticle, match="paste"):
        article_from_text(text)


def test_half_a_character_is_replaced_and_the_article_says_so() -> None:
    article = article_from_text("a\ud800b")

    assert article.text == "a\ufffdb"
    assert "broken characters" in article.how_read
    assert article.sha256


@given(st.text(max_size=120))
def test_a_slug_is_never_empty_nor_long_nor_odd(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9_-]{1,80}", slug_for(name))
    assert slug_for(slug_for(name)) == slug_for(name)


def test_the_known_suffixes_are_sorted() -> None:
    assert known_suffixes() == (".docx", ".htm", ".html", ".markdown", ".md", ".pdf", ".text", ".txt")


@pytest.mark.parametrize(
    ("name", "media_type", "slug", "source"),
    [
        pytest.param("Zinc & Co.txt", "", "zinc-co", "Zinc & Co.txt", id="a name"),
        pytest.param("C:\\a\\zinc.md", "", "zinc", "zinc.md", id="a path of Windows"),
        pytest.param("../../etc/zinc.txt", "", "zinc", "zinc.txt", id="a path upwards"),
        pytest.param("zinc.php", "Text/Plain; charset=utf-8", "zinc", "zinc.php", id="the media type gives the format"),
        pytest.param("zinc.md", "application/octet-stream", "zinc", "zinc.md", id="the name comes first"),
        pytest.param("zi\nnc.txt", "", "zi-nc", "zi nc.txt", id="a name of two lines"),
    ],
)
def test_the_bytes_of_a_file_are_read_by_their_name(name: str, media_type: str, slug: str, source: str) -> None:
    article = article_from_bytes(name, b"Zinc helps.", media_type=media_type)

    assert (article.slug, article.source_address, article.text) == (slug, source, "Zinc helps.")
    told = article_from_bytes(name, b"Zinc helps.", media_type=media_type, slug="x", source_address="https://a.example")
    assert (told.slug, told.source_address) == ("x", "https://a.example")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.txt", b"", "a.txt: the file is empty", id="empty"),
        pytest.param("a.txt", b"x" * (MAX_BYTES + 1), "a.txt: larger than 20 MB", id="too large"),
        pytest.param("", b"x", "this file: no reader for a name without a suffix", id="no name"),
    ],
)
def test_bytes_without_an_article_are_refused_in_one_line(name: str, content: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle, match=re.escape(message)):
        article_from_bytes(name, content)


def test_a_guessed_encoding_is_a_warning() -> None:
    (warning,) = article_from_bytes("a.txt", b"5 \xb5g").warnings

    assert warning == "the file is not UTF-8: it was read as cp1252, so check the accents and signs such as µ"


def test_signs_that_nobody_sees_are_in_no_name_and_no_title() -> None:
    article = article_from_bytes("zinc\u202efdp\u2066\x07.txt", "Zinc\u202e now\n\nZinc helps.\n".encode())

    assert (article.source_address, article.title) == ("zincfdp.txt", "Zinc now")


def test_what_joins_letters_and_emoji_stays_in_a_title() -> None:
    title = "\u0646\u0645\u06cc\u200c\u062e\u0648\u0631\u0645 \U0001f469\u200d\u2695\ufe0f"

    assert article_from_text("Zinc helps.", title).title == title

"""Word files become articles: their structure and what they say about themselves; bombs and wrecks do not."""

from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime

import pytest

from corpus.errors import UnreadableArticle
from corpus.model import Kind
from corpus.reading import article_from_bytes
from corpus.reading import docx as reader
from corpus.units import cut_units
from tests.corpus.reading.making import CONTENT_TYPES, W, archive, bare_word_file, new_document, word_file

TEXT = """# Zinc and colds

By Jane Doe

Zinc lozenges shorten a cold by 2 days. They work early.

# How much zinc?

Doses above 40 mg may cause:

- nausea
- vomiting
  - rarely with blood

1. Suck a lozenge.
2. Stop after 5 days.

| Group | Amount |
|---|---|
| Men | 11 mg |

> Zinc works, says Dr Roe.
"""


def zinc() -> bytes:
    document = new_document()
    document.core_properties.author = "Jane Doe"
    document.core_properties.created = datetime(2024, 5, 17, tzinfo=UTC)
    document.sections[0].header.paragraphs[0].text = "Health Daily"
    document.add_heading("Zinc and colds", 0)
    document.add_paragraph("By Jane Doe")
    paragraph = document.add_paragraph("Zinc lozenges shorten a ")
    paragraph.add_run("cold").bold = True
    paragraph.add_run(" by 2 days. They work early.")
    document.add_heading("How much zinc?", 1)
    document.add_paragraph("Doses above 40 mg may cause:")
    document.add_paragraph("nausea", style="List Bullet")
    document.add_paragraph("vomiting", style="List Bullet")
    document.add_paragraph("rarely with blood", style="List Bullet 2")
    document.add_paragraph("Suck a lozenge.", style="List Number")
    document.add_paragraph("Stop after 5 days.", style="List Number")
    table = document.add_table(2, 2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("Group", "Amount", "Men", "11 mg"), strict=True
    ):
        cell.text = words
    document.add_paragraph("Zinc works, says Dr Roe.", style="Quote")
    return word_file(document)


def test_a_word_file_keeps_its_structure_and_says_who_wrote_it() -> None:
    content = zinc()
    article = article_from_bytes("zinc.docx", content)

    assert article.text == TEXT
    assert (article.title, article.author, article.published) == ("Zinc and colds", "Jane Doe", "2024-05-17")
    assert (article.how_read, article.source_address, article.slug) == ("Word file", "zinc.docx", "zinc")
    assert reader.read(content).text == TEXT


def test_the_cut_knows_the_parts_of_a_word_file() -> None:
    kinds = {TEXT[unit.start : unit.end]: unit.kind for unit in cut_units(TEXT)}

    assert kinds["Zinc and colds"] is Kind.TITLE
    assert kinds["How much zinc?"] is Kind.HEADING
    assert kinds["nausea"] is kinds["rarely with blood"] is Kind.LIST_ITEM
    assert kinds["Group | Amount"] is Kind.TABLE_HEADER
    assert kinds["Men | 11 mg"] is Kind.TABLE_ROW


@pytest.mark.parametrize(
    ("body", "parts", "text"),
    [
        pytest.param(
            '<w:p><w:r><w:t>Zinc helps.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
            {"footnotes": f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Doe 2014.</w:t></w:r></w:p>'
                          "</w:footnote></w:footnotes>"},
            "Zinc helps.[1]\n\n## Footnotes\n\n1. Doe 2014.\n",
            id="footnotes",
        ),
        pytest.param(
            "<w:p><w:r><w:t>Zinc helps.</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>"
            "In a box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
            {}, "Zinc helps.\n\nIn a box.\n", id="a text box",
        ),
        pytest.param(
            "<w:p><w:ins><w:r><w:t>Zinc</w:t></w:r></w:ins><w:del><w:r><w:delText>Iron</w:delText></w:r></w:del>"
            "<w:r><w:t> helps.</w:t></w:r></w:p>", {}, "Zinc helps.\n", id="changes that are tracked",
        ),
        pytest.param(
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", {}, "a\nb c\n", id="breaks",
        ),
    ],
)  # fmt: skip
def test_other_parts_of_a_word_file_are_read(body: str, parts: dict[str, str], text: str) -> None:
    assert reader.read(bare_word_file(body, **parts)).text == text


def test_properties_that_a_program_wrote_name_nobody() -> None:
    document = new_document()
    document.core_properties.author = "python-docx"
    document.core_properties.title = "Word Document"
    document.add_paragraph("Zinc helps.")

    reading = reader.read(word_file(document))

    assert (reading.title, reading.author) == ("", "")
    assert article_from_bytes("a.docx", word_file(document)).title == "Zinc helps."


BODY = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
BOMB = '<!DOCTYPE a [<!ENTITY b "zinc"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(bare_word_file(BODY, big="0" * 60_000_000), "unpacks to 60 MB", id="more than 50 MB"),
        pytest.param(bare_word_file(BODY, big="0" * 9_000_000), "unpacks to 9 MB, ", id="a hundred times its size"),
        pytest.param(archive({f"{n}": "" for n in range(5_001)}), "holds 5,001 parts", id="too many parts"),
        pytest.param(
            archive({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": f"{BOMB}<a>&c;</a>"}),
            "declares XML entities", id="entities",
        ),
        pytest.param(
            bare_word_file(BODY, x='<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
            "declares XML entities", id="an entity that is a file",
        ),
        pytest.param(zinc()[:-500], "damaged or cut short", id="cut short"),
        pytest.param(zinc().replace(b"PK\x03\x04", b"PK\x03\x05")[:4] + zinc()[4:], "damaged", id="a broken part"),
        pytest.param(archive({"xl/workbook.xml": "x"}), "not a Word file", id="a spreadsheet"),
        pytest.param(archive({"word/document.xml": "<a"}), "is damaged", id="no XML"),
        pytest.param(bare_word_file("<w:p/>"), "holds no words", id="no words"),
    ],
)  # fmt: skip
def test_a_bomb_or_a_wreck_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle, match=re.escape(message)):
        reader.read(content)


def test_a_protected_file_is_refused() -> None:
    content = bytearray(archive({"word/document.xml": "x"}, zipfile.ZIP_STORED))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1

    with pytest.raises(UnreadableArticle, match="protected by a password"):
        reader.read(bytes(content))


def test_names_that_lead_elsewhere_are_harmless() -> None:
    odd: dict[str, str | bytes] = {"/etc/x": "x", "../../x": "x", "word/link": "/etc/passwd"}
    content = archive(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "word/document.xml": f"<w:document {W}><w:body>{BODY}</w:body></w:document>",
            **odd,
        }
    )

    assert reader.read(content).text == "x\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.docx", b"%PDF-1.7\n", "this is a PDF: name it .pdf", id="a PDF"),
        pytest.param(
            "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old or password-protected Office file", id="an old one"
        ),
        pytest.param("a.docx", b"Zinc helps.", "this is not a Word file", id="text"),
        pytest.param("a.docx", b"<!doctype html><p>Zinc", "this is a page in HTML: name it .html", id="a page"),
        pytest.param("a.txt", zinc(), "this is a Word file: name it .docx", id="a Word file called .txt"),
        pytest.param("a.html", zinc(), "this is a Word file: name it .docx", id="a Word file called .html"),
        pytest.param("a.txt", archive({"a": "x"}), "this is a ZIP archive, not a text file", id="an archive"),
        pytest.param("a.txt", b"%PDF-1.7\n", "this is a PDF: name it .pdf", id="a PDF called .txt"),
        pytest.param("a.md", b"\xef\xbb\xbf<!-- x -->\n<!DOCTYPE HTML><p>x", "name it .html", id="a page called .md"),
        pytest.param("a.txt", b"{\\rtf1 Zinc}", "a rich-text file, not a text file; save it as .docx", id="rich text"),
        pytest.param("a.html", b"\xff\xd8\xff\xe0", "a picture, not a text file; type out", id="a picture"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told_what_it_is(name: str, content: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle, match=re.escape(message)):
        article_from_bytes(name, content)


@pytest.mark.parametrize(
    ("byline", "created", "date"),
    [
        pytest.param(
            "By A. Weiss. Published 3 May 2024.", datetime(2024, 6, 1, tzinfo=UTC), "2024-05-03", id="the byline first"
        ),
        pytest.param("By A. Weiss.", datetime(2024, 6, 1, tzinfo=UTC), "2024-06-01", id="else the file"),
        pytest.param(
            "By A. Weiss.", datetime(2013, 12, 23, 23, 15, tzinfo=UTC), "", id="never that of an empty template"
        ),
    ],
)
def test_the_date_is_that_of_the_byline_else_of_the_file(byline: str, created: datetime, date: str) -> None:
    document = new_document()
    document.core_properties.created = created
    for words in ("Iron", byline, "Iron treats anaemia."):
        document.add_paragraph(words)

    assert reader.read(word_file(document)).published == date


_STYLES = "".join(
    (
        f"<w:styles {W}>",
        '<w:style w:type="character" w:styleId="Off"><w:rPr><w:vanish/></w:rPr></w:style>',
        '<w:style w:type="character" w:styleId="Under"><w:basedOn w:val="Off"/></w:style>',
        '<w:style w:type="character" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>',
        '<w:style w:type="paragraph" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
    )
)


@pytest.mark.parametrize(
    ("run", "text"),
    [
        pytest.param("<w:rPr><w:vanish/></w:rPr>", "Zinc helps.\n", id="hidden"),
        pytest.param('<w:rPr><w:b/><w:vanish w:val="true"/></w:rPr>', "Zinc helps.\n", id="said to be so"),
        pytest.param('<w:rPr><w:vanish w:val="0"/></w:rPr>', "Zinc helps. No.\n", id="said not to be"),
        pytest.param('<w:rPr><w:rStyle w:val="Off"/></w:rPr>', "Zinc helps.\n", id="by its style"),
        pytest.param('<w:rPr><w:rStyle w:val="Under"/></w:rPr>', "Zinc helps.\n", id="by what its style is based on"),
        pytest.param('<w:rPr><w:rStyle w:val="Off"/><w:vanish w:val="0"/></w:rPr>', "Zinc helps. No.\n", id="shown"),
        pytest.param('<w:rPr><w:rStyle w:val="Round"/></w:rPr>', "Zinc helps. No.\n", id="a style based on itself"),
        pytest.param("<w:rPr><w:webHidden/></w:rPr>", "Zinc helps. No.\n", id="hidden on the web alone"),
    ],
)
def test_hidden_text_is_left_out(run: str, text: str) -> None:
    body = f"<w:p><w:r><w:t>Zinc helps.</w:t></w:r><w:r>{run}<w:t xml:space='preserve'> No.</w:t></w:r></w:p>"

    assert reader.read(bare_word_file(body, styles=_STYLES)).text == text


def test_a_paragraph_in_a_hidden_style_is_left_out() -> None:
    hidden = '<w:p><w:pPr><w:pStyle w:val="Unseen"/></w:pPr><w:r><w:t>No.</w:t></w:r></w:p>'

    assert reader.read(bare_word_file(f"{hidden}{BODY}", styles=_STYLES)).text == "x\n"


@pytest.mark.parametrize("depth", [100, 200, 2_000])
def test_a_file_nested_too_deep_is_refused_in_one_line(depth: int) -> None:
    body = f"{'<w:tbl><w:tr><w:tc>' * depth}{BODY}{'</w:tc></w:tr></w:tbl>' * depth}"

    with pytest.raises(UnreadableArticle, match="nested too deep to be read"):
        article_from_bytes("deep.docx", bare_word_file(body, note="".join(map(str, range(20_000)))))

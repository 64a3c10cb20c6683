"""PDFs become articles: lines put together, headers and hyphens taken out; what holds no text says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadableArticle
from corpus.reading import article_from_bytes, pdf
from corpus.reading.hyphens import Joiner
from tests.corpus.reading.one_article import HEADER, as_pdf

ARTICLE = """Zinc and colds

Zinc lozenges shorten a cold by about two days when they are taken within the first day of the illness, and the most \
careful of the trials say so too.

How much zinc?

Doses above 40 mg may cause:

- nausea
- vomiting

Group | Amount
Men | 11 mg
Women | 8 mg

Children need less.
"""

READ = """# Zinc and colds

Zinc lozenges shorten a cold by about two days when they are taken within the first day of the illness, and the most \
careful of the trials say so too.

## How much zinc?

Doses above 40 mg may cause:

- nausea
- vomiting

| Group | Amount |
|---|---|
| Men | 11 mg |
| Women | 8 mg |

Children need less.
"""


def drawn(draw: Callable[[Any], object], pages: int = 1) -> bytes:
    """A PDF in which ``draw`` drew each page."""
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*words: str, size: float = 10, x: float = 60, top: float = 600) -> Callable[[Any], object]:
    """Draws ``words``, a line each."""

    def draw(canvas: Any) -> None:
        canvas.setFont("Helvetica", size)
        for number, line in enumerate(words):
            canvas.drawString(x, top - number * 1.2 * size, line)

    return draw


def rewritten(content: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    change(writer)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_pdf_is_put_together_again() -> None:
    content = as_pdf(ARTICLE)
    article = article_from_bytes("zinc.pdf", content)

    assert article.text == f"{HEADER}\n\n{READ}"  # on one page, only its number is known to be no part of the text
    assert article.title == "Zinc and colds"
    assert article == article_from_bytes("zinc.pdf", content)


def test_running_lines_are_left_out_and_counted() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(60, 810, "Health Daily")
        canvas.drawString(60, 20, f"Page {canvas.getPageNumber()} of 3")
        lines("Zinc shortens a cold by two days, they", f"say in trial number {canvas.getPageNumber()}.")(canvas)

    reading = pdf.read(drawn(draw, 3))

    assert "Health" not in reading.text
    assert "Page" not in reading.text
    assert reading.text.count("they say in trial number") == 3
    assert reading.how_read == "PDF, 3 pages; 6 lines left out: headers, footers and page numbers"


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Any) -> None:
        lines("Zinc shortens a cold by two", "days when it is taken at once, as", x=60)(canvas)
        lines("most of the trials say that we", "found. Children need less.", x=320)(canvas)

    assert pdf.read(drawn(draw)).text == (
        "Zinc shortens a cold by two days when it is taken at once, as most of the trials say that we found. "
        "Children need less.\n"
    )


@pytest.mark.parametrize(
    ("line", "after", "joined"),
    [
        pytest.param("zinc supple-", "ments help", "zinc supplements help", id="a word"),
        pytest.param("long-", "term use", "long-term use", id="a usual compound"),
        pytest.param("plant-", "based food", "plant-based food", id="a usual second part"),
        pytest.param("zinc-", "copper ratio", "zinc-copper ratio", id="both are words of the text"),
        pytest.param("extra-", "virgin oil", "extra-virgin oil", id="two words of their own"),
        pytest.param("pre-", "treatment", "pre-treatment", id="written so elsewhere"),
        pytest.param("vita-", "min", "vitamin", id="written in one elsewhere"),
        pytest.param("Mayo-", "Clinic", "Mayo-Clinic", id="a name"),
        pytest.param("10-", "20 mg", "10- 20 mg", id="a number"),
        pytest.param("supple\u00ad", "ments", "supplements", id="a soft hyphen"),
        pytest.param("and/", "or", "and/or", id="a slash"),
        pytest.param("zinc", "helps", "zinc helps", id="no hyphen"),
    ],
)
def test_hyphens_at_line_ends_are_undone_where_that_is_safe(line: str, after: str, joined: str) -> None:
    text = ["zinc and copper", "a pre-treatment dose", "vita vitamin min"]

    assert Joiner([*text, line, after]).join(line, after) == joined


def test_a_row_whose_cells_have_several_lines_is_one_row() -> None:
    def draw(canvas: Any) -> None:
        lines("Drug", top=700)(canvas)
        lines("What happens", x=200, top=700)(canvas)
        lines("Digoxin", top=680)(canvas)
        lines("Zinc makes it work less. Take", "them two hours apart.", x=200, top=680)(canvas)
        lines("Diuretics", top=650)(canvas)
        lines("Zinc is lost.", x=200, top=650)(canvas)

    assert "| Digoxin | Zinc makes it work less. Take them two hours apart. |" in pdf.read(drawn(draw)).text


def test_a_raised_number_is_a_footnote_mark_and_ligatures_are_letters() -> None:
    def draw(canvas: Any) -> None:
        lines("Zinc helps.", size=12)(canvas)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(60 + canvas.stringWidth("Zinc helps.", "Helvetica", 12), 605, "2,3")
        lines("It does not hurt anybody at all.", size=12, top=500)(canvas)

    assert pdf.read(drawn(draw)).text.startswith("Zinc helps.[2,3]\n")


def test_what_a_pdf_says_of_itself_is_read() -> None:
    def say(writer: PdfWriter) -> None:
        writer.add_metadata({"/Title": "Zinc now", "/Author": "Jane Doe", "/CreationDate": "D:20240517080000Z"})

    content = drawn(lines("Zinc shortens a cold by two days."))
    told = pdf.read(rewritten(content, say))
    untold = pdf.read(content)

    assert (told.title, told.author, told.published) == ("Zinc now", "Jane Doe", "2024-05-17")
    assert (untold.title, untold.author) == ("", "")


def test_pages_without_text_are_warned_of_where_they_are_not_blank() -> None:
    def draw(canvas: Any) -> None:
        if canvas.getPageNumber() == 1:
            lines("Zinc shortens a cold by two days.")(canvas)
        else:
            canvas.rect(50, 50, 400, 600)

    pictured = drawn(draw, 2)
    blank = rewritten(pictured, lambda writer: writer.add_blank_page(500, 700))

    assert pdf.read(blank).warnings == ("1 of 3 pages hold no text: they may be pictures",)
    assert pdf.read(rewritten(GOOD, lambda writer: writer.add_blank_page(500, 700))).warnings == ()


GOOD = drawn(lines("Zinc shortens a cold by two days."))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            rewritten(GOOD, lambda w: w.encrypt("secret")), "protected by a password; save it", id="encrypted"
        ),
        pytest.param(GOOD[: len(GOOD) // 2], "damaged or cut short", id="cut short"),
        pytest.param(b"%PDF-1.7\n%%EOF", "damaged or cut short", id="nothing in it"),
        pytest.param(b"%PDF-1.7\n" + b"\x00\xff" * 3000 + b"%%EOF", "damaged or cut short", id="noise"),
        pytest.param(
            drawn(lambda canvas: canvas.rect(50, 50, 400, 600)), "pictures of pages and no text", id="scanned"
        ),
        pytest.param(drawn(lambda _: None), "the PDF is blank: its pages hold neither text nor pictures", id="blank"),
        pytest.param(drawn(lines("Zinc.")), "holds 1 word and nothing else", id="a word"),
        pytest.param(drawn(lambda _: None, 501), "has 501 pages, more than 500", id="too many pages"),
    ],
)
def test_a_pdf_without_an_article_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableArticle, match=re.escape(message)):
        article_from_bytes("a.pdf", content)


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    content = rewritten(GOOD, lambda writer: writer.encrypt("", "owner", algorithm="RC4-128"))

    assert pdf.read(content).text == "Zinc shortens a cold by two days.\n"


def test_what_stands_over_two_columns_is_apart_from_the_left_one() -> None:
    def draw(canvas: Any) -> None:
        wide = "Abstract. Zinc shortens a cold by two days when it is taken at once, as most of the trials say so far."
        lines(wide, "They were small.", top=700)(canvas)
        lines(*LEFT, top=640)(canvas)
        lines(*RIGHT, top=660, x=340)(canvas)

    assert pdf.read(drawn(draw)).text == (
        "Abstract. Zinc shortens a cold by two days when it is taken at once, as most of the trials say so far. "
        "They were small.\n\n"
        "Zinc lozenges are essential nutrients for adults. In the PREDIMED-Zinc trial, 7,447 adults took them for "
        "a year, and none was harmed by it or fell ill.\n\n"
        "Children need less. They should not take it without a word from their doctor, who knows the dose.\n"
    )


LEFT = (
    "Zinc lozenges are essential nu-",
    "trients for adults. In the",
    "PREDIMED-Zinc trial, 7,447",
    "adults took them for a year,",
    "and none was harmed by it",
    "or fell ill.",
)
RIGHT = ("Children need less. They", "should not take it without a", "word from their doctor, who", "knows the dose.")


def test_a_line_without_a_full_stop_goes_on_before_a_capital() -> None:
    content = drawn(
        lines("Zinc was tried at length in the", "CONSOLIDATEDTRIALOFLOZENGES of", "adults from three towns.")
    )

    assert pdf.read(content).text.count("\n") == 1


@pytest.mark.parametrize(
    ("end", "text"),
    [
        pytest.param("Rates differ, e.g. 5% vs.", "Rates differ, e.g. 5% vs. 3% of adults.\n", id="vs."),
        pytest.param("Rates differ, e.g. 5% and", "Rates differ, e.g. 5% and 3% of adults.\n", id="and"),
        pytest.param("Rates differ by 5% here.", "Rates differ by 5% here.\n\n3% of adults.\n", id="a full stop"),
    ],
)
def test_a_sentence_goes_on_in_the_next_column(end: str, text: str) -> None:
    def draw(canvas: Any) -> None:
        lines(end, top=500)(canvas)
        lines("3% of adults.", x=340)(canvas)

    assert pdf.read(drawn(draw)).text == text


def test_many_paragraphs_cut_in_mid_sentence_are_warned_of() -> None:
    cut = [f"Zinc number {number} shortens a cold by" for number in range(6)]

    def draw(canvas: Any) -> None:
        for number, line in enumerate(cut):
            lines(line, top=700 - 40 * number)(canvas)
        lines("That is all that was said of zinc in this trial, by those who have seen it.", top=300)(canvas)

    assert pdf.read(drawn(draw)).warnings == ("6 of 7 paragraphs end in mid-sentence: compare them with the PDF",)


def test_drawn_bullets_make_items_and_other_shapes_do_not() -> None:
    def draw(canvas: Any) -> None:
        lines("Zinc does much for adults", top=700)(canvas)
        lines("shorter colds", "fewer of them", "at all ages", x=90, top=680)(canvas)
        lines("Zinc is not for all.", x=90, top=600)(canvas)
        canvas.circle(80, 683, 1.8, fill=1, stroke=0)
        canvas.rect(78, 669, 4, 4, fill=1, stroke=0)
        canvas.circle(80, 659, 1.8, fill=0, stroke=1)
        triangle = canvas.beginPath()
        triangle.moveTo(78, 601)
        triangle.lineTo(82, 603)
        triangle.lineTo(78, 605)
        triangle.close()
        canvas.drawPath(triangle, fill=1, stroke=0)
        canvas.rect(60, 590, 300, 40)

    text = "Zinc does much for adults\n\n- shorter colds\n- fewer of them\n- at all ages\n\nZinc is not for all.\n"
    assert pdf.read(drawn(draw)).text == text


def test_words_of_the_text_in_the_margin_are_no_running_lines() -> None:
    def draw(canvas: Any) -> None:
        top = 90 + 12 * canvas.getPageNumber()
        lines("Zinc shortens a cold by two days, as all", "of the trials here say.", top=top)(canvas)

    assert pdf.read(drawn(draw, 3)).text.count("of the trials here say.") == 3


def test_cells_as_close_as_words_are_cells_where_rows_stand_in_line() -> None:
    def draw(canvas: Any) -> None:
        lines("Zinc was found in these foods, by those who looked for it.", top=700)(canvas)
        for number, row in enumerate(
            (("Bread", "1 slice", "150"), ("Soups", "1 plate", "800"), ("Cola", "1 can", "10"))
        ):
            for x, cell in zip((60, 91, 130), row, strict=True):
                lines(cell, x=x, top=670 - 15 * number)(canvas)

    assert "| Soups | 1 plate | 800 |" in pdf.read(drawn(draw)).text


def test_a_bold_row_over_one_of_as_many_close_cells_is_its_header() -> None:
    def draw(canvas: Any) -> None:
        lines("Zinc was found in these foods, by those who looked for it.", top=700)(canvas)
        for font, y, row in (
            ("Helvetica-Bold", 670, ((64, "Food"), (96, "Portion"), (138, "Zinc"))),
            ("Helvetica", 655, ((60, "Bread"), (96, "1 slice"), (138, "150"))),
        ):
            canvas.setFont(font, 10)
            for x, cell in row:
                canvas.drawString(x, y, cell)

    assert "| Food | Portion | Zinc |\n|---|---|---|\n| Bread | 1 slice | 150 |" in pdf.read(drawn(draw)).text

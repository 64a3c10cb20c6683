"""Bibliographies are as the journals print them, and nothing in a title is more than text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings

from annotator.citations.bibliographies import Style, bibliography, bibliography_html
from annotator.citations.identifiers import parse_identifier
from annotator.citations.work import Work
from tests.annotator.reference_files.made_works import works

DOI = "10.1056/NEJMoa2034577"
POLACK = Work(
    {
        "type": "article-journal",
        "title": "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine",
        "author": [
            {"family": "Polack", "given": "Fernando P."},
            {"family": "van der Berg", "given": "Jan"},
            {"literal": "C4591001 Clinical Trial Group"},
        ],
        "container-title": "The New England journal of medicine",
        "container-title-short": "N Engl J Med",
        "issued": {"date-parts": [[2020, 12, 31]]},
        "volume": "383",
        "issue": "27",
        "page": "2603-2615",
        "DOI": "10.1056/NEJMoa2034577",
        "PMID": "33301246",
    }
)
PAGE = Work(
    {
        "type": "webpage",
        "title": "Zinc for colds",
        "URL": "https://www.who.int/x",
        "issued": {"date-parts": [[2023]]},
        "accessed": {"date-parts": [[2024, 1, 5]]},
    }
)
CHAPTER = Work(
    {
        "type": "chapter",
        "title": "Colds",
        "container-title": "Zinc",
        "author": [{"family": "Kim", "given": "B C"}],
        "editor": [{"family": "Cox", "given": "Ann"}],
        "publisher": "Wiley",
        "issued": {"date-parts": [[2001, 3], [2001, 4]]},
        "page": "3-9",
    }
)
BARE = Work({"type": "article-journal", "DOI": "10.1000/xyz"}, (parse_identifier("10.1000/xyz"),))


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (
            Style.AMA,
            """
1. Polack FP, van der Berg J, C4591001 Clinical Trial Group. Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine.
 N Engl J Med. 2020;383(27):2603-2615. doi:10.1056/NEJMoa2034577
2. Zinc for colds. 2023. Accessed January 5, 2024. https://www.who.int/x
3. Kim BC. Colds. In: Cox A, ed. Zinc. Wiley; 2001:3-9.
4. 10.1000/xyz. doi:10.1000/xyz
""",
        ),
        (
            Style.VANCOUVER,
            """
1. Polack FP, van der Berg J, C4591001 Clinical Trial Group. Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine.
 N Engl J Med. 2020 Dec 31;383(27):2603–15. doi:10.1056/NEJMoa2034577 PubMed PMID: 33301246.
2. Zinc for colds [Internet]. 2023 [cited 2024 Jan 5]. Available from: https://www.who.int/x
3. Kim BC. Colds. In: Cox A, editor. Zinc. Wiley; 2001. p. 3–9.
4. 10.1000/xyz. doi:10.1000/xyz
""",
        ),
        (
            Style.APA,
            """
10.1000/xyz. (n.d.). https://doi.org/10.1000/xyz
Kim, B. C. (2001). Colds. In A. Cox (Ed.), Zinc (pp. 3–9). Wiley.
Polack, F. P., van der Berg, J., & C4591001 Clinical Trial Group. (2020). Safety and Efficacy of the BNT162b2 mRNA
 Covid-19 Vaccine. The New England Journal of Medicine, 383(27), 2603–2615. https://doi.org/10.1056/NEJMoa2034577
Zinc for colds. (2023). https://www.who.int/x
""",
        ),
    ],
)
def test_each_style_is_as_it_is_printed(style: Style, printed: str) -> None:
    assert bibliography([POLACK, PAGE, CHAPTER, BARE], style) == printed.lstrip().replace("\n ", " ")


def without_author(title: str, **more: Any) -> Work:
    return Work({"type": "article-journal", "title": title, "container-title": "BMJ"} | more)


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("title", ["A trial record", "Is it so?", "So it is.", "C++ (a*b) and \\d", "10.1000/xyz"])
def test_a_title_without_author_is_printed_once(style: Style, title: str) -> None:
    printed = bibliography([without_author(title)], style)

    assert printed.count(title.rstrip(".")) == 1
    assert "?." not in printed


@pytest.mark.parametrize("style", Style)
def test_nothing_in_a_field_is_html(style: Style) -> None:
    evil = '<script>alert("1")</script> & <i>x</i>'
    csl = dict.fromkeys(("title", "container-title", "publisher", "volume", "page", "URL", "DOI", "edition"), evil)
    people = {"author": [{"family": evil, "given": evil}], "editor": [{"literal": evil}], "issued": {"literal": evil}}
    page = bibliography_html(
        [Work({"type": kind, **csl, **people}) for kind in ("article-journal", "book")], style, [evil]
    )

    tags = {tag.strip("</>").split()[0] for tag in re.findall(r"<[^>]*>", page)}
    assert tags <= {"!doctype", "html", "meta", "title", "ol", "ul", "li", "i", "b", "sup", "span", "a"}
    assert all(tag.startswith('<a href="https://doi.org/') for tag in re.findall("<a[^>]*>", page))
    assert "<script" not in page.casefold()
    assert "<i>x" not in page


@settings(max_examples=60, deadline=None)
@given(works())
def test_any_work_is_printed_in_every_style_with_its_title(work: Work) -> None:
    for style in Style:
        (line,) = bibliography([work], style).splitlines()
        _, _, page = bibliography_html([work], style).partition("<li>")

        assert letters(work.title) in letters(line)
        assert html.unescape(re.sub("<[^>]*>", "", page)).strip() == line.removeprefix("1. ")


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold().replace("ß", "ss")))


@pytest.mark.parametrize(
    ("identifiers", "ends"),
    [
        pytest.param(["PMID 31"], [" PMID: 31.", "PubMed PMID: 31.", " PMID: 31."], id="pmid"),
        pytest.param(["PMC31"], [" PMCID: PMC31."] * 3, id="pmcid"),
        pytest.param(["NCT04368728"], [" ClinicalTrials.gov: NCT04368728."] * 3, id="trial"),
        pytest.param(["PMID 31", "PMC32"], [" PMID: 31.", "PubMed PMID: 31.", " PMID: 31."], id="two"),
    ],
)
def test_a_work_without_a_doi_is_printed_with_its_number(identifiers: list[str], ends: list[str]) -> None:
    known = tuple(map(parse_identifier, identifiers))
    old = Work(
        {"type": "article-journal", "title": "Zinc and 31", "volume": "31", "issued": {"date-parts": [[1999]]}}, known
    )

    for style, end in zip(Style, ends, strict=True):
        (printed,) = bibliography([old], style).splitlines()

        assert printed.endswith(end)


@pytest.mark.parametrize("style", Style)
def test_a_page_of_html_opens_what_is_cited(style: Style) -> None:
    paper = Work(dict(POLACK.csl), tuple(map(parse_identifier, (DOI, "PMID 33301246"))))
    old = Work({"type": "article-journal", "title": "Zinc"}, (parse_identifier("PMID 31"),))
    odd = Work({"type": "webpage", "title": "A", "URL": 'https://x.org/?a=1&b="<i>'})

    page = bibliography_html([paper, PAGE, old, odd], style)

    opened = [html.unescape(found) for found in re.findall(r'<a href="([^"]*)">', page)]
    wanted = {f"https://doi.org/{DOI}", "https://pubmed.ncbi.nlm.nih.gov/31/", "https://www.who.int/x"}
    assert wanted <= set(opened)
    assert all(address.startswith(("https://", "http://")) for address in opened)
    assert "<a" not in bibliography([paper, PAGE, old, odd], style)


def test_remarks_stand_behind_their_works() -> None:
    remarks: Sequence[str] = ["", "Retracted 2021-01-01; checked 2026-11-26"]

    lines = bibliography([POLACK, PAGE], Style.APA, remarks).splitlines()

    assert [line.endswith("[Retracted 2021-01-01; checked 2026-11-26]") for line in lines] == [False, True]


@pytest.mark.parametrize(
    ("given", "printed"),
    [("FP", "Polack FP"), ("F.P.", "Polack FP"), ("Fernando", "Polack F"), ("小明", "Polack 小明")],
)
def test_initials_are_kept_however_they_were_written(given: str, printed: str) -> None:
    by = [{"family": "Polack", "given": given}]

    assert bibliography([without_author("A", author=by)], Style.AMA).startswith(f"1. {printed}. A.")


def test_many_authors_are_cut_short() -> None:
    many = [{"family": f"Name{number}", "given": "A"} for number in range(25)]

    assert bibliography([without_author("A", author=many)], Style.AMA).startswith(
        "1. Name0 A, Name1 A, Name2 A, et al. A."
    )

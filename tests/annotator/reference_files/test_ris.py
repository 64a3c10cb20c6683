"""RIS is read as each database and reference manager writes it; nothing of it is lost without a word."""

from __future__ import annotations

import pytest

from annotator.citations.reference_files.model import Format
from tests.annotator.reference_files.asking import numbers, only, read

ZOTERO = """TY  - JOUR
TI  - Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine
AU  - Polack, Fernando P.
AU  - Thomas, Stephen J.
AU  - C4591001 Clinical Trial Group,
T2  - New England Journal of Medicine
AB  - Severe acute respiratory syndrome (p < 0.05).
DA  - 2020/12/31/
PY  - 2020
DO  - 10.1056/NEJMoa2034577
DP  - DOI.org (Crossref)
VL  - 383
IS  - 27
SP  - 2603
EP  - 2615
J2  - N Engl J Med
LA  - en
SN  - 0028-4793, 1533-4406
UR  - http://www.nejm.org/doi/10.1056/NEJMoa2034577
Y2  - 2024/01/05/12:00:00
KW  - Vaccine
KW  - Covid-19
N1  - PMID: 33301246
PMCID: PMC7745181
Comment in: JAMA. 2021. PMID: 999
ER  -
"""
ENDNOTE = """TY  - JOUR
AU  - Polack, F. P.
AD  - Fundacion INFANT, Buenos Aires.
AN  - 33301246
AU  - Thomas, S. J.
C2  - PMC7745181
DA  - Dec 31
DB  - PubMed
DO  - 10.1056/NEJMoa2034577
DP  - NLM
ET  - 2020/12/11
IS  - 27
J2  - The New England journal of medicine
KW  - Adolescent
Adult
Humans
L1  - internal-pdf://1234/Polack.pdf
M3  - Journal Article; Randomized Controlled Trial
N1  - 1533-4406
Polack, Fernando P
PY  - 2020
SN  - 0028-4793 (Print)
0028-4793
SP  - 2603-2615
ST  - Safety and Efficacy
T2  - N Engl J Med
TI  - Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine
VL  - 383
ID  - 17
ER  -

"""
EMBASE = """TY  - JOUR
M3  - Article
Y1  - 2020
VL  - 383
IS  - 27
SP  - 2603
EP  - 2615
A1  - Polack F.P.
A1  - Thomas S.J.
T1  - Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine
JF  - New England Journal of Medicine
JO  - New Engl. J. Med.
UR  - https://www.embase.com/search/results?subaction=viewrecord&id=L2010354512&from=export
U2  - L2010354512
C5  - 33301246
DO  - 10.1056/NEJMoa2034577
ER  -
"""
OVID = """1.
TY  - JOUR
DB  - Ovid MEDLINE(R)
AN  - 33301246
DO  - https://dx.doi.org/10.1056/NEJMoa2034577
T1  - Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine
A1  - Polack, Fernando P
Y1  - 2020//
CP  - 27
VL  - 383
SP  - 2603
EP  - 2615
N2  - Severe acute respiratory syndrome.
JF  - The New England journal of medicine
UR  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&CSC=Y&NEWS=N&PAGE=fulltext&D=medl&AN=33301246
ER  -
"""
COCHRANE = """Record #1 of 2
TY  - JOUR
AN  - CN-02203137
AU  - Polack FP
TI  - Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine
C3  - PUBMED 33301246
M3  - Journal article
PY  - 2020
DO  - 10.1056/NEJMoa2034577
ER  -
"""
TITLE = "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"
DOI, PMID, PMCID = "doi:10.1056/nejmoa2034577", "pmid:33301246", "pmcid:PMC7745181"


@pytest.mark.parametrize(
    ("text", "known_by", "authors"),
    [
        pytest.param(ZOTERO, [DOI, PMID, PMCID], "Polack FP, Thomas SJ, C4591001 Clinical Trial Group", id="Zotero"),
        pytest.param(ENDNOTE, [DOI, PMID, PMCID], "Polack FP, Thomas SJ", id="EndNote"),
        pytest.param(EMBASE, [DOI, PMID], "Polack FP, Thomas SJ", id="Embase"),
        pytest.param(OVID, [DOI, PMID], "Polack FP", id="Ovid"),
        pytest.param(COCHRANE, [DOI, PMID], "Polack FP", id="Cochrane"),
    ],
)
def test_each_database_s_manner_gives_the_same_source(text: str, known_by: list[str], authors: str) -> None:
    work = only(text)

    assert (work.title, work.year, work.authors, numbers(work)) == (TITLE, 2020, authors, known_by)


def test_all_that_zotero_says_is_kept() -> None:
    csl = dict(only(ZOTERO).csl)

    assert csl.pop("author")[2] == {"literal": "C4591001 Clinical Trial Group"}
    assert csl == {
        "type": "article-journal",
        "title": TITLE,
        "container-title": "New England Journal of Medicine",
        "container-title-short": "N Engl J Med",
        "abstract": "Severe acute respiratory syndrome (p < 0.05).",
        "issued": {"date-parts": [[2020, 12, 31]]},
        "accessed": {"date-parts": [[2024, 1, 5]]},
        "volume": "383",
        "issue": "27",
        "page": "2603-2615",
        "language": "en",
        "ISSN": "0028-4793, 1533-4406",
        "keyword": "Vaccine, Covid-19",
        "note": "Comment in: JAMA. 2021. PMID: 999",  # of another work
        "DOI": "10.1056/NEJMoa2034577",
        "PMID": "33301246",
        "PMCID": "PMC7745181",
    }


def test_endnote_s_day_is_joined_with_its_year_and_types_with_their_signs() -> None:
    work = only(ENDNOTE)

    assert work.csl["issued"] == {"date-parts": [[2020, 12, 31]]}
    assert work.csl["page"] == "2603-2615"
    assert work.csl["keyword"] == "Adolescent, Adult, Humans"
    assert work.publication_types == ("Journal Article", "Randomized Controlled Trial")


TWO = "TY  - JOUR\nTI  - One\nDO  - 10.1000/1\nER  - \n\nTY  - JOUR\nTI  - Two\nDO  - 10.1000/2\nER  - \n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TWO, id="as-it-should-be"),
        pytest.param("\ufeff" + TWO, id="byte-order-mark"),
        pytest.param(TWO.replace("\nTY", "\n\ufeffTY"), id="byte-order-marks-of-two-files"),
        pytest.param(TWO.replace("\n", "\r\n"), id="windows"),
        pytest.param(TWO.replace("\n", "\r"), id="old-mac"),
        pytest.param(TWO.removesuffix("ER  - \n"), id="last-end-missing"),
        pytest.param(TWO.replace("ER  - \n\n", ""), id="end-missing-between"),
        pytest.param(TWO.replace("ER  - ", "ER  -"), id="end-without-blank"),
        pytest.param(TWO.replace("  - ", " - "), id="one-blank"),
        pytest.param(TWO.replace("  - ", "- "), id="no-blank"),
        pytest.param(TWO.replace("  - ", "  -   "), id="more-blanks"),
        pytest.param(TWO.replace("  - ", "\u00a0\u00a0- "), id="no-break-blanks"),
        pytest.param(TWO.replace("TI", "   TI"), id="indented"),
        pytest.param(TWO.replace("\n", "\n\n"), id="blank-lines-between"),
        pytest.param(TWO.replace("TY  - JOUR\nTI  - Two", "TI  - Two"), id="begin-missing"),
        pytest.param("1.\n" + TWO.replace("\n\n", "\n2.\n"), id="numbered"),
        pytest.param("Provider: X\nDatabase: Y\nContent: text/plain\n\n" + TWO, id="with-a-head"),
        pytest.param(TWO.replace("JOUR", "jour"), id="type-in-small-letters"),
    ],
)
def test_what_exporters_get_wrong_loses_no_record(text: str) -> None:
    found = read(text)

    assert [(work.title, numbers(work)) for work in found.works] == [
        ("One", ["doi:10.1000/1"]),
        ("Two", ["doi:10.1000/2"]),
    ]
    assert (found.format, found.refused, found.remarks, found.counted) == (Format.RIS, [], [], 2)


def one(*lines: str) -> str:
    return "\n".join(["TY  - JOUR", "TI  - A", *lines, "ER  - ", ""])


@pytest.mark.parametrize(
    ("lines", "known_by"),
    [
        pytest.param(["DO  - doi:10.1000/1."], ["doi:10.1000/1"], id="doi-with-label"),
        pytest.param(["DO  - 10.1000/1; 10.1000/2"], ["doi:10.1000/1", "doi:10.1000/2"], id="two-dois-in-a-field"),
        pytest.param(["DO  - 10.1000/1", "DO  - 10.1000/2"], ["doi:10.1000/1", "doi:10.1000/2"], id="two-fields"),
        pytest.param(["DO  - 10.1000/1", "UR  - https://doi.org/10.1000/1"], ["doi:10.1000/1"], id="the-same-twice"),
        pytest.param(["M3  - doi: 10.1000/1"], ["doi:10.1000/1"], id="doi-in-M3"),
        pytest.param(["C7  - 10.1000/1"], ["doi:10.1000/1"], id="doi-in-C7"),
        pytest.param(["UR  - http://dx.doi.org/10.1000/1"], ["doi:10.1000/1"], id="doi-in-UR"),
        pytest.param(["UR  - https://pubmed.ncbi.nlm.nih.gov/5/"], ["pmid:5"], id="pubmed-address"),
        pytest.param(
            ["UR  - https://x.org/a;https://pubmed.ncbi.nlm.nih.gov/5"], ["pmid:5"], id="addresses-in-one-field"
        ),
        pytest.param(["UR  - https://x.org/a?utm_source=b"], ["url:https://x.org/a"], id="a-page"),
        pytest.param(["UR  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS"], [], id="somebody-s-search"),
        pytest.param(["AN  - 12345", "DB  - Scopus"], [], id="a-number-of-another-database"),
        pytest.param(["AN  - WOS:000123456"], [], id="web-of-science"),
        pytest.param(["C5  - 12345"], [], id="a-number-without-embase"),
        pytest.param(["N1  - Comment on PMID: 7 by Kim"], [], id="a-number-amid-a-note"),
        pytest.param(["N1  - NCT04368728"], ["nct:NCT04368728"], id="a-trial-in-a-note"),
    ],
)
def test_identifiers_are_found_where_exporters_put_them(lines: list[str], known_by: list[str]) -> None:
    assert numbers(only(one(*lines))) == known_by


def test_an_identifier_that_cannot_be_read_is_told_and_the_record_is_kept() -> None:
    (record,) = read(one("DO  - 10.1056/NEJM oa2034577")).records

    assert record.work.title == "A"
    (remark,) = record.remarks
    assert remark.line == 3
    assert remark.text.startswith("DO is left out: a DOI has no blanks")


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        pytest.param(["PY  - 2020", "DO  - 10.1000/1", "stray words"], 5, id="behind-the-field"),
        pytest.param(["DO  - 10.1000/1", "", "  ", "stray words"], 6, id="behind-empty-lines"),
        pytest.param(["AB  - stray words", "DO  - 10.1000/1", "stray words"], 5, id="the-same-words-before"),
        pytest.param(["DO  - 10.1000/1", "DO  - 10.1000/2", "stray words"], 5, id="in-the-second-field"),
        pytest.param(["DI  - 10.1000/1", "stray words"], 4, id="under-another-tag"),
    ],
)
def test_a_line_that_is_no_identifier_is_told_under_its_own_number(lines: list[str], line: int) -> None:
    (record,) = read(one(*lines)).records

    assert record.line == 1
    assert [remark.line for remark in record.remarks] == [line]


def test_malformed_lines_behind_a_doi_are_told_as_such_and_one_that_goes_on_with_it_is_not() -> None:
    (record,) = read(one("DO  - 10.1000/last", "zzz malformed line", "XX-broken")).records
    (parted,) = read(one("DO  - 10.1016/j.jacc.2019.", "03.009")).records

    assert [(remark.line, remark.text) for remark in record.remarks] == [
        (4, "the line has no tag and belongs to no field, so it is left out: zzz malformed line"),
        (5, "the line has no tag and belongs to no field, so it is left out: XX-broken"),
    ]
    assert numbers(record.work) == ["doi:10.1000/last"]
    assert (numbers(parted.work), "no blanks" in parted.remarks[0].text) == ([], True)


def test_an_empty_record_is_refused_with_its_line() -> None:
    found = read("TY  - JOUR\nER  - \n\nTY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nPY  - 2020\nER  - \n")

    assert [(refused.number, refused.line) for refused in found.refused] == [(1, 1), (3, 7)]
    assert "neither a title nor an identifier" in found.refused[0].reason
    assert (found.read, found.counted) == (3, 3)


def test_lines_that_belong_to_no_record_are_told() -> None:
    found = read(f"lost words\n{one()}more lost words\n")

    assert found.remarks == ["2 lines belong to no record and are left out, the first of them line 1"]


def test_a_value_goes_on_over_lines_that_have_no_tag() -> None:
    work = only(one("AB  - First.", "Second: A - B", "CO2 - rose.", "", "PH  was low", "OK - a field it is not"))

    assert work.abstract == "First. Second: A - B CO2 - rose. PH was low OK - a field it is not"


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        pytest.param(["PY  - 2020"], [2020], id="year"),
        pytest.param(["Y1  - 2020/12/31/"], [2020, 12, 31], id="slashes"),
        pytest.param(["Y1  - 2020///"], [2020], id="empty-parts"),
        pytest.param(["DA  - 2020-12"], [2020, 12], id="hyphen"),
        pytest.param(["PY  - 2020 Dec 31"], [2020, 12, 31], id="words"),
        pytest.param(["PY  - 31 December 2020"], [2020, 12, 31], id="words-day-first"),
        pytest.param(["PY  - 2020", "DA  - Dec 31"], [2020, 12, 31], id="day-without-year"),
        pytest.param(["PY  - 2020", "DA  - 2021/01/02"], [2020], id="another-year"),
        pytest.param(["PY  - 2020/13/45"], [2020], id="no-such-day"),
        pytest.param(["PY  - in press"], None, id="no-year"),
        pytest.param(["PY  - 0000"], None, id="year-zero"),
    ],
)
def test_the_fullest_date_counts(lines: list[str], issued: list[int] | None) -> None:
    assert only(one(*lines)).csl.get("issued") == (issued and {"date-parts": [issued]})


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        pytest.param(["SP  - 1", "EP  - 9"], "1-9", id="first-and-last"),
        pytest.param(["SP  - 1-9", "EP  - 9"], "1-9", id="range-and-last"),
        pytest.param(["SP  - e12"], "e12", id="one"),
        pytest.param(["SP  - 1–9"], "1-9", id="en-dash"),
        pytest.param(["C7  - e1000"], "e1000", id="article-number"),
    ],
)
def test_pages_are_one_range(lines: list[str], page: str) -> None:
    assert only(one(*lines)).csl["page"] == page


def test_a_book_and_a_chapter_know_their_parts() -> None:
    book = only("TY  - BOOK\nT1  - Zinc\nA1  - Cox, Ann\nSN  - 978-0-306-40615-7\nPB  - Wiley\nT2  - Metals\nER  - \n")
    chapter = only(
        "TY  - CHAP\nTI  - Colds\nT2  - Zinc\nA2  - Cox, Ann\nAU  - Kim, B\nSN  - 978-0-306-40615-7\nER  - \n"
    )

    assert (book.csl["type"], book.csl["collection-title"], numbers(book)) == ("book", "Metals", ["isbn:9780306406157"])
    assert (chapter.csl["type"], chapter.journal, chapter.csl["editor"]) == (
        "chapter",
        "Zinc",
        [{"family": "Cox", "given": "Ann"}],
    )


def test_markup_in_a_title_is_taken_out_and_signs_stay() -> None:
    work = only(one().replace("TI  - A", "TI  - H<sub>2</sub>O at p < 0.05 &amp; <i>n</i> > 3"))

    assert work.title == "H2O at p < 0.05 &amp; n > 3"

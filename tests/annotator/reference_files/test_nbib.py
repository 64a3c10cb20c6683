"""PubMed's files are read with the DOI wherever it stands, the authors however they are given, and the notices."""

from __future__ import annotations

import pytest

from annotator.citations.reference_files.model import Format, Remark
from tests.annotator.reference_files.asking import numbers, only, read

POLACK = """
PMID- 33301246
OWN - NLM
STAT- MEDLINE
IS  - 1533-4406 (Electronic)
IS  - 0028-4793 (Linking)
VI  - 383
IP  - 27
DP  - 2020 Dec 31
TI  - Safety and Efficacy of the BNT162b2 mRNA Covid-19
      Vaccine.
PG  - 2603-2615
LID - 10.1056/NEJMoa2034577 [doi]
AB  - BACKGROUND: Severe acute respiratory syndrome
      (p<0.05).
FAU - Polack, Fernando P
AU  - Polack FP
AUID- ORCID: 0000-0001-9431-7831
FAU - Thomas, Stephen J
AU  - Thomas SJ
CN  - C4591001 Clinical Trial Group
LA  - eng
SI  - ClinicalTrials.gov/NCT04368728
PT  - Clinical Trial
PT  - Journal Article
PT  - Randomized Controlled Trial
PL  - United States
TA  - N Engl J Med
JT  - The New England journal of medicine
CIN - JAMA. 2021;1:1. PMID: 77
MH  - Adult
OT  - Covid-19
PMC - PMC7745181
AID - NEJMoa2034577 [pii]
AID - 10.1056/NEJMoa2034577 [doi]
SO  - N Engl J Med. 2020 Dec 31;383(27):2603-2615. doi: 10.1056/NEJMoa2034577.
"""
KNOWN_BY = ["doi:10.1056/nejmoa2034577", "pmid:33301246", "pmcid:PMC7745181", "nct:NCT04368728"]


def test_a_record_is_read_whole() -> None:
    work = only(POLACK)

    assert numbers(work) == KNOWN_BY
    assert work.title == "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"
    assert work.authors == "Polack FP, Thomas SJ, C4591001 Clinical Trial Group"
    assert work.abstract == "BACKGROUND: Severe acute respiratory syndrome (p<0.05)."
    assert work.publication_types == ("Clinical Trial", "Journal Article", "Randomized Controlled Trial")
    assert work.csl["issued"] == {"date-parts": [[2020, 12, 31]]}
    assert (work.csl["volume"], work.csl["issue"], work.csl["page"]) == ("383", "27", "2603-2615")
    assert (work.journal, work.csl["container-title-short"]) == ("The New England journal of medicine", "N Engl J Med")
    assert work.notices == ()  # comments are none


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("LID - 10.1056/NEJMoa2034577 [doi]", id="LID"),
        pytest.param("LID - S0140-6736(20)1 [pii]\nLID - 10.1056/NEJMoa2034577 [doi]", id="LID-behind-another"),
        pytest.param("AID - 10.1056/NEJMoa2034577 [doi]", id="AID"),
        pytest.param("SO  - N Engl J Med. 2020. doi: 10.1056/NEJMoa2034577. Epub 2020", id="SO"),
    ],
)
def test_the_doi_is_found_wherever_it_stands(lines: str) -> None:
    assert numbers(only(f"PMID- 1\nTI  - A.\n{lines}\n")) == ["doi:10.1056/nejmoa2034577", "pmid:1"]


@pytest.mark.parametrize(
    ("tag", "relation"),
    [
        ("RIN", "RetractionIn"),
        ("ROF", "RetractionOf"),
        ("ECI", "ExpressionOfConcernIn"),
        ("EIN", "ErratumIn"),
        ("PRIN", "PartialRetractionIn"),
        ("RPI", "RetractedandRepublishedIn"),
    ],
)
def test_notices_are_kept_with_what_opens_them(tag: str, relation: str) -> None:
    text = "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID: 20137807"
    work = only(
        f"PMID- 9500320\nTI  - A.\nPT  - Retracted Publication\n{tag:4}- {text[:40]}\n      {text[40:].strip()}\n"
    )

    (notice,) = work.notices
    assert (notice.relation, notice.text.replace(" ", "")) == (relation, text.replace(" ", ""))
    assert notice.source is not None
    assert notice.source.identifier == "20137807"


def test_a_notice_without_number_is_kept_by_its_words() -> None:
    (notice,) = only("PMID- 1\nTI  - A.\nECI - Lancet. 2010;375:445\n").notices

    assert (notice.text, notice.source) == ("Lancet. 2010;375:445", None)


def test_authors_are_read_where_there_are_only_short_names() -> None:
    assert only("PMID- 1\nTI  - A.\nAU  - Kim AB\nAU  - van der Berg J Jr\n").authors == "Kim AB, van der Berg J Jr"


TWO = "PMID- 1\nTI  - One.\n\nPMID- 2\nTI  - Two.\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TWO, id="as-it-should-be"),
        pytest.param("\ufeff" + TWO, id="byte-order-mark"),
        pytest.param(TWO.replace("\n", "\r\n"), id="windows"),
        pytest.param(TWO.replace("\n\n", "\n"), id="no-blank-line"),
        pytest.param(TWO.replace("TI  -", "TI -"), id="one-blank"),
        pytest.param("\n\n\n" + TWO + "\n\n", id="blank-lines-around"),
    ],
)
def test_no_record_is_lost(text: str) -> None:
    found = read(text)

    assert [(work.title, numbers(work)) for work in found.works] == [("One", ["pmid:1"]), ("Two", ["pmid:2"])]
    assert (found.format, found.refused, found.remarks, found.counted) == (Format.NBIB, [], [], 2)


def test_a_malformed_line_costs_itself_and_is_told() -> None:
    found = read("PMID- 1\nTI  - One\nbroken here\n      and more.\nDP  - 2020\n")

    assert found.works[0].title == "One and more"
    assert found.remarks == ["line 3 belongs to no record and is left out"]


def test_a_bad_pmid_is_told_and_a_record_without_anything_refused() -> None:
    found = read("PMID- 0\nTI  - A.\n\nPMID- \nOWN - NLM\n\nPMID- 5\nTI  - B.\n")

    assert found.records[0].remarks == (Remark(1, "PMID is left out: there is no PMID 0: copy the number from PubMed"),)
    assert [(refused.number, refused.line) for refused in found.refused] == [(2, 4)]
    assert found.counted == found.read == 3


def test_a_chapter_of_an_online_book_has_both_titles() -> None:
    work = only("PMID- 1\nBTI - StatPearls.\nTI  - Zinc Toxicity.\nPT  - Study Guide\nDP  - 2024 Jan-Feb\n")

    assert (work.csl["type"], work.title, work.journal) == ("chapter", "Zinc Toxicity", "StatPearls")
    assert work.csl["issued"] == {"date-parts": [[2024, 1]]}

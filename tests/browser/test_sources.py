"""A reference file goes in, and what labels cite comes out as a file, by the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from annotator.citations.identifiers import parse_identifier
from annotator.model import Answer, Citation, Person, Stance, Verdict
from annotator.storage.answering import EvidenceEdit, Press, answer_claim, edit_evidence
from annotator.storage.connection import open_database
from tests.annotator.test_source_lists import NBIB
from tests.browser.conftest import Server
from tests.desks import NOON


def test_a_file_is_loaded_and_the_cited_source_is_taken_along(
    page: Page, server: Server, reviewer: Person, tmp_path: Path
) -> None:
    claim = server.queue()[0]
    with open_database(server.db) as db:
        answer_claim(db, reviewer, Press("1" * 32, claim), Answer(Verdict.SUPPORTED), NOON)
        cited = Citation(parse_identifier("PMID 33301246"), Stance.SUPPORTS)
        edit_evidence(db, reviewer, Press("2" * 32, claim), EvidenceEdit(add=cited), NOON)
    (tmp_path / "pubmed.nbib").write_text(NBIB.replace("Safety", "<b>Safety</b> *and* <script>"), "utf-8")

    page.goto("/sources")
    page.locator("input[type=file]").first.set_input_files(tmp_path / "pubmed.nbib")
    page.get_by_role("button", name="Add to the library").press("Enter")
    expect(page.get_by_text("1 new, 0 refused, of 1 record read")).to_be_visible()
    expect(page.locator("table.sources .title")).to_have_text(
        "Safety *and* <script> and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine"
    )
    page.get_by_role("radio", name="Vancouver").press(" ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download Vancouver").press("Enter")

    assert Path(download.value.path()).read_text("utf-8") == (
        "1. Polack FP. Safety *and* <script> and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine. N Engl J Med. 2020."
        " doi:10.1056/NEJMoa2034577 PubMed PMID: 33301246; PubMed Central PMCID: PMC7745181."
        " [Retracted 2021-01-01 (PMID 33301999)]\n"
    )

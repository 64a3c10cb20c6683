"""What was pasted holds one identifier, or several; each is read alone, and what is refused says why."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import annotator.__main__
from annotator.citations.finding import find_identifiers
from annotator.citations.identifiers import parse_identifier
from tests.annotator.test_identifiers import LIKELY, READ, REFUSED

SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
VANCOUVER = (
    "Polack FP, Thomas SJ. N Engl J Med. 2020;383(27):2603-2615. doi: 10.1056/NEJMoa2034577. Epub 2020 Dec 10."
    " PMID: 33301246; PMCID: PMC7745181."
)

TEXTS = [
    pytest.param(VANCOUVER, ["10.1056/nejmoa2034577", "33301246", "PMC7745181"], id="a-reference"),
    pytest.param("10.1000/a\nPMID 5\n\nNCT04368728\n", ["10.1000/a", "5", "NCT04368728"], id="one-a-line"),
    pytest.param("10.1000/a\r\n10.1000/b", ["10.1000/a", "10.1000/b"], id="lines-of-windows"),
    pytest.param("10.1000/a,10.1000/b;doi:10.1000/c", ["10.1000/a", "10.1000/b", "10.1000/c"], id="without-blanks"),
    pytest.param(f"{SICI}, 10.1000/182", [SICI.lower(), "10.1000/182"], id="sici-in-a-list"),
    pytest.param(f"see {SICI} and {SICI}.", [SICI.lower()], id="sici-twice-in-a-sentence"),
    pytest.param("10.1000/A and https://doi.org/10.1000/a", ["10.1000/a"], id="the-same-twice-in-a-line"),
    pytest.param("See 10.1056/NEJMoa2034577 for details.", ["10.1056/nejmoa2034577"], id="doi-before-words"),
    pytest.param("doi 10.1016/j.x.2020.01.001 2020 Jan", ["10.1016/j.x.2020.01.001"], id="doi-before-a-year"),
    pytest.param("(10.1016/S0140-6736(97)11096-0)", ["10.1016/s0140-6736(97)11096-0"], id="brackets-around-brackets"),
    pytest.param("a (https://x.org/b?utm_source=c), d", ["https://x.org/b"], id="address-in-brackets"),
    pytest.param(
        "[a](https://x.org/b) and www.who.int/c.", ["https://x.org/b", "https://www.who.int/c"], id="markdown"
    ),
    pytest.param('<a href="https://doi.org/10.1000/a1">x</a>', ["10.1000/a1"], id="html"),
    pytest.param(
        "https://doi.org/10.1000/a https://pubmed.ncbi.nlm.nih.gov/5/", ["10.1000/a", "5"], id="two-addresses"
    ),
    pytest.param("doi.org/10.1000/a or pubmed.ncbi.nlm.nih.gov/5", ["10.1000/a", "5"], id="addresses-without-scheme"),
    pytest.param("PMID: 33301246, 33301247 and 7", ["33301246", "33301247"], id="pmids-after-one-label"),
    pytest.param("PMIDs 1, 22, and 333", ["1", "22", "333"], id="pmids"),
    pytest.param("PMID 33301246, 2020", ["33301246"], id="pmid-before-a-year"),
    pytest.param("NCT04368728/NCT04368729", ["NCT04368728", "NCT04368729"], id="trials-with-a-slash"),
    pytest.param("PMC1, PMC2.1; PMCID: 3", ["PMC1", "PMC2", "PMC3"], id="pmcids"),
    pytest.param(
        "ISBN 978-0-306-40615-7 (hardback), ISBN-10: 0-8044-2957-x 1999",
        ["9780306406157", "9780804429573"],
        id="isbns-with-labels",
    ),
    pytest.param("Cox A. Zinc. 2019. 978-0-306-40615-7.", ["9780306406157"], id="isbn-without-label"),
    pytest.param("0306406152, 10.1000/a, PMC5", ["9780306406157", "10.1000/a", "PMC5"], id="a-list-of-words"),
    pytest.param("１０.１０００/a and ＰＭＩＤ　５", ["10.1000/a", "5"], id="full-width"),
    pytest.param("10.1000\u200b/a, PMID\u200b 5", ["10.1000/a", "5"], id="zero-width"),
    pytest.param("see 10.1056%2FNEJMoa2034577", ["10.1056/nejmoa2034577"], id="percent-encoded"),
    pytest.param("10.1000/a1;PMID:5", ["10.1000/a1", "5"], id="a-label-glued-on"),
    pytest.param("10.1000/a1PMID: 5", ["10.1000/a1", "5"], id="a-label-glued-on-without-a-sign"),
    pytest.param("doi:10.1000/a1.PMID:5", ["10.1000/a1", "5"], id="a-label-behind-a-full-stop"),
    pytest.param("10.1000/a1;PMC5", ["10.1000/a1", "PMC5"], id="a-pmcid-glued-on"),
    pytest.param("PMID 33301246 in 7 people", ["33301246"], id="pmid-before-a-number"),
    pytest.param("PMID 5 7.5 mg", ["5"], id="pmid-before-an-amount"),
    pytest.param("PMID 33301 20200101", ["33301"], id="pmid-before-a-long-number"),
    pytest.param("doi: 10.1056/NEJMoa2034577 [doi]", ["10.1056/nejmoa2034577"], id="doi-as-pubmed-prints-it"),
    pytest.param(
        "LID - 10.1056/NEJMoa2034577 [doi]\nPMID- 33301246", ["10.1056/nejmoa2034577", "33301246"], id="a-pubmed-file"
    ),
    pytest.param(
        "see 10.1056/NEJMoa2034577 [doi] and PMC5", ["10.1056/nejmoa2034577", "PMC5"], id="doi-type-amid-words"
    ),
    pytest.param("10.1000/a1. 10.1000/b1.", ["10.1000/a1", "10.1000/b1"], id="dois-with-full-stops"),
    pytest.param("10.1000/a1.\n10.1000/b1.\nPMC5.", ["10.1000/a1", "10.1000/b1", "PMC5"], id="lines-with-full-stops"),
    pytest.param("10.1000/a1. 12 patients took it", ["10.1000/a1"], id="doi-before-a-sentence-that-counts"),
    pytest.param("10.1000/a1. 0.5 mg were given", ["10.1000/a1"], id="doi-before-a-sentence-with-an-amount"),
    pytest.param("A. doi:10.1000/a1.\n2. Cox B. doi:10.1000/b1.", ["10.1000/a1", "10.1000/b1"], id="numbered-entries"),
    pytest.param("10.1000/a1. Cox", ["10.1000/a1"], id="doi-before-a-name"),
    pytest.param("10.1000/a1. 2020", ["10.1000/a1"], id="doi-before-a-full-stop-and-a-year"),
    pytest.param("10.1000/a1\n2020-01-05 was when I read it", ["10.1000/a1"], id="doi-before-a-day"),
    pytest.param("Cox A. doi:10.1000/a1. 2020-01-05", ["10.1000/a1"], id="doi-before-a-day-in-its-line"),
    pytest.param(
        "https://www.ncbi.nlm.nih.gov/pubmed/33301246,32187464", ["33301246", "32187464"], id="pmids-in-an-address"
    ),
    pytest.param(
        "see pubmed.ncbi.nlm.nih.gov/?term=33301246%2C32187464, both",
        ["33301246", "32187464"],
        id="pmids-in-an-address-amid-words",
    ),
    pytest.param("see pubmed.gov/33301246 for it", ["33301246"], id="short-address-amid-words"),
    pytest.param("PMIDs 5,123,7", ["5", "123", "7"], id="pmids-without-blanks"),
    pytest.param("PMID 33301246,33301247", ["33301246", "33301247"], id="two-pmids-without-a-blank"),
    pytest.param("https://doi.org/10.1000/a1 Cox and Kim", ["10.1000/a1"], id="address-of-a-doi-before-names"),
    pytest.param("https://pubmed.ncbi.nlm.nih.gov/5/ Cox and Kim", ["5"], id="address-of-a-paper-before-names"),
    pytest.param("https://x.org/a is what they cite", ["https://x.org/a"], id="address-before-a-verb"),
    pytest.param("https://x.org/a accessed 5 May 2020", ["https://x.org/a"], id="address-before-its-date"),
    pytest.param("See https://x.org/a for details of it", ["https://x.org/a"], id="address-amid-words"),
    pytest.param("https://x.org/a. Read more there", ["https://x.org/a"], id="address-before-a-sentence"),
    pytest.param("Trials were few.\nKim said so in words that go on\nPMID 5", ["5"], id="lines-of-prose-between"),
]


@pytest.mark.parametrize(("text", "identifiers"), TEXTS)
def test_several_pasted_at_once_are_several(text: str, identifiers: list[str]) -> None:
    found = find_identifiers(text)

    assert [each.source.identifier if each.source else each.reason for each in found] == identifiers


BAD = [
    pytest.param("10.1056/NEJM oa2034577", ["no blanks"], id="blank-inside-a-doi"),
    pytest.param("10.1056/ NEJMoa2034577", ["no blanks"], id="blank-behind-the-slash"),
    pytest.param("10.1056 /NEJMoa2034577", ["no blanks"], id="blank-before-the-slash"),
    pytest.param("10. 1056/NEJMoa2034577", ["no blanks"], id="blank-inside-the-prefix"),
    pytest.param("10.1056/ABC 2034577", ["no blanks"], id="blank-before-digits"),
    pytest.param("10.1000/abc1 def", ["no blanks"], id="one-word-behind-a-doi"),
    pytest.param("Shown in 10.1056/NEJM oa2034577 by Kim", ["no blanks"], id="blank-inside-a-doi-in-a-sentence"),
    pytest.param("10.1016/j.jacc.2019.03. 009", ["no blanks"], id="blank-behind-a-stop-inside-a-doi"),
    pytest.param("10.1016/j.jacc. 2019.03.009", ["no blanks"], id="blank-behind-the-first-stop-of-a-doi"),
    pytest.param("10.1136/bmj. c3691", ["no blanks"], id="blank-behind-a-stop-before-a-letter"),
    pytest.param("Kim. 10.1016/j.jacc.2019.03. 009. Epub 2019", ["no blanks"], id="blank-behind-a-stop-in-an-entry"),
    pytest.param("https://doi.org/10.1016/j.jacc.2019.03. 009", ["no blanks"], id="blank-behind-a-stop-in-an-address"),
    pytest.param("10.1016/j.jacc.2019.\n03.009", ["no blanks"], id="a-doi-on-two-lines"),
    pytest.param("10.1016/j.jacc.2019.03\n.009", ["no blanks"], id="a-doi-on-two-lines-before-its-stop"),
    pytest.param("10.1016/j.jacc.20\n19.03.009", ["no blanks"], id="a-doi-on-two-lines-amid-a-number"),
    pytest.param("10.1016/S0140-\n6736(97)11096-0", ["no blanks"], id="a-doi-on-two-lines-behind-its-hyphen"),
    pytest.param("10.1016/S0140-6736(97)\n11096-0", ["no blanks"], id="a-doi-on-two-lines-behind-its-bracket"),
    pytest.param("10.1056/NEJM\noa2034577", ["no blanks"], id="a-doi-on-two-lines-without-a-sign"),
    pytest.param("PMC5\nKim. 10.1016/j.jacc.2019.\n03.009. Epub", ["", "no blanks"], id="an-entry-on-two-lines"),
    pytest.param("Kim. 10.1016/j.jacc.2019.\n3.009", ["no blanks"], id="an-entry-that-ends-on-the-next-line"),
    pytest.param("Kim. 10.1016/j.jacc.\n2019.03.009. Epub", ["no blanks"], id="an-entry-parted-before-the-year"),
    pytest.param("PMID: 33,301,246", ["no commas"], id="pmid-in-thousands"),
    pytest.param("PMID 301,246", ["no commas"], id="pmid-in-thousands-once"),
    pytest.param("see PMID: 33.301.246 for it", ["no commas"], id="pmid-in-thousands-with-stops"),
    pytest.param("PMC7,745,181", ["no commas"], id="pmcid-in-thousands"),
    pytest.param("PMIDs: 33,301,246 and 32,187,464", ["no commas", "no commas"], id="pmids-in-thousands"),
    pytest.param("https://example.org/path with blank", ["no blanks"], id="blanks-inside-an-address"),
    pytest.param("https://example.org/My Report 2020.pdf", ["no blanks"], id="blanks-inside-the-name-of-a-file"),
    pytest.param("see https://x.org/the big report.pdf, p. 3", ["no blanks"], id="a-file-with-blanks-amid-words"),
    pytest.param("PMID: 123 456", ["no blanks"], id="blank-inside-a-pmid"),
    pytest.param("see PMID 3330 1246 for it", ["no blanks"], id="blank-inside-a-pmid-in-a-sentence"),
    pytest.param("PMC 774 5181", ["no blanks"], id="blank-inside-a-pmcid"),
    pytest.param("NCT 0436 8728", ["no blanks"], id="blank-inside-a-trial-number"),
    pytest.param("PMID 0, PMID 5", ["no PMID 0", ""], id="pmid-0-beside-another"),
    pytest.param("PMID 1234567890123 and PMC5", ["13", ""], id="thirteen-digits-beside-another"),
    pytest.param("ISBN 9780306406158; PMC5", ["check digit", ""], id="isbn-mistyped-beside-another"),
    pytest.param("٣٣٣٠١٢٤٦", ["0 to 9"], id="arabic-indic-digits"),
    pytest.param("PMC5, PMID: ٣٣٣٠١٢٤٦", ["", "0 to 9"], id="arabic-indic-digits-beside-another"),
    pytest.param("33301246", ["say which"], id="bare-number"),
    pytest.param("33301246,33301247", ["say which", "say which"], id="bare-numbers"),
    pytest.param("33301246\nPMC5", ["say which", ""], id="bare-number-on-its-line"),
    pytest.param("PMC5\nvitamin D trial", ["", "names no source"], id="a-line-of-few-words"),
    pytest.param("", ["nothing was typed"], id="empty"),
    pytest.param("Nobody has ever shown that it helps anyone at all", ["names no source"], id="prose"),
    pytest.param("a" * 1_000_001, ["at most 1,000,000"], id="too-long"),
]


@pytest.mark.parametrize(("text", "reasons"), BAD)
def test_what_is_refused_is_refused_alone(text: str, reasons: list[str]) -> None:
    found = find_identifiers(text)

    assert len(found) == len(reasons)
    for each, reason in zip(found, reasons, strict=True):
        assert (each.source is not None) == (not reason)
        assert reason in each.reason


@pytest.mark.parametrize("typed", [row.values[0] for row in READ])
def test_one_alone_is_found_as_it_is_read(typed: str) -> None:
    (found,) = find_identifiers(typed)

    assert found.source == parse_identifier(typed)


@pytest.mark.parametrize("typed", [row.values[0] for row in REFUSED if "one at a time" not in str(row.values[1])])
def test_one_that_is_refused_alone_is_refused_when_sought(typed: str) -> None:
    assert [each.source for each in find_identifiers(typed)] == [None]


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(LIKELY, max_size=4).map(" ".join)))
def test_any_text_gives_something_and_never_fails(text: str) -> None:
    found = find_identifiers(text)

    assert found
    assert all((each.source is None) == bool(each.reason) for each in found)


@pytest.mark.parametrize("piece", ["10.1000/", "PMID 1" + " " * 99, "ISBN 978 ", "1,", "https://a.org/,", " and "])
def test_a_long_paste_is_read_in_step_with_its_length(piece: str) -> None:
    assert find_identifiers((piece * 20_000)[:100_000])  # seconds, if it grew with the square


def test_the_command_prints_one_object_a_line() -> None:
    result = CliRunner().invoke(annotator.__main__.cli, ["identify", "PMID: 5; PMC6.1", "9780306406158", "7"])

    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"type": "pmid", "id": "5", "url": "https://pubmed.ncbi.nlm.nih.gov/5/", "given": "PMID: 5"},
        {"type": "pmcid", "id": "PMC6", "url": "https://pmc.ncbi.nlm.nih.gov/articles/PMC6/", "given": "PMC6.1"},
        {
            "error": "the check digit of ISBN 9780306406158 is wrong: compare each digit with the book's",
            "given": "9780306406158",
        },
        {"error": "7 could be PMID 7 or PMC7: say which", "given": "7", "choices": ["PMID 7", "PMC7"]},
    ]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        pytest.param("PMID: 0", ["PMID: 0"], id="a-label-with-a-colon"),
        pytest.param("PMIDs 1, 22 and 333", ["PMIDs 1", "22", "333"], id="numbers-after-one-label"),
        pytest.param("see  pmid:5;", ["pmid:5"], id="amid-words"),
        pytest.param("10.1016/j.jacc.2019.\n03.009", ["10.1016/j.jacc.2019. 03.009"], id="on-two-lines"),
    ],
)
def test_each_is_told_as_it_was_typed(text: str, given: list[str]) -> None:
    assert [each.given for each in find_identifiers(text)] == given


@pytest.mark.parametrize(
    ("texts", "status"),
    [
        pytest.param(["PMID 0"], 1, id="refused"),
        pytest.param(["PMID 0", "7"], 1, id="refused-and-asked-about"),
        pytest.param(["PMID 0", "PMID 7"], 0, id="one-of-two"),
        pytest.param(["PMID 7"], 0, id="read"),
    ],
)
def test_the_command_fails_where_nothing_names_a_source(texts: list[str], status: int) -> None:
    result = CliRunner().invoke(annotator.__main__.cli, ["identify", *texts])

    assert (result.exit_code, result.stderr) == (status, "")
    assert len(result.stdout.splitlines()) == len(texts)


def test_the_command_reads_nothing_from_nothing() -> None:
    assert CliRunner().invoke(annotator.__main__.cli, ["identify", "-"], input="").exit_code == 0


def test_the_command_reads_one_a_line_from_stdin() -> None:
    given = b"\xef\xbb\xbf10.1000/a\r\n\n \nNCT04368728" + b"\n\xff\xfe\n"
    result = CliRunner().invoke(annotator.__main__.cli, ["identify", "-"], input=given)

    assert [next(iter(json.loads(line))) for line in result.stdout.splitlines()] == ["type", "type", "error"]

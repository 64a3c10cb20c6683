"""BibTeX is read with its accents, its abbreviations and its duplicates; what is broken is told with its line."""

from __future__ import annotations

import pytest

from annotator.citations.reference_files.model import Format
from tests.annotator.reference_files.asking import numbers, only, read

ZOTERO = r"""
@article{polack_safety_2020,
	title = {Safety and {Efficacy} of the {BNT162b2} {mRNA} {Covid}-19 {Vaccine}},
	volume = {383},
	issn = {0028-4793},
	url = {https://doi.org/10.1056/NEJMoa2034577},
	doi = {10.1056/NEJMoa2034577},
	abstract = {A two-dose regimen conferred 95\% protection.},
	language = {en},
	number = {27},
	urldate = {2024-01-05},
	journal = {New England Journal of Medicine},
	author = {Polack, Fernando P. and Thomas, Stephen J. and {C4591001 Clinical Trial Group}},
	month = dec,
	year = {2020},
	note = {PMID: 33301246},
	keywords = {Vaccine, Covid-19},
	pages = {2603--2615},
}
"""


def test_all_that_zotero_says_is_kept() -> None:
    work = only(ZOTERO)

    assert numbers(work) == ["doi:10.1056/nejmoa2034577", "pmid:33301246"]
    assert dict(work.csl) == {
        "type": "article-journal",
        "title": "Safety and Efficacy of the BNT162b2 mRNA Covid-19 Vaccine",
        "author": [
            {"family": "Polack", "given": "Fernando P."},
            {"family": "Thomas", "given": "Stephen J."},
            {"literal": "C4591001 Clinical Trial Group"},
        ],
        "container-title": "New England Journal of Medicine",
        "issued": {"date-parts": [[2020, 12]]},
        "accessed": {"date-parts": [[2024, 1, 5]]},
        "volume": "383",
        "issue": "27",
        "page": "2603-2615",
        "ISSN": "0028-4793",
        "language": "en",
        "abstract": "A two-dose regimen conferred 95% protection.",
        "keyword": "Vaccine, Covid-19",
        "DOI": "10.1056/NEJMoa2034577",
        "PMID": "33301246",
    }


def field(name: str, value: str) -> str:
    return f"@article{{key,\n  title = {{A}},\n  {name} = {value},\n}}\n"


@pytest.mark.parametrize(
    ("value", "title"),
    [
        pytest.param(r"{{\"U}ber M{\"{u}}ller}", "Über Müller", id="umlauts"),
        pytest.param(r"{Caf\'e, na\"{\i}ve, \AA, \ss, \o}", "Café, naïve, Å, ß, ø", id="accents"),
        pytest.param(r"{Garc{\'\i}a and Dvo{\v r}{\'a}k}", "García and Dvořák", id="accents-in-braces"),
        pytest.param(r"{$\alpha$-tocopherol, 5~$\mu$g}", "α-tocopherol, 5 µg", id="greek"),
        pytest.param(r"{50% of patients {\&} 5\% more}", "50% of patients & 5% more", id="percent-not-escaped"),
        pytest.param(r"{p {\textless} 0.05}", "p < 0.05", id="less-than"),
        pytest.param("{A -- B}", "A – B", id="dash"),
        pytest.param(r"{The \mbox{GLP-1} trial}", "The GLP-1 trial", id="box"),
        pytest.param(r"{Caf\'e \mbox{\'e} \href{http://x.org/a_b}{a l{\'i}nk}}", "Café é a línk", id="link"),
        pytest.param(r"{\mbox{x}}", "x", id="only-a-box"),
        pytest.param(r"{Caf\'e \href{x} caf\'e}", r"Café \hrefx café", id="one-bad-word"),
        pytest.param(r"{A\copyright{} B\registered}", "A© B®", id="signs"),
        pytest.param(r"{5 \textmu g at 37 \degree C, \pounds 5}", "5 µg at 37 °C, £5", id="units"),
        pytest.param(r"{\makebox[1cm]{a} {\'E}}", "a É", id="box-with-a-width"),
        pytest.param('"In quotes {"}and{"} braces"', 'In quotes "and" braces', id="quotes"),
        pytest.param("{Line\n  break}", "Line break", id="line-break"),
        pytest.param('"One " # two # {, three}', "One 2, three", id="pieces"),
        pytest.param("{{{Deep} braces}}", "Deep braces", id="braces"),
    ],
)
def test_latex_is_read_as_text(value: str, title: str) -> None:
    work = only(f"@string{{two = 2}}\n@article{{k, title = {value}, year = 2020}}\n")

    assert work.title.replace("μ", "µ") == title


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        pytest.param("{Fernando P. Polack and Kim, A}", "Polack FP, Kim A", id="both-orders"),
        pytest.param("{Jan van der Berg}", "van der Berg J", id="particle"),
        pytest.param("{King, Jr., Martin Luther}", "King ML Jr.", id="junior"),
        pytest.param("{{World Health Organization} and others}", "World Health Organization", id="organisation"),
        pytest.param(r"{M{\"u}ller, J{\"o}rg}", "Müller J", id="accents"),
        pytest.param(
            r"""{Kim, A. and \v{S}imek, J. and \'Alvarez, B. and \"Ozt\"urk, T. and \c{S}ahin, U.}""",
            "Kim A, Šimek J, Álvarez B, Öztürk T, Şahin U",
            id="accents-behind-and",
        ),
        pytest.param(r"{Kim, A. AND {Cox and Sons} and Lee, B.}", "Kim A, Cox and Sons, Lee B", id="and-in-braces"),
        pytest.param(r"{Brandand, A. and Andy, B}", "Brandand A, Andy B", id="and-in-a-name"),
        pytest.param("{Barnes and Noble, A}", "Barnes, Noble A", id="one-word"),
    ],
)
def test_names_are_taken_apart(names: str, authors: str) -> None:
    assert only(field("author", names)).authors == authors


@pytest.mark.parametrize(
    ("name", "value", "known_by"),
    [
        pytest.param("doi", "{https://doi.org/10.1000/1}", ["doi:10.1000/1"], id="doi-as-address"),
        pytest.param("DOI", r"{10.1000/a\_b}", ["doi:10.1000/a_b"], id="doi-escaped"),
        pytest.param("doi", "{10.1000/1},\n doi = {10.1000/2}", ["doi:10.1000/1", "doi:10.1000/2"], id="two-dois"),
        pytest.param(
            "doi",
            r"{10.1002/(SICI)1097(1998)17:15\textless{}1661::AID-SIM968\textgreater{}3.0.CO;2-2}",
            ["doi:10.1002/(sici)1097(1998)17:15<1661::aid-sim968>3.0.co;2-2"],
            id="sici",
        ),
        pytest.param("pmid", "{5}", ["pmid:5"], id="pmid"),
        pytest.param("eprint", "{5},\n eprinttype = {pubmed}", ["pmid:5"], id="biblatex-pubmed"),
        pytest.param("pmcid", "{PMC7745181}", ["pmcid:PMC7745181"], id="pmcid"),
        pytest.param("isbn", "{978-0-306-40615-7}", ["isbn:9780306406157"], id="isbn"),
        pytest.param("url", "{https://x.org/a_b?c=1%20d~e}", ["url:https://x.org/a_b?c=1%20d~e"], id="address"),
        pytest.param("howpublished", r"{\url{https://x.org/a}}", ["url:https://x.org/a"], id="howpublished"),
    ],
)
def test_identifiers_are_found(name: str, value: str, known_by: list[str]) -> None:
    assert numbers(only(field(name, value))) == known_by


def test_entries_that_share_a_key_are_all_read() -> None:
    found = read("@article{a, title={One}, year=2000}\n@article{a, title={Two}, year=2001}\n")

    assert [work.title for work in found.works] == ["One", "Two"]
    assert (found.format, found.counted, found.remarks) == (Format.BIBTEX, 2, [])


def test_what_is_broken_is_told_with_its_line_and_what_follows_is_read() -> None:
    found = read(
        '% a comment\n@comment{jabref-meta: databaseType:bibtex;}\n@preamble{"x"}\n@string{n = {N}}\n'
        "@article{a, title = {One}}\n@article{b, title = {never closed, year = 2000\n"
        "@misc{c, year = 2000}\n@book(d, title = {Four}, publisher = n)\n"
    )

    assert [work.title for work in found.works] == ["One", "Four"]
    assert [(refused.number, refused.line) for refused in found.refused] == [(2, 6), (3, 7)]
    assert "see that its braces" in found.refused[0].reason
    assert "neither a title nor an identifier" in found.refused[1].reason
    assert (found.read, found.counted) == (4, 4)


def test_biblatex_names_of_fields_are_known() -> None:
    work = only(
        "@article{a, title={One}, subtitle={Two}, journaltitle={J}, date={2020-12-31}, location={Bonn}, number=3}\n"
    )

    assert (work.title, work.journal, work.csl["issued"]) == ("One: Two", "J", {"date-parts": [[2020, 12, 31]]})


def test_deep_braces_are_read_in_time() -> None:
    assert read("@article{a, title = {" + "{" * 5_000 + "A" + "}" * 5_000 + "}}\n").read == 1

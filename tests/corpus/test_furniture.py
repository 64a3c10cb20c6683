"""Lines that a site puts around what people write, told by how they are built."""

from __future__ import annotations

import pytest

from corpus.boilerplate.lines import is_boilerplate_line
from corpus.furniture import is_button_row, is_furniture, is_masthead, is_poster, is_posters_line


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        pytest.param("Helpful (6)   Reply   Share   Report", True, id="under-a-post"),
        pytest.param("Log in | Register | Search this forum", True, id="above-a-board"),
        pytest.param("Home   Health A to Z   Gout", True, id="path-from-home"),
        pytest.param("Adults | 5 mg | 10 mg", False, id="table-row"),
        pytest.param("Share of adults", False, id="one-cell"),
        pytest.param("Yes | No | Unsure", True, id="feedback"),
        pytest.param("Facebook Pinterest Email", False, id="a-word-that-is-no-network"),
        pytest.param("Reddit Telegram X", True, id="networks-alone"),
        pytest.param("Reply, share and report the results.", False, id="sentence"),
    ],
)
def test_buttons_side_by_side_are_told_from_cells(line: str, is_it: bool) -> None:
    assert is_button_row(line) is is_it


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        pytest.param("Halden Pharma Ltd., Unit 3, Mill Lane, York YO1 2AB, UK", True, id="address"),
        pytest.param("1Dept. of Medicine, Halden Univ. Hospital; 2Renal Unit, Eastmere", True, id="affiliations"),
        pytest.param("Dr. Ines Roth, GP partner", True, id="signature"),
        pytest.param("Erik Dahl, press officer", True, id="press-officer"),
        pytest.param("[Fig. 2. Flow of patients]", True, id="picture"),
        pytest.param("CKD, chronic kidney disease; DM, diabetes mellitus; HF, heart failure.", True, id="short-forms"),
        pytest.param("Name: ____________   Ward: ________", True, id="to-be-filled-in"),
        pytest.param("______________ Signature of the patient", True, id="to-be-signed"),
        pytest.param("________ Can you sleep? Many cannot sleep", False, id="sentences-behind-a-rule"),
        pytest.param("Nora and the Green Kitchen team", True, id="signature-of-a-team"),
        pytest.param("Your team and the Green Kitchen", False, id="no-signature"),
        pytest.param("Out of hours: Ward 2, 01632 960 111, ext. 22", True, id="telephone"),
        pytest.param("The ward was called 01632 times.", False, id="no-telephone"),
        pytest.param("Warm, dry air in the hospital, the clinic, and the school", False, id="phrase"),
        pytest.param("Sodium: 138 mmol/L; Potassium: 4.1 mmol/L; Urea: 9 mmol/L", False, id="results-of-a-test"),
        pytest.param("Morning: metformin; Noon: iron tablet; Evening: simvastatin", False, id="plan-of-the-day"),
        pytest.param("Dr. Roth's Advice", False, id="heading-with-a-name"),
        pytest.param("Dr. Roth said that it works.", False, id="sentence"),
        pytest.param("Vitamin D, calcium and sunlight", False, id="list"),
    ],
)
def test_a_line_that_is_no_ones_statement(line: str, is_it: bool) -> None:
    assert is_furniture(line) is is_it


@pytest.mark.parametrize(
    ("line", "below", "is_it"),
    [
        pytest.param("CLINICAL UPDATE", "Gout in Hospital: A Short Guide", True, id="rubric"),
        pytest.param("GOUT", "What you need to know about gout", False, id="same-subject"),
        pytest.param("STATINS", "Side effects", False, id="over-a-short-heading"),
        pytest.param("PL 123/4   Ref: AB-1   Page 1 of 2", "", True, id="codes"),
        pytest.param("Search the website", "Gout", True, id="search-box"),
    ],
)
def test_a_masthead_is_told_from_a_title(line: str, below: str, is_it: bool) -> None:
    assert is_masthead(line, below) is is_it


def test_who_wrote_a_post() -> None:
    assert is_posters_line("Top contributor | 2,877 posts")
    assert is_poster("Jules (moderator)")
    assert is_poster("kneepain_63")
    assert not is_poster("Symptoms")
    assert not is_posters_line("Blood was taken at 8 points.")


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        pytest.param("Back to top", True, id="button"),
        pytest.param("**Jump to comments**", True, id="button-with-marks"),
        pytest.param("Top of the range", False, id="words-that-begin-so"),
        pytest.param("View 12 comments", True, id="count"),
        pytest.param("Messages: 344", True, id="who-posts"),
        pytest.param("Leaflet number: 1243/v2", True, id="code"),
        pytest.param("Symptoms: 3 or more", False, id="label"),
        pytest.param("PE-4417 Rev. 02/23", True, id="form"),
        pytest.param("Autumn 2021 Issue", True, id="issue"),
        pytest.param("Pictures by Kim Aldo", True, id="credit"),
        pytest.param("Sleep by numbers", False, id="no-credit"),
        pytest.param("Sent from my iPhone", True, id="mail"),
        pytest.param("Last edited: Mar 3, 2020", True, id="edited"),
        pytest.param("Watch: how to wrap an ankle", True, id="video"),
        pytest.param("Watch for swelling", False, id="no-video"),
    ],
)
def test_what_a_site_writes_around_an_article_is_told_from_its_lines(line: str, is_it: bool) -> None:
    assert is_boilerplate_line(line) is is_it


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        pytest.param("Posted 3 years ago, 8 users are following.", True, id="followers"),
        pytest.param("3 likes, 12 replies", True, id="counts"),
        pytest.param("3 likes, and it still hurts", False, id="no-counts"),
        pytest.param("Content Source: Division of Oral Health", True, id="source"),
        pytest.param("For Health Professionals: Care of Wounds", True, id="for-others"),
        pytest.param("For health professionals the rule is simple: wash.", False, id="sentence"),
    ],
)
def test_a_line_of_the_site_is_boilerplate(line: str, is_it: bool) -> None:
    assert is_boilerplate_line(line) is is_it


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        pytest.param("rosa_b   tinhat7", True, id="who-answers-whom"),
        pytest.param("rosa_b   Dr_Imre (Moderator)", True, id="who-answers-a-moderator"),
        pytest.param("Adults   5 mg   10 mg", False, id="cells"),
        pytest.param("rosa b", False, id="words"),
    ],
)
def test_names_side_by_side_stand_over_a_post(line: str, is_it: bool) -> None:
    assert is_poster(line) is is_it

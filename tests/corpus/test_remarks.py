"""What is said about a text when it is added: odd ones get a line each, ordinary ones none."""

from __future__ import annotations

import textwrap

import pytest

from corpus.remarks import remarks_on
from corpus.units import split_text
from tests.corpus.scoring import FRESH, GOLD, NAMES, read_gold

_PROSE = "Magnesium is a mineral of the body. It helps the muscles and the nerves. "
_SECTION = "Why it matters\n\n" + _PROSE * 3 + "\n\n"
_LOST = "the text is one line of "
_TABLE = "Food Amount per serving\nSpinach 157 mg\nAlmonds 80 mg\nBrown rice 42 mg\n"
_CELLS = "Statin\nDose\nLDL reduction\nAtorvastatin\n10-80 mg\n37-51%\nRosuvastatin\n5-40 mg\n38-54%\n"
_PIPES = "| Food | Amount |\n|---|---|\n| Spinach | 157 mg |\n| Almonds | 80 mg |\n"

FRESH_NAMES = sorted(path.stem for path in FRESH.glob("*.txt"))


def remarks(text: str) -> tuple[str, ...]:
    return remarks_on(text, split_text(text))


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        pytest.param(_PROSE * 40, "the text is one line of 2,", id="one-line"),
        pytest.param("Magnesium\n\n" + _PROSE * 40, "the text is one line of 2,", id="one-line-under-its-title"),
        pytest.param(
            _SECTION * 20 + _PROSE * 40, "1 line has 2,919 characters: line breaks were lost", id="one-line-of-many"
        ),
        pytest.param(textwrap.fill(_PROSE * 4, 60), "1 paragraph or list item was broken over several", id="wrapped"),
        pytest.param(
            f"{textwrap.fill(_PROSE * 4, 60)}\n\n{textwrap.fill(_PROSE * 3, 60)}",
            "2 paragraphs and list items were broken over several lines",
            id="two-wrapped",
        ),
        pytest.param(
            textwrap.fill("magnesium helps the muscles and the nerves of the body to work " * 5, 60).replace(
                "\n", "\n\n"
            ),
            "5 lines seem to go on behind a blank line",
            id="wrapped-then-set-apart",
        ),
        pytest.param(
            "The gut takes up magne-\nsium, and the kidneys ex-\ncrete it in the\nurine when there is more.",
            "2 words are broken by a hyphen",
            id="broken-words",
        ),
        pytest.param(f"It is \u202eevil\u202c. {_PROSE}", "1 hidden character turns the direction", id="turned-around"),
        pytest.param(f"\u202ea\u202c \u202db\u202c {_PROSE}", "2 hidden characters turn the", id="two-turned-around"),
        pytest.param(f"Foods\n\n{_TABLE}", "3 rows of tables have lost the borders", id="flat-table"),
        pytest.param(f"Statins\n\n{_CELLS}", "6 lines seem to be the cells of a table", id="a-cell-a-line"),
        pytest.param(
            "Statins\n\n" + _CELLS.replace("\n", "\n\n"), "6 lines seem to be the cells", id="a-cell-a-line-set-apart"
        ),
        pytest.param("word " * 500 + "\n", "1 unit has 2,499 characters", id="one-without-a-full-stop"),
        pytest.param(("word " * 500 + "ends here.\n\n") * 2, "2 units have up to 2,510 characters", id="two-of-them"),
        pytest.param("***\n- \n###", "there is nothing in it to cut", id="no-unit"),
        pytest.param(
            "Magnesium <b>helps</b> the <i>muscles</i>.\n\nIt is safe.\n", "4 tags of HTML such as <b>", id="tags"
        ),
        pytest.param(
            "<jats:p>Magnesium helps.</jats:p><jats:p>It is safe.</jats:p>",
            "4 tags of HTML such as <jats:p>",
            id="tags-of-jats",
        ),
        pytest.param("镁是一种矿物质。它有助于肌肉。\n", "most of the text is not in Latin letters", id="chinese"),
    ],
)
def test_what_is_odd_is_said(text: str, remark: str) -> None:
    assert [line for line in remarks(text) if line.startswith(remark)], remarks(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("One sentence. Another one.\n", id="two-sentences"),
        pytest.param(
            "The tag <b> closes with </b> here. Doses <5 mg and >2 mg are safe.", id="a-tag-that-is-spoken-of"
        ),
        pytest.param(_SECTION * 9, id="sections"),
        pytest.param(f"Foods\n\n{_PIPES}", id="a-table-with-borders"),
        pytest.param(_PROSE * 20, id="an-abstract-on-one-line"),
        pytest.param(_PROSE + "\n\nLikes\n12\nReplies\n3\nViews\n400\n", id="counts-under-their-names"),
        pytest.param(_PROSE + "\n\nAnn\n2d\nBob\n3d\nEve\n5h\n", id="names-over-times"),
        pytest.param("Der Körper braucht Magnesium. Él también. Öle und Nüsse.", id="accents"),
    ],
)
def test_an_ordinary_text_is_passed_without_a_word(text: str) -> None:
    assert remarks(text) == ()


@pytest.mark.parametrize("name", NAMES)
def test_an_article_that_lost_its_breaks_says_so(name: str) -> None:
    text = " ".join(read_gold(name)[0].split())

    assert remarks(text)[0].startswith("the text is one line of ")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            """Package leaflet: Information for the patient
            Zoltrexin 20 mg tablets
            Read all of this leaflet carefully before you start taking this medicine.
            • Keep this leaflet. You may need to read it again.
            • If you have any further questions, ask your doctor.
            What Zoltrexin is and what it is used for
            Zoltrexin lowers blood pressure by relaxing the vessels.""",
            id="leaflet",
        ),
        pytest.param(
            """Ginger and nausea
            Ginger eases nausea in pregnancy. It was tested in 12 trials. The dose was 1 g a day.
            Side effects
            Heartburn was reported by 5% of users. It was mild. Nobody left the trials.
            What to do
            Talk to your midwife first. Ginger tea is cheap, and most women can drink a cup or two of it.""",
            id="headings",
        ),
        pytest.param(
            """7 myths about vaccines (and what the science says)
            Myth #1: Vaccines cause autism
            FACT: A 1998 paper that suggested a link was retracted. Later studies found none.
            Myth #2: Natural immunity is always better
            FACT: Natural infection can kill. Measles kills 1–3 of every 1,000 children who get it.
            Myth #3: The flu shot gives you the flu
            FACT: The injected vaccine contains no live virus.""",
            id="myths",
        ),
        pytest.param(
            """How to take iron
            1. Take it on an empty stomach, an hour before a meal, because food and coffee keep the gut from it.
            2. Drink orange juice with it. One small trial of 440 people found no difference, though.
            3. Wait two hours before you take an antacid or a thyroid tablet. Both bind iron in the gut.""",
            id="steps",
        ),
        pytest.param(
            """Does turmeric help sore knees?
            Written by Dana Whitlock | Last updated: March 3, 2021
            Turmeric is a yellow root used in cooking and in folk medicine. Its best-known compound, curcumin, makes
            up
            about 3–8% of the dried root by weight. Curcumin is poorly absorbed. Most of an oral dose leaves the
            body.""",
            id="bylines",
        ),
        pytest.param(
            """HEALTH WEEKLY: Do probiotics work?
            ORTIZ: For some things, yes. In a 2019 trial of 1,200 infants, L. reuteri cut crying time by 25 percent.
            HEALTH WEEKLY: So should people with IBS buy them?
            ORTIZ: I wouldn't. Most of what is sold was never tested in them, and the trials that there are
            disagree.""",
            id="interview",
        ),
        pytest.param(
            """[00:00:12] HOST: Welcome back. Does poor sleep cause dementia?
            [00:00:20] DR. NG: We know that people who sleep six hours or less at age 50 have a 30% higher risk. That is
            from the Whitehall II study, which followed 7,959 people.
            [00:00:43] HOST: So it causes it? Or may early dementia itself disturb the sleep of those to get it?""",
            id="transcript",
        ),
        pytest.param(
            """Premenstrual syndrome (PMS)
            Premenstrual syndrome (PMS) is a combination of symptoms that many women get a week or two before their
            period. Most women, over 90%, say they get some of them, such as bloating, headaches, and moodiness. For
            some, these may be so severe that they miss work or school, but others are not bothered by them.""",
            id="a-title-said-again",
        ),
        pytest.param(
            """# Creatine after 60
            Creatine plus lifting adds about 1.4 kg of lean mass in older adults. Creatine without lifting does
            nothing.
            ## What is creatine?
            Creatine is a compound the body makes from three amino acids. A 70-kg adult stores roughly 120 g of it,
            most
            of it in the muscles of arms and legs.""",
            id="markdown",
        ),
        pytest.param(
            """Q: Do heavy blankets help against poor sleep?
            A: A little. One Swedish trial of 120 adults found that 6 in 10 slept much better under one of 8 kg.
            Q: Are they safe for children?
            A: Not for small ones. Two have died under them, and the makers warn of it in the leaflets they add.""",
            id="questions-and-answers",
        ),
    ],
)
def test_the_opening_of_an_article_that_lost_its_breaks_says_so(lines: str) -> None:
    assert remarks(" ".join(lines.split()))[0].startswith(_LOST)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Dr. Lena Ortiz runs the motility clinic at St. Bart's Hospital in London. In a 2019 trial of 1,200"
            " infants, L. reuteri cut crying time by 25 percent, and professor Jane Hill says that Ortiz is right. For"
            " adults with I.B.S. the picture is messier: the FDA has approved none, and the European agency EFSA knows"
            " of no effect.",
            id="names",
        ),
        pytest.param(
            "BACKGROUND: The effect of green tea on lipids is controversial. METHODS: PubMed and Embase were searched"
            " for trials. RESULTS: Fourteen trials (n=1136) were included. Green tea lowered total cholesterol by 7.20"
            " mg/dL (95% CI: −8.19, −6.21 mg/dL; P < 0.001). CONCLUSIONS: Green tea lowers LDL. HDL was unchanged (Fig."
            " 2A).",
            id="a-structured-abstract",
        ),
        pytest.param(
            "Is ginger good for nausea? Many ask that. Some doctors say yes - others are not so sure - and a review of"
            " 12 trials says: (1) it helps a little, (2) it is safe, and (3) nobody knows the dose. My aunt said: “Take"
            " it. What have you got to lose?” Take warfarin, for one. Does it thin the blood? Nobody knows. Ask your"
            " midwife.",
            id="questions-and-dashes",
        ),
        pytest.param(
            "Magnesium ist ein Mineral, das der Körper braucht. Wer gesund isst, nimmt genug"
            " Magnesium auf, denn Nüsse, Bohnen und grünes Gemüse enthalten viel davon. Eine Studie mit 52 Menschen"
            " fand weniger Krämpfe, aber andere Forscher fanden keinen. Ältere Menschen fragen am besten ihre"
            " Ärztin.",
            id="a-language-with-capitals",
        ),
        pytest.param(
            "The drug Xarelto is taken by mouth once a day, and patients on Xarelto bleed more. Doctors give Eliquis"
            " twice a day. Take Eliquis with water. In the U.S. the supplement Airborne was sold as a cure of colds;"
            " every Monday its makers, Knight-McDowell of Carmel, had to say in the New York Times that Airborne is"
            " none.",
            id="brands",
        ),
    ],
)
def test_a_short_paragraph_of_prose_is_passed_without_a_word(text: str) -> None:
    assert len(text) > 280
    assert remarks(text) == ()


@pytest.mark.parametrize("name", [*NAMES, *FRESH_NAMES])
def test_no_paragraph_of_an_article_is_taken_for_one_that_lost_its_breaks(name: str) -> None:
    text = (GOLD if name in NAMES else FRESH).joinpath(f"{name}.txt").read_text(encoding="utf-8")

    told = [line for line in text.splitlines() if any(_LOST in remark for remark in remarks_on(line, ()))]

    assert told == []
    assert not any("line breaks were lost" in remark for remark in remarks(text))


def test_remarks_are_single_lines() -> None:
    text = textwrap.fill(_PROSE * 4, 60) + "\n\n" + _TABLE + "\n" + _PROSE * 40

    found = remarks(text)

    assert len(found) == 3
    assert not any("\n" in remark or remark.endswith(".") for remark in found)


def test_a_text_without_a_claim_says_so() -> None:
    assert remarks("Is coffee good for you?\n") == ("nothing in it looks like a claim: any unit can be made one",)

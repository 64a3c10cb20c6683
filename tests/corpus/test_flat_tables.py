"""Tables whose cell borders a copy has lost: which lines are their rows, and which lines beside them are not."""

from __future__ import annotations

import pytest

from tests.corpus.cutting import rows

_STATINS = [
    "Statin Dose LDL reduction Main interaction",
    "Atorvastatin 10-80 mg 37-51% Clarithromycin",
    "Rosuvastatin 5-40 mg 38-54% Antacids",
    "Simvastatin 10-40 mg 28-41% Amlodipine. Max 20 mg.",
    "Pravastatin 10-80 mg 19-40% None known",
]


def _as_table(lines: list[str]) -> list[str]:
    return [f"table_header: {lines[0]}", *(f"table_row: {line}" for line in lines[1:])]


@pytest.mark.parametrize("told", [1, 3, 4], ids=["first", "among", "last"])
@pytest.mark.parametrize("below", ["\n\n", "\n"], ids=["apart-below", "close-below"])
@pytest.mark.parametrize("above", ["\n\n", "\n"], ids=["apart-above", "close-above"])
def test_a_row_with_sentences_in_its_last_cell_stays_a_row(above: str, below: str, told: int) -> None:
    lines = [line for line in _STATINS if "Amlodipine" not in line]
    lines.insert(told, _STATINS[3])
    text = (
        f"Common statins\n\nStatins lower LDL.{above}" + "\n".join(lines) + f"{below}Muscle pain occurs in 5% of users."
    )

    assert rows(text) == [
        "title: Common statins",
        "claim: Statins lower LDL.",
        *_as_table(lines),
        "claim: Muscle pain occurs in 5% of users.",
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Atorvastatin 10 mg cut LDL by 37% in Dutch men. It is strong.",
        "Take 10 mg 3 times a day. Ask Dr. Lee about it.",
        "In 2019 Ozempic was approved. It is no statin.",
        "Muscle pain occurs in 5% of users. Ask your GP.",
    ],
)
def test_text_right_under_a_flat_table_is_no_row_of_it(prose: str) -> None:
    lines = [line for line in _STATINS if "Amlodipine" not in line]
    cut = rows(
        "Common statins\n\nStatins lower LDL.\n\n"
        + "\n".join(lines)
        + f"\n{prose}\nMore about it\nIt is sold here.\nIt costs little.\nIt is old."
    )

    assert cut[2:6] == _as_table(lines)
    assert not [row for row in cut[6:] if row.startswith("table_row")]


def test_a_sentence_right_under_rows_of_numbers_is_no_row() -> None:
    lines = ["Nutrient Men Women Pregnancy", "Folate 400 mcg 400 mcg 600 mcg", "Vitamin C 90 mg 75 mg 85 mg"]

    assert rows("Vitamins\n" + "\n".join(lines) + "\nFolate prevents neural tube defects.") == [
        "title: Vitamins",
        *_as_table(lines),
        "claim: Folate prevents neural tube defects.",
    ]


@pytest.mark.parametrize("above", ["\n\nSome foods matter.\n\n", "\n\n"], ids=["under-text", "under-the-title"])
@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                "Food Vitamin K (mcg) Safe with warfarin?",
                "Kale, cooked 531 No",
                "Spinach, raw 145 In small amounts",
                "Apples 3 Yes",
            ],
            id="numbers",
        ),
        pytest.param(
            ["Food Safe with warfarin?", "Kale Avoid", "Spinach Avoid", "Apples Safe", "Green tea Never"], id="words"
        ),
        pytest.param(
            [
                "Medicine First trimester Safe later?",
                "Paracetamol Safe Safe",
                "Ibuprofen Avoid Never",
                "Aspirin Avoid Avoid",
            ],
            id="three-columns",
        ),
    ],
)
def test_the_header_of_a_flat_table_may_ask(lines: list[str], above: str) -> None:
    cut = rows(f"Foods and warfarin{above}" + "\n".join(lines) + "\n\nKeep your intake steady.")

    assert cut[-len(lines) - 1 : -1] == _as_table(lines)
    assert cut[0] == "title: Foods and warfarin"


@pytest.mark.parametrize(
    "lines",
    [
        ["Is vitamin K Safe?", "Spinach 145 mcg", "Kale 531 mcg"],
        ["Vitamin K Safe With Warfarin?", "Kale Soup", "Green Tea"],
        ["Eating out with Diabetes?", "Grilled chicken", "Green salad"],
        ["Worried about Covid this winter?", "Call 111", "Wash your hands often"],
        ["Tired of Kale every day?", "Broccoli Soup", "Green Tea"],
    ],
    ids=lambda lines: lines[0],
)
def test_a_heading_that_asks_is_no_header_of_the_list_below(lines: list[str]) -> None:
    cut = rows("Foods and warfarin\n\nSome foods matter.\n\n" + "\n".join(lines) + "\n\nKeep your intake steady.")

    assert cut[2] == f"heading: {lines[0]}"
    assert not [row for row in cut if row.startswith("table")]

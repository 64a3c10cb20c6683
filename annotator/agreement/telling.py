"""Agreement in words: the same lines for the command, the page and a dataset's card."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.agreement.coefficients import Figure
from annotator.agreement.report import Agreement

CATEGORY_WORDS = {
    "supported": "Supported",
    "unsupported": "Unsupported",
    "contradicted": "Contradicted",
    "not_a_claim": "Not a claim",
}
"""What a vote can be, as it is called on screen."""


def figure_words(figure: Figure) -> str:
    """``0.71 (0.63 to 0.78)``, or why it has no interval; ``none: `` and the reason where it is not defined."""
    if figure.value is None:
        return f"none: {figure.reason}"
    if figure.low is None or figure.high is None:
        return f"{_number(figure.value)} ({figure.no_interval})" if figure.no_interval else _number(figure.value)
    return f"{_number(figure.value)} ({_number(figure.low)} to {_number(figure.high)})"


def claims_words(agreement: Agreement) -> str:
    """How many claims the figures rest on, in one sentence."""
    two, all_of_them = f"{agreement.claims_with_two:,}", f"{agreement.claims:,}"
    if not agreement.claims_with_two:
        return f"None of {all_of_them} claims has votes of two reviewers yet, so there is nothing to compare."
    return f"{two} of {all_of_them} claims have votes of two reviewers or more; the figures rest on those."


def strangers_words(agreement: Agreement) -> str:
    """How many pairs of reviewers share no claim, in one line; empty where there is none."""
    number = len(agreement.pairs) - len(agreement.compared)
    if not number:
        return ""
    return "1 pair shares no claim" if number == 1 else f"{number:,} pairs share no claim"


def agreement_lines(agreement: Agreement) -> list[str]:
    """The whole report as lines of plain text; tables are padded to columns."""
    lines = [claims_words(agreement), ""]
    lines += _table(
        ("", "value (95 % interval)", "claims"),
        [
            ("Krippendorff's alpha", figure_words(agreement.alpha), f"{agreement.alpha.claims:,}"),
            ("Fleiss' kappa", figure_words(agreement.fleiss), f"{agreement.fleiss.claims:,}"),
        ],
    )
    lines += _part(
        ("Cohen's kappa", "value", "claims"),
        [(f"{pair.first} and {pair.second}", pair.kappa) for pair in agreement.compared],
    )
    if strangers := strangers_words(agreement):
        lines += [*(() if agreement.compared else ("",)), strangers]
    if agreement.claims_with_two:
        lines += ["", "How often two reviewers of one claim answered so:"]
        words = [CATEGORY_WORDS[category] for category in agreement.categories]
        rows = zip(words, agreement.confusion, strict=True)
        lines += _table(("", *words), [(word, *(f"{number:,}" for number in row)) for word, row in rows])
    for name, figures in (("kind", agreement.by_kind), ("article", agreement.by_article)):
        lines += _part(
            (f"Alpha by {name}", "value (95 % interval)", "claims"),
            [(key.replace("_", " ") if name == "kind" else key, figure) for key, figure in figures],
        )
    return lines


def _part(head: Sequence[str], figures: Sequence[tuple[str, Figure]]) -> list[str]:
    rows = [(name, figure_words(figure), f"{figure.claims:,}") for name, figure in figures]
    return ["", *_table(head, rows)] if rows else []


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    return [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    ]


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00")

"""Texts that nobody writes: what a careless rule would take hours over. Each is made as long as asked for."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

_SENTENCE = "Magnesium helps 30% of people with MS, studies show. "


def _over_and_over(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _half_open(opened: str, closed: str = "") -> Callable[[int], str]:
    """As many that open as that close, all of the first before any of the second."""

    def make(length: int) -> str:
        times = length // (len(opened) + len(closed)) + 1
        return (opened * times + closed * times)[:length]

    return make


def _lines(line: Callable[[int], str]) -> Callable[[int], str]:
    """Lines that differ by their number."""

    def make(length: int) -> str:
        made: list[str] = []
        size = 0
        for i in count():
            if size >= length:
                return "".join(made)[:length]
            made.append(line(i))
            size += len(made[-1])
        raise AssertionError

    return make


def _staircase(line: Callable[[int], str]) -> Callable[[int], str]:
    """Lines each indented deeper than the one before; the indents alone are most of the text."""
    return lambda length: "".join(line(i) for i in range(int((2 * length) ** 0.5)))[:length]


def _in_the_middle(before: str, piece: str, after: str) -> Callable[[int], str]:
    return lambda length: before + _over_and_over(piece)(length) + after


HOSTILE: dict[str, Callable[[int], str]] = {
    "full stops": _over_and_over("."),
    "full stops and blanks": _over_and_over(". "),
    "questions": _over_and_over("?"),
    "question marks and letters": _over_and_over("?A "),
    "ellipses": _over_and_over("… "),
    "dots and letters": _over_and_over("a.b."),
    "initials": _over_and_over("J. R. "),
    "one word": _over_and_over("x"),
    "one capital": _over_and_over("X"),
    "capitalised words": _over_and_over("Spinach "),
    "words": _over_and_over("word "),
    "words with commas": _over_and_over("it is so, "),
    "words with capitals inside": _over_and_over("aB"),
    "digits": _over_and_over("7"),
    "digits and commas": _over_and_over("7,"),
    "digits and stops": _over_and_over("1.2."),
    "digits and blanks": _over_and_over("12 "),
    "numbers with units": _over_and_over("400 mg "),
    "numbers in brackets": _over_and_over("[1]"),
    "footnotes": _over_and_over("so.[1] "),
    "footnotes without end": _over_and_over(".[1,"),
    "superscripts": _over_and_over("so.¹²,³ "),
    "sentences of one word": _over_and_over("Yes. "),
    "sentences on one line": _over_and_over(_SENTENCE),
    "sentences in capitals": _over_and_over(_SENTENCE.upper()),
    "sentences, one a line": _over_and_over(_SENTENCE.strip() + "\n"),
    "sentences, one a paragraph": _over_and_over(_SENTENCE.strip() + "\n\n"),
    "wrapped sentences": _over_and_over(_SENTENCE + "\nand they sleep better at night, which is why they ask\n"),
    "lines in lower case": _over_and_over("and so it goes on with the same words as on the line before\n"),
    "abbreviations": _over_and_over("Dr. e.g. vs. al. Fig. "),
    "a doctor's name": _over_and_over("Dr. A. B. Smith, M.D., Ph.D., "),
    "bullets": _over_and_over("• Nuts\n"),
    "bullets in one line": _over_and_over("• Nuts "),
    "bullets alone": _over_and_over("•\n"),
    "bullets in a row": _over_and_over("• "),
    "glued bullets": _over_and_over("•"),
    "emoji bullets": _over_and_over("✅"),
    "emoji with joiners": _over_and_over("🧑🏽‍⚕️"),
    "bullets and joiners": _over_and_over("✅\u200d"),
    "numbered items": _lines(lambda i: f"{i % 99}. Nuts\n"),
    "numbers alone": _over_and_over("1. "),
    "numbers all over": _over_and_over("1) a) "),
    "headings": _lines(lambda i: f"{'#' * (i % 6 + 1)} Part {i}\n"),
    "headings of ever new styles": _lines(lambda i: f"{'.'.join('1' * (i % 40 + 1))} Part\n\n"),
    "headings and bullets": _over_and_over("## What it is\n\n• Nuts\n\n"),
    "plain headings": _over_and_over("What it is\n\n"),
    "plain headings in a block": _over_and_over("What it is\n"),
    "one heading with many words": _over_and_over("## Heading of "),
    "labels": _over_and_over("Foods:\n"),
    "label in label": _over_and_over("Foods: "),
    "label and text": _over_and_over("What it is:\nNuts\n"),
    "questions of an FAQ": _in_the_middle("FAQ\n\n", "Is it safe?\n\nIt is.\n\n", ""),
    "marked questions": _over_and_over("Q: Is it safe?\nA: It is.\n"),
    "a list of contents": _in_the_middle("Contents\n", "Nuts and seeds\n", ""),
    "lists of contents": _over_and_over("Contents\n"),
    "contents without repeats": _lines(lambda i: f"Part {i}\n" if i else "Contents\n"),
    "a reference": _in_the_middle("Text here.\n\nReferences\n\n", "Smith J, Lee K. A trial. J Med 2014;46(1):2. ", ""),
    "references": _in_the_middle("Text.\n\nReferences\n\n", "1. Smith J. A trial. J Med. 2014;46(1):2-9.\n", ""),
    "authors": _over_and_over("A. B. Carter1, J. Lee2,*, "),
    "authors on lines": _over_and_over("A. B. Carter1, J. Lee2,*, and M. van der Berg1,2\n"),
    "e-mail headers": _over_and_over("Subject: x\n"),
    "stairs of bullets": _staircase(lambda i: " " * i + "• Nuts\n"),
    "stairs of text": _staircase(lambda i: " " * i + "and so on\n"),
    "stairs of quotations": _staircase(lambda i: ">" * i + " so\n"),
    "indents in turn": _lines(lambda i: " " * (i % 300) + "• Nuts\n"),
    "quotation signs": _over_and_over("> "),
    "quoted lines": _over_and_over("> > > It is so.\n"),
    "open brackets": _over_and_over("("),
    "open brackets with words": _over_and_over("(it is so. "),
    "brackets in brackets": _half_open("(", ")"),
    "brackets with sentences": _half_open("(It is. ", ") "),
    "square brackets": _half_open("[", "]"),
    "links": _over_and_over("[a](b"),
    "images": _over_and_over("!["),
    "stars": _over_and_over("*"),
    "stars with words": _over_and_over("**a "),
    "emphasis in emphasis": _half_open("*a", "a*"),
    "underscores": _over_and_over("_a_"),
    "backticks": _over_and_over("`"),
    "open quotes": _over_and_over("“It is so. "),
    "straight quotes": _over_and_over('"'),
    "quotes after stops": _over_and_over('."'),
    "quotes and apostrophes": _over_and_over("'It’s."),
    "pipes": _over_and_over("|"),
    "pipes with cells": _over_and_over("| a "),
    "a pipe table": _over_and_over("| Nuts | 80 mg |\n"),
    "pipe rules": _over_and_over("|---|---|\n"),
    "a table with tabs": _over_and_over("Nuts\t80 mg\n"),
    "tabs": _over_and_over("\t"),
    "cells in one line": _over_and_over("Nuts\t"),
    "wide gaps": _over_and_over("Nuts   "),
    "a flat table": _in_the_middle("Food Magnesium\n", "Spinach 157 mg\n", ""),
    "flat rows": _over_and_over("Spinach Cooked 157\n"),
    "rows that are almost a table": _lines(lambda i: "Spinach 157 mg\n" if i % 12 else "It is so that it is.\n"),
    "lone amounts": _over_and_over("Spinach 157 mg\n\n"),
    "almost lone amounts": _lines(lambda i: f"Spinach {i}\n\n" if i % 3 else "Spinach that grows\n\n"),
    "short lines": _over_and_over("Nuts\n"),
    "an intro and short lines": _in_the_middle("These are:\n", "Nuts\n", ""),
    "intros": _over_and_over("These foods include:\n"),
    "boilerplate": _over_and_over("Published on May 3, 2024\n"),
    "dates": _over_and_over("May 3, 2024 "),
    "minutes": _over_and_over("5 min "),
    "breadcrumbs": _over_and_over("Home > "),
    "crumbs on lines": _over_and_over("Home > Heart > Guide\n"),
    "addresses": _over_and_over("https://example.org/"),
    "addresses in words": _over_and_over("www.Example.Org "),
    "slashes": _over_and_over("and/or"),
    "newlines": _over_and_over("\n"),
    "newlines and blanks": _over_and_over(" \n"),
    "carriage returns": _over_and_over("\r"),
    "blanks": _over_and_over(" "),
    "blanks in a sentence": _in_the_middle("It is", " ", "so. Yes."),
    "blanks after a stop": _in_the_middle("It is.", " ", "It is."),
    "hard blanks": _over_and_over("\u00a0"),
    "words and line separators": _over_and_over("It is.\u2028"),
    "hyphens": _over_and_over("-"),
    "hyphens and blanks": _over_and_over("- "),
    "dashes": _over_and_over("— "),
    "rules": _over_and_over("---\n"),
    "underlined": _over_and_over("Text\n----\n"),
    "hashes": _over_and_over("#"),
    "Chinese": _over_and_over("水は大切。"),
    "Arabic": _over_and_over("الماء مهم. هل هو آمن؟ "),
    "marks on one letter": _in_the_middle("e", "\u0301", ""),
    "zero width": _over_and_over("\u200b"),
    "bidi marks": _over_and_over("\u202e\u2066a"),
    "NULs": _over_and_over("\x00"),
    "surrogates": _over_and_over("\ud83d"),
    "orders": _over_and_over("For the best, if you can, please always then "),
    "conditions": _over_and_over("if you are so, especially so, "),
    "wise words": _over_and_over("It is important to "),
    "duties": _over_and_over("people should "),
    "professionals": _over_and_over("your doctor or your "),
    "that which": _over_and_over("that which "),
    "announcements": _over_and_over("some of the following "),
    "this article": _over_and_over("This article "),
    "studies": _over_and_over("Smith et al. and colleagues & "),
    "journals": _over_and_over("published in the Journal of the "),
    "source words": _over_and_over("studies "),
    "units of time": _over_and_over("5 mg daily per day "),
    "not a claim": _over_and_over("no side no side "),
    "it is thought": _over_and_over("it is believed thought "),
}
"""Name -> what makes such a text, about as many characters long as asked for."""

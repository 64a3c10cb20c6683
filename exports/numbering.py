"""Whole numbers for what has a name here, for formats that know only numbers; the same in every export.

A number is made of the name by a hash, so that neither filters nor later labels change it. ``ids.tsv`` in the dataset
gives the names back.
"""

from __future__ import annotations

import csv
import hashlib
from typing import TextIO

from annotator.label_files.cells import defused

IDS = "ids.tsv"
"""The file with the names: no reader of those formats takes it for one of its own."""

LEAST = 10**14
"""Numbers of ours have 15 digits: no PMID and no ISBN has, and JavaScript still tells them apart."""

_BITS = 48


def number_of(name: str) -> int:
    """A number of ``name``; that of another name may be the same, once in 281,474,976,710,656."""
    return LEAST + int.from_bytes(hashlib.blake2b(name.encode(), digest_size=_BITS // 8).digest())


class Numbering:
    """The numbers of one dataset, no two of which are the same, and its ``ids.tsv``, which is ``file``. No cell of it
    is a formula."""

    def __init__(self, file: TextIO) -> None:
        self._writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        self._writer.writerow(("what", "id", "name", "where"))
        self._taken: set[int] = set()

    def number(self, name: str) -> int:
        """A number for ``name``, which was asked for none before."""
        number = number_of(name)
        while number in self._taken:
            number += 1
        self._taken.add(number)
        return number

    def tell(self, what: str, number: int | str, name: str, where: str = "") -> None:
        """Have ``ids.tsv`` say what a number stands for, and where that is."""
        self._writer.writerow((what, number, defused(name), defused(where)))

"""What the layout gives: blocks, and what each is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a block is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"
    REFERENCE = "reference"
    BOILERPLATE = "boilerplate"  # a whole line
    NOTICE = "notice"  # end matter in prose: cut into sentences
    QUESTION = "question"  # a question of an FAQ, asked on its own line and answered below


@dataclass(slots=True)
class Block:
    """``text[start:end]`` is one block, without its marker. ``depth`` is how deep a heading or an item stands, from 1;
    0 for everything else."""

    part: Part
    start: int
    end: int
    depth: int = 0

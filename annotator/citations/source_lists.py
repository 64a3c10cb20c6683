"""Lists of sources to take along, in the formats of reference managers and in journals' styles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from annotator.citations.bibliographies import STYLE_WORDS, Style, bibliography, bibliography_html
from annotator.citations.reference_files.model import FORMAT_WORDS, Format
from annotator.citations.reference_files.to_bibtex import to_bibtex
from annotator.citations.reference_files.to_csl_json import to_csl_json
from annotator.citations.reference_files.to_ris import to_ris
from annotator.citations.work import Work

Write = Callable[[Sequence[Work], Sequence[str]], str]
"""Works, and a remark for each (such as that it is retracted), empty where there is none -> the text of a file."""


@dataclass(frozen=True, slots=True)
class SourceFormat:
    """A format of a list of sources: what people call it, what its file's name ends with, and how it is written.

    ``write_html`` is there where a list can also be had as a page.
    """

    name: str
    words: str
    suffix: str
    media_type: str
    write: Write
    write_html: Write | None = None


def _with_notes(write: Callable[[Sequence[Work]], str]) -> Write:
    """Written with each remark at the head of its work's note."""

    def written(works: Sequence[Work], remarks: Sequence[str]) -> str:
        return write([_noted(work, remark) for work, remark in zip(works, remarks, strict=True)])

    return written


def _noted(work: Work, remark: str) -> Work:
    if not remark:
        return work
    return replace(work, csl={**work.csl, "note": ". ".join(filter(None, (remark, work.csl.get("note"))))})


def _styled(style: Style) -> SourceFormat:
    return SourceFormat(
        style.value,
        STYLE_WORDS[style],
        ".txt",
        "text/plain",
        partial(_in_style, style=style),
        partial(_in_style_html, style=style),
    )


def _in_style(works: Sequence[Work], remarks: Sequence[str], *, style: Style) -> str:
    return bibliography(works, style, remarks)


def _in_style_html(works: Sequence[Work], remarks: Sequence[str], *, style: Style) -> str:
    return bibliography_html(works, style, remarks)


_ALL = (
    SourceFormat("ris", FORMAT_WORDS[Format.RIS], ".ris", "application/x-research-info-systems", _with_notes(to_ris)),
    SourceFormat("bibtex", FORMAT_WORDS[Format.BIBTEX], ".bib", "application/x-bibtex", _with_notes(to_bibtex)),
    SourceFormat("csl-json", FORMAT_WORDS[Format.CSL_JSON], ".json", "application/json", _with_notes(to_csl_json)),
    *map(_styled, Style),
)
SOURCE_FORMATS = {each.name: each for each in _ALL}
"""Every format of a list of sources, by name."""

"""Links in a printed entry: what names or opens a publication in it becomes a link, and its words stay as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from annotator.model import Source, SourceType

_TAG = re.compile(r"(<[^>]*>)")
_ADDRESS = r"https?://[^\s<>\"]*[^\s<>\".,;:)\]]"
_AROUND = {
    SourceType.DOI: (r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?", ""),
    SourceType.PMID: (r"(?:PubMed )?PMID:?\s?", r"(?!\d)"),
    SourceType.PMCID: (r"(?:PMCID:\s?)?", r"(?!\d)"),
    SourceType.NCT: ("", r"(?!\d)"),
    SourceType.ISBN: (r"(?:ISBN:?\s?)", r"(?!\d)"),
    SourceType.URL: ("", ""),
}
"""What a style puts before a number, which belongs into its link, and what must not follow it."""


def linked(entry: str, sources: Sequence[Source]) -> str:
    """``entry``, which is safe HTML, with a link on each number of ``sources`` and on each web address in it."""
    seek = re.compile("|".join([*(f"({_printed(source)})" for source in sources), _ADDRESS]), re.IGNORECASE)

    def link(found: re.Match[str]) -> str:
        address = sources[found.lastindex - 1].url if found.lastindex else html.unescape(found[0])
        return f'<a href="{html.escape(address)}">{found[0]}</a>'

    return "".join(part if part.startswith("<") else seek.sub(link, part) for part in _TAG.split(entry))


def _printed(source: Source) -> str:
    before, behind = _AROUND[source.type]
    shown = source.shown.removeprefix("PMID ").removeprefix("ISBN ")
    return before + re.escape(html.escape(shown, quote=False)) + behind

"""What was typed so far of an identifier, as the identifiers that it may become begin."""

from __future__ import annotations

import re


def beginning_of(typed: str) -> str:
    """``typed`` in lower case, without what stands before an identifier and is no part of it: ``doi:``, an address that
    it opens at, ``https://``. The hyphens of a number typed in groups are dropped."""
    bare = _BEFORE.sub("", typed.strip().lower(), count=1)
    return bare.replace("-", "") if _GROUPED.fullmatch(bare) else bare


_BEFORE = re.compile(
    r"""^(?: (?:https?://)? (?: (?:dx\.|www\.)?doi\.org/ | (?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov/
              | (?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/ | pmc\.ncbi\.nlm\.nih\.gov/articles/
              | (?:www\.)?clinicaltrials\.gov/(?:ct2/show|study)/ )
          | https?:// | (?:doi|pmid|pmcid|pubmed|e?isbn)(?:\s*[:=\#]\s*|\s+) )""",
    re.VERBOSE,
)
_GROUPED = re.compile(r"\d[\d-]*x?")

"""What identifiers look like amid other words."""

from __future__ import annotations

import re

from annotator.citations.dois import DOI_PREFIX

_DOI_START = rf"(?:doi\s*[:=]?\s*)?{DOI_PREFIX[:-1]}(?:/|%2f)"
_ANOTHER = rf"(?:[,;|](?:{_DOI_START}|https?://|PMC\d|NCT\d|PMC?ID|ISBN)|[.,;|]?PMC?ID\s*:)"
_TO_THE_END = rf"(?:(?!{_ANOTHER})\S)*"
_NUMBERS = r"\d+(?:\s*(?:[,;&]|,?\s*\band\b)\s*\d{5,8}(?![\w/]))*"
LIKELY = re.compile(
    rf"""
      (?P<address> https?://(?:(?!{_ANOTHER})[^\s"])* | www\.(?:(?!{_ANOTHER})[^\s"])+
        | \b(?:dx\.)?doi\.org/{_TO_THE_END} | \b(?:www\.)?(?:pubmed\.|pmc\.)?ncbi\.nlm\.nih\.gov/{_TO_THE_END}
        | \b(?:clinicaltrials\.gov|pubmed\.gov|europepmc\.org)/{_TO_THE_END} )
    | (?P<doi> (?:\bdoi\s*[:=]?\s*)?(?<![\d.]){DOI_PREFIX[:-1]}(?:/|%2f){_TO_THE_END} )
    | (?P<pmcid> (?:\b|(?<=\d))PMC\s*(?:ID\b)?[\s:=\#]*(?:PMC\s*)?\d+(?:\.\d+)? )
    | (?P<many> (?:\bPMIDs\b[\s:=\#]*\d+(?:\s*(?:[,;&]|,?\s*\band\b|\s)\s*\d+)*
        | (?:\b|(?<=\d))PMID\b[\s:=\#]*{_NUMBERS}) )
    | (?P<pmid> \b(?:PMID|PubMed\s*(?:ID)?)[\s:=\#]*\d+ )
    | (?P<nct> \bNCT[\s-]?\d+ )
    | (?P<isbn> \be?-?ISBN(?:[\s-]?1[03](?=\D))?[\s:=\#]*(?:
          97[89](?:[\s–-]?\d){{10}}(?!\d) | (?:\d[\s–-]?){{9}}[\dXx](?![\dXx]) | \d[\d–-]*[Xx]? )
        | (?<![\w.–-])97[89](?:[\s–-]?\d){{10}}(?![\w–-]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What an identifier begins with, and how far it goes at most; its reader says what of it is one."""

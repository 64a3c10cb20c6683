"""DOIs (ISO 26324): found in what was typed, compared in lower case, shown as they were given."""

from __future__ import annotations

import re
import string
from urllib.parse import quote, unquote

from annotator.citations.cleaning import check_length, check_single, clean, has_foreign_digits, settle, trim_tail
from annotator.errors import InvalidIdentifier
from annotator.model import Source, SourceType

DOI_PREFIX = r"10\.[0-9]{4,9}(?:\.[0-9]+)*/"

_DOI = re.compile(rf"{DOI_PREFIX}\S+")
_PLAIN = re.compile(rf"{DOI_PREFIX}[A-Za-z0-9._/()-]*[A-Za-z0-9]")  # nothing to undo, nothing to quote
_IN_PATH = re.compile(rf"/({DOI_PREFIX}.+)")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("&(?:lt|gt|amp);")  # in SICI DOIs that were copied from a page's source
_CLOSING_TAG = re.compile("</[a-z][a-z0-9]*>.*", re.DOTALL)
_TRACKING = re.compile(r"\?[\w.-]+=.*", re.DOTALL)  # what a site adds; a DOI itself may hold a question mark
_VIEW = re.compile(
    r"(?:/(?:full|abstract)/(?:[a-z]{2}|zh_han[st])"  # in another language
    r"|/(?:full|fulltext|full-text|abs|abstract|pdf|pdfdirect|epdf|epub|html|meta|summary|references|figures|citedby"
    r"|related|related-content|information|read-it|appendices)|(?:v[0-9]{1,2})?\.(?:full|abstract|pdf|full\.pdf|full-text)|\.full\.pdf\+html)$",
    re.IGNORECASE,
)
_PREPRINT_VERSION = re.compile(r"(10\.(?:1101|64898)/.+?)v[0-9]{1,2}$")  # bioRxiv and medRxiv put it behind the DOI
_PRINTED_KIND = re.compile(r"(?:\s*\[doi\])+$", re.IGNORECASE)  # PubMed puts it behind each
_OXFORDS_NUMBER = re.compile(r"(10\.1093/[^/]+/[^/]+|10\.(?!1093/)[0-9.]+/[^/]+(?:/[^/]+)?)/[0-9]{5,}$")
_LONG_DASHES = re.compile("[‐‑‒–—―−]")
_LOWER_ASCII = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_OXFORD = "academic.oup.com"  # puts the number of its page behind the DOI
_RESOLVER = "https://doi.org/"
_SHORT = 1_000
_SAFE_IN_ADDRESS = "/:;()._-~!$*'+,=@"


def doi_source(text: str) -> Source:
    """The source a DOI names. ``text`` begins with ``10.``; percent-encoding, tracking and full stops are undone.

    Raises InvalidIdentifier with what is wrong with it.
    """
    if len(text) <= _SHORT and _PLAIN.fullmatch(text):  # as most are: what follows would change nothing
        return Source(SourceType.DOI, text.translate(_LOWER_ASCII), text, _RESOLVER + text)
    doi = settle(_decoded, text)
    if re.search(r"\s", doi):
        check_single(doi)
        raise InvalidIdentifier(f"a DOI has no blanks: {doi[:80]}. Join its parts, and leave out what is not the DOI")
    if not _DOI.fullmatch(doi):
        raise InvalidIdentifier(f"a DOI looks like 10.1056/NEJMoa2034577, not {doi[:80]}: copy it from the article")
    check_single(doi)
    if has_foreign_digits(doi):
        raise InvalidIdentifier("there are digits other than 0 to 9 in this DOI: type them as 0 to 9")
    if _LONG_DASHES.search(doi):
        raise InvalidIdentifier("there is a long dash in this DOI, from a printed page: type it as a hyphen")
    address = _RESOLVER + quote(doi, safe=_SAFE_IN_ADDRESS)
    check_length(address)  # percent-encoding made it longer
    return Source(SourceType.DOI, doi.translate(_LOWER_ASCII), doi, address)


def doi_in_address(host: str, path: str, query: str) -> str | None:
    """The DOI inside a publisher's address, without the name of the page's view; None when there is none."""
    found = _IN_PATH.search(unquote(path)) if "10" in path or "%" in path else None
    if found:
        view_dropped = settle(lambda text: _VIEW.sub("", text), found[1].rstrip("/"))
        if host == _OXFORD:
            return _OXFORDS_NUMBER.sub(r"\1", view_dropped)
        return _PREPRINT_VERSION.sub(r"\1", view_dropped)
    for field in query.split("&") if query else ():
        value = unquote(field.partition("=")[2]).removeprefix("doi:")
        if _DOI.fullmatch(value):
            return value
    return None


def _decoded(text: str) -> str:
    """One round of undoing what addresses and sentences do to a DOI."""
    try:
        text = clean(unquote(text, errors="strict"))
    except UnicodeDecodeError:
        raise InvalidIdentifier(f"the percent signs in {text[:80]} do not decode: copy the DOI from the page") from None
    text = _CLOSING_TAG.sub("", _ENTITY.sub(lambda found: _ENTITIES[found[0]], text))
    return trim_tail(_PRINTED_KIND.sub("", _TRACKING.sub("", text))).rstrip("/")

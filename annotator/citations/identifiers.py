"""Reading an identifier however it was typed: one source, one key.

What cannot be read is refused with the reason, and a bare number is asked about: it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from annotator.citations.addresses import DOI_HOSTS, address_source, normal_address
from annotator.citations.cleaning import check_single, clean, trim_tail
from annotator.citations.dois import DOI_PREFIX, doi_in_address, doi_source
from annotator.citations.isbn import looks_like_isbn, to_isbn13
from annotator.citations.one_number import check_one_number, check_one_piece, check_plain_digits, in_thousands
from annotator.citations.other_registers import check_not_elsewhere
from annotator.errors import AmbiguousIdentifier, InvalidIdentifier
from annotator.model import Source, SourceType

_FORMS = "give a DOI, PMID, PMCID, NCT number, ISBN or web address"
_WITHOUT_SCHEME = re.compile(
    r"(?:www\.|(?:dx\.)?doi\.org/|(?:pubmed|pmc)\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/|clinicaltrials\.gov/"
    r"|pubmed\.gov/|europepmc\.org/)",
    re.IGNORECASE,
)
_BEHIND_A_PROXY = re.compile(r"/login\?(?:.*&)?q?url=(https?(?:://|%3a%2f%2f).+)", re.IGNORECASE)
_AT_A_PROXY = re.compile(r"^((?:www-|pubmed-|pmc-)?ncbi-nlm-nih-gov)\.[^/]+")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+-]*):(?=\S)")


def parse_identifier(text: str) -> Source:
    """The source ``text`` names: a DOI, PMID, PMCID, NCT number, ISBN or web address, in any usual form.

    The same source gives the same ``(type, identifier)`` however it was typed; so do its ``shown`` and its ``url``.
    Raises InvalidIdentifier with the reason, and AmbiguousIdentifier with the choices for a bare number.
    """
    cleaned = trim_tail(clean(text))
    if _WITHOUT_SCHEME.match(cleaned):
        cleaned = "https://" + cleaned
    for form, read in _READERS_BY_START.get(cleaned[:1].lower(), _READERS):
        found = form.match(cleaned)
        if found:
            return read(cleaned[found.end() :])
    return _read_unlabelled(cleaned)


def _read_doi(rest: str) -> Source:
    if re.match(r"https?://", rest, re.IGNORECASE):
        return _read_address(rest)
    return doi_source(rest)


def _read_address(text: str) -> Source:
    address = normal_address(text)
    place, _, query = address.partition("://")[2].partition("?")  # what is normal has neither user nor fragment
    behind = _BEHIND_A_PROXY.search(address)
    if behind:  # libraries let their readers in so; what is not encoded goes to the end
        return _read_address(behind[1] if "://" in behind[1][:8] else unquote(behind[1].partition("&")[0]))
    if "ncbi-nlm-nih-gov." in place:
        place = _AT_A_PROXY.sub(lambda found: found[1].replace("-", "."), place)
    host, _, path = place.partition("/")
    for form, read in _REGISTRIES if _REGISTRY_HOSTS.search(host) else ():
        found = form.fullmatch(f"{place}?{query}")
        if found:
            return read(found[1])
    if host in DOI_HOSTS:
        doi = path.lstrip("/")
        return doi_source(doi) if doi.startswith("10.") else address_source(address)
    doi_inside = doi_in_address(host, "/" + path, query)
    if doi_inside is not None:
        try:
            return doi_source(doi_inside)
        except InvalidIdentifier:  # a part of the path that only looks like one: the page is still a page
            return address_source(address)
    return address_source(address)


def _read_pmid(rest: str) -> Source:
    check_plain_digits(rest)
    if re.fullmatch("0+", rest):
        raise InvalidIdentifier("there is no PMID 0: copy the number from PubMed")
    if re.fullmatch("[0-9]{9,}", rest):
        raise InvalidIdentifier(f"a PMID has at most 8 digits, this one has {len(rest)}: copy the number from PubMed")
    if not re.fullmatch("[1-9][0-9]{0,7}", rest):
        check_one_piece(rest, "a PMID")
        check_one_number(rest)
        raise InvalidIdentifier(
            f"a PMID is a number of 1 to 8 digits, not {rest[:60] or 'nothing'}: copy it from PubMed"
        )
    return Source(SourceType.PMID, rest, f"PMID {rest}", f"https://pubmed.ncbi.nlm.nih.gov/{rest}/")


def _read_pmcid(rest: str) -> Source:
    check_plain_digits(rest)
    found = re.fullmatch(r"(?:PMC)?\s*([1-9][0-9]{0,7})(?:\.[0-9]{1,3})?", rest, re.IGNORECASE)
    if not found:
        check_one_piece(rest, "a PMCID")
        check_one_number(rest)
        raise InvalidIdentifier(f"a PMCID is PMC and 1 to 8 digits, like PMC7745181, not {rest[:60]}: copy it again")
    number = f"PMC{found[1]}"
    return Source(SourceType.PMCID, number, number, f"https://pmc.ncbi.nlm.nih.gov/articles/{number}/")


def _read_nct(rest: str) -> Source:
    check_plain_digits(rest)
    found = re.fullmatch(r"(?:NCT)?[\s-]?([0-9]{8})", rest, re.IGNORECASE)
    if not found:
        check_one_piece(rest, "an NCT number")
        check_one_number(rest)
        raise InvalidIdentifier(f"an NCT number has 8 digits, like NCT04368728, not {rest[:60]}: copy it again")
    number = f"NCT{found[1]}"
    return Source(SourceType.NCT, number, number, f"https://clinicaltrials.gov/study/{number}")


def _read_isbn(rest: str) -> Source:
    check_plain_digits(rest)
    number = to_isbn13(rest)
    return Source(SourceType.ISBN, number, f"ISBN {number}", f"https://openlibrary.org/isbn/{number}")


def _read_unlabelled(text: str) -> Source:
    """A text without a label: a bare number is an ISBN when its check digit says so, and ambiguous otherwise."""
    check_plain_digits(text)
    if looks_like_isbn(text):
        return _read_isbn(text)
    if re.fullmatch("[1-9][0-9]{0,7}", text):
        choices = (f"PMID {text}", f"PMC{text}")
        raise AmbiguousIdentifier(f"{text} could be {choices[0]} or {choices[1]}: say which", choices)
    if re.fullmatch("[0-9]+", text):
        raise InvalidIdentifier(
            f"{text[:60]} is no source: a PMID has 1 to 8 digits and no leading 0, an ISBN 10 or 13"
        )
    if in_thousands(text):
        check_one_piece(text, "a PMID or PMCID")
    check_single(text)
    if re.match(DOI_PREFIX, "".join(text.split())):
        return doi_source(text)  # which says that a DOI has no blanks
    check_one_number(text)
    check_not_elsewhere(text)
    scheme = _SCHEME.match(text)
    if scheme:
        raise InvalidIdentifier(f"{scheme[1][:20]}: cannot be opened safely here: {_FORMS} (https:// or http://)")
    raise InvalidIdentifier(f"{text[:60]} names no source: {_FORMS} (an address begins with https://)")


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_Reader = Callable[[str], Source]

_DOI = (_form(rf"(?={DOI_PREFIX}|{DOI_PREFIX[:-1]}%2f)"), doi_source)
_DOI_LABELLED = (_form(r"info:doi/|urn:doi:|doi\s*[:=]\s*|doi\s+(?=10\.|https?:)|doi(?=10\.)"), _read_doi)
_ADDRESS = (_form(r"(?=https?://)|ur[il]\s*:\s*(?=https?://)"), _read_address)
_PMCID = (_form(r"(?=PMC\s*[0-9])|PMC\s*(?:id\b|[:=#])[\s:=#]*|PMCID(?=[0-9])"), _read_pmcid)
_PMID = (
    _form(r"info:pmid/|(?:PubMed\s+)?PMID\b(?:\s*-\s)?[\s:=#]*|PMID(?=[0-9])|PubMed\s*(?:id\b)?[\s:=#]*(?=\d)"),
    _read_pmid,
)
_NCT = (_form(r"(?:clinical\s?trials(?:\.gov)?\s*(?:identifier|id|number)?[\s:=#]*)?(?=NCT[\s-]?\d)"), _read_nct)
_NCT_LABELLED = (_form(r"NCT\s*(?:id|number|no\.?)?\s*[:=#]\s*"), _read_nct)
_ISBN = (_form(r"urn:isbn:|e?-?ISBN(?:[\s-]?1[03](?=\D))?[\s:=#]*"), _read_isbn)
_READERS = (_DOI, _DOI_LABELLED, _ADDRESS, _PMCID, _PMID, _NCT, _NCT_LABELLED, _ISBN)
"""How the labelled forms begin, and who reads what follows. The first that fits wins."""
_READERS_BY_START = {"1": (_DOI,), "d": (_DOI_LABELLED,), "h": (_ADDRESS,), "p": (_PMCID, _PMID)}
_READERS_BY_START |= {"n": (_NCT, _NCT_LABELLED), "i": (_DOI_LABELLED, _PMID, _ISBN), **dict.fromkeys("023456789", ())}
"""Those of them that can begin with this character; with any other, all are tried."""

_PMIDS = r"([0-9]+(?:(?:,|%2C)[0-9]+)*)"
"""A PMID in an address, or a list of them, which is refused for what it is."""
_REGISTRIES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_form(rf"(?:(?:www\.|m\.)?pubmed\.ncbi\.nlm\.nih|(?:www\.)?pubmed)\.gov/{_PMIDS}(?:[/?].*)?"), _read_pmid),
    (_form(rf"(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/{_PMIDS}(?:[/?].*)?"), _read_pmid),
    (_form(rf"(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/?\?(?:.*&)?term={_PMIDS}(?:&.*)?"), _read_pmid),
    (_form(rf"pubmed\.ncbi\.nlm\.nih\.gov/?\?(?:.*&)?term={_PMIDS}(?:&.*)?"), _read_pmid),
    (
        _form(
            r"(?:www\.)?ncbi\.nlm\.nih\.gov/(?:entrez/query\.fcgi|sites/entrez/?|entrez/?)\?(?=(?:.*&)?db=pubmed(?:&|$))"
            r"(?:.*&)?(?:list_uids|term|uid)=([0-9]+)(?:&.*)?"
        ),
        _read_pmid,
    ),
    (
        _form(r"(?:(?:www\.)?ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/pmid/([0-9]+)(?:[/?].*)?"),
        _read_pmid,
    ),
    (_form(r"(?:www\.)?europepmc\.org/(?:article|abstract)/med/([0-9]+)(?:[/?].*)?"), _read_pmid),
    (_form(r"(?:www\.)?ncbi\.nlm\.nih\.gov/(?:labs/|m/)?pmc/articles/((?:PMC)?[0-9.]+)(?:[/?].*)?"), _read_pmcid),
    (_form(r"pmc\.ncbi\.nlm\.nih\.gov/articles/((?:PMC)?[0-9.]+)(?:[/?].*)?"), _read_pmcid),
    (_form(r"(?:www\.)?europepmc\.org/(?:articles?|article/pmc|abstract/pmc)/(PMC[0-9.]+)(?:[/?].*)?"), _read_pmcid),
    (
        _form(r"(?:www\.|classic\.)?clinicaltrials\.gov/(?:ct2/)?(?:show/|study/)?(?:record/)?(NCT[0-9]+)(?:[/?].*)?"),
        _read_nct,
    ),
    (_form(r"(?:www\.|search\.)?(?:openlibrary|worldcat)\.org/isbn/([0-9X-]+)(?:[/?].*)?"), _read_isbn),
)
"""Addresses that are another way to write a registry's number. Matched against host, path, ``?`` and query."""
_REGISTRY_HOSTS = re.compile(
    r"\b(?:ncbi\.nlm\.nih\.gov|pubmed\.gov|europepmc\.org|clinicaltrials\.gov|openlibrary\.org|worldcat\.org)$"
)
"""Where those addresses are."""

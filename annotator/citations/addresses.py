"""Web addresses (RFC 3986) as keys: the same page, the same words, and nothing that only follows its reader."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from annotator.citations.cleaning import check_length, check_single, settle, trim_tail
from annotator.errors import InvalidIdentifier
from annotator.model import Source, SourceType

DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_LONGEST_HOST = 253
_NORMAL = re.compile(
    r"https?://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}/[A-Za-z0-9._~/@:=,;()+-]*(?<![.,:;()])"
    r"(?:\?[A-Za-z0-9._~/@:=,;&+-]+(?<![.,:;]))?"
)
"""What every address comes to, most of them as they were given."""
_SAFE = "!$&'()*+,;=:@/?-._~"
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")


def address_source(address: str) -> Source:
    """The source an address (from ``normal_address``) names."""
    return Source(SourceType.URL, address, address, address)


def normal_address(text: str) -> str:
    """An http or https address in its one spelling: scheme and host in lower case, the host in IDNA, no default port,
    no fragment, no ``utm_`` fields, percent-encoding in its shortest form, ``/../`` followed (but in a DOI).

    Raises InvalidIdentifier for other schemes, names and passwords, blanks, and hosts that are not on the web.
    """
    is_plain = len(text) <= _LONGEST_HOST and "/." not in text
    if is_plain and _NORMAL.fullmatch(text):  # as most are: little of what follows has to be done
        kept = _without_utm(text) if "utm_" in text.lower() else text
        if kept == text or _NORMAL.fullmatch(kept):
            check_single(text)
            return kept
    if re.search(r"\s", text):
        check_single(text)
        raise InvalidIdentifier("a web address has no blanks: paste the address alone, or write its blanks as %20")
    address = settle(_one_round, text)
    check_single(address)
    check_length(address)  # percent-encoding made it longer
    return address


def _one_round(text: str) -> str:
    parts = _split(text)
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.netloc:
        raise InvalidIdentifier("a web address begins with https:// or http://, then the site: add that")
    if "@" in parts.netloc:
        raise InvalidIdentifier("there is a user name or password in this address (before the @): take it out")
    port = parts.port
    host = _normal_host(parts.hostname or "")
    netloc = host if port is None or port == _DEFAULT_PORTS[scheme] else f"{host}:{port}"
    path = _normal_escapes(parts.path) or "/"
    if "/." in path and host not in DOI_HOSTS:
        path = _without_dots(path)
    return trim_tail(urlunsplit((scheme, netloc, path, _followed(_normal_escapes(parts.query)), "")))


def _without_utm(text: str) -> str:
    page, _, query = text.partition("?")
    return "?".join(filter(None, (page, _followed(query))))


def _followed(query: str) -> str:
    """The fields of a query that name something on the page."""
    return "&".join([field for field in query.split("&") if not field.lower().startswith("utm_")])


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port  # a port that is no number is found out here
    except ValueError:
        raise InvalidIdentifier(f"{text[:80]} is not a web address: copy it from the browser again") from None
    return parts


def _without_dots(path: str) -> str:
    """The path with its steps ``.`` and ``..`` taken, as RFC 3986 (5.2.4) and browsers do."""
    *steps, last = path.split("/")[1:]
    kept: list[str] = []
    for step in [*steps, *([last] if last in (".", "..") else [])]:
        if step == "..":
            kept = kept[:-1]
        elif step != ".":
            kept.append(step)
    return "/".join(["", *kept, "" if last in (".", "..") else last])


@lru_cache(4_096)  # the same sites come again and again
def _normal_host(host: str) -> str:
    if "." not in host.strip("."):
        raise InvalidIdentifier(f"{host[:80] or 'nothing'} is not a site on the web: a site has a dot in its name")
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".") if len(host) <= _LONGEST_HOST else ""
    except UnicodeError:
        name = ""
    labels = name.split(".")
    if len(name) > _LONGEST_HOST or not all(_HOST_LABEL.fullmatch(label) for label in labels):
        raise InvalidIdentifier(f"{host[:80]} is no name a site can have: copy the address from the browser again")
    if labels[-1].isdigit():
        raise InvalidIdentifier(f"{name} is the number of a machine: cite the site by its name")
    return name


def _normal_escapes(text: str) -> str:
    """Percent-encoding where RFC 3986 asks for it and nowhere else, hex digits in upper case; a stray % is encoded."""
    kept = [_shortest(escape) for escape in _ESCAPE.findall(text)] + [""]
    plain = [quote(part, safe=_SAFE) for part in _ESCAPE.split(text)]
    return "".join(part + escape for part, escape in zip(plain, kept, strict=True))


def _shortest(escape: str) -> str:
    char = chr(int(escape[1:], 16))
    return char if _UNRESERVED.fullmatch(char) else escape.upper()

"""Addresses of the web as data and links may hold them: an article's may be any words that somebody typed."""

from __future__ import annotations

from urllib.parse import urlsplit

from annotator.citations.addresses import normal_address
from annotator.errors import InvalidIdentifier
from exports.errors import CannotExport


def web_address(text: str) -> str:
    """``text`` as an http or https address, its odd characters encoded; empty where it is none."""
    try:
        return normal_address(text.strip()) if text.strip() else ""
    except InvalidIdentifier:
        return ""


def site_named(text: str) -> str:
    """Where pages will stand, as an address without a slash at its end. Raises CannotExport for what is none."""
    try:
        address = normal_address(text.strip())
    except InvalidIdentifier as error:
        raise CannotExport(str(error)) from None
    if "?" in address or "#" in text:
        raise CannotExport(f"{text!r:.80} has ? or # in it: name the folder that the pages will be in")
    return address.rstrip("/")


def host_of(address: str) -> str:
    """The host of one of ``web_address``; empty where that is empty."""
    return urlsplit(address).hostname or ""

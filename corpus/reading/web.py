"""What an address of the web looks like."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_plain_address(address: str) -> bool:
    """Whether ``address`` is one of the web that can be kept: of a host, without a user's name or blanks."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    odd = len(address) > 2_000 or any(character.isspace() or not character.isprintable() for character in address)
    return parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc and not odd

"""Who asks: the address that the services want to know, without which nobody is asked."""

from __future__ import annotations

import os
import re

from annotator.errors import InvalidContact

OFF = "look-ups are off: set CLAIMDESK_CONTACT to an e-mail address, which Crossref and PubMed are told"

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")
_LONGEST = 254


def contact() -> str:
    """The address in ``CLAIMDESK_CONTACT``; empty where there is none, and look-ups are off.

    Raises InvalidContact for what is no e-mail address.
    """
    given = os.environ.get("CLAIMDESK_CONTACT", "").strip()
    if given and (len(given) > _LONGEST or not _ADDRESS.fullmatch(given)):
        raise InvalidContact(f"CLAIMDESK_CONTACT is no e-mail address ({given[:60]!r}): write it like ada@example.org")
    return given

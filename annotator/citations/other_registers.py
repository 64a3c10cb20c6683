"""Numbers of registers that are not read here: refused with what to give in their place."""

from __future__ import annotations

import re

from annotator.errors import InvalidIdentifier

_ARXIV = re.compile(
    r"arxiv\b\s*:?\s*([0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|[a-z-]+(?:\.[a-z]{2})?/[0-9]{7}(?:v[0-9]+)?)?", re.IGNORECASE
)
_ISRCTN = re.compile(r"ISRCTN\s*:?\s*(?:ISRCTN)?([0-9]{8})", re.IGNORECASE)
_OTHER_TRIAL = re.compile(
    r"(?:EudraCT|EUCTR|ISRCTN|ACTRN|ChiCTR|DRKS|CTRI|JPRN|UMIN|jRCT|IRCT|PACTR|KCT|TCTR|SLCTR|RBR|NTR)"
    r"[\s:/-]{0,3}(?:number|no\.?)?[\s:/-]{0,3}(?=\D{0,20}[0-9])[\w/-]{1,40}",
    re.IGNORECASE,
)
"""What WHO's other registers of trials number their trials with."""


def check_not_elsewhere(text: str) -> None:
    """Raise InvalidIdentifier for a number of a register that is not read here, with what to give in its place."""
    found = _ARXIV.match(text)
    if found:
        address = f"https://arxiv.org/abs/{found[1] or '2101.00001'}"
        raise InvalidIdentifier(f"arXiv's numbers are not read here: give the web address, like {address}")
    found = _ISRCTN.fullmatch(text)
    if found:
        address = f"https://www.isrctn.com/ISRCTN{found[1]}"
        raise InvalidIdentifier(f"ISRCTN numbers are not read here: give the web address, {address}")
    if _OTHER_TRIAL.fullmatch(text):
        raise InvalidIdentifier(
            f"of trials, only the numbers of ClinicalTrials.gov (NCT) are read here: give the address of {text[:60]}"
        )

"""Lines that are a label and a value: of the article ("Section editor: N. Dalton"), a medicine, an e-mail."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import rule, words

_DATUM = re.compile(
    r"(?!(?:Step|Part|Myth|Fact|Chapter|Section \d|Table|Figure|Box|Day|Week|Tip|Q|A|Warning|Note|Key|Question|"
    r"Answer)\b)(?!.*[a-z]{2}[.!?] [A-Z])"
    r"[A-Z][a-z]+(?: (?:[A-Z][\w.]*|of|the|for|and|[a-z]+)){0,3}:\s+[A-Z\d]\S*(?: {1,9}\S+){0,9}\Z"
)
_DRUGS_DATUM = re.compile(
    words("""
        (?:generic|brand|trade|chemical|common|other)_names? (?:drug|therapeutic)_class(?:es)? (?:dosage|dose)_forms?
        (?:active_|inactive_)?ingredients? (?:available_)?strengths? routes?(?:_of_administration)? indications?
        half-life bioavailability pregnancy_category applies_to(?:_\\w+){0,3}
    """)
    + r": \S",
    re.IGNORECASE,
)

_EMAIL_HEADER = rule(
    r"(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|List-\w+|Received|Return-Path|X-[\w-]+|MIME-Version|"
    r"Content-[\w-]+)\s*:"
)


def is_drugs_datum(line: str) -> bool:
    """Whether a line says what a medicine is: ``Drug class: Urinary anti-infectives``."""
    return len(line) <= 160 and ": " in line[:30] and bool(_DRUGS_DATUM.match(line))


def is_datum(line: str) -> bool:
    """Whether a line is a label and a short value: ``Section editor: N. Dalton``, ``Approved: 2014``."""
    return len(line) <= 90 and line[-1] not in ".?!:" and bool(_DATUM.match(line)) and not is_drugs_datum(line)


def email_headers(lines: Sequence[str]) -> int:
    """How many of the first ``lines`` of a text are the headers of an e-mail (``Subject: ...``); 0 for one alone."""
    count = 0
    while count < len(lines) and _EMAIL_HEADER.match(lines[count]):
        count += 1
    return count if count >= 2 else 0

"""What Crossref says of a DOI (REST API, ``/works/{doi}``): the work, and the notices about it.

A retracted paper carries ``updated-by``. ``update-to`` stands on the notice, and is about the paper it names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.citations.identifiers import parse_identifier
from annotator.citations.limits import within_limits
from annotator.citations.lookups.plain import plain, plain_paragraphs
from annotator.citations.retraction import Nature, Origin, RetractionNotice
from annotator.citations.work import Work
from annotator.errors import BadAnswer, InvalidIdentifier
from annotator.model import Source

MEDIA = ("application/json", "application/vnd.crossref-api-message+json")

_TYPES = {
    "journal-article": "article-journal",
    "posted-content": "article",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "dissertation": "thesis",
    "dataset": "dataset",
    "peer-review": "review",
}
_PLAIN_FIELDS = {"volume": "volume", "issue": "issue", "page": "page", "publisher": "publisher", "language": "language"}
_NATURES = {
    "retraction": Nature.RETRACTION,
    "withdrawal": Nature.RETRACTION,
    "removal": Nature.RETRACTION,
    "retraction_notice": Nature.RETRACTION,
    "retract_and_replace": Nature.RETRACTION,
    "retraction_and_replacement": Nature.RETRACTION,
    "concern": Nature.CONCERN,
    "partial_retraction": Nature.CONCERN,
    "expression_of_concern": Nature.CONCERN,
    "reinstatement": Nature.REINSTATEMENT,
    "correction": Nature.CORRECTION,
    "corrigendum": Nature.CORRECTION,
    "erratum": Nature.CORRECTION,
    "addendum": Nature.CORRECTION,
    "clarification": Nature.CORRECTION,
}


def read_message(content: bytes, source: Source) -> tuple[Work, tuple[RetractionNotice, ...]]:
    """The work in an answer about the DOI ``source``, and the notices on it. Raises BadAnswer for what is none."""
    try:
        message = json.loads(content)["message"]
    except (ValueError, RecursionError, TypeError, KeyError):
        raise BadAnswer("Crossref's answer is cut short, or is no JSON") from None
    if not isinstance(message, dict) or not (isinstance(message.get("DOI"), str) or message.get("title")):
        raise BadAnswer("Crossref's answer has no work in it")
    title = plain(_first(message.get("title")))
    work, _ = within_limits(Work(_csl(message, title), _names(source, _text(message, "DOI"))))
    return work, tuple(_notices(message, title))


def _names(source: Source, doi: str) -> tuple[Source, ...]:
    """The DOI that was asked about, and the one that it is another name of, where it is."""
    try:
        named = parse_identifier(doi)
    except InvalidIdentifier:
        return (source,)
    return (source,) if named.identifier == source.identifier else (source, named)


def _csl(message: Mapping[str, Any], title: str) -> dict[str, Any]:
    kind = _text(message, "type")
    csl: dict[str, Any] = {"type": _TYPES.get(kind, "book" if "book" in kind or kind == "monograph" else "document")}
    subtitle = plain(_first(message.get("subtitle")))
    csl["title"] = f"{title}: {subtitle}" if subtitle and subtitle.lower() not in title.lower() else title
    csl |= {field: plain(value) for name, field in _PLAIN_FIELDS.items() if (value := _text(message, name))}
    csl["container-title"] = plain(_first(message.get("container-title")))
    csl["container-title-short"] = plain(_first(message.get("short-container-title")))
    csl["ISSN"] = _first(message.get("ISSN"))
    csl["DOI"] = _text(message, "DOI")
    csl["abstract"] = plain_paragraphs(_text(message, "abstract"))
    csl = {name: value for name, value in csl.items() if value}
    for role in ("author", "editor"):
        if people := list(_people(message.get(role))):
            csl[role] = people
    if parts := _date_parts(message):
        csl["issued"] = {"date-parts": [parts]}
    return csl


def _people(listed: object) -> Iterator[dict[str, str]]:
    for person in listed if isinstance(listed, list) else ():
        if not isinstance(person, dict):
            continue
        if family := plain(_text(person, "family")):
            named = {"family": family, "given": plain(_text(person, "given")), "suffix": plain(_text(person, "suffix"))}
            yield {part: value for part, value in named.items() if value}
        elif name := plain(_text(person, "name")):
            yield {"literal": name}


def _date_parts(message: Mapping[str, Any]) -> list[int]:
    for name in ("issued", "published", "published-online", "published-print", "created"):
        if parts := _parts(message.get(name)):
            return parts
    return []


def _parts(date: object) -> list[int]:
    """Year, month and day of a Crossref date, as far as they are numbers that can be."""
    listed = date.get("date-parts") if isinstance(date, dict) else None
    parts = listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], list) else []
    found: list[int] = []
    for part, most in zip(parts, (2999, 12, 31), strict=False):
        if not isinstance(part, int) or isinstance(part, bool) or not 0 < part <= most:
            break
        found.append(part)
    return found


def _notices(message: Mapping[str, Any], title: str) -> Iterator[RetractionNotice]:
    found = [_notice(update) for update in _list(message.get("updated-by")) if isinstance(update, dict)]
    told = [notice for notice in found if notice]
    yield from told
    is_notice = bool(message.get("update-to"))  # "Retracted: ..." may be how a notice names the paper
    marked = title.lower().startswith(("retracted:", "retracted article", "withdrawn:", "[retracted]"))
    if marked and not is_notice and not any(notice.nature is Nature.RETRACTION for notice in told):
        yield RetractionNotice(Nature.RETRACTION, "", "marked so in its title", Origin.CROSSREF)


def _notice(update: Mapping[str, Any]) -> RetractionNotice | None:
    told = _text(update, "type").strip().lower().replace("-", "_").replace(" ", "_")
    nature = _NATURES.get(told, Nature.CONCERN if "retract" in told else None)  # of a kind that is new: a doubt
    if nature is None:  # a new version, say
        return None
    parts = _parts(update.get("updated"))
    record = update.get("record-id")
    try:
        notice = parse_identifier(_text(update, "DOI"))
        shown, url = notice.shown, notice.url
    except InvalidIdentifier:
        shown, url = "", ""
    date = "-".join(f"{part:02}" for part in parts)
    return RetractionNotice(nature, date, shown, Origin.CROSSREF, url, "", str(record) if record else "")


def _first(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""

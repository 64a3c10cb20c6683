"""Label Studio's JSON export: tasks with annotations, whose results are spans with labels, or choices.

A span is a claim in the task's text. Its label word is the one of the span or, where a choice stands on it (same id,
or same place), that one; a text written on it is the rationale, or what the field is called: ``search_note``,
``citations`` (as our export writes them). A text ``reviewer`` on no span is who annotated. A choice on a task without
spans is about the whole text, which is then the claim. Skipped annotations are no labels, predictions neither.
Its short exports are read too: ``label_studio_short``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.label_files.elsewhere.given import Fields, Job, each_entry, first_entry, the
from annotator.label_files.elsewhere.label_studio_short import as_task, is_short, label_columns
from annotator.label_files.elsewhere.model import (
    BadEntry,
    Choices,
    Found,
    Losses,
    Meaning,
    Passage,
    Refused,
    Vote,
)
from annotator.label_files.elsewhere.table import moment
from corpus.model import Span

_SKIPPED = "annotation that was skipped there: no label"
_PREDICTED = "prediction of a model: no label"
_OTHER_RESULT = "result that is neither a span of text, a choice nor a text: left out"
_ON_ARTICLE = "choice on a whole text that has spans: left out"
_READ = ("labels", "choices", "textarea")
_REVIEWER, _SEARCH_NOTE, _CITATIONS = "reviewer", "search_note", "citations"
_CITATION = re.compile(
    r"(?P<stance>supports|contradicts|context): (?P<source>[^\n]+)"
    r"(?:\nplace: (?P<place>[^\n]+))?(?:\nstrength: [^\n]+)?(?:\nquote: (?P<quote>.+))?",
    re.DOTALL,
)
_STANCES = {
    "supports": Meaning.SUPPORTED,
    "contradicts": Meaning.CONTRADICTED,
    "context": Meaning.UNSUPPORTED,
}
_NAMES = ("text", "article", "content", "body", "claim")


@dataclass(slots=True)
class _Marked:
    """What an annotation says of one place in the text, or of the whole: its labels, choices and texts."""

    span: Span | None = None
    words: str = ""
    labels: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)

    def take(self, field_name: str) -> list[str]:
        """The texts of a field, which are then no others' any more."""
        return self.texts.pop(field_name, [])


def read_label_studio(job: Job) -> Iterator[Found | Refused]:
    """The claims of an export, with a label for each annotation on them."""
    choices, losses = job.choices, job.losses
    labels = label_columns(job) if is_short(first_entry(job.given, choices.encoding)) else frozenset()

    def found(number: int, task: Fields) -> Iterator[Found | Refused]:
        task = as_task(task, labels, job) if is_short(task) else task
        text = _text(the(task, "data", dict, "an object"), choices)
        annotations = the(task, "annotations", list, "a list: export as JSON")
        losses.add(_PREDICTED, len(task.get("predictions") or ()))
        for annotation in annotations:
            if not isinstance(annotation, dict):
                raise BadEntry("an annotation is no object")
            if annotation.get("was_cancelled"):
                losses.add(_SKIPPED)
                continue
            yield from _claims(number, text, annotation, job)
        if not annotations:
            losses.add("task without an annotation: left out")

    yield from each_entry(job.given, found, choices.encoding)


def _claims(number: int, text: str, annotation: Fields, job: Job) -> Iterator[Found | Refused]:
    losses = job.losses
    reviewer, at = _who(annotation.get("completed_by")), moment(_when(annotation), losses)
    marked = _marks(the(annotation, "result", list, "a list"), losses)
    spans = [each for each in marked.values() if each.span is not None]
    whole = marked.get("", _Marked())
    reviewer = " ".join(" ".join(whole.take(_REVIEWER)).split()) or reviewer
    if spans and (whole.choices or whole.texts):
        losses.add(_ON_ARTICLE)
    for each in spans or ([whole] if whole.choices else []):
        try:
            meaning = job.words.meaning_of_one([*each.choices, *each.labels], losses)
            vote = _vote(each, Vote(number, reviewer, meaning, at=at))
            if each.span is None:
                yield Found(number, text, (vote,))
            else:
                yield Found(number, _span_words(each.words, each.span, text), (vote,), text, each.span)
        except BadEntry as error:
            yield Refused(number, str(error))


def _marks(results: Sequence[Any], losses: Losses) -> dict[str, _Marked]:
    """What an annotation says, by the ids of its spans; of the whole text by no id."""
    marks: dict[str, _Marked] = {}
    for at, result in enumerate(results):
        if not isinstance(result, dict):
            raise BadEntry("a result of an annotation is no object")
        kind: Any = result.get("type")
        value: Any = result.get("value")
        if kind in _READ and not isinstance(value, dict):
            raise BadEntry(f"a result of an annotation, of type {kind}, has no value")
        if kind not in _READ or (kind == "labels" and "start" not in value):  # a relation has no value at all
            losses.add(_OTHER_RESULT)
            continue
        span = _span(value)
        name = str(result.get("id") or f"result {at}") if span else ""
        mark = marks.setdefault(name, _Marked())
        if span:
            mark.span, mark.words = span, mark.words or _text_of(value)
        mark.labels += _words(value, "labels")
        mark.choices += _words(value, "choices")
        if kind == "textarea":
            mark.texts.setdefault(str(result.get("from_name")), []).extend(_words(value, "text"))
    return marks


def _span(value: Mapping[str, Any]) -> Span | None:
    start: Any = value.get("start")
    end: Any = value.get("end")
    if start is None and end is None:
        return None
    for edge in (start, end):
        if not isinstance(edge, int) or isinstance(edge, bool):
            raise BadEntry(f"a span of it is {start!r:.20} to {end!r:.20}: these are no places in a text")
    if not 0 <= start < end:
        raise BadEntry(f"a span of it is {start} to {end}: it holds nothing")
    return Span(start, end)


def _text_of(value: Mapping[str, Any]) -> str:
    given = value.get("text")
    return given if isinstance(given, str) else ""


def _span_words(given: str, span: Span, text: str) -> str:
    """The words that the export gives for a span, else those of the text, where that can be counted in one way only."""
    if given:
        return given
    if any(sign > "\uffff" for sign in text[: span.end]):
        raise BadEntry(f"its span {span.start}-{span.end} has no words, and an emoji before it counts 1 or 2: which?")
    return span.cut(text)


def _vote(mark: _Marked, vote: Vote) -> Vote:
    """``vote`` with what is written on the span."""
    notes, citations = mark.take(_SEARCH_NOTE), mark.take(_CITATIONS)
    passages = [(text, _passage(text)) for text in citations]
    rationale = [text for texts in mark.texts.values() for text in texts]
    rationale += [text for text, passage in passages if passage is None]
    return replace(
        vote,
        rationale="\n".join(rationale),
        search_note="\n".join(notes),
        passages=tuple(passage for _, passage in passages if passage is not None),
    )


def _passage(text: str) -> Passage | None:
    """A citation as our export writes it, in lines; None for anything else, which is then a text like any other."""
    found = _CITATION.fullmatch(text)
    if not found:
        return None
    return Passage(found["quote"] or "", (found["source"],), found["place"] or "", _STANCES[found["stance"]])


def _words(value: Mapping[str, Any], name: str) -> list[str]:
    given = value.get(name)
    parts = given if isinstance(given, list) else [given]
    return [part for part in parts if isinstance(part, str) and part.strip()]


def _text(data: Mapping[str, Any], choices: Choices) -> str:
    """The task's text: of the column chosen, else of the usual name, else its only text."""
    texts = {name: value for name, value in data.items() if isinstance(value, str) and value.strip()}
    chosen = choices.columns.get("text") or choices.columns.get("claim")
    names = [chosen] if chosen else [*_NAMES, *(texts if len(texts) == 1 else ())]
    text = next((texts[name] for name in names if name in texts), None)
    if text is None:
        listed = ", ".join(map(repr, list(data)[:10])) or "nothing"
        raise BadEntry(f"its data has no {chosen or 'text'}: it has {listed}; name the column with the text")
    return text


def _who(who: object) -> str:
    """A name for who annotated: an export has a number, or an object with names and an address."""
    if isinstance(who, dict):
        name = " ".join(str(who[part]).strip() for part in ("first_name", "last_name") if who.get(part))
        return name or str(who.get("email") or who.get("username") or "") or _who(who.get("id"))
    if isinstance(who, str) and not who.isdigit():
        return who
    return "" if who is None else f"Label Studio user {who}"


def _when(annotation: Fields) -> str:
    when = annotation.get("updated_at") or annotation.get("created_at") or ""
    return when if isinstance(when, str) else ""

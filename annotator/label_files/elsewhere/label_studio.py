"""Label Studio's JSON export: tasks with annotations, whose results are spans with labels, or choices.

A span is a claim in the task's text. Its label word is the one of the span or, where a choice stands on it (same id,
or same place), that one; a text written on it is the rationale. A choice on a task without spans is about the whole
text, which is then the claim. Skipped annotations are no labels, predictions neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.label_files.elsewhere.given import Fields, Job, each_entry, the
from annotator.label_files.elsewhere.model import BadEntry, Choices, Found, Losses, Refused, Vote
from annotator.label_files.elsewhere.table import moment
from corpus.model import Span

_SKIPPED = "annotation that was skipped there: no label"
_PREDICTED = "prediction of a model: no label"
_OTHER_RESULT = "result that is neither a span of text, a choice nor a text: left out"
_ON_ARTICLE = "choice on a whole text that has spans: left out"
_READ = ("labels", "choices", "textarea")
_NAMES = ("text", "article", "content", "body", "claim")


@dataclass(slots=True)
class _Marked:
    """What an annotation says of one place in the text, or of the whole: its labels, choices and texts."""

    span: Span | None = None
    words: str = ""
    labels: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def read_label_studio(job: Job) -> Iterator[Found | Refused]:
    """The claims of an export, with a label for each annotation on them."""
    choices, losses = job.choices, job.losses

    def found(number: int, task: Fields) -> Iterator[Found | Refused]:
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

    yield from each_entry(job.given, found)
    if not losses.counts[_PREDICTED]:
        del losses.counts[_PREDICTED]


def _claims(number: int, text: str, annotation: Fields, job: Job) -> Iterator[Found | Refused]:
    losses = job.losses
    reviewer, at = _who(annotation.get("completed_by")), moment(_when(annotation), losses)
    marked = _marks(the(annotation, "result", list, "a list"), text, losses)
    spans = [each for each in marked.values() if each.span is not None]
    whole = marked.get("", _Marked())
    if spans and (whole.choices or whole.texts):
        losses.add(_ON_ARTICLE)
    for each in spans or ([whole] if whole.choices else []):
        try:
            meaning = job.words.meaning_of_one([*each.choices, *each.labels], losses)
            vote = Vote(number, reviewer, meaning, rationale="\n".join(each.texts), at=at)
            if each.span is None:
                yield Found(number, text, (vote,))
            else:
                yield Found(number, each.words, (vote,), text, each.span)
        except BadEntry as error:
            yield Refused(number, str(error))


def _marks(results: Sequence[Any], text: str, losses: Losses) -> dict[str, _Marked]:
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
            mark.span, mark.words = span, _span_words(value, span, text)
        mark.labels += _words(value, "labels")
        mark.choices += _words(value, "choices")
        mark.texts += _words(value, "text") if kind == "textarea" else []
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


def _span_words(value: Mapping[str, Any], span: Span, text: str) -> str:
    """The words that the export gives for a span, else those of the text, where that can be counted in one way only."""
    given = value.get("text")
    if isinstance(given, str) and given:
        return given
    if any(sign > "\uffff" for sign in text[: span.end]):
        raise BadEntry(f"its span {span.start}-{span.end} has no words, and an emoji before it counts 1 or 2: which?")
    return span.cut(text)


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

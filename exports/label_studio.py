"""Label Studio: tasks with the text of an article each, its claims as labelled spans, and the config that shows them.

An annotation is one reviewer's; her name stands in the field ``reviewer``, for Label Studio takes as the author only
somebody it knows. Offsets count UTF-16 units, as its editor does. https://labelstud.io/guide/tasks
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import orjson

from annotator.model import Label, LabelledClaim
from annotator.storage.times import to_text
from corpus.model import Span
from exports.deciding import Votes
from exports.exporter import FolderExporter
from exports.json_lines import finite
from exports.marking import Mark, MarkedArticle, citation_words, marked_articles, utf_16_places
from exports.selection import Selection, Tally

TASKS, CONFIG = "tasks.json", "config.xml"

MODEL = "dawid-skene"
"""Under which name estimates stand among the predictions."""

LABELLING_CONFIG = """\
<View>
  <Labels name="verdict" toName="text">
    <Label value="supported" hotkey="1" background="#1b7f4b"/>
    <Label value="unsupported" hotkey="2" background="#b26a00"/>
    <Label value="contradicted" hotkey="3" background="#c0392b"/>
    <Label value="not a claim" hotkey="x" background="#6b7280"/>
    <Label value="skipped" hotkey="s" background="#9ca3af"/>
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="rationale" toName="text" perRegion="true" editable="true" placeholder="Rationale"/>
  <TextArea name="search_note" toName="text" perRegion="true" editable="true" placeholder="Where and when searched"/>
  <TextArea name="citations" toName="text" perRegion="true" editable="true" placeholder="supports: PMID 123"/>
  <TextArea name="reviewer" toName="text" editable="true" maxSubmissions="1" placeholder="Your name"/>
</View>
"""

Result = dict[str, Any]


def write_label_studio(claims: Iterable[LabelledClaim], folder: Path, selection: Selection) -> Tally:
    """Write the tasks, one a line of a JSON list, and the config."""
    tally = Tally()
    with (folder / TASKS).open("wb", buffering=1 << 16) as file:
        before = b"[\n"
        for number, article in enumerate(marked_articles(claims, selection, tally, bare=False), 1):
            file.write(before + orjson.dumps(_task(number, article, selection)))
            before = b",\n"
        file.write(b"\n]\n" if before == b",\n" else b"[]\n")
    (folder / CONFIG).write_text(LABELLING_CONFIG, "utf-8", newline="\n")
    return tally


LABEL_STUDIO = FolderExporter(
    name="labelstudio",
    description="Label Studio: a task for each article's text, with the claims as spans and each reviewer's labels as"
    " an annotation, and the labelling config to go with it. Estimates are predictions.",
    loses="It has no kinds, context, cues and flags. Offsets count UTF-16 units, as Label Studio does: an"
    " emoji is two.",
    with_votes="It does not say how sure a reviewer was, and an annotation has the time of its newest label. Claims"
    " that nobody labelled are not marked. It can be taken in again, without the strength of citations.",
    with_one_verdict="One verdict a claim leaves out the votes and their evidence. Claims without a verdict are not"
    " marked.",
    write_in=write_label_studio,
)


def _task(number: int, marked: MarkedArticle, selection: Selection) -> dict[str, Any]:
    article, place = marked.article, utf_16_places(marked.text)
    task: dict[str, Any] = {
        "id": number,
        "data": {
            "text": marked.text,
            "article": article.slug,
            "revision": article.revision,
            "title": article.title,
            "article_sha256": article.sha256,
            "source_address": article.source_address,
            "split": marked.split,
        },
        "annotations": [],
        "predictions": [],
    }
    for reviewer, marks in marked.by_reviewer().items():
        results = [
            result
            for claim, mark in marks
            for result in _results(claim, mark, Span(place(claim.claim.span.start), place(claim.claim.span.end)))
        ]
        if selection.votes is Votes.ESTIMATE:
            task["predictions"].append({"model_version": MODEL, "result": results})
        else:
            task["annotations"].append(_annotation(len(task["annotations"]) + 1, reviewer, marks, results, selection))
    return task


def _annotation(
    number: int,
    reviewer: str,
    marks: Sequence[tuple[LabelledClaim, Mark]],
    results: list[Result],
    selection: Selection,
) -> dict[str, Any]:
    votes = [mark.vote for _, mark in marks if mark.vote]
    if reviewer:
        results = [*results, _field("reviewer", "reviewer", {"text": [reviewer]})]
    moment = to_text(max(vote.labelled_at for vote in votes)) if votes else selection.origin.as_of
    return {
        "id": number,
        "was_cancelled": False,
        "ground_truth": selection.votes is Votes.FINAL,
        "lead_time": _seconds(votes),
        **({"created_at": moment, "updated_at": moment} if moment else {}),
        "result": results,
    }


def _results(claim: LabelledClaim, mark: Mark, span: Span) -> list[Result]:
    """The span with its label, and the texts on it. All have the claim's id: to Label Studio they are one region."""
    where = {"start": span.start, "end": span.end}
    label = {
        "id": claim.claim_id,
        "from_name": "verdict",
        "to_name": "text",
        "type": "labels",
        **({} if mark.confidence is None else {"score": mark.confidence}),
        "value": {**where, "text": claim.claim.text, "labels": [mark.word]},
    }
    if mark.vote is None:
        return [label]
    evidence = mark.vote.evidence
    texts = {
        "rationale": [evidence.rationale] if evidence.rationale.strip() else [],
        "search_note": [evidence.search_note] if evidence.search_note.strip() else [],
        "citations": [citation_words(citation) for citation in evidence.citations],
    }
    return [label, *(_field(name, claim.claim_id, {**where, "text": said}) for name, said in texts.items() if said)]


def _field(name: str, region: str, value: Result) -> Result:
    return {"id": region, "from_name": name, "to_name": "text", "type": "textarea", "value": value}


def _seconds(votes: Iterable[Label]) -> float | None:
    known = [seconds for vote in votes if (seconds := finite(vote.seconds_spent)) is not None]
    return sum(known) if known else None

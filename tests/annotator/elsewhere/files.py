"""Files of labels from elsewhere, as their projects write them, and the reading of them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from annotator.label_files.elsewhere.drafting import DraftLabel, Drafts
from annotator.label_files.elsewhere.given import Given
from annotator.label_files.elsewhere.model import Choices
from annotator.label_files.elsewhere.readers import format_named, guess_format, read_drafts

TEXT = "Vitamin D 4,000 IU daily cut colds by 42%. Studies show garlic cures flu. 💊 Dose: 2.5 mg/kg."
VITAMIN, GARLIC, DOSE = TEXT[:42], TEXT[43:73], TEXT[76:]

HEALTHVER = (
    "id,evidence,claim,label,topic_ip,question\r\n"
    f'1,Incidence did not differ.,"{VITAMIN}",Refutes,1,Does vitamin D prevent colds?\r\n'
    f'2,"One trial\nfound fewer.","{VITAMIN}",Neutral,1,Does vitamin D prevent colds?\r\n'
    f"3,No trial.,{GARLIC},Neutral,2,Does garlic help?\r\n"
)
SCIFACT = [
    {
        "id": 1,
        "claim": VITAMIN,
        "evidence": {"31452104": [{"sentences": [3], "label": "CONTRADICT"}]},
        "cited_doc_ids": [31452104],
    },
    {"id": 2, "claim": GARLIC, "evidence": {}, "cited_doc_ids": [7]},
]
CORPUS = [
    {
        "doc_id": 31452104,
        "title": "A made-up trial",
        "abstract": ["Background.", "Methods.", "Results.", "Incidence did not differ."],
        "structured": True,
    },
    {"doc_id": 7, "title": "Garlic, reviewed", "abstract": ["We found no trial."], "structured": False},
]
FEVER = [
    {
        "id": 1,
        "verifiable": "VERIFIABLE",
        "label": "REFUTES",
        "claim": VITAMIN,
        "evidence": [[[101, 201, "PMID_00000012", 0]], [[102, 202, "PMID_00000012", 1], [102, 203, "Garlic", 4]]],
    },
    {
        "id": 2,
        "verifiable": "NOT VERIFIABLE",
        "label": "NOT ENOUGH INFO",
        "claim": GARLIC,
        "evidence": [[[103, None, None, None]]],
    },
]
PAGES = [{"id": "PMID_00000012", "text": "…", "lines": "0\tThe first.\tlink\tlink\n1\tThe second.\n2\t"}]
AVERITEC = [
    {
        "claim": GARLIC,
        "required_reannotation": False,
        "label": "Not Enough Evidence",
        "justification": "No trial found.",
        "claim_date": "5-1-2026",
        "speaker": None,
        "questions": [
            {
                "question": "Is there a trial of garlic for flu?",
                "answers": [
                    {
                        "answer": "No answer could be found.",
                        "answer_type": "Unanswerable",
                        "source_url": "",
                        "cached_source_url": "",
                    }
                ],
            }
        ],
    },
    {
        "claim": VITAMIN,
        "label": "Refuted",
        "justification": "It did not.",
        "questions": [
            {
                "question": "Did it?",
                "answers": [{"answer": "No.", "source_url": "https://pubmed.ncbi.nlm.nih.gov/31452104/"}],
            }
        ],
    },
]


def span(start: int, end: int, label: str, words: str | None = None, **more: Any) -> dict[str, Any]:
    """A span as Label Studio exports it."""
    value = {"start": start, "end": end, "text": words, "labels": [label]}
    return {"id": f"r{start}", "from_name": "verdict", "to_name": "text", "type": "labels", "value": value, **more}


def annotation(*result: dict[str, Any], by: object = 2, at: str = "2026-01-05T10:00:00Z", **more: Any) -> Any:
    """An annotation as Label Studio exports it."""
    return {
        "id": 11,
        "completed_by": by,
        "was_cancelled": False,
        "ground_truth": False,
        "lead_time": 4.2,
        "created_at": at,
        "updated_at": at,
        "result": list(result),
        **more,
    }


def task(*annotations: Any, text: str = TEXT, **more: Any) -> dict[str, Any]:
    """A task as Label Studio exports it."""
    return {"id": 1, "data": {"text": text}, "annotations": list(annotations), "predictions": [], **more}


def given(name: str, content: str | bytes | Sequence[Any]) -> Given:
    """A file of that name: of these words, or of these values as JSON, a list or one a line."""
    if isinstance(content, bytes):
        return Given(name, io.BytesIO(content))
    if not isinstance(content, str):
        is_list = name.endswith(".json")
        content = json.dumps(content) if is_list else "".join(f"{json.dumps(value)}\n" for value in content)
    return Given(name, io.BytesIO(content.encode()))


def drafts_of(
    file: Given, choices: Choices | None = None, beside: Sequence[Given] = (), format_name: str = ""
) -> Drafts:
    """What a file holds, in the format named, else in the one it looks like."""
    format_ = format_named(format_name) if format_name else guess_format(file)
    return read_drafts(file, format_, choices or Choices(), beside)


def said(drafts: Drafts) -> list[tuple[str, str, str]]:
    """(words, reviewer, verdict or kind) of every label."""
    return [
        (claim.words, label.reviewer, str(label.answer.verdict or label.answer.kind or "none"))
        for draft in drafts.drafts
        for claim in draft.claims
        for label in claim.labels
    ]


def only(drafts: Drafts) -> DraftLabel:
    """The one label."""
    (label,) = drafts.labels
    return label

"""What a claim may repeat or contradict, on its page: both wordings with the difference, and the two answers to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from sqlite_utils import Database

from annotator.model import Person
from annotator.storage.answering import Press
from annotator.storage.suggestions import Suggestion, decide_match
from annotator.ui.components.sheet import Node, node
from annotator.ui.words import MATCH_SAYS, MATCH_SIGNS, MATCH_WORDS, difference_words, verdict_mark
from corpus.matching.model import MatchKind
from corpus.wordings import Run, two_wordings


def matches_of(slug: str, text: str, suggestions: Sequence[Suggestion]) -> list[Node]:
    """The section with what the claim ``text`` of the article ``slug`` may repeat or contradict; none without any."""
    if not suggestions:
        return []
    hint = node("p.quiet", "Found by rules that compare words. Nothing follows from an answer but that it is kept.")
    return [node("section.alike", node("h3", "Repeats and conflicts"), hint, *_entries(slug, text, suggestions))]


def decide(db: Database, person: Person, claim_id: str, went: Mapping[str, Any], key: str, now: datetime) -> None:
    """Keep the answer that was clicked; the same answer again takes it back."""
    holds = None if went["holds"] is None else bool(went["holds"])
    decide_match(db, person, Press(key, claim_id), str(went["other"]), MatchKind(went["kind"]), holds, now)


def _entries(slug: str, text: str, suggestions: Sequence[Suggestion]) -> Iterator[Node]:
    for suggestion in suggestions:
        told = [word for each in suggestion.differences for word in (each.left, each.right)]
        ours, theirs = two_wordings(text, suggestion.text, told)
        where = "In this article" if suggestion.slug == slug else suggestion.title
        sign = node("span.sign", MATCH_SIGNS[suggestion.kind], aria_hidden="true")
        yield node(
            "div.match",
            node(
                "div.facts",
                node("strong.match-kind", sign, " " + MATCH_WORDS[suggestion.kind], is_=suggestion.kind.value),
                node("span.quiet", where, dir="auto"),
            ),
            node("p.wording", node("span.side", "This"), node("span", *_words(ours), dir="auto")),
            node("p.wording", node("span.side", "Other"), _link(suggestion, theirs)),
            node("ul.trail", *(node("li", difference_words(each)) for each in suggestion.differences)),
            node("div.facts", *_answers(suggestion)),
            is_=_state(suggestion),
        )


def _words(runs: Sequence[Run]) -> Iterator[Node | str]:
    for is_marked, text in runs:
        words = text.lstrip() if is_marked else ""
        yield text[: len(text) - len(words)]
        if words:
            yield node("mark", words)


def _link(suggestion: Suggestion, runs: Sequence[Run]) -> Node:
    address = f"claim?{urlencode({'claim': suggestion.claim_id})}"
    return node("a", *_words(runs), href=address, go={"claim": suggestion.claim_id}, dir="auto")


def _answers(suggestion: Suggestion) -> Iterator[Node]:
    decision = suggestion.decision
    for holds, words in zip((True, False), MATCH_SAYS[suggestion.kind], strict=True):
        is_given = decision is not None and decision.holds is holds
        yield node(
            "button.link",
            words,
            type="button",
            go={"other": suggestion.claim_id, "kind": suggestion.kind.value, "holds": None if is_given else holds},
            aria_pressed=str(is_given).lower(),
            label=f"{words}: {suggestion.text[:80]}",
        )
    if decision is not None:
        yield node("span.quiet", f"answered by {decision.person}")
    if suggestion.verdict is not None:
        yield node("span.quiet", "you answered there: ")
        yield verdict_mark(suggestion.verdict)


def _state(suggestion: Suggestion) -> str | None:
    if suggestion.decision is None:
        return None
    return "holds" if suggestion.decision.holds else "dismissed"

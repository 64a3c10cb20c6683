"""The Review page: one article at a time, every claim with its keys, beside it the claim in hand."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from annotator.model import Person
from annotator.storage.articles import ArticleSummary, article_revision, article_summaries
from annotator.storage.connection import open_database
from annotator.storage.labels import last_article
from annotator.storage.matches import find_matches
from annotator.storage.revisions import stands_now
from annotator.storage.settings import desk_id
from annotator.ui.asking import answer_asks
from annotator.ui.before import before_data
from annotator.ui.browser import review_data
from annotator.ui.components.desk import mount_pane, mount_wire
from annotator.ui.looking_up import ask_about_cited
from annotator.ui.navigation import link_to
from annotator.ui.outbox import Receipt, apply_outbox
from annotator.ui.page import open_page
from annotator.ui.session import current_person, desk_path, require_person
from annotator.ui.unforeseen import unforeseen_words
from corpus.errors import ClaimdeskError

WIRE = "claimdesk_wire"
PLACE = "review_place"
START = "review_start"
SESSION = "review_session"
DRAWN = "review_drawn"
SEARCHED_AT_ONCE = 200
"""How many new claims are searched for when their article is opened; the rest wait for the next time."""


def render() -> None:
    """Draw the page for whoever is at the desk."""
    person = require_person()
    with open_database(desk_path()) as db:
        summaries = article_summaries(db, person.id)
        if not summaries:
            _no_articles()
            return
        asked = st.query_params.get("claim")
        slug, claim_id = _place(summaries, last_article(db, person))
        find_matches(db, slug, article_revision(db, slug).revision, datetime.now(UTC), most=SEARCHED_AT_ONCE)
        start = stands_now(db, claim_id) if claim_id else None
        data = review_data(db, person, slug, start, summaries=summaries) | before_data(db, person, slug)
        data["replaced"] |= data.pop("went_on")
        st.session_state[DRAWN] = (slug, data["article"]["revision"])
    if claim_id and claim_id == asked and claim_id in data["replaced"]:
        st.toast("The claim in the address was cut anew. Here is what stands in its place.", icon=":material/link_off:")
    elif claim_id and claim_id == asked and all(unit["id"] != claim_id for unit in data["units"]):
        st.toast("The address names a claim that is not in this article.", icon=":material/link_off:")
    mount_pane(data)
    wire(person.id, _go)


@st.fragment
def wire(person_id: int, go: Callable[[object], None]) -> None:
    """The line to the pane: takes its outbox, commits it, answers. Alone in a fragment, so a verdict re-sends only
    the answer. ``go`` follows the pane's request to show another article or claim, which comes again until it changes.
    """
    person = current_person()
    message = _message()
    sender = person if person is not None and person.id == person_id else None
    mount_wire(WIRE, {"session": _session(), "person": person_id} | answer_message(sender, message))
    if message.get("items") and _is_revised():
        st.rerun()  # what was answered is kept; from here on the reviewer reads the words that stand now
    go(message.get("open"))


def answer_message(sender: Person | None, message: Mapping[str, Any]) -> dict[str, Any]:
    """What the pane hears of its message: acknowledgements and answers, or the trouble that kept all of it from being
    saved. ``sender`` is None when somebody else is at the desk by now: then nothing is saved in their name."""
    items = message.get("items") or []
    receipt, desk, answers = Receipt(), "", []
    try:
        with open_database(desk_path()) as db:
            desk = desk_id(db)
            if sender is not None and items:
                receipt = apply_outbox(db, sender, items, datetime.now(UTC))
                if _has_cited(items):
                    ask_about_cited(desk_path())
            if sender is not None:
                answers = answer_asks(db, desk_path(), message.get("asks") or [], datetime.now(UTC))
    except ClaimdeskError as error:
        receipt = Receipt(trouble=str(error))
    except Exception as error:  # Streamlit would show a box of its own, and the pane would wait for an answer forever
        receipt = Receipt(trouble=unforeseen_words(error, datetime.now(UTC)))
    return {
        "n": message.get("n", 0),
        "desk": desk,
        "acks": list(receipt.acks),
        "answers": answers,
        "trouble": receipt.trouble,
    }


def _has_cited(items: Sequence[object]) -> bool:
    return any(isinstance(item, Mapping) and item.get("do") == "cite" for item in items)


def _is_revised() -> bool:
    """Whether the article that was drawn last has a newer revision by now. True once: a page of another kind, which
    does not draw it anew, would be run again and again."""
    drawn = st.session_state.get(DRAWN)
    if drawn is None:
        return False
    slug, revision = drawn
    with open_database(desk_path()) as db:
        is_newest: bool = article_revision(db, str(slug)).revision == revision
    if not is_newest:
        del st.session_state[DRAWN]
    return not is_newest


def _message() -> Mapping[str, Any]:
    state = st.session_state.get(WIRE)
    message = state.get("outbox") if isinstance(state, Mapping) else None
    return message if isinstance(message, Mapping) else {}


def _go(request: object) -> None:
    """Show another article when the pane asks for it; each request is followed once."""
    if not isinstance(request, Mapping) or request.get("n") == st.session_state.get("review_opened"):
        return
    st.session_state["review_opened"] = request.get("n")
    st.session_state[START] = request.get("claim_id")
    _stay_at(str(request.get("slug")))
    st.rerun()


def _session() -> str:
    """A name for this session of the server: the pane sends its outbox again when it changes."""
    return str(st.session_state.setdefault(SESSION, secrets.token_hex(8)))


def _place(summaries: Sequence[ArticleSummary], last: str | None) -> tuple[str, str | None]:
    """The article to show, and the claim to start at where one was asked for.

    The article stands in the address: a reload, another session of the server or a copied address shows the same one.
    Without it, the one shown before, else the one labelled ``last``, else the first, if claims wait there.
    """
    known = {summary.slug for summary in summaries}
    claim_id = st.query_params.get("claim")
    asked = claim_id.split("/")[0] if claim_id else st.query_params.get("article")
    start = claim_id or st.session_state.pop(START, None)
    if claim_id:
        del st.query_params["claim"]  # asked for once: a later run leaves the reviewer where they are
    if asked and asked not in known:
        st.toast("The address names an article that is not on this desk. Here is another.", icon=":material/link_off:")
    waiting = [summary.slug for summary in summaries if summary.labelled < summary.claims]
    begun = [slug for slug in waiting if slug == last]
    choices = (asked, st.session_state.get(PLACE), *begun, *waiting, summaries[0].slug)
    slug = next(slug for slug in choices if slug in known)
    _stay_at(slug)
    return slug, start if slug == asked or not claim_id else None


def _stay_at(slug: str) -> None:
    st.session_state[PLACE] = slug
    if st.query_params.get("article") != slug:
        st.query_params["article"] = slug


def _no_articles() -> None:
    open_page("Review", "One article at a time, one key a verdict.")
    st.write("There is no article to review yet.")
    link_to("articles", "Add an article", icon=":material/article:")

"""One claim: in its article at the left, at the right everything the desk knows of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Container, Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st
from sqlite_utils import Database

from annotator.errors import UnknownClaim
from annotator.model import Person
from annotator.storage.articles import article_text
from annotator.storage.connection import open_database
from annotator.storage.listing import Place, flags_in, place_in
from annotator.storage.records import Record, record_of
from annotator.storage.reports import choices
from annotator.storage.revisions import flags_then, last_units_of
from annotator.storage.settings import desk_id
from annotator.storage.suggestions import suggestions_of
from annotator.ui.browser import units_for_browser
from annotator.ui.claim_matches import decide
from annotator.ui.claim_record import head_tree, record_tree
from annotator.ui.components.decision import mount_decision, pressed_decision
from annotator.ui.components.desk import mount_pane
from annotator.ui.components.sheet import mount_sheet
from annotator.ui.deciding import Outcome, apply_decision, decision_data
from annotator.ui.listing_address import Query, claim_query, listing_in_address, query_of
from annotator.ui.navigation import go_to, link_to
from annotator.ui.page import open_page, set_margins
from annotator.ui.review import wire
from annotator.ui.session import desk_path, require_person, show_error
from corpus.errors import ClaimdeskError

FOLLOWED = "claim_followed"
DECIDED, LEFT = "claim_decided", "claim_left"
LONGEST_TITLE = 60


def render() -> None:
    """Draw the page for whoever is at the desk."""
    person = require_person()
    claim_id = st.query_params.get("claim", "")
    with open_database(desk_path()) as db:
        offered = choices(db)
        listing = listing_in_address(offered.articles, offered.reviewers)
        query = query_of(listing, offered.articles)
        place = place_in(db, listing, claim_id)
        outcome = _decided(db, person, claim_id, place)
        try:
            record = record_of(db, claim_id)
        except UnknownClaim as error:
            _unknown(error if claim_id else UnknownClaim("no claim is chosen: open one from the table"), query)
            return
        set_margins()
        st.set_page_config(page_title=f"{_start(record.labelled.claim.text)} - Claimdesk")
        if outcome is not None:
            place = place_in(db, listing, claim_id)
        deciding = decision_data(db, person, record, outcome or st.session_state.get(DECIDED))
        data = read_data(db, person, record)
        suggestions = suggestions_of(db, claim_id, person, dismissed=True)
    _ways(record, place, query)
    left, right = st.columns([11, 9], gap="medium")
    with left:
        mount_pane(data, "claim_pane")
        wire(person.id, _follow(query))
    with right:
        went = mount_sheet("claim_head", [head_tree(record)], view=claim_id)
        if not record.is_retired:
            mount_decision(deciding)
        went = mount_sheet("claim_sheet", [record_tree(record, suggestions)]) or went
    if went and "other" in went:
        _decide(person, claim_id, went)
    elif went:
        go_to("claim", claim_query(str(went["claim"]), query))


def _decided(db: Database, person: Person, claim_id: str, place: Place | None) -> Outcome | None:
    """Keep the decision that was pressed since the last run, if any. A claim that was decided may leave its list: its
    place there, as it was, stays the way to the next one."""
    given = pressed_decision()
    known = st.session_state.get(DECIDED)
    if given is None or (known is not None and known.key == given.get("key")):
        return None
    outcome = apply_decision(db, person, given, datetime.now(UTC))
    st.session_state[DECIDED] = outcome
    left = st.session_state.get(LEFT)
    if not outcome.trouble and place is not None and not (left and left[0] == claim_id):
        st.session_state[LEFT] = (claim_id, place)
    return outcome


def _decide(person: Person, claim_id: str, went: Mapping[str, Any]) -> None:
    """Keep what was clicked of a repeat or conflict, and show it."""
    try:
        with open_database(desk_path()) as db:
            decide(db, person, claim_id, went, secrets.token_hex(16), datetime.now(UTC))
    except ClaimdeskError as error:
        show_error(error)
    else:
        st.rerun()


def _start(text: str) -> str:
    """The start of a claim on one line, as much as a tab has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE]}…"


def read_data(db: Database, person: Person, record: Record) -> dict[str, Any]:
    """What the pane shows in its ``read`` mode: the claim's article with its flagged claims marked."""
    article = record.labelled.article
    text = article_text(db, article.slug, article.revision)
    flagged = flags_then if record.is_retired else flags_in
    marks = {
        each: [flag.value for flag in flags] for each, flags in flagged(db, article.slug, article.revision).items()
    }
    units, tail = units_for_browser(text, last_units_of(db, article.slug, article.revision), marks)
    return {
        "desk": desk_id(db),
        "person": {"id": person.id, "name": person.name},
        "mode": "read",
        "article": {
            "slug": article.slug,
            "title": article.title,
            "revision": article.revision,
            "source_address": article.source_address,
        },
        "units": units,
        "tail": tail,
        "labels": {},
        "start": _shown_at(record, {unit["id"] for unit in units}),
        "articles": [],
        "undo": [],
        "guideline": {"version": 1, "text": ""},
        "strict": False,
    }


def _shown_at(record: Record, units: Container[str]) -> str:
    """The unit to show: the claim itself, unless its own revision had another cut in its place at last."""
    claims = (record.labelled.claim_id, *(each.claim_id for each in record.after))
    return next((claim_id for claim_id in claims if claim_id in units), claims[0])


def _ways(record: Record, place: Place | None, query: Query) -> None:
    """The ways on from here: back to the table, through it, and to the Review page."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        link_to("flagged", "All in this list", icon=":material/arrow_back:", query=query)
        claim_id = record.labelled.claim_id
        left = st.session_state.get(LEFT)
        way = left[1] if left and left[0] == claim_id else place
        before, after = (way.before, way.after) if way else (None, None)
        _step("Previous", before, query, "left")
        gone = "No longer in this list" if way else "Not in this list"
        st.caption(f"{place.position:,} of {place.total:,}" if place else gone, width="content")
        _step("Next", after, query, "right")
        st.space("stretch")
        link_to("review", "Open in Review", icon=":material/rule:", query={"claim": claim_id})


def _step(name: str, claim_id: str | None, query: Query, key: str) -> None:
    if st.button(name, disabled=claim_id is None, shortcut=key, type="tertiary") and claim_id:
        go_to("claim", claim_query(claim_id, query))


def _follow(query: Query) -> Callable[[object], None]:
    """Show the claim that was clicked in the article; each request is followed once."""

    def follow(request: object) -> None:
        if not isinstance(request, Mapping) or request.get("n") == st.session_state.get(FOLLOWED):
            return
        st.session_state[FOLLOWED] = request.get("n")
        if claim_id := request.get("claim_id"):
            go_to("claim", claim_query(str(claim_id), query))

    return follow


def _unknown(error: UnknownClaim, query: Query) -> None:
    open_page("Claim", "One claim in its article, with its labels and history.")
    show_error(error)
    link_to("flagged", "All flagged claims", icon=":material/arrow_back:", query=query)

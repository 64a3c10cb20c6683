"""Adding articles: files, a pasted text, an address or a file of many; what comes of it is shown first."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from annotator.errors import AlreadyThere
from annotator.model import Person
from annotator.storage.articles import add_article
from annotator.storage.connection import open_database
from annotator.storage.known_texts import Earlier, KnownText, earlier_versions, known_text, likely_earlier
from annotator.storage.matches import find_matches
from annotator.ui.add_many import add_many_form
from annotator.ui.article_details import TYPED, described, details_form
from annotator.ui.article_drafts import Draft, drafts_of
from annotator.ui.components.sheet import Node, mount_sheet, node
from annotator.ui.cut_preview import TO_CHECK, cut_tree, remark_list
from annotator.ui.navigation import go_to, has_page, link_to
from annotator.ui.session import desk_path, show_error, show_line
from annotator.ui.take_in import take_in_form
from corpus.errors import ClaimdeskError
from corpus.model import Article, Kind
from corpus.reading import article_from_address, article_from_bytes, article_from_text, known_suffixes

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

FILES, TEXT, ADDRESS, MANY, LABELLED = "Files", "Text", "Address", "Many in one file", "Labelled data"
ROUND, ADDED, SHOWN, HELD = (f"add_article_{name}" for name in ("round", "added", "shown", "held"))
CUT, FETCHED, REVISION = (f"add_article_{name}" for name in ("cut", "fetched", "as_revision"))
LARGEST_FILE = 20  # MB
SEARCHED_AT_ONCE = 1_000  # claims; the rest of a long article waits for whoever opens it, or for find-matches


def add_article_form(person: Person) -> None:
    """The form: where the articles come from, what they are, the button."""
    round_ = st.session_state.setdefault(ROUND, 0)  # a new round has new widgets: empty ones
    how = st.segmented_control(
        "From", [FILES, TEXT, ADDRESS, MANY, LABELLED], default=FILES, required=True, key="add_article_from"
    )
    try:
        if how == MANY:
            add_many_form(person)
            return
        if how == LABELLED:
            take_in_form(person)
            return
        forms = {FILES: _from_files, TEXT: _from_text, ADDRESS: _from_address}
        drafts = forms[str(how)](round_)
        if drafts:
            _show(drafts, person)
        else:
            st.session_state.pop(HELD, None)
    except ClaimdeskError as error:
        show_error(error)


def is_holding() -> bool:
    """True while files that were not added with the others wait to be told what they are."""
    return bool(st.session_state.get(HELD))


def tell_added() -> None:
    """Name what was just added, with the way to review it."""
    added: list[tuple[str, str, int]] = st.session_state.pop(ADDED, [])
    if not added:
        return
    to_check = sum(each[2] for each in added)
    what = added[0][1] if len(added) == 1 else f"{len(added):,} articles"
    with st.container(border=True, key="article_added", horizontal=True, vertical_alignment="center"):
        st.text(f"On the desk: {what} ({to_check:,} to check)")
        link_to("review", "Review it", icon=":material/rule:", query={"article": added[0][0]})


def _from_files(round_: int) -> list[Draft]:
    kinds = [suffix.removeprefix(".") for suffix in known_suffixes()]
    files: list[UploadedFile] = st.file_uploader(
        "One file or several, an article each",
        type=kinds,
        accept_multiple_files=True,
        max_upload_size=LARGEST_FILE,
        key=f"add_article_file_{round_}",
    )
    return drafts_of((file.file_id, file.name, _reader(file)) for file in files)


def _reader(file: UploadedFile) -> Callable[[], Article]:
    return lambda: article_from_bytes(file.name, file.getvalue())


def _from_text(round_: int) -> list[Draft]:
    text = st.text_area(
        "Text", key=f"add_article_text_{round_}", height=220, placeholder="Paste the article, then press Ctrl+Enter"
    )
    if not text.strip():
        return drafts_of([])
    key = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return drafts_of([(key, "The text", lambda: article_from_text(text))])


def _from_address(round_: int) -> list[Draft]:
    if os.environ.get("CLAIMDESK_FETCH", "").lower() != "on":
        st.text(
            "Fetching pages is off. Start the desk with CLAIMDESK_FETCH=on to turn it on, or save the page as a file."
        )
        return drafts_of([])
    with st.form(f"add_article_address_{round_}", border=False):
        address = st.text_input("Address", placeholder="https://example.org/article", max_chars=2000).strip()
        asked = st.form_submit_button("Fetch")
    tries: dict[str, int] = st.session_state.setdefault(FETCHED, {})
    if asked and address:
        tries[address] = tries.get(address, 0) + 1  # asked again, it is fetched again
    if not tries.get(address):
        return drafts_of([])
    return drafts_of([(f"{address} {tries[address]}", address, lambda: article_from_address(address))])


def _show(drafts: Sequence[Draft], person: Person) -> None:
    """What the drafts are, one of them in full, and the buttons."""
    with open_database(desk_path()) as db:
        known = {draft.key: known_text(db, draft.article.sha256) for draft in drafts if draft.article}
    ready = [draft for draft in drafts if draft.article and not known[draft.key]]
    held: dict[str, str] = st.session_state.get(HELD, {})
    st.session_state[HELD] = held = {draft.key: held[draft.key] for draft in ready if draft.key in held}
    for line in held.values():
        show_line(line)
    shown = _chosen(drafts, known) if len(drafts) > 1 else drafts[0]
    if len(ready) > 1 and st.button(f"Put all {len(ready):,} on the desk", type="primary"):
        try:
            _add([(draft, described(draft)) for draft in ready], person, asked=False)
        except ClaimdeskError as error:  # said here, and what is wrong can be put right below
            show_error(error)
    if shown.article is None:
        show_line(shown.trouble)
    elif (same := known[shown.key]) is not None:
        _tell_known(same)
    else:
        _preview(shown, person, alone=len(ready) == 1)


def _chosen(drafts: Sequence[Draft], known: Mapping[str, KnownText | None]) -> Draft:
    """A list of the drafts, and the one of them to show."""
    keys = [draft.key for draft in drafts]
    chosen = st.session_state.get(SHOWN)
    at = keys.index(chosen) if chosen in keys else 0
    rows = [_draft_row(draft, known.get(draft.key), number, number == at) for number, draft in enumerate(drafts)]
    mount_sheet("article_drafts", [node("ul.drafts", *rows, label="The files")], _choose(keys))
    return drafts[at]


def _choose(keys: Sequence[str]) -> Callable[[object], None]:
    def choose(went: object) -> None:
        if isinstance(went, dict) and isinstance(number := went.get("show"), int) and 0 <= number < len(keys):
            st.session_state[SHOWN] = keys[number]

    return choose


def _draft_row(draft: Draft, known: KnownText | None, number: int, is_shown: bool) -> Node:
    if draft.article is None:
        reason = draft.trouble.removeprefix(f"{draft.name}: ")
        state = node("span.state", f"✗ refused: {reason}", is_="contradicted", dir="auto")
    elif known:
        state = node("span.state", "= on the desk already", is_="open")
    else:
        remarks = f", {len(draft.remarks)} to look at" if draft.remarks else ""
        state = node("span.state", f"✓ {draft.to_check:,} to check{remarks}", is_="supported")
    pressed = "true" if is_shown else "false"
    name = node("button.link", draft.name, type="button", go={"show": number}, aria_pressed=pressed, dir="auto")
    return node("li", name, state)


def _tell_known(same: KnownText) -> None:
    later = f" It is revision {same.revision}; by now there is {same.newest}." if same.newest > same.revision else ""
    show_line(f"This text is on the desk already, as {same.slug}.{later}")
    link_to("review", "Open it in Review", icon=":material/rule:", query={"article": same.slug})


def _preview(draft: Draft, person: Person, *, alone: bool) -> None:
    assert draft.article is not None  # noqa: S101 - for mypy: only such drafts are shown
    with open_database(desk_path()) as db:
        earlier = earlier_versions(db, draft.article, draft.claims)
    if draft.remarks:
        mount_sheet("article_remarks", [remark_list(draft.remarks)])
    article = details_form(draft)
    for each in earlier:
        _offer_revision(draft, article, each)
    words = "Put it on the desk" if alone else "Put this one on the desk"
    words = f"{words} as another article" if earlier else words
    if st.button(words, type="primary" if alone and not earlier else "secondary"):
        _add([(draft, article)], person)
    _cut(draft)


def _offer_revision(draft: Draft, article: Article, earlier: Earlier) -> None:
    """The way to the page that adds a text as the next revision of an article. That page finds the text, its cut and
    the article it may belong to in the session, under ``REVISION``."""
    with st.container(border=True, key=f"earlier_{earlier.slug}", horizontal=True, vertical_alignment="center"):
        st.text(f"This may be a new version of {earlier.title} ({earlier.reason}).")
        if not has_page("revise"):
            link_to("review", "Open that article", icon=":material/rule:", query={"article": earlier.slug})
        elif st.button("Add as its next revision", key=f"revise {earlier.slug}", type="primary"):
            st.session_state[REVISION] = (earlier.slug, article, list(draft.claims))
            go_to("revise", {"article": earlier.slug})


def _cut(draft: Draft) -> None:
    """The whole cut, by kinds and pages."""
    assert draft.article is not None  # noqa: S101 - for mypy
    key, only, page = st.session_state.get(CUT, (draft.key, "", 1))
    if key != draft.key:
        only, page = "", 1

    def turn(went: object) -> None:
        if isinstance(went, dict) and isinstance(number := went.get("page"), int):
            st.session_state[CUT] = (draft.key, only, number)
        elif isinstance(went, dict) and went.get("only") in (*Kind, TO_CHECK, ""):
            st.session_state[CUT] = (draft.key, str(went["only"]), 1)

    mount_sheet("add_article_cut_sheet", cut_tree(draft.article.text, draft.claims, only, page), turn)


def _add(drafts: Sequence[tuple[Draft, Article]], person: Person, *, asked: bool = True) -> None:
    """Put drafts on the desk. One that came by another way meanwhile is left out; the others are there. What looks like
    a new version of an article is left for its own buttons, unless the person was ``asked`` about it."""
    added, trouble = [], ""
    held: dict[str, str] = dict(st.session_state.get(HELD, {})) if asked else {}
    with open_database(desk_path()) as db:
        for draft, article in drafts:
            if not asked and (earlier := likely_earlier(db, article, draft.claims)):
                title = earlier.title or earlier.slug
                held[draft.key] = f"{draft.name} may be a new version of {title}: choose it to say which it is."
                continue
            held.pop(draft.key, None)
            try:
                new = add_article(db, article, draft.claims, datetime.now(UTC), person.name)
            except AlreadyThere as error:
                trouble = str(error)
                continue
            added.append((new.slug, new.title, draft.to_check))
            with st.spinner("Looking for repeats and conflicts"):
                find_matches(db, new.slug, new.revision, datetime.now(UTC), most=SEARCHED_AT_ONCE)
    st.session_state[ADDED] = added
    st.session_state[HELD] = held
    if held:
        st.rerun()  # the files stay: those that are on the desk now are told to be
    if trouble and not added:
        raise AlreadyThere(trouble)
    st.session_state[ROUND] += 1
    for kept in (CUT, TYPED):
        st.session_state.pop(kept, None)
    st.rerun()

"""Who is at the desk, and which database it is. The name is kept in a cookie, so that a reload finds it again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import streamlit as st

from annotator.errors import UnknownPerson
from annotator.model import Person
from annotator.storage.connection import database_path, open_database
from annotator.storage.people import LONGEST_NAME, add_person, people, person_named
from annotator.ui.components.remember import COOKIE, remember_name
from annotator.ui.page import open_page
from corpus.errors import ClaimdeskError

NAME = "person_name"


def desk_path() -> Path:
    """The database of this desk, as an absolute path."""
    return database_path().absolute()


def current_person() -> Person | None:
    """Who chose their name in this browser; None while nobody has."""
    name = st.session_state.get(NAME)
    if name is None:
        name = unquote(st.context.cookies.get(COOKIE, "")) or None
    if name is None:
        return None
    try:
        with open_database(desk_path()) as db:
            person = person_named(db, name)
    except UnknownPerson:  # a cookie of another desk on this machine
        return None
    st.session_state[NAME] = person.name
    return person


def require_person() -> Person:
    """Who is at the desk. While nobody is, the page asks for a name instead, and ends there."""
    person = current_person()
    if person is None:
        open_page("Who is at the desk?", "Pick your name, or type it if you are new here. Your labels carry it.")
        ask_name()
        st.stop()
    remember_name(person.name)
    return person


def ask_name(current: Person | None = None) -> None:
    """The form in which a person picks their name, or types a new one."""
    with open_database(desk_path()) as db:
        known = [person.name for person in people(db)]
    if known:
        _choose(known, current)
        return
    with st.form("name", width=460):
        name = st.text_input("Your name", max_chars=LONGEST_NAME, placeholder="Dr Ada Example")
        if st.form_submit_button("Start", type="primary"):
            _take(name)


def _choose(known: list[str], current: Person | None) -> None:
    """A known name starts at once. A new one is asked about: a slip of the hand would be another person for good."""
    name = st.selectbox(
        "Your name",
        known,
        index=None,
        placeholder="Choose your name, or type a new one",
        accept_new_options=True,
        width=460,
    )
    if name is None:
        return
    if name in known:
        if current is None or name != current.name:
            _take(name)
        return
    with st.container(border=True, width=460, key="new_name"):
        st.text(f"{name} is new on this desk.")
        if st.button("Start", type="primary"):
            _take(name)


def _take(name: str) -> None:
    try:
        with open_database(desk_path()) as db:
            person = add_person(db, name, datetime.now(UTC))
    except ClaimdeskError as error:
        show_error(error)
        return
    st.session_state[NAME] = person.name
    st.rerun()


def show_error(error: ClaimdeskError) -> None:
    """One of our errors as a line on the page."""
    show_line(str(error))


def show_line(line: str) -> None:
    """A line that something is wrong: it may hold what a person typed or a file's name, so it is shown as text.

    It begins with a capital, unless its first word is a name of a file or an address.
    """
    first = line.split(" ", 1)[0]
    is_name = not first.rstrip(":,").isalpha()
    with st.container(border=True, key=f"error_{abs(hash(line))}"):
        st.text(line if is_name else line[:1].upper() + line[1:])

"""What happens once when the desk starts: its settings are checked, its database is made ready, its memory set."""

from __future__ import annotations

import functools
import gc
from pathlib import Path

import streamlit as st

from annotator.errors import UnsafeSettings
from annotator.storage.connection import prepare_database

NEEDED = {
    "runner.postScriptGC": (False, "its default adds 60 ms to every run and stalls the desk under load"),
    "runner.magicEnabled": (False, "its default shows stray values on the pages"),
    "browser.gatherUsageStats": (False, "its default sends figures about the desk to others"),
    "client.toolbarMode": ("viewer", "its default shows a developer's menu and lets the key C clear the cache"),
    "client.showErrorDetails": ("none", "its default shows the program's inside to everybody"),
    "client.showErrorLinks": (False, "its default offers to send errors to other web sites"),
    "server.enableXsrfProtection": (True, "without it other web sites can send files to the desk"),
    "server.enableCORS": (True, "without it other web sites can talk to the desk"),
    "server.enableAgentApi": (False, "it answers anybody who asks"),
}
"""Streamlit's settings that the desk depends on, each with what goes wrong without it."""


def check_settings() -> None:
    """Raises UnsafeSettings, naming each setting that is not as the desk needs it and why."""
    wrong = [
        f"{name} must be {str(value).lower()} ({why})"
        for name, (value, why) in NEEDED.items()
        if st.get_option(name) != value
    ]
    if not st.get_option("server.allowedHosts"):
        wrong.append("server.allowedHosts must name the hosts (without it a web site can point its name at the desk)")
    if wrong:
        raise UnsafeSettings(
            "start the desk from its own folder, so that .streamlit/config.toml is read: " + "; ".join(wrong)
        )


@functools.cache
def start(path: Path) -> None:
    """Check the settings, prepare the database at ``path``, and freeze what was loaded out of the garbage collector.

    Once a process for each path; an error is not remembered, so that the next page load tries again.
    """
    check_settings()
    prepare_database(path)
    gc.collect()
    gc.freeze()

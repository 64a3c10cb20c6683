"""An error that nobody foresaw: kept whole in the log, and told on the page in a line of ours, without the inside."""

from __future__ import annotations

import logging
from datetime import datetime

LOG = logging.getLogger("claimdesk")


def unforeseen_words(error: Exception, now: datetime) -> str:
    """What the person is told. The error goes to the log (stderr) with its traceback, under the same time (UTC)."""
    when = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    LOG.error("unforeseen, %s", when, exc_info=error)
    return (
        "Something went wrong on this page. Nothing that was saved is lost. Reload; if it stays, tell who runs the"
        f" desk: {when} {type(error).__name__}"
    )

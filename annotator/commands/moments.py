"""Times on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from annotator.storage.times import to_moment


class Moment(click.ParamType[datetime]):
    """A time on the command line: ISO 8601, UTC unless it says otherwise; a date means the end of that day."""

    name = "time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware moment that ``value`` names."""
        text = f"{value}T23:59:59.999999Z" if len(value) == len("2026-11-23") else value
        try:
            bare = datetime.fromisoformat(text)
            return to_moment(text) if bare.utcoffset() is not None else bare.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no time: write 2026-11-23 or 2026-11-23T18:00:00Z", param, ctx)

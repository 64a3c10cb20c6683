"""Times on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from annotator.storage.times import to_moment, to_text

_DATE = len("2026-11-23")


class Moment(click.ParamType[datetime]):
    """A past time on the command line: ISO 8601, UTC unless it says otherwise; a date means the end of that day, and
    today's means now, which is told."""

    name = "time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware moment that ``value`` names; what lies ahead is refused, since nobody knows the desk of then."""
        moment, now = self._read(value, param, ctx), datetime.now(UTC)
        if len(value) == _DATE and moment.date() == now.date():
            click.echo(f"{value} is not over: the desk as of {to_text(now)}", err=True)
            return now
        if moment > now:
            self.fail(f"{value} lies ahead: name a moment that is past, or leave --as-of out for now", param, ctx)
        return moment

    def _read(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        text = f"{value}T23:59:59.999999Z" if len(value) == _DATE else value
        try:
            bare = datetime.fromisoformat(text)
            return to_moment(text) if bare.utcoffset() is not None else bare.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no time: write 2026-11-23 or 2026-11-23T18:00:00Z", param, ctx)

"""The options that choose claims: the same for every command that takes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import wraps
from typing import Any

import click

from annotator.commands.moments import Moment
from annotator.flags import Flag
from annotator.model import Verdict
from annotator.storage.filters import Filters
from corpus.model import CueName, Kind


def choice(names: type[StrEnum]) -> click.Choice[str]:
    """The values of one of our enumerations, as choices."""
    return click.Choice([str(name) for name in names])


article_option = click.option(
    "--article", "articles", multiple=True, metavar="SLUG", help="Only this article; may be repeated."
)
kind_option = click.option("--kind", "kinds", multiple=True, type=choice(Kind), help="Only this kind; may be repeated.")
as_of_option = click.option(
    "--as-of", type=Moment(), metavar="TIME", help="The desk as it was then (UTC); a date means the end of that day."
)
_OPTIONS = (
    article_option,
    click.option("--section", "sections", multiple=True, help="Only claims right under this heading; may be repeated."),
    kind_option,
    click.option(
        "--verdict", "verdicts", multiple=True, type=choice(Verdict), help="Only this verdict; may be repeated."
    ),
    click.option("--flag", "flags", multiple=True, type=choice(Flag), help="Only this flag; may be repeated."),
    click.option(
        "--cue", "cues", multiple=True, type=choice(CueName), help="Only claims with this cue; may be repeated."
    ),
    click.option(
        "--reviewer", "reviewers", multiple=True, metavar="NAME", help="Only this reviewer's claims and votes."
    ),
    click.option("--search", default="", metavar="WORDS", help="Only claims with all these words."),
    as_of_option,
)


def filter_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give ``command`` the options, and what was chosen by them as its argument ``filters``."""

    @wraps(command)
    def filtered(*args: Any, search: str, as_of: datetime | None, **given: Any) -> None:
        names = {
            name: given.pop(name)
            for name in ("articles", "sections", "kinds", "verdicts", "flags", "cues", "reviewers")
        }
        filters = Filters(
            articles=names["articles"],
            sections=names["sections"],
            kinds=tuple(map(Kind, names["kinds"])),
            verdicts=tuple(map(Verdict, names["verdicts"])),
            flags=tuple(map(Flag, names["flags"])),
            reviewers=names["reviewers"],
            cues=tuple(map(CueName, names["cues"])),
            search=search,
            as_of=as_of,
        )
        command(*args, filters=filters, **given)

    for option in reversed(_OPTIONS):
        filtered = option(filtered)
    return filtered

"""How far the reviewers agree: agreement."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

import click

from annotator.agreement.report import agreement_on
from annotator.agreement.telling import agreement_lines
from annotator.commands.database import database, existing
from annotator.commands.filtering import article_option, as_of_option, kind_option
from annotator.storage.connection import open_database
from annotator.storage.datasets import labelled_claims
from annotator.storage.filters import Filters
from corpus.command_line import one_clear_line
from corpus.model import Kind


@click.command("agreement", epilog="Example: python -m annotator agreement --article magnesium_ms")
@article_option
@kind_option
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of tables.")
@database
@one_clear_line
def show_agreement(
    articles: tuple[str, ...], kinds: tuple[str, ...], as_of: datetime | None, as_json: bool, db: str | None
) -> None:
    """Show how far the reviewers agree beyond chance.

    Krippendorff's alpha with a 95 % bootstrap interval, Fleiss' kappa, Cohen's kappa of each pair, which answers are
    taken for which, and alpha by kind and article. "Not a claim" counts as an answer. A figure that is not defined is
    none, with the reason (null in JSON).
    """
    filters = Filters(articles=articles, kinds=tuple(map(Kind, kinds)), as_of=as_of, every_label=True)
    with open_database(existing(db)) as desk:
        agreement = agreement_on(labelled_claims(desk, filters))
    if as_json:
        click.echo(json.dumps(asdict(agreement), ensure_ascii=False, allow_nan=False))
    else:
        click.echo("\n".join(agreement_lines(agreement)))

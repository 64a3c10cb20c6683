"""``python -m annotator``: put articles up for review, load labels, see the progress, back up."""

from __future__ import annotations

import click

from annotator.commands import (
    agreement,
    articles,
    identifying,
    labels,
    lookups,
    many,
    matches,
    source_lists,
    sources,
    taking_in,
)
from corpus.command_line import SETTINGS, run


@click.group(context_settings=SETTINGS, epilog="Example: python -m annotator add corpus/articles/magnesium_ms.txt")
def cli() -> None:
    """Put articles up for review, load labels, see how far everybody is, and back up."""


for command in (
    articles.add,
    articles.revise,
    many.add_bulk,
    matches.search_matches,
    identifying.identify,
    sources.add_sources,
    source_lists.list_sources,
    lookups.look_up_sources,
    lookups.load_retractions,
    labels.load,
    taking_in.take_labels_in,
    labels.show_progress,
    agreement.show_agreement,
    labels.backup,
    labels.evidence_rule,
):
    cli.add_command(command)


if __name__ == "__main__":
    run(cli, "python -m annotator")

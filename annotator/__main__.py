"""``python -m annotator``: put articles up for review, load labels, see the progress, back up."""

from __future__ import annotations

import click

from corpus.command_line import SETTINGS, LaterGroup, run

PLACES = {
    "add": "articles:add",
    "revise": "articles:revise",
    "add-bulk": "many:add_bulk",
    "find-matches": "matches:search_matches",
    "identify": "identifying:identify",
    "add-sources": "sources:add_sources",
    "sources": "source_lists:list_sources",
    "look-up": "lookups:look_up_sources",
    "load-retractions": "lookups:load_retractions",
    "load-labels": "labels:load",
    "take-in": "taking_in:take_labels_in",
    "progress": "labels:show_progress",
    "agreement": "agreement:show_agreement",
    "backup": "labels:backup",
    "evidence-rule": "labels:evidence_rule",
}
"""Where each command is, in ``annotator.commands``."""


@click.group(
    cls=LaterGroup,
    places={name: f"annotator.commands.{place}" for name, place in PLACES.items()},
    context_settings=SETTINGS,
    epilog="Example: python -m annotator add corpus/articles/magnesium_ms.txt",
)
def cli() -> None:
    """Put articles up for review, load labels, see how far everybody is, and back up."""


if __name__ == "__main__":
    run(cli, "python -m annotator")

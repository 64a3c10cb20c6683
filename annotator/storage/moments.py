"""What moment a view of the desk shows, and by which schema it is kept: what a dataset says of where it comes from."""

from __future__ import annotations

from sqlite_utils import Database

from annotator.storage.schema import migrations


def newest_change(db: Database) -> str | None:
    """The time of the newest label, decision, article, recut or split, or of what was learned of a source, as it is
    written; None on an empty desk.

    The desk "as of" that moment is the desk as it is, until something is added, but for what is known of sources: of
    them no past is kept.
    """
    row = db.execute(
        "SELECT max(moment) FROM (SELECT max(coalesce(received_at, labelled_at)) AS moment FROM labels"
        " UNION ALL SELECT max(coalesce(received_at, decided_at)) FROM adjudications"
        " UNION ALL SELECT max(added_at) FROM revisions UNION ALL SELECT max(made_at) FROM recuts"
        " UNION ALL SELECT max(frozen_at) FROM splits UNION ALL SELECT max(changed_at) FROM works"
        " UNION ALL SELECT max(checked_at) FROM lookups UNION ALL SELECT max(loaded_at) FROM retraction_lists)"
    ).fetchone()
    return None if row[0] is None else str(row[0])


def schema_version(db: Database) -> str:
    """The newest migration of the desk's database, such as ``m005_matches``."""
    return max((migration.name for migration in migrations.applied(db)), default="")

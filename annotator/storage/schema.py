"""The tables, as migrations. A shipped migration is never edited: a change is a new one at the end.

Labels and citations are append-only, and triggers hold us to it. Views say once what is current, open, final and
flagged; ``annotator.flags`` says the same in Python for one claim at a time, and a test holds them equal.
Most read ``standings`` (standings.py): a count per claim that triggers keep.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.storage import standings
from annotator.storage.tables.adjudications import ADJUDICATIONS
from annotator.storage.tables.evidence import CITED_NAMES_ALONE, EVIDENCE
from annotator.storage.tables.first import FIRST_TABLES, FIRST_VIEWS, GUIDELINE_1
from annotator.storage.tables.lookups import LOOKUPS
from annotator.storage.tables.matches import MATCHES
from annotator.storage.tables.recuts import REVISIONS_AND_RECUTS
from annotator.storage.tables.splits import GROUPS_AND_KEPT_OUT
from annotator.storage.tables.works import WORKS

migrations = Migrations("claimdesk")


@migrations()
def m001_first_tables(db: Database) -> None:
    """Articles, claims, people, labels with their citations, and the views over them."""
    for statement in statements(FIRST_TABLES + standings.TABLE + FIRST_VIEWS + standings.TRIGGERS):
        db.execute(statement)
    db.execute(
        "INSERT INTO guidelines (version, text, since) VALUES (1, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
        [GUIDELINE_1],
    )
    db.execute("INSERT INTO settings (name, value) VALUES ('desk_id', lower(hex(randomblob(16))))")


SPLITS = """
CREATE TABLE splits (
    article TEXT PRIMARY KEY REFERENCES articles (slug),
    split TEXT NOT NULL CHECK (split IN ('train', 'dev', 'test')),
    frozen_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER splits_stay_frozen BEFORE UPDATE ON splits BEGIN
    SELECT RAISE (ABORT, 'a split stays as it was frozen: what was trained on must never become test data');
END;
CREATE TRIGGER splits_are_kept BEFORE DELETE ON splits BEGIN
    SELECT RAISE (ABORT, 'a split stays as it was frozen: what was trained on must never become test data');
END;
"""


@migrations()
def m002_splits(db: Database) -> None:
    """The part of the dataset, train, dev or test, that each article was assigned to."""
    for statement in statements(SPLITS):
        db.execute(statement)


@migrations()
def m003_revisions_and_recuts(db: Database) -> None:
    """What replaces claims by others, a merge, a split, a new revision or the undoing of one, is history too.

    ``recut_claims`` says which claims a recut retired and which it made, or brought back; ``predecessors`` which
    claim an earlier one went on as. A label that went with its claim is a label of its own, ``carried_from`` the old
    one (its ``change`` is 'loaded': it came whole, and no key was pressed).
    """
    for statement in statements(REVISIONS_AND_RECUTS + _append_only("recuts", "recut_claims", "predecessors")):
        db.execute(statement)


URGENCY = """
ALTER TABLE claims ADD COLUMN urgency INTEGER NOT NULL DEFAULT 0;
UPDATE claims SET urgency = 512 * (instr(cues, '["harm"') > 0) + 256 * (instr(cues, '["absolute"') > 0)
    + 128 * (instr(cues, '["unnamed_source"') > 0) + 64 * (instr(cues, '["dose"') > 0)
    + 32 * (instr(cues, '["causal"') > 0) + 16 * (instr(cues, '["population"') > 0)
    + 8 * (instr(cues, '["number"') > 0) + 4 * (instr(cues, '["associative"') > 0)
    + 2 * (instr(cues, '["hedged"') > 0) + (instr(cues, '["named_study"') > 0)
    WHERE cues <> '[]';
"""


@migrations()
def m004_urgency(db: Database) -> None:
    """How urgent each claim is by its cues (``corpus.urgency``): one bit a cue, so that it filters as well as sorts."""
    for statement in statements(URGENCY):
        db.execute(statement)


@migrations()
def m005_matches(db: Database) -> None:
    """Which claims may repeat or contradict each other, and what people made of it.

    ``matches`` holds what the rules found, and is made anew when they change; ``matched_claims`` for which claims they
    were asked. ``match_decisions`` is what a person said of one, the newest counts (``holds`` is NULL when it was taken
    back), and outlives it: what was dismissed does not come back. ``pair`` names the two claims by the first claim that
    had their words in their place, so that it stays the same over an article's revisions.
    """
    for statement in statements(MATCHES + _append_only("match_decisions")):
        db.execute(statement)


@migrations()
def m006_works(db: Database) -> None:
    """The library: what is known of publications, whether one is cited yet or not.

    A cited source is described by the work that has its ``(type, identifier)``; citations never change. ``design`` is
    the strength suggested for it, ``fingerprint`` finds a work that came without any identifier.
    """
    for statement in statements(WORKS):
        db.execute(statement)


@migrations()
def m007_lookups(db: Database) -> None:
    """What Crossref and PubMed said of sources and when, who is still to be asked, and notices of retraction.

    A claim is flagged where a verdict on it rests only on retracted work: the view ``evidence_flags`` says so.
    """
    for statement in statements(LOOKUPS):
        db.execute(statement)


STRENGTH = """
ALTER TABLE citations ADD COLUMN strength TEXT CHECK (strength IN ('guideline', 'systematic_review',
    'randomised_trial', 'cohort', 'case_report', 'animal', 'in_vitro', 'opinion'));
"""


@migrations()
def m008_strength(db: Database) -> None:
    """What kind of evidence a cited source is, as the reviewer chose it for this claim; NULL where nobody has."""
    for statement in statements(STRENGTH):
        db.execute(statement)


@migrations()
def m009_split_groups(db: Database) -> None:
    """What keeps the frozen splits apart.

    ``split_groups`` holds which articles were frozen together, by the first of them; ``kept_out`` the claims that later
    turned out to repeat, or to rest on the source of, a claim in another split (``kept_with``): they are in no split.
    """
    for statement in statements(GROUPS_AND_KEPT_OUT + _append_only("split_groups", "kept_out")):
        db.execute(statement)


@migrations()
def m010_weak_and_old_evidence(db: Database) -> None:
    """Which claims have a verdict that rests only on weak evidence, or on evidence much older than their article.

    A source is as strong as the reviewer said, else as its work's design suggests, and as old as its work.
    """
    for statement in statements(EVIDENCE):
        db.execute(statement)


@migrations()
def m011_adjudications(db: Database) -> None:
    """What editors decided of claims: the newest row of a claim holds, one without an answer takes it back.

    A decision gives the claim its final verdict, before the votes. ``carried_from`` is the decision that one came along
    from, when its article was revised and the claim kept its words.
    """
    for statement in statements(ADJUDICATIONS + _append_only("adjudications")):
        db.execute(statement)


@migrations()
def m012_cited_names_alone(db: Database) -> None:
    """A name of a work that nobody cites weighs no claim: the library is filled the faster."""
    for statement in statements(CITED_NAMES_ALONE):
        db.execute(statement)


@migrations()
def m013_when_labels_were_received(db: Database) -> None:
    """When a label or a decision from a file reached the desk, which may be long after it was given: from then on it
    counts. None for what was given here, and for what was loaded before this was kept."""
    for table in ("labels", "adjudications"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN received_at TEXT")


def _append_only(*tables: str) -> str:
    """Triggers that refuse every change of what ``tables`` hold."""
    return "".join(
        f"CREATE TRIGGER {table}_are_not_{done} BEFORE {act} ON {table} BEGIN\n"
        f"    SELECT RAISE (ABORT, '{table} are append-only: history is never rewritten');\n"
        "END;\n"
        for table in tables
        for act, done in (("UPDATE", "updated"), ("DELETE", "deleted"))
    )


def statements(script: str) -> list[str]:
    """The statements of an SQL script. sqlite3's own ``executescript`` would commit the migration half-way."""
    found, part = [], ""
    for line in script.splitlines(keepends=True):
        part += line
        if line.rstrip().endswith(";") and ("BEGIN\n" not in part or line.strip() == "END;"):
            found.append(part.strip())
            part = ""
    return found


MIGRATION_NAMES = frozenset(migration.name for migration in migrations.pending(Database(memory=True)))
"""Every migration this program knows: a database with another was made by a newer one."""

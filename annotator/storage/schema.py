"""The tables, as migrations. A shipped migration is never edited: a change is a new one at the end.

Labels and citations are append-only, and triggers hold us to it. Views say once what is current, open, final and
flagged; ``annotator.flags`` says the same in Python for one claim at a time, and a test holds them equal.
Most read ``standings`` (standings.py): a count per claim that triggers keep.
"""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.storage import standings

migrations = Migrations("claimdesk")

GUIDELINE_1 = """\
Supported: a source you would show a colleague says the same, for the same people, dose and outcome.
Contradicted: such a source says otherwise.
Unsupported: you searched, and nothing settles it. Say where you looked and when.
Judge the sentence as it stands, not what its author may have meant. A sentence with two claims is as good as the
worse one. "May", "some studies" and "up to" are part of the claim.
Not a claim: nothing in it that a source could settle."""

FIRST_TABLES = """
CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(trim(name)) > 0),
    email TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL CHECK (role IN ('reviewer', 'editor', 'analyst', 'admin')),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
    slug TEXT PRIMARY KEY CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9_-]*'),
    title TEXT NOT NULL,
    source_address TEXT NOT NULL DEFAULT '',
    added_by TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE revisions (
    article TEXT NOT NULL REFERENCES articles (slug),
    number INTEGER NOT NULL CHECK (number > 0),
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    how_read TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL,
    PRIMARY KEY (article, number)
) STRICT;
CREATE TRIGGER revisions_keep_their_text BEFORE UPDATE OF article, number, text, sha256 ON revisions BEGIN
    SELECT RAISE (ABORT, 'a revision keeps its text, which offsets count in: another text is another revision');
END;

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL,
    revision INTEGER NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    kind TEXT NOT NULL,
    check_worthy INTEGER NOT NULL CHECK (check_worthy IN (0, 1)),
    section TEXT NOT NULL DEFAULT '',
    context TEXT NOT NULL CHECK (json_valid(context)),
    cues TEXT NOT NULL CHECK (json_valid(cues)),
    text TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT 'cut' CHECK (origin IN ('cut', 'merged', 'split', 'marked')),
    retired_at TEXT,
    FOREIGN KEY (article, revision) REFERENCES revisions (article, number)
) STRICT;
CREATE INDEX claims_in_article ON claims (article, revision, start);
CREATE INDEX claims_counted ON claims (article, section, check_worthy, retired_at);

CREATE VIRTUAL TABLE claims_search USING fts5 (text, content='claims', content_rowid='number', tokenize='porter');
CREATE TRIGGER claims_are_searchable AFTER INSERT ON claims BEGIN
    INSERT INTO claims_search (rowid, text) VALUES (new.number, new.text);
END;
CREATE TRIGGER claims_keep_their_words BEFORE UPDATE OF id, article, revision, start, "end", text ON claims BEGIN
    SELECT RAISE (ABORT, 'a claim keeps its place and words: retire it and add another');
END;
CREATE TRIGGER claims_are_kept BEFORE DELETE ON claims BEGIN
    SELECT RAISE (ABORT, 'claims are retired, never deleted');
END;

CREATE TABLE guidelines (
    version INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    since TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('doi', 'pmid', 'pmcid', 'nct', 'isbn', 'url')),
    identifier TEXT NOT NULL,
    shown TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (type, identifier)
) STRICT;
CREATE TRIGGER sources_keep_their_name BEFORE UPDATE OF type, identifier ON sources BEGIN
    SELECT RAISE (ABORT, 'a source keeps its identifier: labels rest on it');
END;

CREATE TABLE labels (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    claim_id TEXT NOT NULL REFERENCES claims (id),
    reviewer INTEGER NOT NULL REFERENCES people (id),
    change TEXT NOT NULL CHECK (change IN ('answer', 'evidence', 'undo', 'loaded')),
    undoes INTEGER UNIQUE REFERENCES labels (id) CHECK ((undoes IS NOT NULL) = (change = 'undo')),
    verdict TEXT CHECK (verdict IN ('supported', 'unsupported', 'contradicted')),
    kind TEXT,
    skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1) AND NOT (skipped AND verdict IS NOT NULL)),
    rationale TEXT NOT NULL DEFAULT '',
    search_note TEXT NOT NULL DEFAULT '',
    confidence TEXT CHECK (confidence IN ('low', 'medium', 'high')),
    guideline_version INTEGER NOT NULL REFERENCES guidelines (version),
    seconds_spent REAL,
    pressed_at TEXT,
    labelled_at TEXT NOT NULL
) STRICT;
CREATE INDEX labels_on_claim ON labels (claim_id, reviewer, id);
CREATE INDEX labels_by_reviewer ON labels (reviewer, id);
CREATE INDEX labels_of_reviewer_on_claims ON labels (reviewer, claim_id, id, verdict);

CREATE TABLE citations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label_id INTEGER NOT NULL REFERENCES labels (id),
    position INTEGER NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts', 'context')),
    quote TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    UNIQUE (label_id, position)
) STRICT;
CREATE INDEX citations_of_source ON citations (source_id);

CREATE TRIGGER labels_are_not_updated BEFORE UPDATE ON labels BEGIN
    SELECT RAISE (ABORT, 'labels are append-only: a change is a new label');
END;
CREATE TRIGGER labels_are_not_deleted BEFORE DELETE ON labels BEGIN
    SELECT RAISE (ABORT, 'labels are append-only: a withdrawal is a new label');
END;
CREATE TRIGGER citations_are_not_updated BEFORE UPDATE ON citations BEGIN
    SELECT RAISE (ABORT, 'citations are append-only: a change is a new label');
END;
CREATE TRIGGER citations_are_not_deleted BEFORE DELETE ON citations BEGIN
    SELECT RAISE (ABORT, 'citations are append-only: a change is a new label');
END;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
"""

FIRST_VIEWS = """
CREATE VIEW current_labels AS
SELECT * FROM labels AS label
WHERE id = (SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer);

CREATE VIEW open_labels AS
SELECT * FROM current_labels AS label
WHERE (verdict = 'supported'
       AND NOT EXISTS (SELECT 1 FROM citations WHERE label_id = label.id AND stance = 'supports'))
   OR (verdict = 'contradicted'
       AND NOT EXISTS (SELECT 1 FROM citations WHERE label_id = label.id AND stance = 'contradicts'))
   OR (verdict = 'unsupported' AND trim(search_note, char(9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 133, 160, 5760, 8192,
       8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)) = '');

CREATE VIEW claim_states AS
SELECT *, basis = 'disputed' AS disputed,
       contradicted > 0 OR unsupported > 0 OR left_open > 0 OR basis = 'disputed' AS is_flagged
FROM (
    SELECT *,
           CASE WHEN verdicts = 0 OR not_a_claim > 0 THEN NULL
                WHEN supported = verdicts THEN 'supported'
                WHEN unsupported = verdicts THEN 'unsupported'
                WHEN contradicted = verdicts THEN 'contradicted' END AS final_verdict,
           CASE WHEN verdicts = 0 THEN 'none'
                WHEN not_a_claim = 0 AND verdicts IN (supported, unsupported, contradicted) THEN 'unanimous'
                ELSE 'disputed' END AS basis
    FROM standings
);

CREATE VIEW final_verdicts AS SELECT claim_id, final_verdict AS verdict, basis, verdicts FROM claim_states;

CREATE VIEW queue_states AS
SELECT claims.*, coalesce(state.kind, claims.kind) AS kind_now,
       verdicts, supported, unsupported, contradicted, not_a_claim, skipped, left_open, changed_at,
       final_verdict, basis, disputed, is_flagged
FROM claims LEFT JOIN claim_states AS state ON state.claim = claims.number
WHERE retired_at IS NULL AND (
    verdicts > 0
    OR CASE WHEN state.kind IS NULL THEN check_worthy
            ELSE state.kind IN ('claim', 'table_row', 'list_item', 'advice') END
);

CREATE VIEW queue AS
SELECT number, id, article, revision, start, "end", kind, check_worthy, section, context, cues, text, origin,
       retired_at, kind_now
FROM queue_states;

CREATE VIEW flagged_claims AS
SELECT claim_id, 'contradicted' AS flag FROM claim_states WHERE contradicted > 0
UNION ALL SELECT claim_id, 'unsupported' FROM claim_states WHERE unsupported > 0
UNION ALL SELECT claim_id, 'open' FROM claim_states WHERE left_open > 0
UNION ALL SELECT claim_id, 'disagreement' FROM claim_states WHERE disputed;
"""


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


REVISIONS_AND_RECUTS = """
ALTER TABLE revisions ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN source_address TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN published TEXT NOT NULL DEFAULT '';
ALTER TABLE revisions ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings));
ALTER TABLE revisions ADD COLUMN added_by TEXT NOT NULL DEFAULT '';
UPDATE revisions SET (title, source_address, added_by)
    = (SELECT title, source_address, added_by FROM articles WHERE slug = article);

CREATE VIEW newest_revisions AS
SELECT * FROM revisions AS revision WHERE number = (SELECT max(number) FROM revisions WHERE article = revision.article);

ALTER TABLE labels ADD COLUMN carried_from INTEGER REFERENCES labels (id)
    CHECK (carried_from IS NULL OR change = 'loaded');

CREATE TABLE recuts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    act TEXT NOT NULL CHECK (act IN ('merge', 'split', 'revise', 'undo')),
    article TEXT NOT NULL,
    revision INTEGER NOT NULL,
    person INTEGER REFERENCES people (id),
    undoes INTEGER UNIQUE REFERENCES recuts (id) CHECK ((undoes IS NOT NULL) = (act = 'undo')),
    pressed_at TEXT,
    made_at TEXT NOT NULL,
    FOREIGN KEY (article, revision) REFERENCES revisions (article, number)
) STRICT;
CREATE INDEX recuts_of_article ON recuts (article, revision, id);

CREATE TABLE recut_claims (
    recut INTEGER NOT NULL REFERENCES recuts (id),
    claim_id TEXT NOT NULL REFERENCES claims (id),
    part TEXT NOT NULL CHECK (part IN ('retired', 'made')),
    PRIMARY KEY (recut, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recuts_of_claim ON recut_claims (claim_id, recut, part);

CREATE TABLE predecessors (
    claim_id TEXT NOT NULL REFERENCES claims (id),
    predecessor TEXT NOT NULL REFERENCES claims (id) CHECK (predecessor <> claim_id),
    recut INTEGER NOT NULL REFERENCES recuts (id),
    same_words INTEGER NOT NULL CHECK (same_words IN (0, 1)),
    PRIMARY KEY (claim_id, predecessor)
) STRICT, WITHOUT ROWID;
CREATE INDEX successors ON predecessors (predecessor, claim_id);
"""


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


MATCHES = """
CREATE TABLE matches (
    left_claim TEXT NOT NULL REFERENCES claims (id),
    right_claim TEXT NOT NULL REFERENCES claims (id) CHECK (right_claim <> left_claim),
    pair TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('repeat', 'conflict')),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
    differences TEXT NOT NULL CHECK (json_valid(differences)),
    found_by TEXT NOT NULL,
    found_at TEXT NOT NULL,
    PRIMARY KEY (left_claim, right_claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX matches_of_right ON matches (right_claim, left_claim);

CREATE TABLE matched_claims (
    claim INTEGER PRIMARY KEY REFERENCES claims (number),
    found_by TEXT NOT NULL
) STRICT;

CREATE TABLE match_decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    left_claim TEXT NOT NULL REFERENCES claims (id),
    right_claim TEXT NOT NULL REFERENCES claims (id) CHECK (right_claim <> left_claim),
    pair TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('repeat', 'conflict')),
    holds INTEGER CHECK (holds IN (0, 1)),
    person INTEGER NOT NULL REFERENCES people (id),
    pressed_at TEXT,
    decided_at TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_on_pair ON match_decisions (pair, kind, id);

CREATE VIEW live_matches AS
SELECT matches.*, decision.holds, decision.person, decision.decided_at
FROM matches
JOIN claims AS left_one ON left_one.id = matches.left_claim AND left_one.retired_at IS NULL
JOIN claims AS right_one ON right_one.id = matches.right_claim AND right_one.retired_at IS NULL
LEFT JOIN match_decisions AS decision ON decision.id = (
    SELECT max(id) FROM match_decisions AS newest WHERE newest.pair = matches.pair AND newest.kind = matches.kind
);
"""


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

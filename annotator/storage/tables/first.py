"""The first tables and the views over them, and the first guideline."""

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

"""What a revision says of itself, and what replaced claims by others."""

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

"""The table ``standings``: what the current labels on a claim come to, one row a claim, for schema.py to make.

Counting 200,000 labels afresh takes seconds, reading their standings 50 ms. Triggers write a claim's row in the
very transaction that adds a label or a citation, and nothing else does; a test holds it equal to a fresh count.
"""

TABLE = """
CREATE TABLE standings (
    claim INTEGER PRIMARY KEY REFERENCES claims (number),
    claim_id TEXT NOT NULL UNIQUE,
    verdicts INTEGER NOT NULL,
    supported INTEGER NOT NULL,
    unsupported INTEGER NOT NULL,
    contradicted INTEGER NOT NULL,
    not_a_claim INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    left_open INTEGER NOT NULL,
    kind TEXT,
    changed_at TEXT NOT NULL
) STRICT;
"""


TRIGGERS = """
CREATE TRIGGER a_label_moves_the_standing AFTER INSERT ON labels BEGIN
    INSERT OR REPLACE INTO standings
    SELECT claims.number, claims.id,
           sum(verdict IS NOT NULL), sum(verdict IS 'supported'), sum(verdict IS 'unsupported'),
           sum(verdict IS 'contradicted'),
           sum(verdict IS NULL AND label.kind IS NOT NULL
               AND label.kind NOT IN ('claim', 'table_row', 'list_item', 'advice')),
           sum(skipped),
           (SELECT count(*) FROM open_labels WHERE claim_id = claims.id),
           (SELECT given.kind FROM current_labels AS given WHERE given.claim_id = claims.id
            AND given.kind IS NOT NULL ORDER BY given.labelled_at DESC, given.key DESC LIMIT 1),
           max(labelled_at)
    FROM current_labels AS label JOIN claims ON claims.id = label.claim_id
    WHERE label.claim_id = new.claim_id GROUP BY claims.id;
END;
CREATE TRIGGER a_citation_moves_the_standing AFTER INSERT ON citations BEGIN
    UPDATE standings SET left_open = (SELECT count(*) FROM open_labels WHERE claim_id = standings.claim_id)
    WHERE left_open > 0 AND claim_id = (SELECT claim_id FROM labels WHERE id = new.label_id);
END;
"""
"""A citation is added after its label, and can only close it: the rest of the standing is as the label left it.

The claim is named in each WHERE, not in a view: SQLite would build a view of every claim for each label.
"""

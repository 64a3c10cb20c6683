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


def _trigger(name: str, table: str, claim_id: str) -> str:
    """The claim is named in WHERE, not in a view: SQLite would build a view of every claim for each label."""
    return f"""
CREATE TRIGGER {name} AFTER INSERT ON {table} BEGIN
    DELETE FROM standings WHERE claim_id = {claim_id};
    INSERT INTO standings
    SELECT claims.number, claims.id,
           sum(verdict IS NOT NULL), sum(verdict IS 'supported'), sum(verdict IS 'unsupported'),
           sum(verdict IS 'contradicted'),
           sum(verdict IS NULL AND label.kind IS NOT NULL
               AND label.kind NOT IN ('claim', 'table_row', 'list_item', 'advice')),
           sum(skipped),
           (SELECT count(*) FROM open_labels WHERE claim_id = claims.id),
           (SELECT given.kind FROM current_labels AS given
            WHERE given.claim_id = claims.id AND given.kind IS NOT NULL ORDER BY given.id DESC LIMIT 1),
           (SELECT newest.labelled_at FROM labels AS newest
            WHERE newest.claim_id = claims.id ORDER BY newest.id DESC LIMIT 1)
    FROM current_labels AS label JOIN claims ON claims.id = label.claim_id
    WHERE label.claim_id = {claim_id} GROUP BY claims.id;
END;
"""


TRIGGERS = _trigger("a_label_moves_the_standing", "labels", "new.claim_id") + _trigger(
    "a_citation_moves_the_standing", "citations", "(SELECT claim_id FROM labels WHERE id = new.label_id)"
)

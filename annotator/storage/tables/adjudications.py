"""What editors decided, and the views by which a decision goes before the votes."""

ADJUDICATIONS = """
CREATE TABLE adjudications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    claim_id TEXT NOT NULL REFERENCES claims (id),
    editor INTEGER NOT NULL REFERENCES people (id),
    answer TEXT CHECK (answer IN ('supported', 'unsupported', 'contradicted', 'not_a_claim')),
    rationale TEXT NOT NULL DEFAULT '',
    carried_from INTEGER REFERENCES adjudications (id),
    decided_at TEXT NOT NULL
) STRICT;
CREATE INDEX adjudications_on_claim ON adjudications (claim_id, id);

ALTER TABLE standings ADD COLUMN decided TEXT
    CHECK (decided IN ('supported', 'unsupported', 'contradicted', 'not_a_claim'));

DROP TRIGGER a_label_moves_the_standing;
CREATE TRIGGER a_label_moves_the_standing AFTER INSERT ON labels BEGIN
    INSERT OR REPLACE INTO standings (claim, claim_id, verdicts, supported, unsupported, contradicted, not_a_claim,
           skipped, left_open, kind, changed_at, decided)
    SELECT claims.number, claims.id,
           sum(verdict IS NOT NULL), sum(verdict IS 'supported'), sum(verdict IS 'unsupported'),
           sum(verdict IS 'contradicted'),
           sum(verdict IS NULL AND label.kind IS NOT NULL
               AND label.kind NOT IN ('claim', 'table_row', 'list_item', 'advice')),
           sum(skipped),
           (SELECT count(*) FROM open_labels WHERE claim_id = claims.id),
           (SELECT given.kind FROM current_labels AS given WHERE given.claim_id = claims.id
            AND given.kind IS NOT NULL ORDER BY given.labelled_at DESC, given.key DESC LIMIT 1),
           max(max(labelled_at), coalesce(
               (SELECT decided_at FROM adjudications WHERE claim_id = new.claim_id ORDER BY id DESC LIMIT 1), '')),
           (SELECT answer FROM adjudications WHERE claim_id = new.claim_id ORDER BY id DESC LIMIT 1)
    FROM current_labels AS label JOIN claims ON claims.id = label.claim_id
    WHERE label.claim_id = new.claim_id GROUP BY claims.id;
END;
CREATE TRIGGER a_decision_moves_the_standing AFTER INSERT ON adjudications BEGIN
    INSERT INTO standings (claim, claim_id, verdicts, supported, unsupported, contradicted, not_a_claim,
           skipped, left_open, kind, changed_at, decided)
    SELECT number, id, 0, 0, 0, 0, 0, 0, 0, NULL, new.decided_at, new.answer FROM claims WHERE id = new.claim_id
    ON CONFLICT (claim) DO UPDATE SET decided = excluded.decided, changed_at = max(
        excluded.changed_at,
        coalesce((SELECT max(labelled_at) FROM current_labels WHERE claim_id = excluded.claim_id), ''));
END;

DROP VIEW flagged_claims;
DROP VIEW queue;
DROP VIEW queue_states;
DROP VIEW final_verdicts;
DROP VIEW claim_states;

CREATE VIEW claim_states AS
SELECT *, basis = 'disputed' AS disputed,
       said_contradicted OR said_unsupported OR left_open > 0 OR basis = 'disputed'
       OR claim IN (SELECT claim FROM evidence_flags) AS is_flagged
FROM (
    SELECT *,
           CASE WHEN decided IS NOT NULL THEN nullif(decided, 'not_a_claim')
                WHEN verdicts = 0 OR not_a_claim > 0 THEN NULL
                WHEN supported = verdicts THEN 'supported'
                WHEN unsupported = verdicts THEN 'unsupported'
                WHEN contradicted = verdicts THEN 'contradicted' END AS final_verdict,
           CASE WHEN decided IS NOT NULL THEN 'adjudicated'
                WHEN verdicts = 0 THEN 'none'
                WHEN not_a_claim = 0 AND verdicts IN (supported, unsupported, contradicted) THEN 'unanimous'
                ELSE 'disputed' END AS basis,
           CASE WHEN decided IS NULL THEN contradicted > 0 ELSE decided = 'contradicted' END AS said_contradicted,
           CASE WHEN decided IS NULL THEN unsupported > 0 ELSE decided = 'unsupported' END AS said_unsupported
    FROM standings
);

CREATE VIEW final_verdicts AS SELECT claim_id, final_verdict AS verdict, basis, verdicts FROM claim_states;

CREATE VIEW queue_states AS
SELECT claims.*, coalesce(state.kind, claims.kind) AS kind_now,
       verdicts, supported, unsupported, contradicted, not_a_claim, skipped, left_open, changed_at, decided,
       final_verdict, basis, said_contradicted, said_unsupported, disputed, is_flagged
FROM claims LEFT JOIN claim_states AS state ON state.claim = claims.number
WHERE retired_at IS NULL AND (
    verdicts > 0 OR final_verdict IS NOT NULL
    OR CASE WHEN state.kind IS NULL THEN check_worthy
            ELSE state.kind IN ('claim', 'table_row', 'list_item', 'advice') END
);

CREATE VIEW queue AS
SELECT number, id, article, revision, start, "end", kind, check_worthy, section, context, cues, text, origin,
       retired_at, kind_now
FROM queue_states;

CREATE VIEW flagged_claims AS
SELECT claim_id, 'contradicted' AS flag FROM claim_states WHERE said_contradicted
UNION ALL SELECT claim_id, 'unsupported' FROM claim_states WHERE said_unsupported
UNION ALL SELECT claim_id, 'open' FROM claim_states WHERE left_open > 0
UNION ALL SELECT claim_id, 'disagreement' FROM claim_states WHERE disputed
UNION ALL SELECT claim_id, flag FROM evidence_flags;
"""
"""A claim's newest row holds; without an answer it was taken back. ``standings.decided`` is that answer, written by
triggers like the rest of a standing. A decision counts for the final verdict and the flags, a vote it never is.
"""

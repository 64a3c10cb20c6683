"""What services said of sources, who is to be asked again, and the notices of retraction, with their day."""

LOOKUPS = """
CREATE TABLE lookups (
    service TEXT NOT NULL CHECK (service IN ('crossref', 'pubmed')),
    type TEXT NOT NULL CHECK (type IN ('doi', 'pmid', 'pmcid')),
    identifier TEXT NOT NULL,
    status INTEGER NOT NULL CHECK (status IN (200, 404)),
    body TEXT NOT NULL DEFAULT '' CHECK (body = '' OR json_valid(body)),
    etag TEXT NOT NULL DEFAULT '',
    fetched_at TEXT NOT NULL,
    checked_at TEXT NOT NULL,
    PRIMARY KEY (type, identifier, service)
) STRICT, WITHOUT ROWID;

CREATE TABLE lookup_queue (
    type TEXT NOT NULL CHECK (type IN ('doi', 'pmid', 'pmcid')),
    identifier TEXT NOT NULL,
    shown TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    not_before TEXT NOT NULL DEFAULT '',
    trouble TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (type, identifier)
) STRICT, WITHOUT ROWID;

CREATE TABLE retraction_notices (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('doi', 'pmid', 'pmcid')),
    identifier TEXT NOT NULL,
    nature TEXT NOT NULL CHECK (nature IN ('retraction', 'concern', 'correction', 'reinstatement')),
    date TEXT NOT NULL DEFAULT '',
    notice TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ('crossref', 'pubmed', 'retraction_watch')),
    record TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX notices_on_paper ON retraction_notices (type, identifier);
CREATE INDEX notices_by_origin ON retraction_notices (origin);

CREATE TABLE retraction_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    date TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    rows INTEGER NOT NULL
) STRICT;

CREATE TABLE retracted_sources (
    source INTEGER PRIMARY KEY REFERENCES sources (id)
) STRICT;

CREATE VIEW evidence_flags AS
SELECT DISTINCT claims.number AS claim, claims.id AS claim_id, 'retracted' AS flag
FROM retracted_sources
CROSS JOIN citations ON citations.source_id = retracted_sources.source
CROSS JOIN labels AS label ON label.id = citations.label_id
CROSS JOIN claims ON claims.id = label.claim_id
WHERE label.id = (SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer)
  AND citations.stance = CASE label.verdict WHEN 'supported' THEN 'supports' WHEN 'contradicted' THEN 'contradicts' END
  AND NOT EXISTS (
      SELECT 1 FROM citations AS other
      WHERE other.label_id = label.id AND other.stance = citations.stance
        AND other.source_id NOT IN (SELECT source FROM retracted_sources)
  );

DROP VIEW flagged_claims;
DROP VIEW queue;
DROP VIEW queue_states;
DROP VIEW final_verdicts;
DROP VIEW claim_states;

CREATE VIEW claim_states AS
SELECT *, basis = 'disputed' AS disputed,
       contradicted > 0 OR unsupported > 0 OR left_open > 0 OR basis = 'disputed'
       OR claim IN (SELECT claim FROM evidence_flags) AS is_flagged
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
UNION ALL SELECT claim_id, 'disagreement' FROM claim_states WHERE disputed
UNION ALL SELECT claim_id, flag FROM evidence_flags;
"""
"""``retracted_sources`` is what the notices come to for the sources that are cited (annotator.storage.retraction_rows
writes it whenever a notice, a source or a work's name is added). ``evidence_flags`` is where another flag that rests on
the sources joins: the views over it ask for nothing else.
"""

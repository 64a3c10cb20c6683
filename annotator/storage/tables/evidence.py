"""Claims whose verdicts rest only on weak, or only on old, evidence: kept by triggers, for the view ``evidence_flags``.

``annotator.flags`` says the same in Python; a test holds them equal. Nothing here asks for more than one claim's labels
at a time, so that a label, a citation or a work that is learnt of costs no more than its own claims.
"""

_WEAK = "('case_report', 'animal', 'in_vitro', 'opinion')"
_MUCH_OLDER = 10

_FRESH = f"""
    INSERT OR IGNORE INTO weighed_claims (claim, flag)
    SELECT resting.claim, told.flag
    FROM (
        SELECT claims.number AS claim,
               count(*) = sum(coalesce(coalesce(citations.strength, works.design) IN {_WEAK}, 0)) AS weak,
               count(*) = count(works.year) AND max(works.year) + {_MUCH_OLDER} < CAST(
                   substr(iif(revisions.published = '', revisions.added_at, revisions.published), 1, 4) AS INTEGER
               ) AS old
        FROM labels AS label
        CROSS JOIN citations ON citations.label_id = label.id AND citations.stance = CASE label.verdict
            WHEN 'supported' THEN 'supports' WHEN 'contradicted' THEN 'contradicts' END
        CROSS JOIN claims ON claims.id = label.claim_id
        CROSS JOIN revisions ON revisions.article = claims.article AND revisions.number = claims.revision
        CROSS JOIN sources ON sources.id = citations.source_id
        LEFT JOIN work_identifiers AS known ON known.type = sources.type AND known.identifier = sources.identifier
        LEFT JOIN works ON works.id = known.work
        WHERE {{where}}
          AND label.id = (SELECT max(id) FROM labels WHERE claim_id = label.claim_id AND reviewer = label.reviewer)
        GROUP BY label.id
    ) AS resting
    CROSS JOIN (SELECT 'weak' AS flag UNION ALL SELECT 'old') AS told
    WHERE CASE told.flag WHEN 'weak' THEN resting.weak ELSE resting.old END;
"""


def _weigh(claims: str) -> str:
    """Weigh the claims anew whose ids ``claims`` selects."""
    return f"""
    DELETE FROM weighed_claims WHERE claim IN (SELECT number FROM claims WHERE id IN ({claims}));
{_FRESH.format(where=f"label.claim_id IN ({claims})")}"""


_CITING = (
    "SELECT citing.claim_id FROM work_identifiers AS name CROSS JOIN sources AS named"
    " ON named.type = name.type AND named.identifier = name.identifier"
    " CROSS JOIN citations AS cited ON cited.source_id = named.id CROSS JOIN labels AS citing"
    " ON citing.id = cited.label_id WHERE name.work = new.{work}"
)
_NAMED = (
    "SELECT citing.claim_id FROM sources AS named CROSS JOIN citations AS cited ON cited.source_id = named.id"
    " CROSS JOIN labels AS citing ON citing.id = cited.label_id"
    " WHERE named.type = new.type AND named.identifier = new.identifier"
)
_CITED_LABEL = "SELECT claim_id FROM labels WHERE id = new.label_id"
_OF_REVISION = "SELECT id FROM claims WHERE article = new.article AND revision = new.number"

EVIDENCE = f"""
CREATE TABLE weighed_claims (
    claim INTEGER NOT NULL REFERENCES claims (number),
    flag TEXT NOT NULL CHECK (flag IN ('weak', 'old')),
    PRIMARY KEY (claim, flag)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER a_label_is_weighed AFTER INSERT ON labels BEGIN
{_weigh("SELECT new.claim_id")}END;
CREATE TRIGGER a_citation_is_weighed AFTER INSERT ON citations BEGIN
{_weigh(_CITED_LABEL)}END;
CREATE TRIGGER a_work_is_weighed AFTER UPDATE OF design, year ON works
WHEN old.design IS NOT new.design OR old.year IS NOT new.year BEGIN
{_weigh(_CITING.format(work="id"))}END;
CREATE TRIGGER a_name_is_weighed AFTER INSERT ON work_identifiers BEGIN
{_weigh(_NAMED)}END;
CREATE TRIGGER a_name_of_another_work_is_weighed AFTER UPDATE OF work ON work_identifiers BEGIN
{_weigh(_NAMED)}END;
CREATE TRIGGER a_date_is_weighed AFTER UPDATE OF published ON revisions BEGIN
{_weigh(_OF_REVISION)}END;
{_FRESH.format(where="1")}
DROP VIEW evidence_flags;
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
  )
UNION ALL SELECT claim, claims.id, flag FROM weighed_claims CROSS JOIN claims ON claims.number = claim;
"""

_IS_CITED = "EXISTS (SELECT 1 FROM sources WHERE type = new.type AND identifier = new.identifier)"

CITED_NAMES_ALONE = f"""
DROP TRIGGER a_name_is_weighed;
DROP TRIGGER a_name_of_another_work_is_weighed;
CREATE TRIGGER a_name_is_weighed AFTER INSERT ON work_identifiers
WHEN {_IS_CITED} BEGIN
{_weigh(_NAMED)}END;
CREATE TRIGGER a_name_of_another_work_is_weighed AFTER UPDATE OF work ON work_identifiers
WHEN {_IS_CITED} BEGIN
{_weigh(_NAMED)}END;
"""
"""Nearly all names in a library are nobody's citation: to find that out first is a tenth of the weighing."""

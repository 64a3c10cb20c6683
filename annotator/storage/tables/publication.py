"""The tables of a copy for publication, which is a database of its own: what a reader of claims needs, and no more.

Nobody is named in it: reviewers have pseudonyms. There are no texts of articles, which are other people's; no keys, no
times of day, no seconds spent; nothing of the desk's settings, look-ups and people.
"""

TABLES = """
CREATE TABLE articles (
    article TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    title TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    source_address TEXT,
    split TEXT
) STRICT;
CREATE TABLE claims (
    claim TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (article),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    headings TEXT NOT NULL,
    list_intro TEXT NOT NULL,
    table_header TEXT NOT NULL,
    text TEXT NOT NULL,
    verdict TEXT,
    basis TEXT NOT NULL,
    confidence REAL,
    adjudication TEXT,
    adjudication_rationale TEXT,
    split TEXT
) STRICT;
CREATE TABLE flags (
    claim TEXT NOT NULL REFERENCES claims (claim),
    flag TEXT NOT NULL,
    PRIMARY KEY (claim, flag)
) STRICT;
CREATE TABLE cues (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claims (claim),
    cue TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE TABLE reviewers (
    reviewer TEXT PRIMARY KEY,
    votes INTEGER NOT NULL
) STRICT;
CREATE TABLE votes (
    vote INTEGER PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claims (claim),
    reviewer TEXT NOT NULL REFERENCES reviewers (reviewer),
    answer TEXT,
    rationale TEXT NOT NULL,
    search_note TEXT NOT NULL,
    confidence TEXT,
    guideline_version INTEGER NOT NULL,
    missing TEXT,
    labelled_on TEXT NOT NULL
) STRICT;
CREATE TABLE sources (
    source TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    identifier TEXT NOT NULL,
    shown TEXT NOT NULL,
    url TEXT NOT NULL,
    retraction TEXT
) STRICT;
CREATE TABLE citations (
    id INTEGER PRIMARY KEY,
    vote INTEGER NOT NULL REFERENCES votes (vote),
    source TEXT NOT NULL REFERENCES sources (source),
    stance TEXT NOT NULL,
    quote TEXT NOT NULL,
    place TEXT NOT NULL,
    strength TEXT
) STRICT;
"""

INDEXES = """
CREATE INDEX claims_of_article ON claims (article, start);
CREATE INDEX claims_with_flag ON flags (flag);
CREATE INDEX cues_of_claim ON cues (claim);
CREATE INDEX votes_on_claim ON votes (claim);
CREATE INDEX votes_of_reviewer ON votes (reviewer);
CREATE INDEX citations_of_vote ON citations (vote);
CREATE INDEX citations_of_source ON citations (source);
"""

FLAGGED = """
SELECT claims.claim, articles.title, claims.text, claims.verdict, claims.basis,
       (SELECT group_concat(flag, ', ') FROM (SELECT flag FROM flags WHERE flags.claim = claims.claim ORDER BY flag))
           AS flags,
       (SELECT count(*) FROM votes WHERE votes.claim = claims.claim) AS votes
FROM claims JOIN articles ON articles.article = claims.article
WHERE EXISTS (SELECT 1 FROM flags WHERE flags.claim = claims.claim AND (:flag = '' OR flag = :flag))
ORDER BY claims.article, claims.start
"""

BY_SOURCE = """
SELECT sources.shown AS source, sources.url, sources.retraction, citations.stance, claims.claim, claims.text,
       votes.reviewer, votes.answer, citations.quote, citations.place, citations.strength
FROM citations
JOIN sources ON sources.source = citations.source
JOIN votes ON votes.vote = citations.vote
JOIN claims ON claims.claim = votes.claim
WHERE :source = '' OR sources.source = :source OR sources.shown = :source
ORDER BY sources.source, claims.article, claims.start, votes.reviewer, citations.id
"""

BY_REVIEWER = """
SELECT votes.reviewer, claims.claim, claims.text, votes.answer, claims.verdict, votes.missing, votes.labelled_on,
       votes.rationale, votes.search_note
FROM votes JOIN claims ON claims.claim = votes.claim
WHERE :reviewer = '' OR votes.reviewer = :reviewer
ORDER BY votes.reviewer, claims.article, claims.start
"""

AGREEMENT = """
WITH answers AS (
    SELECT votes.claim, votes.answer, claims.kind, claims.article
    FROM votes JOIN claims ON claims.claim = votes.claim
    WHERE votes.answer IN ('supported', 'unsupported', 'contradicted', 'not a claim')
),
scoped AS (
    SELECT 'all' AS scope, '' AS name, claim, answer FROM answers
    UNION ALL SELECT 'kind', kind, claim, answer FROM answers
    UNION ALL SELECT 'article', article, claim, answer FROM answers
),
counted AS (
    SELECT scope, name, claim, answer, count(*) AS number FROM scoped GROUP BY scope, name, claim, answer
),
rated AS (
    SELECT scope, name, claim, sum(number) AS votes, sum(number * number) AS squares
    FROM counted GROUP BY scope, name, claim HAVING sum(number) > 1
),
observed AS (
    SELECT scope, name, count(*) AS claims, sum(votes) AS votes,
           sum((votes * votes - squares) * 1.0 / (votes - 1)) AS differing
    FROM rated GROUP BY scope, name
),
expected AS (
    SELECT scope, name, sum(number) AS number
    FROM counted JOIN rated USING (scope, name, claim) GROUP BY scope, name, answer
),
chance AS (
    SELECT scope, name, sum(number * number) AS squares FROM expected GROUP BY scope, name
)
SELECT scope, name, claims AS claims_with_two_votes, votes,
       CASE WHEN votes * votes > squares
            THEN 1 - (votes - 1) * differing / (votes * votes - squares) END AS krippendorff_alpha,
       CASE WHEN votes * votes = squares
            THEN 'every vote is the same answer, so chance alone would agree too' ELSE '' END AS why_none
FROM observed JOIN chance USING (scope, name)
ORDER BY scope = 'all' DESC, scope, name
"""

"""Claims that may repeat or contradict each other, and what people decided about it."""

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

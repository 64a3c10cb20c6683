"""What keeps splits apart: the groups they were frozen by, and the claims kept out of them."""

GROUPS_AND_KEPT_OUT = """
CREATE TABLE split_groups (
    article TEXT PRIMARY KEY REFERENCES articles (slug),
    leader TEXT NOT NULL REFERENCES articles (slug),
    frozen_at TEXT NOT NULL
) STRICT;
INSERT INTO split_groups (article, leader, frozen_at) SELECT article, article, frozen_at FROM splits;

CREATE TABLE kept_out (
    claim_id TEXT PRIMARY KEY REFERENCES claims (id),
    reason TEXT NOT NULL CHECK (reason IN ('repeat', 'source')),
    name TEXT NOT NULL,
    kept_with TEXT NOT NULL REFERENCES claims (id),
    kept_out_at TEXT NOT NULL
) STRICT;
"""

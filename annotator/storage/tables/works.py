"""Publications as bibliographies describe them, what each is known by, and the full-text index over them."""

WORKS = """
CREATE TABLE works (
    id INTEGER PRIMARY KEY,
    csl TEXT NOT NULL CHECK (json_valid(csl)),
    title TEXT NOT NULL DEFAULT '',
    authors TEXT NOT NULL DEFAULT '',
    year INTEGER,
    journal TEXT NOT NULL DEFAULT '',
    abstract TEXT NOT NULL DEFAULT '',
    keywords TEXT NOT NULL DEFAULT '',
    publication_types TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(publication_types)),
    notices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices)),
    design TEXT CHECK (design IN ('guideline', 'systematic_review', 'randomised_trial', 'cohort', 'case_report',
        'animal', 'in_vitro', 'opinion')),
    fingerprint TEXT,
    origin TEXT NOT NULL CHECK (origin IN ('file', 'crossref', 'pubmed')),
    added_by TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX works_by_fingerprint ON works (fingerprint) WHERE fingerprint IS NOT NULL;

CREATE TABLE work_identifiers (
    type TEXT NOT NULL CHECK (type IN ('doi', 'pmid', 'pmcid', 'nct', 'isbn', 'url')),
    identifier TEXT NOT NULL,
    shown TEXT NOT NULL,
    url TEXT NOT NULL,
    work INTEGER NOT NULL REFERENCES works (id),
    PRIMARY KEY (type, identifier)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifiers_of_work ON work_identifiers (work);

CREATE VIRTUAL TABLE works_search USING fts5 (
    title, abstract, authors, journal, keywords, content='works', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER works_are_searchable AFTER INSERT ON works BEGIN
    INSERT INTO works_search (rowid, title, abstract, authors, journal, keywords)
    VALUES (new.id, new.title, new.abstract, new.authors, new.journal, new.keywords);
END;
CREATE TRIGGER works_stay_searchable AFTER UPDATE OF title, abstract, authors, journal, keywords ON works BEGIN
    INSERT INTO works_search (works_search, rowid, title, abstract, authors, journal, keywords)
    VALUES ('delete', old.id, old.title, old.abstract, old.authors, old.journal, old.keywords);
    INSERT INTO works_search (rowid, title, abstract, authors, journal, keywords)
    VALUES (new.id, new.title, new.abstract, new.authors, new.journal, new.keywords);
END;
CREATE TRIGGER works_that_became_one AFTER DELETE ON works BEGIN
    INSERT INTO works_search (works_search, rowid, title, abstract, authors, journal, keywords)
    VALUES ('delete', old.id, old.title, old.abstract, old.authors, old.journal, old.keywords);
END;
"""

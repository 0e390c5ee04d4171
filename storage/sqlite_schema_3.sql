-- Version 3: facts that change, the bin, papers of dossiers, people, organs, preferences.

-- What a case and its parties have beyond the columns of a ledger, as JSON; no row where there is nothing.
CREATE TABLE details (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    data    TEXT NOT NULL
) STRICT;

-- Which audit entries changed the facts of which cases. What stood before and after is in the entry.
CREATE TABLE revisions (
    case_id INTEGER NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    entry   INTEGER NOT NULL,
    PRIMARY KEY (case_id, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX revisions_entry ON revisions (entry);

-- The bin. A case in it has no row in case_list, so nothing lists, counts or finds it.
CREATE TABLE discarded (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,
    reason  TEXT NOT NULL,
    entry   INTEGER NOT NULL
) STRICT;

INSERT INTO sequences (name, last) VALUES ('paper', 0);

-- One row per paper; the content lies in files/ under its hash.
CREATE TABLE papers (
    id        INTEGER PRIMARY KEY,
    case_id   INTEGER NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    file      TEXT NOT NULL,
    media     TEXT NOT NULL,
    size      INTEGER NOT NULL,
    hash      TEXT NOT NULL,
    volume    TEXT NOT NULL CHECK (volume IN ('main', 'internal')),
    slot      INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    title     TEXT NOT NULL,
    number    TEXT NOT NULL,
    author    TEXT NOT NULL,
    day       TEXT NOT NULL,
    pages     INTEGER NOT NULL,
    remark    TEXT NOT NULL,
    added     TEXT NOT NULL,
    added_by  TEXT NOT NULL,
    discarded TEXT NOT NULL DEFAULT '', -- when it went into the bin
    entry     INTEGER NOT NULL,         -- the audit entry that added it
    touched   INTEGER NOT NULL          -- the audit entry of the last change
) STRICT;
CREATE INDEX papers_case ON papers (case_id);
CREATE INDEX papers_hash ON papers (hash);

-- The text of a content, however many papers have it, and an index over every pair of neighbouring characters, so that any
-- substring of two Chinese characters is found. The index holds no text of its own.
CREATE TABLE paper_texts (
    id   INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE paper_index USING fts5 (pairs, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE people (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL CHECK (name <> ''),
    role     TEXT NOT NULL,
    post     TEXT NOT NULL,
    unit     TEXT NOT NULL,
    phone    TEXT NOT NULL,
    inactive INTEGER NOT NULL CHECK (inactive IN (0, 1)),
    pin      TEXT NOT NULL -- an argon2id hash with its parameters and salt, '' for none
) STRICT;

CREATE TABLE organs (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL UNIQUE CHECK (name <> ''),
    short     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    level     TEXT NOT NULL,
    field     TEXT NOT NULL,
    code      TEXT NOT NULL,
    superior  TEXT NOT NULL,
    head      TEXT NOT NULL,
    contact   TEXT NOT NULL,
    phone     TEXT NOT NULL,
    address   TEXT NOT NULL,
    inactive  INTEGER NOT NULL CHECK (inactive IN (0, 1)),
    successor TEXT NOT NULL
) STRICT;

CREATE TABLE preferences (
    owner TEXT NOT NULL,
    name  TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;

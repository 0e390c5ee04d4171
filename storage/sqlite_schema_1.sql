-- The office file, version 1. Text is never null: '' stands for "not known". Days are ISO text, '' for no day.

CREATE TABLE settings (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    data TEXT NOT NULL
) STRICT;

-- Numbers given out are never given out again, because the audit trail refers to them.
CREATE TABLE sequences (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO sequences (name, last) VALUES ('case', 0), ('act', 0);

CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,
    action  TEXT NOT NULL,
    case_id INTEGER NOT NULL, -- 0 for entries about the whole office
    content TEXT NOT NULL,
    hash    TEXT NOT NULL
) STRICT;
CREATE INDEX audit_case ON audit (case_id) WHERE case_id > 0;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
-- REPLACE deletes without asking the delete trigger.
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
WHEN NEW.id > 0 AND EXISTS (SELECT 1 FROM audit WHERE id >= NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

CREATE TABLE imports (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    file        TEXT NOT NULL,
    hash        TEXT NOT NULL,
    at          TEXT NOT NULL,
    day         TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    cases       INTEGER NOT NULL,
    first_case  INTEGER NOT NULL,
    last_case   INTEGER NOT NULL,
    audit_id    INTEGER NOT NULL,
    undone      INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE cases (
    id           INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('reconsideration', 'litigation')),
    number       TEXT NOT NULL CHECK (number <> ''),
    number_key   TEXT NOT NULL, -- the number with width and brackets folded
    subject      TEXT NOT NULL,
    category     TEXT NOT NULL,
    matter       TEXT NOT NULL,
    handler      TEXT NOT NULL,
    court        TEXT NOT NULL,
    court_number TEXT NOT NULL,
    instance     TEXT NOT NULL,
    source       TEXT NOT NULL,
    related      TEXT NOT NULL,
    import_id    INTEGER REFERENCES imports (id),
    recorded_at  TEXT NOT NULL,
    recorded_by  TEXT NOT NULL,
    touched      INTEGER NOT NULL, -- the audit entry of the last change
    UNIQUE (kind, number_key)
) STRICT;

CREATE TABLE parties (
    case_id      INTEGER NOT NULL REFERENCES cases (id),
    position     INTEGER NOT NULL,
    role         TEXT NOT NULL,
    name         TEXT NOT NULL,
    organisation INTEGER NOT NULL CHECK (organisation IN (0, 1)),
    id_number    TEXT NOT NULL,
    phone        TEXT NOT NULL,
    address      TEXT NOT NULL,
    acts_for     TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE acts (
    case_id     INTEGER NOT NULL REFERENCES cases (id),
    id          INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    day         TEXT NOT NULL,
    regime      TEXT NOT NULL,
    paper       TEXT NOT NULL,
    note        TEXT NOT NULL,
    detail      TEXT NOT NULL, -- JSON, '' for acts that carry nothing more
    imported    INTEGER NOT NULL CHECK (imported IN (0, 1)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (case_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
    case_id  INTEGER NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    label    TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

-- The projection: what lists show, rebuilt from the acts at any time.
CREATE TABLE case_list (
    id          INTEGER PRIMARY KEY REFERENCES cases (id),
    kind        TEXT NOT NULL,
    number      TEXT NOT NULL,
    applicants  TEXT NOT NULL,
    respondents TEXT NOT NULL,
    subject     TEXT NOT NULL,
    category    TEXT NOT NULL,
    matter      TEXT NOT NULL,
    handler     TEXT NOT NULL,
    state       TEXT NOT NULL,
    concluded   INTEGER NOT NULL, -- 1 when the state is a concluded one
    received_on  TEXT NOT NULL,
    accepted_on  TEXT NOT NULL,
    concluded_on TEXT NOT NULL,
    result      TEXT NOT NULL,
    due         TEXT NOT NULL,
    due_name    TEXT NOT NULL,
    provisional INTEGER NOT NULL,
    court       TEXT NOT NULL,
    instance    TEXT NOT NULL,
    last_act    TEXT NOT NULL,
    turns       TEXT NOT NULL,
    as_of       TEXT NOT NULL, -- the day it was computed for
    search      TEXT NOT NULL
) STRICT;
CREATE INDEX case_list_received ON case_list (received_on, id);
CREATE INDEX case_list_due ON case_list (due, received_on, id) WHERE due <> '';
CREATE INDEX case_list_turns ON case_list (turns) WHERE turns <> '';

-- What the projection was computed with; another holiday table or other rules make it stale.
CREATE TABLE projection (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    version TEXT NOT NULL
) STRICT;

CREATE TABLE drafts (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    data  BLOB NOT NULL,
    saved TEXT NOT NULL
) STRICT;

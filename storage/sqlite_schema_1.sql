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

-- References are checked when the transaction ends: a check per statement would need a journal per statement.

CREATE TABLE cases (
    id           INTEGER PRIMARY KEY,
    kind         TEXT NOT NULL CHECK (kind IN ('reconsideration', 'litigation')),
    number       TEXT NOT NULL CHECK (number <> ''),
    number_key   TEXT NOT NULL, -- the number with width and brackets folded
    subject      TEXT NOT NULL,
    category     TEXT NOT NULL,
    matter       TEXT NOT NULL,
    handler      TEXT NOT NULL,
    import_id    INTEGER REFERENCES imports (id) DEFERRABLE INITIALLY DEFERRED,
    entry        INTEGER NOT NULL, -- the audit entry that says who recorded it and when
    touched      INTEGER NOT NULL, -- the audit entry of the last change
    court        TEXT NOT NULL DEFAULT '',
    court_number TEXT NOT NULL DEFAULT '',
    instance     TEXT NOT NULL DEFAULT '',
    source       TEXT NOT NULL DEFAULT '',
    related      TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, number_key)
) STRICT;

CREATE TABLE parties (
    case_id      INTEGER NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    position     INTEGER NOT NULL,
    role         TEXT NOT NULL,
    name         TEXT NOT NULL,
    organisation INTEGER NOT NULL CHECK (organisation IN (0, 1)),
    id_number    TEXT NOT NULL DEFAULT '',
    phone        TEXT NOT NULL DEFAULT '',
    address      TEXT NOT NULL DEFAULT '',
    acts_for     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE acts (
    case_id     INTEGER NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    id          INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    day         TEXT NOT NULL,
    imported    INTEGER NOT NULL CHECK (imported IN (0, 1)),
    entry       INTEGER NOT NULL, -- the audit entry that says when it was recorded
    recorded_by TEXT NOT NULL,
    paper       TEXT NOT NULL DEFAULT '',
    note        TEXT NOT NULL DEFAULT '',
    detail      TEXT NOT NULL DEFAULT '', -- JSON, '' for acts that carry nothing more
    regime      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (case_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
    case_id  INTEGER NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    label    TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

-- The projection: what lists show beside what stands in cases itself, rebuilt from the acts at any time.
CREATE TABLE case_list (
    id           INTEGER PRIMARY KEY REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
    kind         TEXT NOT NULL,
    handler      TEXT NOT NULL,
    applicants   TEXT NOT NULL,
    respondents  TEXT NOT NULL,
    state        TEXT NOT NULL,
    concluded    INTEGER NOT NULL, -- 1 when the state is a concluded one
    received_on  TEXT NOT NULL,
    accepted_on  TEXT NOT NULL,
    concluded_on TEXT NOT NULL,
    result       TEXT NOT NULL,
    due          TEXT NOT NULL,
    due_name     TEXT NOT NULL,
    provisional  INTEGER NOT NULL,
    last_act     TEXT NOT NULL,
    turns        TEXT NOT NULL,
    as_of        TEXT NOT NULL, -- the day it was computed for
    search       TEXT NOT NULL
) STRICT;
-- These answer the lists by day, with their filters, from the index alone. Only open cases are few enough to be worth an
-- index by due day.
CREATE INDEX case_list_received ON case_list (received_on, id, kind, concluded, state, due);
CREATE INDEX case_list_due ON case_list (due, received_on, id, kind, state) WHERE due <> '' AND concluded = 0;
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

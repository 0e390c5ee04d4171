-- Version 2: corrections of entries, the second person's ticks, accepted holiday notices.

-- A correction replaces an act by another row of acts, or strikes it. Neither row is ever changed.
CREATE TABLE corrections (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id     INTEGER NOT NULL,
    act_id      INTEGER NOT NULL UNIQUE, -- the entry that was wrong
    new_act_id  INTEGER NOT NULL,        -- the entry that stands for it, 0 when it was struck
    reason      TEXT NOT NULL CHECK (reason <> ''),
    entry       INTEGER NOT NULL,        -- the audit entry that says who corrected it and when
    FOREIGN KEY (case_id, act_id) REFERENCES acts (case_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX corrections_case ON corrections (case_id);

CREATE TABLE ticks (
    entry_id INTEGER PRIMARY KEY, -- an act, or a correction that struck one with its number negative
    at       TEXT NOT NULL,
    ticked_by TEXT NOT NULL CHECK (ticked_by <> ''),
    entry    INTEGER NOT NULL
) STRICT;

CREATE TABLE holiday_notices (
    year        INTEGER PRIMARY KEY,
    data        TEXT NOT NULL, -- in the form of the holiday table that the program carries
    source      TEXT NOT NULL,
    at          TEXT NOT NULL,
    accepted_by TEXT NOT NULL,
    entry       INTEGER NOT NULL
) STRICT;

-- What was entered on a day is found by the time of its audit entry.
CREATE INDEX audit_at ON audit (at);

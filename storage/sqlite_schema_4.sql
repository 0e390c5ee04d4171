-- Version 4: sealed periods. A row is written once and never changed.
CREATE TABLE seals (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    title     TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    as_of     TEXT NOT NULL,
    sealed_by TEXT NOT NULL CHECK (sealed_by <> ''),
    day       TEXT NOT NULL,
    at        TEXT NOT NULL,
    note      TEXT NOT NULL,
    replaces  INTEGER NOT NULL, -- the seal of the same period before, 0 for none
    hash      TEXT NOT NULL,    -- SHA-256 over the content in the encoding of package seal
    data      BLOB NOT NULL,    -- the seal as JSON, compressed by gzip
    entry     INTEGER NOT NULL  -- the audit entry, which holds the hash too
) STRICT;

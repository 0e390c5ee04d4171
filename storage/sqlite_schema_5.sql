-- Version 5: what counting needs of a case, beside its row of the projection.

-- The bytes are those of package forms. Written with the row of case_list; a case without a tally is counted from its acts.
CREATE TABLE tallies (
    id   INTEGER PRIMARY KEY,
    data BLOB NOT NULL
) STRICT;
-- A tally never outlives the row it was written with.
CREATE TRIGGER case_list_tally AFTER DELETE ON case_list
BEGIN DELETE FROM tallies WHERE id = OLD.id; END;

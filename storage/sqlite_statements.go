package storage

// Statements that only SQLite has, used from files that are standard otherwise.
const (
	// insertInto stops at a row that is refused without undoing the rows before it: the transaction is rolled back
	// anyway, and the journal for undoing single statements costs a tenth of an import.
	insertInto = "INSERT OR FAIL INTO "
	// importCache is the page cache of an import in KiB: with the usual 2 MB its indexes would be written again and again.
	importCache = "PRAGMA cache_size = -65536"
	usualCache  = "PRAGMA cache_size = -2000"
	// entriesGiven is the highest number the audit trail has ever given out.
	entriesGiven = "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"
)

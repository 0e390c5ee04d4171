package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"hash"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// table names the columns that are written, in order.
type table struct {
	name    string
	columns []string
	// first is where the columns begin that never change and go into the footprint; those before do not. usual is where
	// the columns begin that are mostly empty and default to it.
	first, usual int
}

func newTable(name string, changing, usual, rare []string) table {
	return table{name, slices.Concat(changing, usual, rare), len(changing), len(changing) + len(usual)}
}

// digested are the columns of the footprint.
func (t table) digested() []string { return t.columns[t.first:] }

// The tables a case is written to. They are read only.
var (
	casesTable = newTable("cases", []string{"number_key", "import_id", "touched"},
		[]string{"id", "kind", "number", "subject", "category", "matter", "handler", "entry"},
		[]string{"court", "court_number", "instance", "source", "related"})
	partiesTable = newTable("parties", nil,
		[]string{"case_id", "position", "role", "name", "organisation"},
		[]string{"id_number", "phone", "address", "acts_for"})
	actsTable = newTable("acts", nil,
		[]string{"case_id", "id", "kind", "day", "imported", "entry", "recorded_by"},
		[]string{"paper", "note", "detail", "regime"})
	notesTable   = newTable("notes", nil, []string{"case_id", "position", "label", "body"}, nil)
	detailsTable = newTable("details", nil, []string{"case_id", "data"}, nil)
)

// footprint is what the audit trail keeps of the rows it vouches for: which cases and acts they are, how many, and a
// hash over their content for each table.
type footprint struct {
	FirstCase int64             `json:"first_case"`
	LastCase  int64             `json:"last_case"`
	FirstAct  int64             `json:"first_act"`
	LastAct   int64             `json:"last_act"`
	Cases     int               `json:"cases"`
	Hashes    map[string]string `json:"hashes"`
}

// batch collects rows of a table and writes many with one statement, because each call into the database costs more
// than a row. Rows whose rare columns are all empty have statements of their own: every value costs as well.
type batch struct {
	table
	limit       int
	full, short statements
	// written counts all rows ever added.
	written int
	// digest runs over all rows in the order they are added.
	digest hash.Hash
	buf    []byte
}

func newBatch(t table, limit int) *batch {
	return &batch{table: t, limit: limit, digest: sha256.New(),
		full:  statements{columns: t.columns, made: map[int]*sql.Stmt{}},
		short: statements{columns: t.columns[:t.usual], made: map[int]*sql.Stmt{}}}
}

func (b *batch) add(values ...any) {
	b.written++
	if b.table.name != listTable.name && b.table.name != tallyTable.name {
		b.buf = appendDigest(b.buf[:0], values[b.first:])
		b.digest.Write(b.buf)
	}
	if slices.ContainsFunc(values[b.usual:], func(v any) bool { return v != "" }) {
		b.full.add(values)
		return
	}
	b.short.add(values[:b.usual])
}

func (b *batch) isFull() bool { return b.full.rows >= b.limit || b.short.rows >= b.limit }

// flush writes the rows that fill whole statements, or with rest all of them.
func (b *batch) flush(ctx context.Context, tx *sql.Tx, rest bool) error {
	if err := b.full.flush(ctx, tx, b.name, b.limit, rest); err != nil {
		return err
	}
	return b.short.flush(ctx, tx, b.name, b.limit, rest)
}

// statements are the rows and prepared statements for one set of columns.
type statements struct {
	columns []string
	args    []any
	rows    int
	// made are the prepared statements by their number of rows.
	made map[int]*sql.Stmt
}

func (s *statements) add(values []any) {
	s.args = append(s.args, values...)
	s.rows++
}

// appendDigest writes values so that no two lists of values look the same.
func appendDigest(buf []byte, values []any) []byte {
	for _, v := range values {
		switch v := v.(type) {
		case string:
			buf = append(strconv.AppendInt(buf, int64(len(v)), 10), ':')
			buf = append(buf, v...)
		case int64:
			buf = append(strconv.AppendInt(append(buf, 'i'), v, 10), ';')
		case nil:
			buf = append(buf, 'n')
		}
	}
	return buf
}

func (s *statements) flush(ctx context.Context, tx *sql.Tx, table string, limit int, rest bool) error {
	done, w := 0, len(s.columns)
	for s.rows-done >= limit || rest && s.rows > done {
		n := min(limit, s.rows-done)
		stmt, err := s.prepared(ctx, tx, table, n)
		if err != nil {
			return err
		}
		if _, err := stmt.ExecContext(ctx, s.args[done*w:(done+n)*w]...); err != nil {
			return err
		}
		done += n
	}
	kept := copy(s.args, s.args[done*w:])
	clear(s.args[kept:])
	s.args, s.rows = s.args[:kept], s.rows-done
	return nil
}

func (s *statements) prepared(ctx context.Context, tx *sql.Tx, table string, rows int) (*sql.Stmt, error) {
	if p := s.made[rows]; p != nil {
		return p, nil
	}
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", len(s.columns)), ",") + ")"
	p, err := tx.PrepareContext(ctx, insertInto+table+" ("+strings.Join(s.columns, ",")+") VALUES "+
		strings.TrimSuffix(strings.Repeat(row+",", rows), ","))
	if err != nil {
		return nil, err
	}
	s.made[rows] = p
	return p, nil
}

// inserter writes cases with everything that belongs to them, and their rows of the projection.
type inserter struct {
	t      *transaction
	today  calendar.Date
	days   *dayTexts
	text   *searchText
	cases  *batch
	others []*batch
	// parties, acts, notes, details, list and tallies are the members of others.
	parties, acts, notes, details, list, tallies *batch
	importID                                     any
	print                                        footprint
}

func newInserter(t *transaction, limit int) *inserter {
	in := &inserter{t: t, today: t.o.day(), days: newDayTexts(), text: newSearchText(),
		cases: newBatch(casesTable, limit), parties: newBatch(partiesTable, limit), acts: newBatch(actsTable, limit),
		notes: newBatch(notesTable, limit), details: newBatch(detailsTable, limit), list: newBatch(listTable, limit),
		tallies: newBatch(tallyTable, limit)}
	in.others = []*batch{in.parties, in.acts, in.notes, in.details, in.list, in.tallies}
	return in
}

// add writes a case. Its ID and those of its acts must be set.
func (in *inserter) add(ctx context.Context, c *cases.Case) error {
	in.cases.add(in.caseValues(c, in.t.entry)...)
	if err := in.addChildren(c); err != nil {
		return err
	}
	for i := range c.Acts {
		if err := in.addAct(c, i); err != nil {
			return err
		}
	}
	in.addRow(c)
	in.count(c)
	return in.flushFull(ctx)
}

// caseValues are the values of casesTable's columns for a case that an entry registered.
func (in *inserter) caseValues(c *cases.Case, entry int64) []any {
	suit := c.Suit
	if suit == nil {
		suit = &cases.Suit{}
	}
	return []any{in.text.fold(c.Number), in.importID, in.t.entry, int64(c.ID), string(c.Kind), c.Number, c.Subject, c.Class.Category, c.Class.Matter,
		c.Handler, entry, suit.Court, suit.CourtNumber, string(suit.Instance), string(suit.Source), suit.Related}
}

// addChildren writes what a case has beside its acts: parties, notes and details.
func (in *inserter) addChildren(c *cases.Case) error {
	for _, values := range partyRows(c) {
		in.parties.add(values...)
	}
	for _, values := range noteRows(c) {
		in.notes.add(values...)
	}
	rows, err := detailRows(c)
	for _, values := range rows {
		in.details.add(values...)
	}
	return err
}

func partyRows(c *cases.Case) [][]any {
	out := make([][]any, len(c.Parties))
	for i, p := range c.Parties {
		out[i] = []any{int64(c.ID), int64(i + 1), string(p.Role), p.Name, flag(p.Organisation), p.IDNumber, p.Phone, p.Address, p.For}
	}
	return out
}

func noteRows(c *cases.Case) [][]any {
	out := make([][]any, len(c.Notes))
	for i, n := range c.Notes {
		out[i] = []any{int64(c.ID), int64(i + 1), n.Label, n.Text}
	}
	return out
}

func detailRows(c *cases.Case) ([][]any, error) {
	data, err := detailText(c)
	if err != nil || data == "" {
		return nil, err
	}
	return [][]any{{int64(c.ID), data}}, nil
}

func (in *inserter) addAct(c *cases.Case, i int) error {
	a := &c.Acts[i]
	detail := ""
	if a.Detail != nil {
		data, err := json.Marshal(a.Detail)
		if err != nil {
			return err
		}
		detail = string(data)
	}
	in.acts.add(int64(c.ID), a.ID, string(a.Kind), in.days.text(a.On), flag(a.Imported), in.t.entry, a.By, a.Paper, a.Note, detail, string(a.Regime))
	return nil
}

// count keeps the footprint.
func (in *inserter) count(c *cases.Case) {
	f := &in.print
	if f.Cases == 0 {
		f.FirstCase = int64(c.ID)
	}
	f.LastCase = int64(c.ID)
	f.Cases++
	for _, a := range c.Acts {
		if f.FirstAct == 0 {
			f.FirstAct = a.ID
		}
		f.LastAct = a.ID
	}
}

// flushFull writes what has come together; cases go first, because the other rows refer to them.
func (in *inserter) flushFull(ctx context.Context) error {
	if in.cases.isFull() || slices.ContainsFunc(in.others, (*batch).isFull) {
		return in.flush(ctx, false)
	}
	return nil
}

func (in *inserter) flush(ctx context.Context, rest bool) error {
	if err := in.cases.flush(ctx, in.t.Tx, true); err != nil {
		return err
	}
	for _, b := range in.others {
		if err := b.flush(ctx, in.t.Tx, rest); err != nil {
			return err
		}
	}
	return nil
}

// footprint ends the writing.
func (in *inserter) footprint(ctx context.Context) (footprint, error) {
	if err := in.flush(ctx, true); err != nil {
		return footprint{}, err
	}
	in.print.Hashes = map[string]string{}
	for _, b := range []*batch{in.cases, in.parties, in.acts, in.notes, in.details} {
		in.print.Hashes[b.name] = hex.EncodeToString(b.digest.Sum(nil))
	}
	return in.print, nil
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// dayTexts remembers the texts of days: a ledger has few different ones.
type dayTexts struct {
	texts map[calendar.Date]string
	days  map[string]calendar.Date
}

func newDayTexts() *dayTexts {
	return &dayTexts{texts: map[calendar.Date]string{}, days: map[string]calendar.Date{}}
}

func (d *dayTexts) text(day calendar.Date) string {
	if day.IsZero() {
		return ""
	}
	s, ok := d.texts[day]
	if !ok {
		s = day.String()
		d.texts[day] = s
	}
	return s
}

// day reads a stored day; "" is no day.
func (d *dayTexts) day(s string) (calendar.Date, error) {
	if s == "" {
		return 0, nil
	}
	v, ok := d.days[s]
	if !ok {
		var err error
		if v, err = calendar.ParseISO(s); err != nil {
			return 0, err
		}
		d.days[s] = v
	}
	return v, nil
}

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

// table names the columns that are written, in order. digested is how many of them, from the first, are content that
// never changes and goes into the footprint.
type table struct {
	name     string
	columns  []string
	digested int
}

// The tables a case is written to. They are read only.
var (
	casesTable = table{"cases", []string{"id", "kind", "number", "subject", "category", "matter", "handler", "court", "court_number",
		"instance", "source", "related", "recorded_at", "recorded_by", "number_key", "import_id", "touched"}, 14}
	partiesTable = table{"parties", []string{"case_id", "position", "role", "name", "organisation", "id_number", "phone", "address", "acts_for"}, 9}
	actsTable    = table{"acts", []string{"case_id", "id", "kind", "day", "regime", "paper", "note", "detail", "imported", "recorded_at", "recorded_by"}, 11}
	notesTable   = table{"notes", []string{"case_id", "position", "label", "body"}, 4}
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
// than a row.
type batch struct {
	table
	limit int
	args  []any
	rows  int
	// written counts all rows ever added.
	written int
	stmts map[int]*sql.Stmt
	// digest runs over all values in the order they are written.
	digest hash.Hash
	buf    []byte
}

func newBatch(t table, limit int) *batch {
	return &batch{table: t, limit: limit, stmts: map[int]*sql.Stmt{}, digest: sha256.New()}
}

func (b *batch) add(values ...any) {
	b.args = append(b.args, values...)
	b.rows++
	b.written++
	if b.digested > 0 {
		b.buf = appendDigest(b.buf[:0], values[:b.digested])
		b.digest.Write(b.buf)
	}
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

// flush writes the rows that fill whole statements, or with rest all of them.
func (b *batch) flush(ctx context.Context, tx *sql.Tx, rest bool) error {
	done := 0
	for b.rows-done >= b.limit || rest && b.rows > done {
		n := min(b.limit, b.rows-done)
		stmt, err := b.statement(ctx, tx, n)
		if err != nil {
			return err
		}
		w := len(b.columns)
		if _, err := stmt.ExecContext(ctx, b.args[done*w:(done+n)*w]...); err != nil {
			return err
		}
		done += n
	}
	kept := copy(b.args, b.args[done*len(b.columns):])
	clear(b.args[kept:])
	b.args, b.rows = b.args[:kept], b.rows-done
	return nil
}

func (b *batch) statement(ctx context.Context, tx *sql.Tx, rows int) (*sql.Stmt, error) {
	if s := b.stmts[rows]; s != nil {
		return s, nil
	}
	row := "(" + strings.TrimSuffix(strings.Repeat("?,", len(b.columns)), ",") + ")"
	query := "INSERT INTO " + b.name + " (" + strings.Join(b.columns, ",") + ") VALUES " + strings.TrimSuffix(strings.Repeat(row+",", rows), ",")
	s, err := tx.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	b.stmts[rows] = s
	return s, nil
}

// inserter writes cases with everything that belongs to them, and their rows of the projection.
type inserter struct {
	t      *transaction
	today  calendar.Date
	days   *dayTexts
	text   *searchText
	cases  *batch
	others []*batch
	// parties, acts, notes and list are the members of others.
	parties, acts, notes, list *batch
	importID                   any
	print                      footprint
}

func newInserter(t *transaction, limit int) *inserter {
	in := &inserter{t: t, today: t.o.day(), days: newDayTexts(), text: newSearchText(),
		cases: newBatch(casesTable, limit), parties: newBatch(partiesTable, limit), acts: newBatch(actsTable, limit),
		notes: newBatch(notesTable, limit), list: newBatch(listTable, limit)}
	in.others = []*batch{in.parties, in.acts, in.notes, in.list}
	return in
}

// add writes a case. Its ID and those of its acts must be set.
func (in *inserter) add(ctx context.Context, c *cases.Case) error {
	t, id := in.t, int64(c.ID)
	at := t.stamp()
	suit := c.Suit
	if suit == nil {
		suit = &cases.Suit{}
	}
	in.cases.add(id, string(c.Kind), c.Number, c.Subject, c.Class.Category, c.Class.Matter, c.Handler, suit.Court, suit.CourtNumber,
		string(suit.Instance), string(suit.Source), suit.Related, at, t.o.opt.Who, foldText(c.Number), in.importID, t.entry)
	for i, p := range c.Parties {
		in.parties.add(id, int64(i+1), string(p.Role), p.Name, flag(p.Organisation), p.IDNumber, p.Phone, p.Address, p.For)
	}
	for i := range c.Acts {
		if err := in.addAct(c, i); err != nil {
			return err
		}
	}
	for i, n := range c.Notes {
		in.notes.add(id, int64(i+1), n.Label, n.Text)
	}
	row := project(c, t.o.opt.Calendar, in.today)
	in.list.add(in.listValues(&row, c)...)
	in.count(c)
	return in.flushFull(ctx)
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
	in.acts.add(int64(c.ID), a.ID, string(a.Kind), in.days.text(a.On), string(a.Regime), a.Paper, a.Note, detail, flag(a.Imported), in.t.stamp(), a.By)
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
	full := func(b *batch) bool { return b.rows >= b.limit }
	if full(in.cases) || slices.ContainsFunc(in.others, full) {
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
	for _, b := range []*batch{in.cases, in.parties, in.acts, in.notes} {
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

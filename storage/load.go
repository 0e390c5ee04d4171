package storage

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Case loads a case with its acts.
func (o *Office) Case(ctx context.Context, id cases.ID) (*cases.Case, error) {
	c, err := loadCase(ctx, o.read, id)
	return c, fail("case", err)
}

func loadCase(ctx context.Context, q querier, id cases.ID) (*cases.Case, error) {
	l := newLoader(q)
	if err := l.load(ctx, []cases.ID{id}); err != nil {
		return nil, err
	}
	for c := range l.found([]cases.ID{id}) {
		return c, nil
	}
	return nil, &cases.Error{Op: "case", Kind: cases.NotFound, Msg: "这件案件已不存在，可能随导入一起撤销了。请返回列表后再试。"}
}

// CaseByNumber loads by the exact number, else by the number with other brackets or widths, else by a fragment that
// only one number holds.
func (o *Office) CaseByNumber(ctx context.Context, number string) (*cases.Case, error) {
	key := foldText(number)
	if key == "" {
		return nil, &cases.Error{Op: "case by number", Kind: cases.Invalid, Msg: "请给出案号，或案号中的一段。"}
	}
	like := "%" + strings.NewReplacer("\\", "\\\\", "%", "\\%", "_", "\\_").Replace(key) + "%"
	for _, try := range []struct{ where, arg string }{{"number = ?", number}, {"number_key = ?", key}, {"number_key LIKE ? ESCAPE '\\'", like}} {
		ids, numbers, err := o.numbered(ctx, try.where, try.arg)
		if err != nil {
			return nil, fail("case by number", err)
		}
		switch len(ids) {
		case 0:
		case 1:
			return o.Case(ctx, ids[0])
		default:
			return nil, ambiguous(number, numbers)
		}
	}
	return nil, &cases.Error{Op: "case by number", Kind: cases.NotFound, Msg: "没有案号为“" + number + "”或包含这一段的案件。请核对案号。"}
}

func (o *Office) numbered(ctx context.Context, where, arg string) (ids []cases.ID, numbers []string, err error) {
	rows, err := o.read.QueryContext(ctx, "SELECT id, number FROM cases WHERE "+where+" AND "+live+" ORDER BY id LIMIT 6", arg)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id cases.ID
		var n string
		if err := rows.Scan(&id, &n); err != nil {
			return nil, nil, err
		}
		ids, numbers = append(ids, id), append(numbers, n)
	}
	return ids, numbers, rows.Err()
}

func ambiguous(number string, found []string) error {
	more := ""
	if len(found) > 5 {
		found, more = found[:5], "等"
	}
	return &cases.Error{Op: "case by number", Kind: cases.Conflict,
		Msg: "有多件案件的案号包含“" + number + "”：" + strings.Join(found, "、") + more + "。请给出更完整的案号。"}
}

// Each calls f for every case of the span in order of receipt, all from one state of the office. Cases are read in
// blocks while f works on the block before, so memory stays bounded; f must not keep the case.
func (o *Office) Each(ctx context.Context, s cases.Span, f func(*cases.Case) error) error {
	tx, err := o.read.BeginTx(ctx, nil)
	if err != nil {
		return fail("each", err)
	}
	defer tx.Rollback()
	where, args := spanWhere(s)
	ids, err := selectIDs(ctx, tx, "SELECT id FROM case_list WHERE "+where+" ORDER BY received_on, id", args)
	if err != nil {
		return fail("each", err)
	}
	var own error // of f, which the caller gets back as it is
	err = eachCase(ctx, tx, ids, func(c *cases.Case) error {
		own = f(c)
		return own
	})
	if own != nil {
		return own
	}
	return fail("each", err)
}

// EachRunning calls f for every case that is open or in which a period runs, in order of receipt.
func (o *Office) EachRunning(ctx context.Context, _ calendar.Date, progress cases.Progress, f func(*cases.Case) error) error {
	tx, err := o.read.BeginTx(ctx, nil)
	if err != nil {
		return fail("each running", err)
	}
	defer tx.Rollback()
	ids, err := selectIDs(ctx, tx, "SELECT id FROM case_list WHERE concluded = 0 OR due <> '' ORDER BY received_on, id", nil)
	if err != nil {
		return fail("each running", err)
	}
	done := 0
	var own error // of f, which the caller gets back as it is
	err = eachCase(ctx, tx, ids, func(c *cases.Case) error {
		if done++; progress != nil {
			progress(done, len(ids))
		}
		own = f(c)
		return own
	})
	if own != nil {
		return own
	}
	return fail("each running", err)
}

func spanWhere(s cases.Span) (string, []any) {
	where, args := []string{everything}, []any{}
	if s.Kind != "" {
		where, args = append(where, "kind = ?"), append(args, string(s.Kind))
	}
	if !s.To.IsZero() {
		where, args = append(where, "received_on <= ?"), append(args, s.To.String())
	}
	if !s.From.IsZero() {
		where, args = append(where, "(concluded = 0 OR last_act >= ?)"), append(args, s.From.String())
	}
	return strings.Join(where, " AND "), args
}

func selectIDs(ctx context.Context, q querier, query string, args []any) ([]cases.ID, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []cases.ID
	for rows.Next() {
		var id cases.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, rows.Err()
}

// blockSize is the number of cases Each reads at once: enough that preparing the statements costs little.
const blockSize = 1000

// block is a loaded part of Each.
type block struct {
	loader *loader
	ids    []cases.ID
	err    error
}

// eachCase loads the cases block by block in one goroutine and hands them to f in another. Two loaders take turns.
func eachCase(ctx context.Context, q querier, ids []cases.ID, f func(*cases.Case) error) error {
	ctx, stop := context.WithCancel(ctx)
	free, full := make(chan *loader, 2), make(chan block, 1)
	free <- newLoader(q)
	free <- newLoader(q)
	go func() {
		defer close(full)
		for part := range slices.Chunk(ids, blockSize) {
			l := <-free
			err := l.load(ctx, part)
			full <- block{l, part, err}
			if err != nil {
				return
			}
		}
	}()
	// The goroutine uses the caller's transaction: it must be over before the caller goes on.
	defer func() {
		stop()
		for b := range full {
			free <- b.loader
		}
	}()
	for b := range full {
		if b.err != nil {
			return b.err
		}
		for c := range b.loader.found(b.ids) {
			if err := f(c); err != nil {
				return err
			}
		}
		free <- b.loader
	}
	return nil
}

// loader reads cases with all that belongs to them, in blocks. It uses its memory again for every block.
type loader struct {
	q     querier
	days  *dayTexts
	cases []cases.Case
	suits []cases.Suit
	// replaced are the acts that corrections took out, with the act that stands for each, 0 for none.
	replaced map[int64]int64
}

func newLoader(q querier) *loader {
	return &loader{q: q, days: newDayTexts(), replaced: map[int64]int64{}}
}

// load reads the cases with the ids, and perhaps others; they are then in l.cases by id.
func (l *loader) load(ctx context.Context, ids []cases.ID) error {
	l.cases, l.suits = l.cases[:0], l.suits[:0]
	clear(l.replaced)
	where, args := whereIDs(ids)
	for _, part := range []struct {
		query, key, order string
		scan              func(*sql.Rows) error
	}{
		{"SELECT id, kind, number, subject, category, matter, handler, court, court_number, instance, source, related FROM cases", "id", "", l.scanCase},
		{"SELECT case_id, role, name, organisation, id_number, phone, address, acts_for FROM parties", "case_id", ", position", l.scanParty()},
		{"SELECT case_id, act_id, new_act_id FROM corrections", "case_id", ", id", l.scanCorrection},
		{"SELECT case_id, id, kind, day, regime, paper, note, detail, imported, recorded_by FROM acts", "case_id", ", id", l.scanAct()},
		{"SELECT case_id, label, body FROM notes", "case_id", ", position", l.scanNote()},
		{"SELECT case_id, data FROM details", "case_id", "", l.scanDetail()},
	} {
		if err := l.each(ctx, part.query+" WHERE "+part.key+where+" ORDER BY "+part.key+part.order, args, part.scan); err != nil {
			return err
		}
	}
	l.inPlace()
	return nil
}

// whereIDs is the condition on a column of ids. Where they lie close together a range is read, which is faster though
// it brings a few cases that nobody asked for.
func whereIDs(ids []cases.ID) (string, []any) {
	if len(ids) > 1 {
		if low, high := slices.Min(ids), slices.Max(ids); int(high-low) < len(ids)*5/4 {
			return " BETWEEN ? AND ?", []any{int64(low), int64(high)}
		}
	}
	list, args := inList(ids)
	return " IN " + list, args
}

func (l *loader) each(ctx context.Context, query string, args []any, scan func(*sql.Rows) error) error {
	rows, err := l.q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// found gives the loaded cases with the ids, in the order of the ids.
func (l *loader) found(ids []cases.ID) iter.Seq[*cases.Case] {
	return func(yield func(*cases.Case) bool) {
		for _, id := range ids {
			i, ok := slices.BinarySearchFunc(l.cases, id, func(c cases.Case, id cases.ID) int { return int(c.ID - id) })
			if ok && !yield(&l.cases[i]) {
				return
			}
		}
	}
}

// extend gives the next case of the block, with the slices that its place in memory had before.
func (l *loader) extend() *cases.Case {
	n := len(l.cases)
	if n == min(cap(l.cases), cap(l.suits)) {
		l.cases, l.suits = slices.Grow(l.cases, chunk), slices.Grow(l.suits, chunk)
	}
	l.cases, l.suits = l.cases[:n+1], l.suits[:n+1]
	c := &l.cases[n]
	*c = cases.Case{Parties: c.Parties[:0], Acts: c.Acts[:0], Notes: c.Notes[:0]}
	return c
}

func (l *loader) scanCase(rows *sql.Rows) error {
	c := l.extend()
	s := &l.suits[len(l.cases)-1]
	err := rows.Scan(&c.ID, &c.Kind, &c.Number, &c.Subject, &c.Class.Category, &c.Class.Matter, &c.Handler,
		&s.Court, &s.CourtNumber, &s.Instance, &s.Source, &s.Related)
	if c.Kind == cases.Litigation {
		c.Suit = s
	}
	return err
}

// walk gives the case a child row belongs to. Both come ordered by case, so it only ever moves on.
func (l *loader) walk() func(cases.ID) *cases.Case {
	at := 0
	return func(id cases.ID) *cases.Case {
		for at < len(l.cases)-1 && l.cases[at].ID < id {
			at++
		}
		return &l.cases[at]
	}
}

func (l *loader) scanParty() func(*sql.Rows) error {
	next := l.walk()
	return func(rows *sql.Rows) error {
		var id cases.ID
		var p cases.Party
		if err := rows.Scan(&id, &p.Role, &p.Name, &p.Organisation, &p.IDNumber, &p.Phone, &p.Address, &p.For); err != nil {
			return err
		}
		c := next(id)
		c.Parties = append(c.Parties, p)
		return nil
	}
}

func (l *loader) scanAct() func(*sql.Rows) error {
	next := l.walk()
	return func(rows *sql.Rows) error {
		var id cases.ID
		var a procedure.Act
		var day, detail string
		err := rows.Scan(&id, &a.ID, &a.Kind, &day, &a.Regime, &a.Paper, &a.Note, &detail, &a.Imported, &a.By)
		if err != nil {
			return err
		}
		if a.On, err = l.days.day(day); err != nil {
			return unreadable(id, a, err)
		}
		if detail != "" {
			a.Detail = &procedure.Detail{}
			if err := json.Unmarshal([]byte(detail), a.Detail); err != nil {
				return unreadable(id, a, err)
			}
		}
		if _, wrong := l.replaced[a.ID]; wrong {
			return nil
		}
		c := next(id)
		c.Acts = append(c.Acts, a)
		return nil
	}
}

func (l *loader) scanCorrection(rows *sql.Rows) error {
	var id, wrong, right int64
	err := rows.Scan(&id, &wrong, &right)
	l.replaced[wrong] = right
	return err
}

// inPlace puts acts that stand for corrected ones where those were, because acts of one day take effect in their order.
func (l *loader) inPlace() {
	if len(l.replaced) == 0 {
		return
	}
	origin := map[int64]int64{}
	for wrong, right := range l.replaced {
		origin[right] = wrong
	}
	first := func(id int64) int64 {
		for origin[id] != 0 {
			id = origin[id]
		}
		return id
	}
	for i := range l.cases {
		slices.SortStableFunc(l.cases[i].Acts, func(a, b procedure.Act) int { return cmp.Compare(first(a.ID), first(b.ID)) })
	}
}

// errUnreadable marks an act that could not be read; Check goes on after it.
var errUnreadable = errors.New("unreadable act")

func unreadable(id cases.ID, a procedure.Act, err error) error {
	return &cases.Error{Op: "load act", Kind: cases.Damaged, Err: fmt.Errorf("%w: %w", errUnreadable, err),
		Msg: fmt.Sprintf("编号%d的案件中，“%s”（编号%d）的内容无法读取，数据可能已被改动。请用备份恢复，或联系维护人员。", id, procedure.ActLabel(a.Kind), a.ID)}
}

func (l *loader) scanNote() func(*sql.Rows) error {
	next := l.walk()
	return func(rows *sql.Rows) error {
		var id cases.ID
		var n cases.Note
		if err := rows.Scan(&id, &n.Label, &n.Text); err != nil {
			return err
		}
		c := next(id)
		c.Notes = append(c.Notes, n)
		return nil
	}
}

func (l *loader) scanDetail() func(*sql.Rows) error {
	next := l.walk()
	return func(rows *sql.Rows) error {
		var id cases.ID
		var data string
		if err := rows.Scan(&id, &data); err != nil {
			return err
		}
		var d detail
		if err := json.Unmarshal([]byte(data), &d); err != nil {
			return &cases.Error{Op: "load details", Kind: cases.Damaged, Err: err,
				Msg: fmt.Sprintf("编号%d的案件中，申请情况或当事人的详细信息无法读取，数据可能已被改动。请用备份恢复，或联系维护人员。", id)}
		}
		d.apply(next(id))
		return nil
	}
}

// Years lists the years of receipt, newest first.
func (o *Office) Years(ctx context.Context) ([]int, error) {
	rows, err := o.read.QueryContext(ctx, "SELECT DISTINCT substr(received_on, 1, 4) FROM case_list WHERE received_on <> '' ORDER BY 1 DESC")
	if err != nil {
		return nil, fail("years", err)
	}
	defer rows.Close()
	var out []int
	for rows.Next() {
		var y int
		if err := rows.Scan(&y); err != nil {
			return nil, fail("years", err)
		}
		out = append(out, y)
	}
	return out, fail("years", rows.Err())
}

// Handlers lists the handlers by the number of their cases; a case of two counts for both.
func (o *Office) Handlers(ctx context.Context) ([]string, error) {
	rows, err := o.read.QueryContext(ctx, "SELECT handler, count(*) FROM case_list WHERE handler <> '' GROUP BY handler")
	if err != nil {
		return nil, fail("handlers", err)
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var names string
		var n int
		if err := rows.Scan(&names, &n); err != nil {
			return nil, fail("handlers", err)
		}
		for _, name := range splitNames(names) {
			counts[name] += n
		}
	}
	return byFrequency(counts), fail("handlers", rows.Err())
}

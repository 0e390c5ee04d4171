package storage

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// List returns one page of rows. Until the catalogue is read, lists by day without a search come straight from SQL, so
// that a start needs no catalogue; both give the same rows in the same order.
func (o *Office) List(ctx context.Context, q cases.Query) (cases.Page, error) {
	today := q.Today
	if today.IsZero() {
		today = o.day()
		q.Today = today
	}
	if sort, ok := plain(q); ok && !o.list.ready() {
		stale, err := turned(ctx, o.read, today)
		if err != nil {
			return cases.Page{}, fail("list", err)
		}
		if len(stale) == 0 {
			p, err := o.listSQL(ctx, q, sort)
			return p, fail("list", err)
		}
	}
	p, err := o.list.page(ctx, q, today)
	return p, fail("list", err)
}

// plain reports whether SQL can answer a query, and the column it sorts by.
func plain(q cases.Query) (string, bool) {
	if q.Handler != "" || len(words(q.Text)) > 0 || narrowed(q) {
		return "", false
	}
	switch q.Sort {
	case "", cases.ByReceived:
		return "received_on", true
	case cases.ByDue:
		return "due", true
	}
	return "", false
}

// narrowed reports whether a query has filters that only the catalogue answers.
func narrowed(q cases.Query) bool {
	return !q.From.IsZero() || !q.To.IsZero() || len(q.Categories) > 0 || len(q.Matters) > 0 || len(q.Respondents) > 0 || len(q.Results) > 0
}

// descending tells the direction: the zero sort key is by receipt, newest first.
func descending(q cases.Query) bool { return q.Desc || q.Sort == "" }

func (o *Office) listSQL(ctx context.Context, q cases.Query, column string) (cases.Page, error) {
	where, args := queryWhere(q)
	var p cases.Page
	count := "SELECT count(*) FROM case_list"
	if where != everything {
		count += " WHERE " + where // without one SQLite need not look at the rows
	}
	if err := o.read.QueryRowContext(ctx, count, args...).Scan(&p.Total); err != nil {
		return p, err
	}
	limit := q.Limit
	if limit <= 0 {
		limit = p.Total
	}
	ids, err := o.orderedIDs(ctx, where, args, column, descending(q), limit, q.Offset)
	if err != nil {
		return p, err
	}
	p.Rows, err = rowsByID(ctx, o.read, ids)
	return p, err
}

// orderedIDs gives the rows that have the column and then those that have not, each by one statement, because each then
// follows an index.
func (o *Office) orderedIDs(ctx context.Context, where string, args []any, column string, desc bool, limit, offset int) ([]cases.ID, error) {
	with := where + " AND " + column + " <> ''"
	ids, err := o.partIDs(ctx, with, column, desc, args, limit, offset)
	if err != nil || len(ids) == limit || strings.Contains(where, "due <> ''") {
		return ids, err
	}
	var n int
	if err := o.read.QueryRowContext(ctx, "SELECT count(*) FROM case_list WHERE "+with, args...).Scan(&n); err != nil {
		return nil, err
	}
	rest, err := o.partIDs(ctx, where+" AND "+column+" = ''", "received_on", false, args, limit-len(ids), max(0, offset-n))
	return append(ids, rest...), err
}

func (o *Office) partIDs(ctx context.Context, where, column string, desc bool, args []any, limit, offset int) ([]cases.ID, error) {
	by := column + ", received_on, id"
	if column == "received_on" {
		by = "received_on, id"
	}
	if desc {
		by = strings.ReplaceAll(by, ",", " DESC,") + " DESC"
	}
	return selectIDs(ctx, o.read, "SELECT id FROM case_list WHERE "+where+" ORDER BY "+by+" LIMIT ? OFFSET ?", append(slices.Clone(args), limit, offset))
}

// everything is the condition that selects all rows.
const everything = "1 = 1"

// queryWhere is the condition of a plain query. selector says the same of items; a test holds them together.
func queryWhere(q cases.Query) (string, []any) {
	where, args := []string{everything}, []any{}
	add := func(cond string, values ...any) { where, args = append(where, cond), append(args, values...) }
	if q.Kind != "" {
		add("kind = ?", string(q.Kind))
	}
	if q.Year != 0 {
		y := strconv.Itoa(q.Year)
		add("received_on >= ? AND received_on <= ?", y+"-01-01", y+"-12-31")
	}
	if len(q.States) > 0 {
		marks := strings.TrimSuffix(strings.Repeat("?,", len(q.States)), ",")
		values := make([]any, len(q.States))
		for i, s := range q.States {
			values[i] = string(s)
		}
		add("state IN ("+marks+")", values...)
	}
	switch q.Status {
	case cases.Open:
		add("concluded = 0")
	case cases.Done:
		add("concluded = 1")
	case cases.SuspendedNow:
		add("state = ?", string(procedure.Suspended))
	case cases.Overdue:
		add("concluded = 0 AND due <> '' AND due < ?", q.Today.String())
	}
	if !q.ConcludedFrom.IsZero() {
		add("concluded_on >= ?", q.ConcludedFrom.String())
	}
	if !q.ConcludedTo.IsZero() {
		add("concluded_on <> '' AND concluded_on <= ?", q.ConcludedTo.String())
	}
	if !q.DueTo.IsZero() {
		add("due <> '' AND due <= ?", q.DueTo.String())
	}
	return strings.Join(where, " AND "), args
}

// page finds a page in memory and reads its rows.
func (c *catalogue) page(ctx context.Context, q cases.Query, today calendar.Date) (cases.Page, error) {
	ids, turned, total, err := c.locate(ctx, q, today)
	if err != nil {
		return cases.Page{}, err
	}
	rows, err := rowsByID(ctx, c.o.read, ids)
	if err != nil {
		return cases.Page{}, err
	}
	for i := range rows {
		if r, ok := turned[rows[i].ID]; ok {
			rows[i] = r
		}
	}
	return cases.Page{Rows: rows, Total: total}, nil
}

// locate gives the ids of a page, those of its rows that time has changed, and the number of all rows.
func (c *catalogue) locate(ctx context.Context, q cases.Query, today calendar.Date) ([]cases.ID, map[cases.ID]cases.Row, int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.sync(ctx, today); err != nil {
		return nil, nil, 0, err
	}
	accept := c.selector(q)
	var ids []cases.ID
	turned := map[cases.ID]cases.Row{}
	total := 0
	c.order(q.Sort).walk(descending(q), func(row int32) bool {
		if !accept(row) {
			return true
		}
		if total >= q.Offset && (q.Limit <= 0 || len(ids) < q.Limit) {
			id := c.items[row].id
			ids = append(ids, id)
			if r, ok := c.turned[id]; ok {
				turned[id] = r
			}
		}
		total++
		return true
	})
	return ids, turned, total, nil
}

// selector is the condition of a query on items.
func (c *catalogue) selector(q cases.Query) func(row int32) bool {
	var hits []bool
	if w := words(q.Text); len(w) > 0 {
		hits = c.texts.search(w, len(c.items))
	}
	var tests []func(*item) bool
	add := func(f func(*item) bool) { tests = append(tests, f) }
	if q.Kind != "" {
		suit := q.Kind == cases.Litigation
		add(func(it *item) bool { return it.suit == suit })
	}
	if q.Year != 0 {
		from, to := calendar.New(q.Year, 1, 1), calendar.New(q.Year, 12, 31)
		add(func(it *item) bool { return it.received >= from && it.received <= to })
	}
	if len(q.States) > 0 {
		var wanted [256]bool
		for _, s := range q.States {
			if code, ok := c.codes[s]; ok {
				wanted[code] = true
			}
		}
		add(func(it *item) bool { return wanted[it.state] })
	}
	if f := c.status(q); f != nil {
		add(f)
	}
	if q.Handler != "" {
		wanted := make([]bool, len(c.handlers.texts))
		for i, s := range c.handlers.texts {
			wanted[i] = s == q.Handler || slices.Contains(splitNames(s), q.Handler)
		}
		add(func(it *item) bool { return wanted[it.handler] })
	}
	c.narrow(q, add)
	if !q.ConcludedFrom.IsZero() || !q.ConcludedTo.IsZero() {
		add(func(it *item) bool {
			return !it.concluded.IsZero() && it.concluded >= q.ConcludedFrom && (q.ConcludedTo.IsZero() || it.concluded <= q.ConcludedTo)
		})
	}
	if !q.DueTo.IsZero() {
		add(func(it *item) bool { return !it.due.IsZero() && it.due <= q.DueTo })
	}
	return func(row int32) bool {
		if hits != nil && !hits[row] {
			return false
		}
		it := &c.items[row]
		for _, f := range tests {
			if !f(it) {
				return false
			}
		}
		return true
	}
}

// narrow adds the conditions of chips: the span of receipt, and words of which a case must have one.
func (c *catalogue) narrow(q cases.Query, add func(func(*item) bool)) {
	if !q.From.IsZero() {
		add(func(it *item) bool { return it.received >= q.From })
	}
	if !q.To.IsZero() {
		add(func(it *item) bool { return !it.received.IsZero() && it.received <= q.To })
	}
	for _, f := range []struct {
		words []string
		names *names
		of    func(*item) uint16
	}{
		{q.Categories, c.categories, func(it *item) uint16 { return it.category }},
		{q.Matters, c.matters, func(it *item) uint16 { return it.matter }},
		{q.Results, c.results, func(it *item) uint16 { return it.result }},
	} {
		if len(f.words) > 0 {
			wanted := make([]bool, len(f.names.texts))
			for i, s := range f.names.texts {
				wanted[i] = slices.Contains(f.words, s)
			}
			add(func(it *item) bool { return wanted[f.of(it)] })
		}
	}
	if len(q.Respondents) > 0 {
		var folded []string
		for _, s := range q.Respondents {
			folded = append(folded, foldText(s))
		}
		add(func(it *item) bool {
			return slices.ContainsFunc(splitNames(string(c.texts.field(it.part, fieldRespondents))), func(s string) bool { return slices.Contains(folded, s) })
		})
	}
}

func (c *catalogue) status(q cases.Query) func(*item) bool {
	switch q.Status {
	case cases.Open:
		return func(it *item) bool { return !it.over }
	case cases.Done:
		return func(it *item) bool { return it.over }
	case cases.SuspendedNow:
		code := c.codes[procedure.Suspended]
		return func(it *item) bool { return it.state == code }
	case cases.Overdue:
		return func(it *item) bool { return !it.over && !it.due.IsZero() && it.due < q.Today }
	}
	return nil
}

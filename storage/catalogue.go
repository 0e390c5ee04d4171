package storage

import (
	"context"
	"errors"
	"slices"
	"sync"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// catalogue holds in memory what lists filter, sort and search by, so that any page of 100,000 cases is found in
// milliseconds. It is read from the projection when first needed, or by Warm, and follows the audit trail: whoever
// changes cases writes an entry, and what the entries name is read again.
type catalogue struct {
	o     *Office
	codes map[procedure.State]uint8

	mu     sync.Mutex
	loaded bool
	// entry is the last audit entry that is taken into account, day the day for which turned rows are computed.
	entry int64
	day   calendar.Date
	// items are in the order of their ids.
	items  []item
	texts  *textIndex
	orders map[cases.SortKey]*order
	// collation is for single rows; a whole order is sorted with one of its own.
	collation *collation
	// handlers, results and the like are kept once each, and a state's name by its code.
	handlers, results, categories, matters, courts *names
	// turned are the rows that time has changed since they were stored.
	turned map[cases.ID]cases.Row
}

// item is what the catalogue knows of a case.
type item struct {
	id                                              cases.ID
	received, accepted, concluded, due, turns, last calendar.Date
	// part is the case's part of the text index.
	part                    int32
	handler, result         uint16
	category, matter, court uint16
	state                   uint8
	over, suit              bool
	// gone marks a case in the bin.
	gone bool
}

func newCatalogue(o *Office) *catalogue {
	return &catalogue{o: o, codes: stateCodes(), collation: newCollation()}
}

// names gives texts that recur a small number.
type names struct {
	numbers map[string]uint16
	texts   []string
}

func newNames() *names { return &names{numbers: map[string]uint16{"": 0}, texts: []string{""}} }

// number gives the number of a text. Beyond 65,535 texts the empty one stands for the rest: a list then sorts them as
// empty, and nothing else depends on it.
func (n *names) number(s string) uint16 {
	i, ok := n.numbers[s]
	if !ok && len(n.texts) < 1<<16 {
		i = uint16(len(n.texts))
		n.numbers[s] = i
		n.texts = append(n.texts, s)
	}
	return i
}

// Warm reads the catalogue and sorts it by every column, so that the first list is as quick as the following ones. It
// may run in the background.
func (o *Office) Warm(ctx context.Context) error {
	for _, key := range sortKeys {
		// Between two columns a list or a search may have its turn.
		if err := errors.Join(ctx.Err(), o.list.warm(ctx, key)); err != nil {
			return fail("warm", err)
		}
	}
	return nil
}

func (c *catalogue) warm(ctx context.Context, key cases.SortKey) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.sync(ctx, c.o.day()); err != nil {
		return err
	}
	c.order(key)
	return nil
}

// ready reports whether the catalogue can be asked at once: it has been read, and nobody is at it.
func (c *catalogue) ready() bool {
	if !c.mu.TryLock() {
		return false
	}
	defer c.mu.Unlock()
	return c.loaded
}

// sync brings the catalogue up to the last audit entry and to a day. The lock is held.
func (c *catalogue) sync(ctx context.Context, today calendar.Date) error {
	last, _, err := lastEntry(ctx, c.o.read)
	if err != nil {
		return err
	}
	if c.loaded && c.entry != last {
		if err := c.follow(ctx, last); err != nil {
			return err
		}
	}
	if !c.loaded {
		if err := c.load(ctx, last); err != nil {
			return err
		}
	}
	if today > c.day {
		if err := c.turn(ctx, today, nil); err != nil {
			return err
		}
		c.day = today
	}
	return nil
}

// load reads the whole projection. An entry written meanwhile is followed later: reading a case twice does no harm.
func (c *catalogue) load(ctx context.Context, last int64) error {
	var count, size int
	if err := c.o.read.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(length(search)), 0) FROM case_list").Scan(&count, &size); err != nil {
		return err
	}
	c.items = make([]item, 0, count+count/64)
	// length counts characters; Chinese ones take three bytes, the initials one.
	c.texts = newTextIndex(count, size*5/2)
	c.handlers, c.results = newNames(), newNames()
	c.categories, c.matters, c.courts = newNames(), newNames(), newNames()
	c.orders, c.turned, c.day = map[cases.SortKey]*order{}, map[cases.ID]cases.Row{}, 0
	if err := c.read(ctx, "ORDER BY l.id", nil, c.put); err != nil {
		return err
	}
	c.texts.trim()
	c.loaded, c.entry = true, last
	return nil
}

// read gives f every item of case_list that tail selects, with its search text.
func (c *catalogue) read(ctx context.Context, tail string, args []any, f func(item, string)) error {
	rows, err := c.o.read.QueryContext(ctx, "SELECT l.id, l.kind, l.handler, l.state, l.received_on, l.accepted_on, l.concluded_on, l.result, l.due, "+
		"l.turns, l.last_act, c.category, c.matter, c.court, l.search FROM case_list l JOIN cases c ON c.id = l.id "+tail, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	days := newDayTexts()
	for rows.Next() {
		var it item
		var kind cases.Kind
		var state procedure.State
		var handler, received, accepted, concluded, result, due, turns, last, category, matter, court, search string
		if err := rows.Scan(&it.id, &kind, &handler, &state, &received, &accepted, &concluded, &result, &due, &turns, &last,
			&category, &matter, &court, &search); err != nil {
			return err
		}
		if err := days.read([]string{received, accepted, concluded, due, turns, last}, &it.received, &it.accepted, &it.concluded, &it.due,
			&it.turns, &it.last); err != nil {
			return err
		}
		it.category, it.matter, it.court = c.categories.number(category), c.matters.number(matter), c.courts.number(court)
		it.suit, it.state, it.over = kind == cases.Litigation, c.codes[state], state.Concluded()
		it.handler, it.result = c.handlers.number(handler), c.results.number(result)
		f(it, search)
	}
	return rows.Err()
}

// remove takes a case out that is in no list any more; its place stays, because rows are numbered by place.
func (c *catalogue) remove(id cases.ID) {
	at, known := c.find(id)
	if !known || c.items[at].gone {
		return
	}
	c.unsort(at)
	c.texts.drop(c.items[at].part)
	c.items[at].gone, c.items[at].part = true, -1
}

// put stores an item, new or changed.
func (c *catalogue) put(it item, search string) {
	at, known := c.find(it.id)
	if known {
		if !c.items[at].gone {
			c.unsort(at)
			c.texts.drop(c.items[at].part)
		}
		it.part = c.texts.add(at, search)
		c.items[at] = it
		c.sortIn(at)
		return
	}
	if n := len(c.items); n > 0 && it.id < c.items[n-1].id {
		c.loaded = false // a case that was in the bin when the catalogue was read comes back among the others
		return
	}
	// Ids only grow, so a new case is the last one.
	it.part = c.texts.add(len(c.items), search)
	c.items = append(c.items, it)
	c.sortIn(len(c.items) - 1)
}

func (c *catalogue) find(id cases.ID) (int, bool) {
	return slices.BinarySearchFunc(c.items, id, func(it item, id cases.ID) int { return int(it.id - id) })
}

// follow reads again what the audit entries since the last one name. After an entry about many cases everything is
// read again.
func (c *catalogue) follow(ctx context.Context, last int64) error {
	changed := map[cases.ID]bool{}
	many := false
	err := eachChange(ctx, c.o.read, c.entry, last, func(action string, id cases.ID) {
		if id != 0 {
			changed[id] = true
		} else if action == actionImport || action == actionUndo || action == actionRefresh {
			many = true
		}
	})
	if err != nil {
		return err
	}
	if many || len(changed) > chunk {
		c.loaded = false
		return nil
	}
	if err := c.reread(ctx, changed); err != nil || !c.loaded {
		return err
	}
	c.entry = last
	return nil
}

func eachChange(ctx context.Context, q querier, after, last int64, f func(action string, id cases.ID)) error {
	rows, err := q.QueryContext(ctx, "SELECT action, case_id FROM audit WHERE id > ? AND id <= ? "+
		"UNION ALL SELECT '', case_id FROM revisions WHERE entry > ? AND entry <= ?", after, last, after, last)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var action string
		var id cases.ID
		if err := rows.Scan(&action, &id); err != nil {
			return err
		}
		f(action, id)
	}
	return rows.Err()
}

func (c *catalogue) reread(ctx context.Context, changed map[cases.ID]bool) error {
	if len(changed) == 0 {
		return nil
	}
	ids := make([]cases.ID, 0, len(changed))
	for id := range changed {
		ids = append(ids, id)
		delete(c.turned, id)
	}
	c.expect(len(ids))
	slices.Sort(ids)
	list, args := inList(ids)
	listed := map[cases.ID]bool{}
	err := c.read(ctx, "WHERE l.id IN "+list+" ORDER BY l.id", args, func(it item, search string) {
		listed[it.id] = true
		c.put(it, search)
	})
	if err != nil {
		return err
	}
	for _, id := range ids {
		if !listed[id] {
			c.remove(id)
		}
	}
	c.texts.tidy(func(row int, part int32) { c.items[row].part = part })
	return c.turn(ctx, c.day, changed)
}

// expect forgets the orders before many rows change.
func (c *catalogue) expect(changes int) {
	if changes > manyChanges {
		clear(c.orders)
	}
}

// turn computes the rows that time has changed by a day; only, if not nil, names the cases to look at.
func (c *catalogue) turn(ctx context.Context, today calendar.Date, only map[cases.ID]bool) error {
	var ids []cases.ID
	for i := range c.items {
		it := &c.items[i]
		if !it.gone && !it.turns.IsZero() && it.turns <= today && (only == nil || only[it.id]) {
			ids = append(ids, it.id)
		}
	}
	c.expect(len(ids))
	l := newLoader(c.o.read)
	for part := range slices.Chunk(ids, chunk) {
		if err := l.load(ctx, part); err != nil {
			return err
		}
		for found := range l.found(part) {
			c.overlay(project(found, c.o.Law(), today))
		}
	}
	return nil
}

// overlay puts a computed row in place of the stored one.
func (c *catalogue) overlay(r cases.Row) {
	at, ok := c.find(r.ID)
	if !ok {
		return
	}
	c.unsort(at)
	it := &c.items[at]
	it.received, it.accepted, it.concluded, it.due, it.turns, it.last = r.Received, r.Accepted, r.Concluded, r.Due, r.Turns, r.LastAct
	it.state, it.over, it.result = c.codes[r.State], r.State.Concluded(), c.results.number(r.Result)
	c.sortIn(at)
	c.turned[r.ID] = r
}

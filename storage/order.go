package storage

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// sortKeys are all columns a list sorts by. It is read only.
var sortKeys = []cases.SortKey{cases.ByReceived, cases.ByDue, cases.ByNumber, cases.ByApplicants, cases.ByRespondents, cases.BySubject,
	cases.ByHandler, cases.ByState, cases.ByAccepted, cases.ByConcluded, cases.ByResult, cases.ByCategory, cases.ByMatter, cases.ByCourt}

// order is the catalogue in the order of a column: positions of items, those with an empty column last.
type order struct {
	rows []int32
	// filled is the number of rows whose column is not empty.
	filled int
}

// walk goes once over the order: ascending, or the filled part descending; empty columns come last either way.
func (o *order) walk(desc bool, f func(row int32) bool) {
	if !desc {
		for _, r := range o.rows {
			if !f(r) {
				return
			}
		}
		return
	}
	for i := o.filled - 1; i >= 0; i-- {
		if !f(o.rows[i]) {
			return
		}
	}
	for _, r := range o.rows[o.filled:] {
		if !f(r) {
			return
		}
	}
}

// collation compares texts as Chinese readers expect: by pinyin, and numbers by their value.
type collation struct {
	c   *collate.Collator
	buf collate.Buffer
}

func newCollation() *collation {
	return &collation{c: collate.New(language.MustParse("zh-u-co-pinyin"), collate.Numeric, collate.IgnoreCase)}
}

// key is a text's sort key; it is valid until reset.
func (c *collation) key(s []byte) []byte {
	if len(s) == 0 {
		return nil
	}
	return c.c.Key(&c.buf, s)
}

// order gives the catalogue's order by a column, sorting when it is first asked for.
func (c *catalogue) order(key cases.SortKey) *order {
	if o := c.orders[key]; o != nil {
		return o
	}
	keys := c.keys(key, newCollation())
	all := keys.all(len(c.items))
	o := &order{rows: make([]int32, 0, len(c.items))}
	for i := range c.items {
		if c.items[i].gone {
			continue
		}
		o.rows = append(o.rows, int32(i))
		if len(all[i]) > 0 {
			o.filled++
		}
	}
	slices.SortFunc(o.rows, func(a, b int32) int { return c.compare(all[a], all[b], a, b) })
	c.orders[key] = o
	return o
}

// compare puts empty keys last and orders equals by receipt.
func (c *catalogue) compare(x, y []byte, a, b int32) int {
	if (len(x) == 0) != (len(y) == 0) {
		return cmp.Compare(len(y), len(x)) // the one that is not empty comes first
	}
	return cmp.Or(bytes.Compare(x, y), cmp.Compare(c.items[a].received, c.items[b].received), cmp.Compare(a, b))
}

// keyer makes sort keys of items.
type keyer struct {
	of func(row int) []byte
	// reset forgets the keys made so far.
	reset func()
}

func (k keyer) all(n int) [][]byte {
	out := make([][]byte, n)
	for i := range out {
		out[i] = k.of(i)
	}
	return out
}

func (c *catalogue) keys(key cases.SortKey, col *collation) keyer {
	fields := map[cases.SortKey]int{cases.ByNumber: fieldNumber, cases.ByApplicants: fieldApplicants,
		cases.ByRespondents: fieldRespondents, cases.BySubject: fieldSubject}
	if n, ok := fields[key]; ok {
		return keyer{func(i int) []byte { return col.key(c.texts.field(c.items[i].part, n)) }, col.buf.Reset}
	}
	switch key {
	case cases.ByHandler:
		return c.nameKeys(c.handlers, col, func(it *item) uint16 { return it.handler })
	case cases.ByCategory:
		return c.nameKeys(c.categories, col, func(it *item) uint16 { return it.category })
	case cases.ByMatter:
		return c.nameKeys(c.matters, col, func(it *item) uint16 { return it.matter })
	case cases.ByCourt:
		return c.nameKeys(c.courts, col, func(it *item) uint16 { return it.court })
	case cases.ByResult:
		return c.nameKeys(c.results, col, func(it *item) uint16 { return it.result })
	case cases.ByState:
		return keyer{func(i int) []byte { return []byte{c.items[i].state + 1} }, func() {}}
	case cases.ByAccepted:
		return c.dayKeys(func(it *item) calendar.Date { return it.accepted })
	case cases.ByConcluded:
		return c.dayKeys(func(it *item) calendar.Date { return it.concluded })
	case cases.ByDue:
		return c.dayKeys(func(it *item) calendar.Date { return it.due })
	}
	return c.dayKeys(func(it *item) calendar.Date { return it.received })
}

func (c *catalogue) dayKeys(of func(*item) calendar.Date) keyer {
	return keyer{func(i int) []byte {
		d := of(&c.items[i])
		if d.IsZero() {
			return nil
		}
		return binary.BigEndian.AppendUint32(nil, uint32(d))
	}, func() {}}
}

// nameKeys makes the key of each name once.
func (c *catalogue) nameKeys(n *names, col *collation, of func(*item) uint16) keyer {
	made := map[uint16][]byte{}
	return keyer{func(i int) []byte {
		number := of(&c.items[i])
		k, ok := made[number]
		if !ok {
			k = bytes.Clone(col.key([]byte(n.texts[number])))
			made[number] = k
			col.buf.Reset()
		}
		return k
	}, func() {}}
}

// manyChanges is how many changed rows are still put in their places; with more, sorting anew is quicker.
const manyChanges = 50

// unsort takes a row out of every order; sortIn puts it back where it belongs.
func (c *catalogue) unsort(row int) {
	for _, o := range c.orders {
		i := slices.Index(o.rows, int32(row))
		if i < 0 {
			continue
		}
		o.rows = slices.Delete(o.rows, i, i+1)
		if i < o.filled {
			o.filled--
		}
	}
}

func (c *catalogue) sortIn(row int) {
	for key, o := range c.orders {
		keys := c.keys(key, c.collation)
		own := bytes.Clone(keys.of(row))
		i, _ := slices.BinarySearchFunc(o.rows, int32(row), func(other, row int32) int {
			keys.reset()
			return c.compare(keys.of(int(other)), own, other, row)
		})
		o.rows = slices.Insert(o.rows, i, int32(row))
		if len(own) > 0 {
			o.filled++
		}
	}
}

package statistics

import (
	"slices"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Delta is a figure that a change of one case moves (对统计数字的影响).
type Delta struct {
	Year int
	// Where names the figure: an indicator's label, or table, row and column.
	Where string
	// By is how much the figure rises or falls.
	By int
}

// Effect tells which figures of which years a change of one case moves, for 更正录入. Cells are sums over cases, so what the
// case adds before and after is all there is to compare; shares are told by their numerators and denominators. today
// bounds what is known: the running year counts as of it.
func Effect(before, after *cases.Case, s cases.Settings, law *procedure.Law, today calendar.Date) []Delta {
	var out []Delta
	for _, year := range touched(before, after) {
		asOf := min(calendar.New(year, 12, 31), today)
		was := tally([]Fact{NewFact(before, s.Organ, law, asOf)}, s, year, asOf)
		is := tally([]Fact{NewFact(after, s.Organ, law, asOf)}, s, year, asOf)
		out = append(out, differ(year, was, is)...)
	}
	return out
}

// touched lists the years in which either case has an act, and those between: a case that stays open counts there too.
func touched(before, after *cases.Case) []int {
	first, last := 0, 0
	for _, a := range slices.Concat(before.Acts, after.Acts) {
		y := a.On.Year()
		if first == 0 || y < first {
			first = y
		}
		last = max(last, y)
	}
	var out []int
	for y := first; y <= last && first > 0; y++ {
		out = append(out, y)
	}
	return out
}

func differ(year int, was, is *Report) []Delta {
	var out []Delta
	add := func(where string, by int) {
		if by != 0 {
			out = append(out, Delta{year, where, by})
		}
	}
	for i := range is.Indicators {
		old, now := was.Indicators[i], is.Indicators[i]
		if now.Rate {
			add(now.Label+"（分母）", now.Denominator-old.Denominator)
			add(now.Label+"（分子）", now.Numerator-old.Numerator)
		} else if now.ID != "appearance_rate_change" {
			add(now.Label, int(now.Value)-int(old.Value))
		}
	}
	for i := range is.Tables {
		for _, c := range cellsOf(&was.Tables[i], &is.Tables[i]) {
			add(is.Tables[i].Title+"·"+c.where, c.is-c.was)
		}
	}
	return out
}

type cellPair struct {
	where   string
	was, is int
}

// cellsOf pairs the cells of a table by row and column; rows without the case are not there.
func cellsOf(was, is *Table) []cellPair {
	values := func(t *Table) (keys []string, n map[string]int) {
		n = map[string]int{}
		for _, r := range t.Rows {
			for c, cell := range r.Cells {
				if r.Label == total {
					continue
				}
				key := r.Label + "·" + t.Columns[c].Group + t.Columns[c].Label
				keys, n[key] = append(keys, key), cell.N
			}
		}
		return keys, n
	}
	oldKeys, old := values(was)
	keys, now := values(is)
	for _, k := range oldKeys {
		if _, ok := now[k]; !ok {
			keys = append(keys, k)
		}
	}
	var out []cellPair
	for _, k := range keys {
		out = append(out, cellPair{k, old[k], now[k]})
	}
	return out
}

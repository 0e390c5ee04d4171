package statistics

import (
	"cmp"
	"context"
	"math/big"
	"slices"
	"strconv"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// Count counts a year from an office's cases. A zero asOf means the last day of the year. Acts dated after asOf are
// unseen, so that a year can be counted again as it stood on any day; what is dated outside 1 January to 31 December
// does not count in the period, whenever it became known.
func Count(ctx context.Context, r cases.Reader, year int, asOf calendar.Date) (*Report, error) {
	p, last := yearOf(year), yearOf(year-1)
	if asOf.IsZero() {
		asOf = p.to
	}
	settings, err := r.Settings(ctx)
	if err != nil {
		return nil, err
	}
	facts := make([]Fact, 0, 1024)
	seen := map[cases.ID]bool{}
	add := func(c *cases.Case) error {
		if seen[c.ID] {
			return nil
		}
		seen[c.ID] = true
		f := NewFact(c, settings.Organ, r.Law(), asOf)
		// A case concluded before it was received cannot be counted anywhere, and must not vanish for that: a check names it.
		if f.Received <= p.to && (!f.Received.IsZero() || !f.Concluded.IsZero()) {
			facts = append(facts, f)
		}
		return nil
	}
	for _, s := range spans(p, last, asOf) {
		if err := r.Each(ctx, s, add); err != nil {
			return nil, err
		}
	}
	// In order of receipt, whichever of the spans a case came from: lists behind figures keep one order.
	slices.SortFunc(facts, func(a, b Fact) int {
		return cmp.Or(cmp.Compare(a.Received, b.Received), cmp.Compare(a.ID, b.ID))
	})
	return tally(facts, settings, year, asOf), nil
}

// spans are the cases a count has to see; a case may lie in both. Loading them is most of the work, so of the year before
// only the suits are read, whose hearings are compared. A case that was open on the day of counting must be seen even if
// that day lies before the year.
func spans(p, last period, asOf calendar.Date) []cases.Span {
	return []cases.Span{
		{From: min(p.from, asOf), To: min(p.to, asOf)},
		{Kind: cases.Litigation, From: min(last.from, asOf), To: min(last.to, asOf)},
	}
}

// tally counts facts that are already derived.
func tally(facts []Fact, settings cases.Settings, year int, asOf calendar.Date) *Report {
	p, last := yearOf(year), yearOf(year-1)
	r := &Report{Year: year, From: p.from, To: p.to, AsOf: asOf, Settings: settings}
	for _, d := range reconsiderationFigures(p) {
		r.Indicators = append(r.Indicators, d.tally(facts))
	}
	r.Indicators = append(r.Indicators, sessions(p, facts))
	for _, d := range suitFigures(p) {
		r.Indicators = append(r.Indicators, d.tally(facts))
	}
	before := appearance(last).tally(facts)
	if i := r.Indicator("appearance_rate"); i.Denominator > 0 && before.Denominator > 0 {
		r.Indicators = append(r.Indicators, change(i, before))
	}
	if slices.ContainsFunc(facts, func(f Fact) bool { return f.Kind == Enforcement }) {
		for _, d := range enforcementFigures(p) {
			r.Indicators = append(r.Indicators, d.tally(facts))
		}
	}
	sheets := append(reconsiderationSheets(p), litigationSheets(p)...)
	for i := range sheets {
		r.Tables = append(r.Tables, sheets[i].tally(facts))
	}
	r.Checks = check(r, sheets, facts)
	r.Paragraphs = paragraphs(r, p, facts)
	return r
}

// appearance is the definition of the rate of heads' appearance, for a period of its own.
func appearance(p period) figure {
	for _, d := range suitFigures(p) {
		if d.id == "appearance_rate" {
			return d
		}
	}
	return figure{}
}

// pointsBetween subtracts two shares exactly and rounds once, to a tenth of a 百分点.
func pointsBetween(now, before Indicator) float64 {
	share := func(i Indicator) *big.Rat { return big.NewRat(100*int64(i.Numerator), int64(max(i.Denominator, 1))) }
	points, _ := strconv.ParseFloat(new(big.Rat).Sub(share(now), share(before)).FloatString(1), 64)
	return points
}

// change compares the rate of heads' appearance with the year before, in percentage points (百分点).
func change(now, before Indicator) Indicator {
	return Indicator{
		ID: "appearance_rate_change", Label: "出庭率比上年（百分点）",
		Value:   pointsBetween(now, before),
		Formula: "本年负责人出庭应诉率减去上年负责人出庭应诉率，以百分点计；上年没有开庭案件的不比较",
		Cases:   now.Cases, Base: before.Cases,
	}
}

// sessions counts the committee's sessions: the different days on which it was consulted.
func sessions(p period, facts []Fact) Indicator {
	out := Indicator{ID: "committee_sessions", Label: "委员会咨询会议", Formula: "统计期内行政复议委员会提供咨询的不同日期数，同一天讨论几件案件计一次会议"}
	days := map[calendar.Date]bool{}
	for i := range facts {
		f := &facts[i]
		if p.consulted(f) {
			out.Cases = append(out.Cases, f.ID)
		}
		for _, c := range f.Consultations {
			if p.has(c.On) {
				days[c.On] = true
			}
		}
	}
	out.Numerator, out.Value = len(days), float64(len(days))
	return out
}

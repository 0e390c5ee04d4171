package procedure

import (
	"slices"

	"fuyi/cases/calendar"
)

// past tells of the acts that today refuses whether they may still be recorded for an earlier day (补录): an act that was
// done in time and forgotten must not be lost because its deadline has passed meanwhile.
func (f *fold) past(acts []Act) {
	for _, day := range f.segments(acts) {
		then := run(acts, f.course, f.law, day)
		for i := range f.t.Offers {
			o := &f.t.Offers[i]
			if o.Refused == "" || !o.Earlier.IsZero() {
				continue
			}
			a := Act{Kind: o.Spec.Kind, On: day}
			if then.refuse(o.Spec, &a) == "" && f.fits(acts, a) {
				o.Earlier = day
			}
		}
	}
}

// fits reports whether an act makes none of those already recorded unlawful.
func (f *fold) fits(acts []Act, a Act) bool {
	return clash(f.t.Problems, Fold(append(slices.Clone(acts), a), f.course, f.law, f.today).Problems) == ""
}

// clash is the first problem that was not there before, or that is there more often; "" if there is none.
func clash(before, after []string) string {
	for _, p := range after {
		if !slices.Contains(before, p) {
			return p
		}
	}
	if len(after) > len(before) {
		return after[len(after)-1]
	}
	return ""
}

// segments are days between which nothing changes in a case, latest first, before today: what stands on one of them stands
// on every day down to the next. They are the days of the acts, those before them, and both sides of every due date.
func (f *fold) segments(acts []Act) []calendar.Date {
	var out []calendar.Date
	first := max(f.t.Received, receivedOn(acts)) // no act is recorded before the receipt
	add := func(days ...calendar.Date) {
		for _, d := range days {
			if !d.IsZero() && d < f.today && (first.IsZero() || d >= first) {
				out = append(out, d)
			}
		}
	}
	for _, a := range acts {
		add(a.On, a.On-1)
	}
	for _, p := range f.t.Periods {
		add(p.Count.Due, p.Count.Due+1)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	slices.Reverse(out)
	return out
}

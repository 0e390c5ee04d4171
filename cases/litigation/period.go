package litigation

import (
	"fmt"
	"time"

	"fuyi/cases/calendar"
)

// span is a part of a period with its name.
type span struct {
	label    string
	from, to calendar.Date
}

// quarters cuts a period at the quarters of the year. Parts of quarters keep the quarter's name.
func quarters(from, to calendar.Date) []span {
	var out []span
	for from <= to {
		year, q := from.Year(), int(from.Month()-1)/3+1
		end := calendar.New(year, time.Month(q*3+1), 1) - 1
		if q == 4 {
			end = calendar.New(year, 12, 31)
		}
		out = append(out, span{fmt.Sprintf("%d年第%s季度", year, [...]string{"一", "二", "三", "四"}[q-1]), from, min(end, to)})
		from = end + 1
	}
	return out
}

// years cuts a period at the years.
func years(from, to calendar.Date) []span {
	var out []span
	for from <= to {
		end := min(calendar.New(from.Year(), 12, 31), to)
		out = append(out, span{fmt.Sprintf("%d年", from.Year()), from, end})
		from = end + 1
	}
	return out
}

// ByYear is how often heads appeared, year by year, with the whole period as the total.
func (r *Register) ByYear(s Scope, formulas []Formula) *Sheet {
	out := &Sheet{Title: "负责人出庭应诉（按年度）", Formulas: formulas, Total: r.line("合计", s.Organ, s, formulas)}
	for _, y := range years(s.From, s.To) {
		part := s
		part.From, part.To = y.from, y.to
		out.Lines = append(out.Lines, r.line(y.label, s.Organ, part, formulas))
	}
	return out
}

// Quarter is a quarter of a year, 1 to 4.
func Quarter(year, quarter int) (from, to calendar.Date) {
	q := quarters(calendar.New(year, 1, 1), calendar.New(year, 12, 31))[quarter-1]
	return q.from, q.to
}

// PeriodTitle names a period: 2020年, 2020年上半年, 2020年第一季度, 2020年3月1日至5月31日.
func PeriodTitle(from, to calendar.Date) string {
	year := from.Year()
	for _, x := range []span{
		{fmt.Sprintf("%d年", year), calendar.New(year, 1, 1), calendar.New(year, 12, 31)},
		{fmt.Sprintf("%d年上半年", year), calendar.New(year, 1, 1), calendar.New(year, 6, 30)},
		{fmt.Sprintf("%d年下半年", year), calendar.New(year, 7, 1), calendar.New(year, 12, 31)},
	} {
		if x.from == from && x.to == to {
			return x.label
		}
	}
	for _, q := range quarters(calendar.New(year, 1, 1), calendar.New(year, 12, 31)) {
		if q.from == from && q.to == to {
			return q.label
		}
	}
	if from.Year() == to.Year() {
		return fmt.Sprintf("%s至%d月%d日", from.Chinese(), to.Month(), to.Day())
	}
	return from.Chinese() + "至" + to.Chinese()
}

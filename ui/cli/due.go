package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"

	"github.com/spf13/cobra"
)

func (a *app) dueCommand() *cobra.Command {
	var handler string
	ics := fileFlag{ext: ".ics"}
	cmd := &cobra.Command{
		Use:   "due [--handler 承办人] [--ics 文件.ics] [--json]",
		Short: "列出全部正在计算的期限，最急的在前；没有下一步的和中止的案件另列",
		Args:  operands(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.with(cmd.Context(), false, func(o Office) error {
				if ics.path != "" {
					if err := a.Files(o).DueCalendar(cmd.Context(), ics.path, handler, 0); err != nil {
						return err
					}
					fmt.Fprintf(a.Stderr, "已写出日历文件：%s\n", ics.path)
				}
				list, err := a.due(cmd.Context(), o, handler)
				if err != nil {
					return err
				}
				return a.printDue(list)
			})
		},
	}
	cmd.Flags().StringVar(&handler, "handler", "", "只列这位承办人的案件")
	cmd.Flags().Var(&ics, "ics", "同时写成日历文件，供手机等导入")
	a.jsonFlag(cmd)
	return cmd
}

// dueList is what the office has to watch.
type dueList struct {
	sittings []cases.Seat
	AsOf     calendar.Date `json:"as_of"`
	Periods  []dueJSON     `json:"periods"`
	// Stuck are open cases in which nothing runs and nothing is scheduled (无下一步).
	Stuck []string `json:"without_next_step"`
	// Suspended are the cases whose time stands still (中止), longest first.
	Suspended []suspendedJSON `json:"suspended"`
	// Hearings are announced (听证、开庭), next first.
	Hearings []hearingJSON `json:"hearings"`
}

// dueJSON is one running period; what expires is a right that runs out, not a duty, and what is internal the office set itself.
type dueJSON struct {
	Number      string           `json:"number"`
	Kind        cases.Kind       `json:"kind"`
	Title       string           `json:"title"`
	Handler     string           `json:"handler"`
	State       string           `json:"state"`
	Rule        procedure.RuleID `json:"rule"`
	Name        string           `json:"name"`
	Due         calendar.Date    `json:"due"`
	DaysLeft    int              `json:"days_left"`
	Provisional bool             `json:"provisional"`
	Expires     bool             `json:"expires"`
	Internal    bool             `json:"internal"`
	Basis       string           `json:"basis"`
}

type suspendedJSON struct {
	Number  string        `json:"number"`
	Title   string        `json:"title"`
	Handler string        `json:"handler"`
	Since   calendar.Date `json:"since"`
	Days    int           `json:"days"`
}

type hearingJSON struct {
	Number  string        `json:"number"`
	Title   string        `json:"title"`
	Handler string        `json:"handler"`
	Date    calendar.Date `json:"date"`
	// Time is the hour, HH:MM, Place says hour and courtroom in words. Passed is true for a day that is over and of which nothing was recorded.
	Time   string `json:"time"`
	Place  string `json:"place"`
	Passed bool   `json:"passed"`
	// Clashes are the numbers of the cases with another hearing at about the same time.
	Clashes []string `json:"clashes"`
}

func (a *app) due(ctx context.Context, o Office, handler string) (*dueList, error) {
	// Empty lists, not nil ones: JSON shows [].
	out := &dueList{AsOf: a.Today, Periods: []dueJSON{}, Stuck: []string{}, Suspended: []suspendedJSON{}, Hearings: []hearingJSON{}}
	law := o.Law()
	err := o.EachRunning(ctx, a.Today, progress(a.Stderr, "已计算件数"), func(c *cases.Case) error {
		if handler == "" || slices.Contains(strings.Split(c.Handler, "、"), handler) {
			out.add(c, cases.RunningOf(c, law, a.Today), a.Today)
		}
		return nil
	})
	slices.SortStableFunc(out.Periods, func(x, y dueJSON) int { return cmp.Compare(x.Due, y.Due) })
	slices.SortStableFunc(out.Suspended, func(x, y suspendedJSON) int { return cmp.Compare(x.Since, y.Since) })
	out.clash()
	slices.SortStableFunc(out.Hearings, func(x, y hearingJSON) int { return cmp.Compare(x.Date, y.Date) })
	return out, err
}

func (l *dueList) add(c *cases.Case, r cases.Running, today calendar.Date) {
	if r.Stuck() {
		l.Stuck = append(l.Stuck, c.Number)
	}
	if !r.Since.IsZero() {
		l.Suspended = append(l.Suspended, suspendedJSON{c.Number, c.Title(), c.Handler, r.Since, today.Sub(r.Since)})
	}
	if !r.Hearing.IsZero() {
		l.Hearings = append(l.Hearings, hearingJSON{Number: c.Number, Title: c.Title(), Handler: c.Handler, Date: r.Hearing, Time: r.Time, Place: r.Sitting, Clashes: []string{}})
		l.sittings = append(l.sittings, r.Seat())
	}
	if !r.Unheard.IsZero() {
		l.Hearings = append(l.Hearings, hearingJSON{Number: c.Number, Title: c.Title(), Handler: c.Handler, Date: r.Unheard, Passed: true, Clashes: []string{}})
	}
	for _, p := range r.Periods {
		// The days of the court and of the other side are no work of the office.
		if !p.Rule.Quiet && !p.Count.Open {
			l.Periods = append(l.Periods, dueJSON{c.Number, c.Kind, c.Title(), c.Handler, r.Row.State.Label(), p.Rule.ID, p.Name(), p.Count.Due,
				p.DaysLeft(today), p.Count.Provisional, p.Rule.Expires, p.Rule.Internal, p.Rule.Basis})
		}
	}
}

func (a *app) printDue(l *dueList) error {
	if a.json {
		return writeJSON(a.out, l)
	}
	if len(l.Periods) == 0 {
		fmt.Fprintln(a.out, "没有正在计算的期限。")
	} else {
		l.table().write(a.out)
	}
	var hearings, suspended []string
	for _, h := range l.Hearings {
		hearings = append(hearings, h.line())
	}
	for _, s := range l.Suspended {
		suspended = append(suspended, fmt.Sprintf("%s 起已%d日  %s  %s  %s", s.Since, s.Days, s.Number, s.Title, s.Handler))
	}
	section(a.out, "听证、开庭", hearings)
	section(a.out, "中止的案件", suspended)
	section(a.out, "没有下一步的案件", l.Stuck)
	return nil
}

// clash names for each hearing those of other cases at about its time.
func (l *dueList) clash() {
	for i := range l.Hearings {
		h := &l.Hearings[i]
		for _, s := range l.sittings {
			if !h.Passed && s.Meets(cases.Seat{Number: h.Number, On: h.Date, Time: h.Time}) {
				h.Clashes = append(h.Clashes, s.Number)
			}
		}
	}
}

func (h *hearingJSON) line() string {
	out := fmt.Sprintf("%s %s  %s  %s  %s", h.Date, h.Date.WeekdayChinese(), h.Number, h.Title, h.Handler)
	if h.Place != "" {
		out += "  " + h.Place
	}
	if h.Passed {
		out += "  已经过去，没有记录"
	}
	if len(h.Clashes) > 0 {
		out += "  时间可能与" + strings.Join(h.Clashes, "、") + "冲突"
	}
	return out
}

func (l *dueList) table() *table {
	t := &table{head: []string{"届满", "还剩", "期限", "案号", "当事人", "承办人", "状态"}, right: map[int]bool{1: true}, max: map[int]int{4: 40}}
	for _, d := range l.Periods {
		due := d.Due.String()
		if d.Provisional {
			due += "（推算）"
		}
		left := fmt.Sprintf("%d日", d.DaysLeft)
		switch {
		case d.Internal:
			left = "内部安排"
		case d.DaysLeft < 0:
			left = fmt.Sprintf("超期%d日", -d.DaysLeft)
		case d.DaysLeft == 0:
			left = "今天"
		}
		t.add(due, left, d.Name, d.Number, d.Title, d.Handler, d.State)
	}
	return t
}

package cases

import (
	"context"

	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Shift is one due date that another calendar or practice moves (假期变动预演).
type Shift struct {
	Case   ID
	Kind   Kind
	Number string
	// Title is who against whom; Handler 承办人.
	Title, Handler string
	Change         procedure.PeriodChange
}

// Shifts compares the running periods of all open cases under the office's law with those under another, so that a
// holiday notice can be looked at before it is accepted. Nothing is written. progress may be nil.
func Shifts(ctx context.Context, r Reader, other *procedure.Law, today calendar.Date, progress Progress) ([]Shift, error) {
	var out []Shift
	now := r.Law()
	err := r.EachRunning(ctx, today, progress, func(c *Case) error {
		before := procedure.Fold(c.Acts, c.Course(), now, today)
		after := procedure.Fold(c.Acts, c.Course(), other, today)
		for _, p := range procedure.Compare(&before, &after) {
			if p.Moved() && !p.After.Rule.Quiet {
				out = append(out, Shift{Case: c.ID, Kind: c.Kind, Number: c.Number, Title: c.Title(), Handler: c.Handler, Change: p})
			}
		}
		return nil
	})
	return out, err
}

// NoticeRecord is a holiday notice that the office accepted (已导入的放假安排).
type NoticeRecord struct {
	Notice calendar.Notice
	// Source is the name of the file it came from; By who accepted it, At when (RFC 3339).
	Source, By, At string
}

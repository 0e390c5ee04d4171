package storage

import (
	"context"

	"fuyi/cases/procedure"
)

// Law is what periods are computed from: the calendar the office was opened with, the notices it accepted, and the
// practice of its settings.
func (o *Office) Law() *procedure.Law { return o.law.Load() }

// readLaw reads them, at opening and whenever one of them changed.
func (o *Office) readLaw(ctx context.Context) error {
	s, err := o.Settings(ctx)
	if err != nil {
		return err
	}
	notices, err := o.Notices(ctx)
	if err != nil {
		return err
	}
	cal := o.opt.Calendar
	for _, n := range notices {
		if cal, err = cal.With(n.Notice); err != nil {
			return contradictory(err)
		}
	}
	o.law.Store(&procedure.Law{Calendar: cal, Practice: s.Practice})
	return nil
}

package storage

import (
	"context"

	"fuyi/cases/procedure"
)

// Law is what periods are computed from: the calendar the office was opened with and the practice of its settings.
func (o *Office) Law() *procedure.Law { return o.law.Load() }

// readLaw takes the practice from the settings, at opening and whenever they were saved.
func (o *Office) readLaw(ctx context.Context) error {
	s, err := o.Settings(ctx)
	if err != nil {
		return err
	}
	o.law.Store(&procedure.Law{Calendar: o.opt.Calendar, Practice: s.Practice})
	return nil
}

package storage

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Entries lists what was entered or corrected in a span, oldest first, with the due dates it set as of the office's day.
func (o *Office) Entries(ctx context.Context, span cases.EntrySpan) ([]cases.Entry, error) {
	tx, err := o.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, fail("entries", err)
	}
	defer tx.Rollback()
	s := &sheet{o: o, q: tx, cases: map[cases.ID]*cases.Case{}}
	err = s.read(ctx, span)
	if err == nil {
		err = s.fill(ctx)
	}
	if err == nil {
		err = s.ticks(ctx)
	}
	return s.out, fail("entries", err)
}

// sheet collects the entries of a day.
type sheet struct {
	o     *Office
	q     querier
	trail []Entry
	cases map[cases.ID]*cases.Case
	out   []cases.Entry
}

// read takes the audit trail's lines of the span, of some cases in parts that one query can name.
func (s *sheet) read(ctx context.Context, span cases.EntrySpan) error {
	keep := func(e Entry) error {
		s.trail = append(s.trail, e)
		return nil
	}
	args := []any{span.From.String(), span.To.AddDays(1).String(), actionRegister, actionRecord, actionCorrect}
	const where = "WHERE at >= ? AND at < ? AND action IN (?, ?, ?)"
	if span.Cases == nil {
		return eachEntry(ctx, s.q, where+" ORDER BY id", args, keep)
	}
	for part := range slices.Chunk(span.Cases, chunk) {
		list, named := inList(part)
		if err := eachEntry(ctx, s.q, where+" AND case_id IN "+list, append(slices.Clone(args), named...), keep); err != nil {
			return err
		}
	}
	slices.SortFunc(s.trail, func(a, b Entry) int { return cmp.Compare(a.ID, b.ID) })
	return nil
}

func (s *sheet) fill(ctx context.Context) error {
	for _, e := range s.trail {
		c, err := s.caseOf(ctx, e.CaseID)
		if err != nil {
			return err
		}
		if c == nil {
			continue
		}
		if e.Action == actionCorrect {
			r, err := correctionOf(e)
			if err != nil {
				return err
			}
			s.corrected(c, r)
			continue
		}
		ids, err := actsOf(ctx, s.q, c.ID, e.ID)
		if err != nil {
			return err
		}
		for i := range c.Acts {
			if a := c.Acts[i]; slices.Contains(ids, a.ID) && !a.Imported {
				s.add(c, cases.Entry{ID: a.ID, Act: a, At: e.At, By: a.By}, without(c.Acts, a.ID))
			}
		}
	}
	return nil
}

// caseOf loads a case once; nil for one that an undone import took away.
func (s *sheet) caseOf(ctx context.Context, id cases.ID) (*cases.Case, error) {
	if c, ok := s.cases[id]; ok {
		return c, nil
	}
	c, err := loadCase(ctx, s.q, id)
	if cases.KindOf(err) == cases.NotFound {
		c, err = nil, nil
	}
	s.cases[id] = c
	return c, err
}

func actsOf(ctx context.Context, q querier, id cases.ID, entry int64) (out []int64, err error) {
	err = scanAll(ctx, q, "SELECT id FROM acts WHERE case_id = ? AND entry = ? ORDER BY id", func(rows *sql.Rows) error {
		var act int64
		err := rows.Scan(&act)
		out = append(out, act)
		return err
	}, int64(id), entry)
	return out, err
}

// corrected adds the line of a correction. An entry that was corrected again shows only its last state.
func (s *sheet) corrected(c *cases.Case, r cases.CorrectionRecord) {
	e := cases.Entry{Old: &r.Old, Reason: r.Reason, At: r.At, By: r.By}
	if r.New == nil {
		e.ID, e.Act, e.Struck = -r.ID, r.Old, true
		s.add(c, e, append(slices.Clone(c.Acts), r.Old))
		return
	}
	i := slices.IndexFunc(c.Acts, func(a procedure.Act) bool { return a.ID == r.New.ID })
	if i < 0 {
		return
	}
	before := slices.Clone(c.Acts)
	before[i] = r.Old
	e.ID, e.Act = r.New.ID, c.Acts[i]
	s.add(c, e, before)
}

func without(acts []procedure.Act, id int64) []procedure.Act {
	return slices.DeleteFunc(slices.Clone(acts), func(a procedure.Act) bool { return a.ID == id })
}

// add computes what the entry changed: the case as it is against the case as it would be without the entry.
func (s *sheet) add(c *cases.Case, e cases.Entry, before []procedure.Act) {
	law, day := s.o.Law(), s.o.day()
	was, is := procedure.Fold(before, c.Course(), law, day), procedure.Fold(c.Acts, c.Course(), law, day)
	e.Case, e.Kind, e.Number = c.ID, c.Kind, c.Number
	e.Sets = procedure.Compare(&was, &is)
	s.out = append(s.out, e)
}

func (s *sheet) ticks(ctx context.Context) error {
	for part := range slices.Chunk(s.out, chunk) {
		ids, at := make([]cases.ID, len(part)), map[int64]int{}
		for i := range part {
			ids[i], at[part[i].ID] = cases.ID(part[i].ID), i
		}
		list, args := inList(ids)
		err := scanAll(ctx, s.q, "SELECT entry_id, at, ticked_by FROM ticks WHERE entry_id IN "+list, func(rows *sql.Rows) error {
			var id int64
			var when, by string
			err := rows.Scan(&id, &when, &by)
			part[at[id]].TickedAt, part[at[id]].TickedBy = when, by
			return err
		}, args...)
		if err != nil {
			return err
		}
	}
	return nil
}

// Tick notes that a second person compared entries with their papers.
func (o *Office) Tick(ctx context.Context, entries []cases.Entry, by string) error {
	by = strings.TrimSpace(by)
	if by == "" {
		return &cases.Error{Op: "tick", Kind: cases.Invalid, Msg: "请填写核对人的姓名。", Fields: map[string]string{"by": "请填写核对人的姓名。"}}
	}
	return o.update(ctx, "tick", func(t *transaction) error {
		var fresh []int64
		for _, e := range entries {
			id := e.ID
			recorder, err := t.recorder(ctx, e)
			if err != nil {
				return err
			}
			if recorder == by {
				return refused("这条记录是“" + by + "”本人登记的，应当由另一人核对")
			}
			res, err := t.ExecContext(ctx, "INSERT INTO ticks (entry_id, at, ticked_by, entry) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", id, t.stamp(), by, t.entry)
			if err != nil {
				return err
			}
			if n, err := res.RowsAffected(); err != nil {
				return err
			} else if n > 0 {
				fresh = append(fresh, id)
			}
		}
		if len(fresh) == 0 {
			return nil
		}
		return t.audit(ctx, actionTick, 0, tickEntry{fresh, by})
	})
}

// recorder is who made an entry: an act, or a correction that struck one for a negative number.
func (t *transaction) recorder(ctx context.Context, e cases.Entry) (who string, err error) {
	if e.ID < 0 {
		err = t.QueryRowContext(ctx, "SELECT a.who FROM corrections c JOIN audit a ON a.id = c.entry WHERE c.id = ?", -e.ID).Scan(&who)
	} else {
		err = t.QueryRowContext(ctx, "SELECT recorded_by FROM acts WHERE case_id = ? AND id = ?", int64(e.Case), e.ID).Scan(&who)
	}
	if err == sql.ErrNoRows {
		return "", &cases.Error{Op: "tick", Kind: cases.NotFound, Msg: "要核对的记录已不存在，请刷新后再试。"}
	}
	return strings.TrimSpace(who), err
}

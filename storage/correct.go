package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// Correct replaces a wrong entry, or strikes it. The wrong one stays in the file and in the audit trail.
func (o *Office) Correct(ctx context.Context, id cases.ID, c cases.Correction) error {
	c.Reason = strings.TrimSpace(c.Reason)
	if c.Reason == "" {
		msg := "请写明更正的理由，如“送达回证日期看错”。"
		return &cases.Error{Op: "correct", Kind: cases.Invalid, Msg: msg, Fields: map[string]string{"reason": msg}}
	}
	return o.update(ctx, "correct", func(t *transaction) error {
		found, err := loadLive(ctx, t, id)
		if err != nil {
			return err
		}
		if reason := procedure.CheckCorrection(found.Acts, found.Course(), o.Law(), o.day(), c.Act, c.With); reason != "" {
			return refused(reason)
		}
		return t.correct(ctx, found, c)
	})
}

func (t *transaction) correct(ctx context.Context, found *cases.Case, c cases.Correction) error {
	entry := correctEntry{Old: found.Acts[slices.IndexFunc(found.Acts, func(a procedure.Act) bool { return a.ID == c.Act })], Reason: c.Reason}
	in := newInserter(t, small)
	if c.With != nil {
		act, err := t.next(ctx, "act", 1)
		if err != nil {
			return err
		}
		right := *c.With
		right.ID, right.Imported, right.By = act, entry.Old.Imported, t.o.Author()
		entry.New, c.With = &right, &right
	}
	found.Acts, _ = c.Apply(found.Acts)
	if entry.New != nil {
		at := slices.IndexFunc(found.Acts, func(a procedure.Act) bool { return a.ID == entry.New.ID })
		if err := in.addAct(found, at); err != nil {
			return err
		}
		in.print.FirstAct, in.print.LastAct = entry.New.ID, entry.New.ID
	}
	var err error
	if entry.Print, err = in.footprint(ctx); err != nil {
		return err
	}
	if entry.Correction, err = t.noteCorrection(ctx, found.ID, c, entry.New); err != nil {
		return err
	}
	if err := in.replaceRow(ctx, found); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, "UPDATE cases SET touched = ? WHERE id = ?", t.entry, int64(found.ID)); err != nil {
		return err
	}
	return t.audit(ctx, actionCorrect, found.ID, entry)
}

func (t *transaction) noteCorrection(ctx context.Context, id cases.ID, c cases.Correction, right *procedure.Act) (n int64, err error) {
	var act int64
	if right != nil {
		act = right.ID
	}
	err = t.QueryRowContext(ctx, "INSERT INTO corrections (case_id, act_id, new_act_id, reason, entry) VALUES (?, ?, ?, ?, ?) RETURNING id",
		int64(id), c.Act, act, c.Reason, t.entry).Scan(&n)
	return n, err
}

// Corrections lists the corrections made in a case, oldest first. What was corrected is read from the audit trail, which
// holds it word for word.
func (o *Office) Corrections(ctx context.Context, id cases.ID) ([]cases.CorrectionRecord, error) {
	var out []cases.CorrectionRecord
	err := eachEntry(ctx, o.read, "WHERE case_id = ? AND action = ? ORDER BY id", []any{int64(id), actionCorrect}, func(e Entry) error {
		r, err := correctionOf(e)
		out = append(out, r)
		return err
	})
	return out, fail("corrections", err)
}

func correctionOf(e Entry) (cases.CorrectionRecord, error) {
	var c correctEntry
	err := json.Unmarshal([]byte(e.Content), &c)
	return cases.CorrectionRecord{ID: c.Correction, Old: c.Old, New: c.New, Reason: c.Reason, By: e.Who, At: e.At}, err
}

// second checks the tables that stand beside the cases: corrections, ticks and holiday notices.
func (ck *checker) second(ctx context.Context) error {
	var n int
	if err := ck.q.QueryRowContext(ctx, "SELECT count(*) FROM corrections").Scan(&n); err != nil {
		return err
	}
	if n != ck.corrections {
		if err := ck.report(0, "数据中有%d条更正记录，留痕记录的是%d条，可能被增删过。请用备份核对。", n, ck.corrections); err != nil {
			return err
		}
	}
	ticks, notices := map[int64]string{}, map[int]string{}
	for _, e := range ck.kept {
		if err := e.keep(ticks, notices); err != nil {
			return ck.report(0, "留痕记录第%d条的内容无法读取，可能被改动过。请用备份核对。", e.ID)
		}
	}
	if err := ck.ticked(ctx, ticks); err != nil {
		return err
	}
	return ck.noticed(ctx, notices)
}

// keep adds what an entry says of ticks and notices.
func (e Entry) keep(ticks map[int64]string, notices map[int]string) error {
	if e.Action == actionTick {
		var c tickEntry
		err := json.Unmarshal([]byte(e.Content), &c)
		for _, id := range c.Entries {
			ticks[id] = c.By
		}
		return err
	}
	var c holidaysEntry
	err := json.Unmarshal([]byte(e.Content), &c)
	notices[c.Year] = string(c.Data)
	return err
}

func (ck *checker) ticked(ctx context.Context, want map[int64]string) error {
	wrong := false
	err := scanAll(ctx, ck.q, "SELECT entry_id, ticked_by FROM ticks", func(rows *sql.Rows) error {
		var id int64
		var by string
		err := rows.Scan(&id, &by)
		wrong = wrong || want[id] != by
		delete(want, id)
		return err
	})
	if err == nil && (wrong || len(want) > 0) {
		err = ck.report(0, "登记核对的记录与留痕不符，可能被直接改动过。请用备份核对。")
	}
	return err
}

func (ck *checker) noticed(ctx context.Context, want map[int]string) error {
	wrong := false
	err := scanAll(ctx, ck.q, "SELECT year, data FROM holiday_notices", func(rows *sql.Rows) error {
		var year int
		var data string
		err := rows.Scan(&year, &data)
		wrong = wrong || compact(want[year]) != compact(data)
		delete(want, year)
		return err
	})
	if err == nil && (wrong || len(want) > 0) {
		err = ck.report(0, "已导入的放假安排与留痕不符，可能被直接改动过。请用备份核对。")
	}
	return err
}

// compact takes the layout out of JSON: the audit trail keeps it without.
func compact(data string) string {
	var v any
	if json.Unmarshal([]byte(data), &v) != nil {
		return data
	}
	out, err := json.Marshal(v)
	if err != nil {
		return data
	}
	return string(out)
}

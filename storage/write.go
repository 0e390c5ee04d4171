package storage

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// small is the batch size for writing single cases; bulk that of an import.
const (
	small = 8
	bulk  = 32
)

// Register stores a new case with its first acts. The number must be free, folded as in search: 〔2020〕 and [2020] are
// the same. Acts a clerk records are checked like Record does.
func (o *Office) Register(ctx context.Context, c *cases.Case) (cases.ID, error) {
	if err := o.registrable(c); err != nil {
		return 0, err
	}
	n := *c
	n.Acts = slices.Clone(c.Acts)
	err := o.update(ctx, "register", func(t *transaction) error {
		if err := numberFree(ctx, t, &n); err != nil {
			return err
		}
		return t.register(ctx, &n)
	})
	if err != nil {
		return 0, err
	}
	return n.ID, nil
}

func (t *transaction) register(ctx context.Context, c *cases.Case) error {
	id, err := t.next(ctx, "case", 1)
	if err != nil {
		return err
	}
	act, err := t.next(ctx, "act", len(c.Acts))
	if err != nil {
		return err
	}
	number(c, id, act, t.o.Author())
	in := newInserter(t, small)
	if err := in.add(ctx, c); err != nil {
		return err
	}
	print, err := in.footprint(ctx)
	if err != nil {
		return err
	}
	return t.audit(ctx, actionRegister, c.ID, registerEntry{c, print})
}

// number gives a case and its acts their numbers, and acts without an author the present one.
func number(c *cases.Case, id, act int64, who string) {
	c.ID = cases.ID(id)
	for i := range c.Acts {
		c.Acts[i].ID = act + int64(i)
		if c.Acts[i].By == "" {
			c.Acts[i].By = who
		}
	}
}

// complete checks what every stored case must have; the answer names the fields.
func complete(c *cases.Case) error {
	fields := map[string]string{}
	var order []string
	miss := func(field, sentence string) {
		fields[field] = sentence
		order = append(order, sentence)
	}
	if c.Kind != cases.Reconsideration && c.Kind != cases.Litigation {
		miss("kind", "请选择案件种类（行政复议或行政应诉）")
	}
	if foldText(c.Number) == "" {
		miss("number", "请填写案号")
	}
	if !slices.ContainsFunc(c.Parties, func(p cases.Party) bool { return p.Role == cases.Applicant && strings.TrimSpace(p.Name) != "" }) {
		miss("applicants", "请至少填写一名"+c.RoleLabel(cases.Applicant))
	}
	if !slices.ContainsFunc(c.Acts, func(a procedure.Act) bool {
		return procedure.Begins(a.Kind, c.Kind == cases.Litigation) && !a.On.IsZero()
	}) {
		miss("received", "请填写收案日期")
	}
	if len(order) == 0 {
		return nil
	}
	return &cases.Error{Op: "register", Kind: cases.Invalid, Fields: fields, Msg: strings.Join(order, "；") + "。"}
}

func (o *Office) registrable(c *cases.Case) error {
	if err := complete(c); err != nil {
		return err
	}
	today := o.day()
	for i, a := range c.Acts {
		if a.Imported {
			continue
		}
		if reason := procedure.Check(c.Acts[:i], c.Course(), o.Law(), today, a); reason != "" {
			return refused(reason)
		}
	}
	return nil
}

func refused(reason string) error {
	return &cases.Error{Op: "record", Kind: cases.Refused, Msg: strings.TrimSuffix(reason, "。") + "。"}
}

func numberFree(ctx context.Context, q querier, c *cases.Case) error {
	var taken string
	rows, err := q.QueryContext(ctx, "SELECT number, id IN (SELECT case_id FROM discarded) FROM cases WHERE kind = ? AND number_key = ? AND id <> ?",
		string(c.Kind), foldText(c.Number), int64(c.ID))
	if err != nil {
		return err
	}
	defer rows.Close()
	if !rows.Next() {
		return rows.Err()
	}
	var gone bool
	if err := rows.Scan(&taken, &gone); err != nil {
		return err
	}
	msg := "案号“" + taken + "”已被另一件" + c.Kind.Label() + "案件使用，请换一个案号。"
	if gone {
		msg = "案号“" + taken + "”属于回收站里的一件" + c.Kind.Label() + "案件，不能再用。请换一个案号，或者恢复那件案件。"
	}
	return &cases.Error{Op: "register", Kind: cases.Conflict, Msg: msg, Fields: map[string]string{"number": msg}}
}

// Record adds an act to a case once procedure permits it.
func (o *Office) Record(ctx context.Context, id cases.ID, a procedure.Act) error {
	return o.update(ctx, "record", func(t *transaction) error {
		c, err := loadLive(ctx, t, id)
		if err != nil {
			return err
		}
		a.Imported = false
		if reason := procedure.Check(c.Acts, c.Course(), o.Law(), o.day(), a); reason != "" {
			return refused(reason)
		}
		return t.record(ctx, c, a)
	})
}

func (t *transaction) record(ctx context.Context, c *cases.Case, a procedure.Act) error {
	act, err := t.next(ctx, "act", 1)
	if err != nil {
		return err
	}
	a.ID = act
	if a.By == "" {
		a.By = t.o.Author()
	}
	c.Acts = append(c.Acts, a)
	in := newInserter(t, small)
	if err := in.addAct(c, len(c.Acts)-1); err != nil {
		return err
	}
	in.print.FirstAct, in.print.LastAct = act, act
	print, err := in.footprint(ctx)
	if err != nil {
		return err
	}
	if err := in.replaceRow(ctx, c); err != nil {
		return err
	}
	if _, err := t.ExecContext(ctx, "UPDATE cases SET touched = ? WHERE id = ?", t.entry, int64(c.ID)); err != nil {
		return err
	}
	return t.audit(ctx, actionRecord, c.ID, recordEntry{a, print})
}

// replaceRow writes the row of the projection anew.
func (in *inserter) replaceRow(ctx context.Context, c *cases.Case) error {
	if _, err := in.t.ExecContext(ctx, "DELETE FROM case_list WHERE id = ?", int64(c.ID)); err != nil {
		return err
	}
	in.addRow(c)
	return in.flushRows(ctx)
}

// NextNumber proposes a number like 〔2020〕姑苏行复第5号: one more than the highest of the year that begins like it.
func (o *Office) NextNumber(ctx context.Context, k cases.Kind, year int) (string, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return "", err
	}
	prefix, usual := s.ReconsiderationPrefix, "行复"
	if k == cases.Litigation {
		prefix, usual = s.SuitPrefix, "行应"
	}
	if foldText(prefix) == "" {
		prefix = usual
	}
	head := fmt.Sprintf("〔%d〕%s", year, prefix)
	highest, err := o.highest(ctx, k, foldText(head))
	if err != nil {
		return "", fail("next number", err)
	}
	return fmt.Sprintf("%s第%d号", head, highest+1), nil
}

func (o *Office) highest(ctx context.Context, k cases.Kind, head string) (int, error) {
	rows, err := o.read.QueryContext(ctx, "SELECT number_key FROM cases WHERE kind = ? AND number_key >= ? AND number_key < ?",
		string(k), head, head+"\U0010ffff")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	highest := 0
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return 0, err
		}
		tail := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(key, head), "第"), "号")
		if n, err := strconv.Atoi(tail); err == nil {
			highest = max(highest, n)
		}
	}
	return highest, rows.Err()
}

// Refresh moves the office on to a day: rows of the projection that time alone has changed are written anew. A
// projection made with another holiday table or by other rules is rebuilt. A read-only office computes such rows when
// it lists them.
func (o *Office) Refresh(ctx context.Context, today calendar.Date) error {
	o.mu.Lock()
	o.today = today
	o.mu.Unlock()
	if o.write == nil {
		return nil
	}
	stale, err := o.staleRows(ctx, today)
	if err != nil || len(stale) == 0 {
		return fail("refresh", err)
	}
	return o.reproject(ctx, stale)
}

package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// detail is what the table details holds of a case: what goes beyond the columns of a ledger.
type detail struct {
	Particulars *cases.Particulars `json:"particulars,omitempty"`
	// Parties are the details of the parties that have any, by their place from 1.
	Parties map[int]cases.PartyDetail `json:"parties,omitempty"`
	Suit    cases.SuitDetail          `json:"suit,omitzero"`
}

// detailText is the details of a case as stored, "" for none.
func detailText(c *cases.Case) (string, error) {
	d := detail{Particulars: c.Particulars}
	for i, p := range c.Parties {
		if p.PartyDetail == (cases.PartyDetail{}) {
			continue
		}
		if d.Parties == nil {
			d.Parties = map[int]cases.PartyDetail{}
		}
		d.Parties[i+1] = p.PartyDetail
	}
	if c.Suit != nil {
		d.Suit = c.Suit.SuitDetail
	}
	if d.Particulars == nil && d.Parties == nil && d.Suit == (cases.SuitDetail{}) {
		return "", nil
	}
	data, err := json.Marshal(d)
	return string(data), err
}

// apply gives a loaded case its details.
func (d *detail) apply(c *cases.Case) {
	c.Particulars = d.Particulars
	if c.Suit != nil {
		c.Suit.SuitDetail = d.Suit
	}
	for at, p := range d.Parties {
		if at >= 1 && at <= len(c.Parties) {
			c.Parties[at-1].PartyDetail = p
		}
	}
}

// factsOf is a case without its acts, as revisions keep it.
func factsOf(c *cases.Case) (json.RawMessage, error) {
	f := *c
	f.Acts = nil
	return json.Marshal(&f)
}

// revision is one case of an entry about changed facts.
type revision struct {
	Case   cases.ID        `json:"case"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// Revise replaces everything of the cases but their acts. A case of which nothing changes is left alone.
func (o *Office) Revise(ctx context.Context, changed []*cases.Case) error {
	return o.update(ctx, "revise", func(t *transaction) error {
		in := newInserter(t, small)
		var done []revision
		for _, c := range changed {
			r, err := t.revise(ctx, in, c)
			if err != nil {
				return err
			}
			if r != nil {
				done = append(done, *r)
			}
		}
		if len(done) == 0 {
			return nil
		}
		ids := make([]cases.ID, len(done))
		for i, r := range done {
			ids[i] = r.Case
		}
		return t.auditCases(ctx, actionRevise, ids, reviseEntry{done})
	})
}

// revise writes one case; nil if nothing changed.
func (t *transaction) revise(ctx context.Context, in *inserter, c *cases.Case) (*revision, error) {
	found, err := loadLive(ctx, t, c.ID)
	if err != nil {
		return nil, err
	}
	n := *c
	n.Kind, n.Acts = found.Kind, found.Acts
	if n.Kind != cases.Litigation {
		n.Suit = nil
	} else if n.Suit == nil {
		n.Suit = &cases.Suit{}
	}
	r := revision{Case: n.ID}
	if r.Before, err = factsOf(found); err != nil {
		return nil, err
	}
	if r.After, err = factsOf(&n); err != nil {
		return nil, err
	}
	if string(r.Before) == string(r.After) {
		return nil, nil
	}
	if err := complete(&n); err != nil {
		return nil, err
	}
	if foldText(n.Number) != foldText(found.Number) {
		if err := numberFree(ctx, t, &n); err != nil {
			return nil, err
		}
	}
	return &r, t.rewrite(ctx, in, &n)
}

// rewrite replaces the stored rows of a case but its acts.
func (t *transaction) rewrite(ctx context.Context, in *inserter, c *cases.Case) error {
	columns := casesTable.columns[casesTable.first:]
	values := in.caseValues(c, 0)[casesTable.first:]
	var sets []string
	var args []any
	for i, name := range columns {
		if name != "id" && name != "entry" {
			sets, args = append(sets, name+" = ?"), append(args, values[i])
		}
	}
	args = append(args, in.text.fold(c.Number), t.entry, int64(c.ID))
	if _, err := t.ExecContext(ctx, "UPDATE cases SET "+strings.Join(sets, ", ")+", number_key = ?, touched = ? WHERE id = ?", args...); err != nil {
		return err
	}
	for _, table := range []string{"parties", "notes", "details"} {
		if _, err := t.ExecContext(ctx, "DELETE FROM "+table+" WHERE case_id = ?", int64(c.ID)); err != nil {
			return err
		}
	}
	if err := in.addChildren(c); err != nil {
		return err
	}
	if err := in.flush(ctx, true); err != nil {
		return err
	}
	return in.replaceRow(ctx, c)
}

// auditCases writes the entry of a change to several cases and notes which they are.
func (t *transaction) auditCases(ctx context.Context, action string, ids []cases.ID, content any) error {
	for _, id := range ids {
		if _, err := t.ExecContext(ctx, "INSERT INTO revisions (case_id, entry) VALUES (?, ?)", int64(id), t.entry); err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, "UPDATE cases SET touched = ? WHERE id = ?", t.entry, int64(id)); err != nil {
			return err
		}
	}
	about := cases.ID(0)
	if len(ids) == 1 {
		about = ids[0]
	}
	return t.audit(ctx, action, about, content)
}

// live is the condition on ids of cases that are not in the bin.
const live = "id NOT IN (SELECT case_id FROM discarded)"

// loadLive loads a case that is not in the bin.
func loadLive(ctx context.Context, q querier, id cases.ID) (*cases.Case, error) {
	c, err := loadCase(ctx, q, id)
	if err != nil {
		return nil, err
	}
	var n int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM discarded WHERE case_id = ?", int64(id)).Scan(&n); err != nil {
		return nil, err
	}
	if n > 0 {
		return nil, &cases.Error{Op: "case", Kind: cases.NotFound, Msg: "“" + c.Number + "”在回收站里，不能办理。请先从回收站恢复。"}
	}
	return c, nil
}

// Discard puts cases into the bin.
func (o *Office) Discard(ctx context.Context, ids []cases.ID, reason string, force bool) error {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		msg := "请写明移入回收站的理由，如“重复登记”。"
		return &cases.Error{Op: "discard", Kind: cases.Invalid, Msg: msg, Fields: map[string]string{"reason": msg}}
	}
	return o.update(ctx, "discard", func(t *transaction) error {
		var gone []removedCase
		for _, id := range ids {
			c, err := loadLive(ctx, t, id)
			if err != nil {
				return err
			}
			if msg := stillRunning(c, o.Law(), o.day()); msg != "" && !force {
				return &cases.Error{Op: "discard", Kind: cases.Refused, Msg: msg}
			}
			if err := t.discard(ctx, c, reason); err != nil {
				return err
			}
			gone = append(gone, removedCase{c.ID, c.Number})
		}
		if len(gone) == 0 {
			return nil
		}
		return t.auditCases(ctx, actionDiscard, ids, discardEntry{gone, reason})
	})
}

// stillRunning says which statutory periods run in a case, "" if none.
func stillRunning(c *cases.Case, law *procedure.Law, today calendar.Date) string {
	var names []string
	for _, p := range cases.RunningOf(c, law, today).Periods {
		names = append(names, fmt.Sprintf("%s（%s）", p.Rule.Name, p.Count.Due))
	}
	if len(names) == 0 {
		return ""
	}
	return "“" + c.Number + "”还有正在计算的期限：" + strings.Join(names, "、") + "。确实要移入回收站的，请再次确认。"
}

func (t *transaction) discard(ctx context.Context, c *cases.Case, reason string) error {
	if _, err := t.ExecContext(ctx, "INSERT INTO discarded (case_id, at, who, reason, entry) VALUES (?, ?, ?, ?, ?)",
		int64(c.ID), t.stamp(), t.o.Author(), reason, t.entry); err != nil {
		return err
	}
	_, err := t.ExecContext(ctx, "DELETE FROM case_list WHERE id = ?", int64(c.ID))
	return err
}

// Reinstate takes cases out of the bin.
func (o *Office) Reinstate(ctx context.Context, ids []cases.ID) error {
	return o.update(ctx, "reinstate", func(t *transaction) error {
		in := newInserter(t, small)
		var back []removedCase
		for _, id := range ids {
			res, err := t.ExecContext(ctx, "DELETE FROM discarded WHERE case_id = ?", int64(id))
			if err != nil {
				return err
			}
			if n, err := res.RowsAffected(); err != nil {
				return err
			} else if n == 0 {
				return &cases.Error{Op: "reinstate", Kind: cases.NotFound, Msg: "这件案件不在回收站里，可能已经恢复。请刷新后再看。"}
			}
			c, err := loadCase(ctx, t, id)
			if err != nil {
				return err
			}
			if err := in.replaceRow(ctx, c); err != nil {
				return err
			}
			back = append(back, removedCase{c.ID, c.Number})
		}
		if len(back) == 0 {
			return nil
		}
		return t.auditCases(ctx, actionReinstate, ids, discardEntry{Cases: back})
	})
}

// Discarded lists the bin, the last discarded first.
func (o *Office) Discarded(ctx context.Context) ([]cases.DiscardedCase, error) {
	var out []cases.DiscardedCase
	err := scanAll(ctx, o.read, "SELECT case_id, at, who, reason FROM discarded ORDER BY entry DESC, case_id", func(rows *sql.Rows) error {
		var d cases.DiscardedCase
		err := rows.Scan(&d.ID, &d.At, &d.By, &d.Reason)
		out = append(out, d)
		return err
	})
	if err != nil {
		return nil, fail("discarded", err)
	}
	l := newLoader(o.read)
	for part := range slices.Chunk(out, chunk) {
		ids := make([]cases.ID, len(part))
		for i := range part {
			ids[i] = part[i].ID
		}
		if err := l.load(ctx, ids); err != nil {
			return nil, fail("discarded", err)
		}
		i := 0
		for c := range l.found(ids) {
			part[i].Kind, part[i].Number, part[i].Title = c.Kind, c.Number, c.Title()
			i++
		}
	}
	return out, nil
}

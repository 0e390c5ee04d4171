package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"fuyi/cases"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
)

// Problem is something wrong with the data file.
type Problem struct {
	// Case is the case it is about, 0 for the whole office; Number its case number, if it could be read.
	Case   cases.ID `json:"case,omitempty"`
	Number string   `json:"number,omitempty"`
	// Msg is a Chinese sentence.
	Msg string `json:"message"`
}

// maxProblems bounds a report: a file in ruins would fill pages with the same sentence.
const maxProblems = 200

// Check examines the whole office: the file's structure, references, the chain of the audit trail and that every row it
// vouches for is still as recorded, that every act can be read and that the lists equal what the acts say. An empty
// answer means that all is well.
func (o *Office) Check(ctx context.Context) ([]Problem, error) {
	tx, err := o.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, fail("check", err)
	}
	defer tx.Rollback()
	ck := &checker{o: o, q: tx}
	for _, f := range []func(context.Context) error{ck.structure, ck.trail, ck.prints, ck.facts, ck.checkPapers, ck.second, ck.sealed, ck.readable, ck.projection} {
		if err := f(ctx); err != nil && !errors.Is(err, errEnough) {
			return ck.problems, fail("check", err)
		}
	}
	return ck.problems, nil
}

// errEnough ends a check that has found maxProblems.
var errEnough = errors.New("enough problems")

type checker struct {
	o        *Office
	q        querier
	problems []Problem
	// vouched are the entries whose rows must still be as recorded, by the import they belong to (0: none).
	vouched []vouched
	undone  map[int64]bool
	// corrections counts the entries that corrected something; kept are those whose content is in a table of its own.
	corrections int
	kept        []Entry
	// papers are the entries about papers.
	papers []Entry
	// seals are the hashes of the seals, by number.
	seals map[int64]string
	// original is what a case was before its facts were first revised, current what they are to be now.
	original map[cases.ID]*cases.Case
	current  map[cases.ID]string
	// broken is set when acts cannot be read, so that nothing can be computed from them.
	broken bool
}

type vouched struct {
	entry  Entry
	imp    int64
	record bool
	print  footprint
}

func (ck *checker) report(id cases.ID, format string, args ...any) error {
	if len(ck.problems) >= maxProblems {
		return errEnough
	}
	p := Problem{Case: id, Msg: fmt.Sprintf(format, args...)}
	if id != 0 {
		// The number is an extra; the sentence stands without it.
		_ = ck.q.QueryRowContext(context.Background(), "SELECT number FROM cases WHERE id = ?", int64(id)).Scan(&p.Number)
	}
	ck.problems = append(ck.problems, p)
	return nil
}

func (ck *checker) structure(ctx context.Context) error {
	found, err := integrity(ctx, ck.q)
	ck.problems = append(ck.problems, found...)
	return err
}

// trail follows the chain of the audit trail.
func (ck *checker) trail(ctx context.Context) error {
	ck.undone = map[int64]bool{}
	ck.original, ck.current = map[cases.ID]*cases.Case{}, map[cases.ID]string{}
	chain, last := "", int64(0)
	err := eachEntry(ctx, ck.q, "ORDER BY id", nil, func(e Entry) error {
		if e.ID != last+1 {
			if err := ck.report(0, "留痕记录第%d条至第%d条缺失，可能被删除过。请用备份核对。", last+1, e.ID-1); err != nil {
				return err
			}
		} else if e.chained(chain) != e.Hash {
			if err := ck.report(e.CaseID, "留痕记录第%d条（%s，%s）与前后记录不符，可能被改动过。请用备份核对。", e.ID, e.Label(), e.At); err != nil {
				return err
			}
		}
		chain, last = e.Hash, e.ID
		return ck.note(e)
	})
	if err != nil {
		return err
	}
	var given int64
	err = ck.q.QueryRowContext(ctx, entriesGiven).Scan(&given)
	if err == sql.ErrNoRows {
		return nil
	}
	if err == nil && given > last {
		err = ck.report(0, "留痕记录最后的第%d条至第%d条缺失，可能被删除过。请用备份核对。", last+1, given)
	}
	return err
}

// note remembers what an entry vouches for.
func (ck *checker) note(e Entry) error {
	var content struct {
		Import int64     `json:"import"`
		Print  footprint `json:"footprint"`
	}
	if err := json.Unmarshal([]byte(e.Content), &content); err != nil {
		return ck.report(e.CaseID, "留痕记录第%d条的内容无法读取，可能被改动过。请用备份核对。", e.ID)
	}
	switch e.Action {
	case actionRegister, actionImport, actionRecord:
		ck.vouched = append(ck.vouched, vouched{e, content.Import, e.Action == actionRecord, content.Print})
	case actionCorrect:
		ck.corrections++
		if content.Print.LastAct > 0 {
			ck.vouched = append(ck.vouched, vouched{e, 0, true, content.Print})
		}
	case actionTick, actionHolidays:
		ck.kept = append(ck.kept, e)
	case actionUndo:
		ck.undone[content.Import] = true
	case actionRevise:
		return ck.revised(e)
	case actionPaper:
		ck.papers = append(ck.papers, e)
	case actionSeal:
		return ck.noteSeal(e)
	}
	return nil
}

// prints compares the stored rows with the hashes of the entries that vouch for them.
func (ck *checker) prints(ctx context.Context) error {
	total, acts := 0, int64(0)
	for _, v := range ck.vouched {
		if v.imp != 0 && ck.undone[v.imp] {
			continue
		}
		if !v.record {
			total += v.print.Cases
		}
		if v.print.LastAct > 0 {
			acts += v.print.LastAct - v.print.FirstAct + 1
		}
		if err := ck.compare(ctx, v); err != nil {
			return err
		}
	}
	for _, c := range []struct {
		table, label string
		want         int64
	}{{"cases", "案件", int64(total)}, {"acts", "程序行为", acts}} {
		var n int64
		if err := ck.q.QueryRowContext(ctx, "SELECT count(*) FROM "+c.table).Scan(&n); err != nil {
			return err
		}
		if n != c.want {
			if err := ck.report(0, "数据中有%d个%s，留痕记录的是%d个，可能被增删过。请用备份核对。", n, c.label, c.want); err != nil {
				return err
			}
		}
	}
	return nil
}

// readable reads every act's detail and day.
func (ck *checker) readable(ctx context.Context) error {
	days := newDayTexts()
	return scanAll(ctx, ck.q, "SELECT case_id, id, kind, day, detail FROM acts ORDER BY case_id, id", func(rows *sql.Rows) error {
		var id cases.ID
		var a procedure.Act
		var day, detail string
		if err := rows.Scan(&id, &a.ID, &a.Kind, &day, &detail); err != nil {
			return err
		}
		_, err := days.day(day)
		if err == nil && detail != "" {
			err = json.Unmarshal([]byte(detail), &procedure.Detail{})
		}
		if err != nil || procedure.SpecOf(a.Kind) == nil {
			ck.broken = true
			return ck.report(id, "程序行为“%s”（编号%d）的内容无法读取，可能被改动过。请用备份恢复。", procedure.ActLabel(a.Kind), a.ID)
		}
		return nil
	})
}

// projection computes every row anew for the day it was stored for and compares.
func (ck *checker) projection(ctx context.Context) error {
	if ck.broken {
		return nil
	}
	v, err := storedVersion(ctx, ck.q)
	if err != nil {
		return err
	}
	ids, err := selectIDs(ctx, ck.q, "SELECT id FROM cases WHERE "+live+" ORDER BY id", nil)
	if err != nil {
		return err
	}
	if len(ids) > 0 && v != projectionVersion(ck.o.Law()) {
		return ck.report(0, "列表是按旧的节假日安排或旧规则计算的。请打开一次窗口，程序会重新计算。")
	}
	for part := range slices.Chunk(ids, chunk) {
		if err := ck.projectionOf(ctx, part); err != nil {
			return err
		}
	}
	return nil
}

func (ck *checker) projectionOf(ctx context.Context, ids []cases.ID) error {
	l := newLoader(ck.q)
	if err := l.load(ctx, ids); err != nil {
		return err
	}
	rows, err := queryRows(ctx, ck.q, ids)
	if err != nil {
		return err
	}
	stored := map[cases.ID]storedRow{}
	for _, r := range rows {
		stored[r.ID] = r
	}
	tallies := map[cases.ID]string{}
	if _, _, err := readTallies(ctx, ck.q, ids, func(id cases.ID, data []byte) bool {
		tallies[id] = string(data)
		return true
	}); err != nil {
		return err
	}
	text := newSearchText()
	for c := range l.found(ids) {
		r, ok := stored[c.ID]
		t := procedure.Fold(c.Acts, c.Course(), ck.o.Law(), r.asOf)
		if ok && r.Row == projected(c, &t, r.asOf) && r.search == text.of(c) && tallies[c.ID] == string(forms.Tally(c, &t, r.asOf)) {
			continue
		}
		if err := ck.report(c.ID, "案件“%s”在列表中的内容与程序行为算出的不一致，列表可能被改动过。请用备份核对，或联系维护人员重新计算列表。", c.Number); err != nil {
			return err
		}
	}
	return nil
}

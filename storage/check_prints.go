package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"hash"
	"maps"
	"slices"
	"strings"

	"fuyi/cases"
)

// revised remembers what an entry about changed facts says of its cases.
func (ck *checker) revised(e Entry) error {
	var content reviseEntry
	if err := json.Unmarshal([]byte(e.Content), &content); err != nil {
		return ck.report(e.CaseID, "留痕记录第%d条的内容无法读取，可能被改动过。请用备份核对。", e.ID)
	}
	for _, r := range content.Revisions {
		if ck.original[r.Case] == nil {
			c := &cases.Case{}
			if err := json.Unmarshal(r.Before, c); err != nil {
				return ck.report(r.Case, "留痕记录第%d条的内容无法读取，可能被改动过。请用备份核对。", e.ID)
			}
			ck.original[r.Case] = c
		}
		ck.current[r.Case] = compact(string(r.After))
	}
	return nil
}

// facts compares the facts of revised cases with what their last revision made them.
func (ck *checker) facts(ctx context.Context) error {
	l := newLoader(ck.q)
	ids := slices.Sorted(maps.Keys(ck.current))
	for part := range slices.Chunk(ids, chunk) {
		if err := l.load(ctx, part); err != nil {
			return err
		}
		for c := range l.found(part) {
			data, err := factsOf(c)
			if err != nil {
				return err
			}
			if compact(string(data)) == ck.current[c.ID] {
				continue
			}
			if err := ck.report(c.ID, "案件“%s”的信息与留痕中最后一次修改的内容不符，可能被直接改动过。请用备份核对。", c.Number); err != nil {
				return err
			}
		}
	}
	return nil
}

// printed is one table that footprints vouch for.
type printed struct {
	table
	// key is the column of the case's id, rest the further order of its rows.
	key, rest string
	// values are the rows of a case as they were registered.
	values func(in *inserter, c *cases.Case, entry int64) ([][]any, error)
}

// printedTables are the tables that hold a case's facts, in the order they are compared.
func printedTables() []printed {
	return []printed{
		{casesTable, "id", "", func(in *inserter, c *cases.Case, entry int64) ([][]any, error) {
			return [][]any{in.caseValues(c, entry)[casesTable.first:]}, nil
		}},
		{partiesTable, "case_id", ", position", func(_ *inserter, c *cases.Case, _ int64) ([][]any, error) { return partyRows(c), nil }},
		{notesTable, "case_id", ", position", func(_ *inserter, c *cases.Case, _ int64) ([][]any, error) { return noteRows(c), nil }},
		{detailsTable, "case_id", "", func(_ *inserter, c *cases.Case, _ int64) ([][]any, error) { return detailRows(c) }},
	}
}

// compare compares what an entry wrote with what is stored. Cases whose facts were revised later count as they were, which
// their first revision tells; the last revision is compared by facts.
func (ck *checker) compare(ctx context.Context, v vouched) error {
	if !v.record {
		for _, p := range printedTables() {
			sum, err := ck.sum(ctx, p, v)
			if err != nil {
				return err
			}
			if err := ck.agree(v, p.name, sum); err != nil {
				return err
			}
		}
	}
	first, last := v.print.FirstCase, v.print.LastCase
	if v.record {
		first, last = int64(v.entry.CaseID), int64(v.entry.CaseID)
	}
	h := sha256.New()
	err := digestRows(ctx, ck.q, h, actsTable, "WHERE case_id BETWEEN ? AND ? AND id BETWEEN ? AND ? ORDER BY case_id, id",
		[]any{first, last, v.print.FirstAct, v.print.LastAct})
	if err != nil {
		return err
	}
	return ck.agree(v, actsTable.name, hex.EncodeToString(h.Sum(nil)))
}

// agree reports a table whose rows are not what the entry wrote. Entries from before a table existed vouch for no row in it.
func (ck *checker) agree(v vouched, table, sum string) error {
	want, ok := v.print.Hashes[table]
	if !ok {
		want = hex.EncodeToString(sha256.New().Sum(nil))
	}
	if sum == want {
		return nil
	}
	return ck.report(v.entry.CaseID, "“%s”（%s，留痕第%d条）写入的%s与现有数据不符，可能被直接改动过。请用备份核对。",
		v.entry.Label(), v.entry.At, v.entry.ID, tableLabel(table))
}

// sum is the hash over the rows of a table that an entry wrote.
func (ck *checker) sum(ctx context.Context, p printed, v vouched) (string, error) {
	h := sha256.New()
	part := func(from, to int64) error {
		if from > to {
			return nil
		}
		return digestRows(ctx, ck.q, h, p.table, "WHERE "+p.key+" BETWEEN ? AND ? ORDER BY "+p.key+p.rest, []any{from, to})
	}
	in := &inserter{t: &transaction{o: ck.o}, text: newSearchText()}
	next := v.print.FirstCase
	for _, id := range slices.Sorted(maps.Keys(ck.original)) {
		if int64(id) < v.print.FirstCase || int64(id) > v.print.LastCase {
			continue
		}
		if err := part(next, int64(id)-1); err != nil {
			return "", err
		}
		rows, err := p.values(in, ck.original[id], v.entry.ID)
		if err != nil {
			return "", err
		}
		for _, values := range rows {
			h.Write(appendDigest(nil, values))
		}
		next = int64(id) + 1
	}
	err := part(next, v.print.LastCase)
	return hex.EncodeToString(h.Sum(nil)), err
}

func tableLabel(name string) string {
	return map[string]string{"cases": "案件信息", "parties": "当事人", "acts": "程序行为", "notes": "备注", "details": "申请情况"}[name]
}

func digestRows(ctx context.Context, q querier, h hash.Hash, t table, tail string, args []any) error {
	columns := t.digested()
	values, to := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		to[i] = &values[i]
	}
	var buf []byte
	return scanAll(ctx, q, "SELECT "+strings.Join(columns, ",")+" FROM "+t.name+" "+tail, func(rows *sql.Rows) error {
		if err := rows.Scan(to...); err != nil {
			return err
		}
		buf = appendDigest(buf[:0], values)
		h.Write(buf)
		return nil
	}, args...)
}

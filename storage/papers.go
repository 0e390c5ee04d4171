package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"fuyi/cases"
)

// paperColumns are the columns of a paper but its id, in the order of paperValues; the first five never change.
const paperColumns = "case_id, file, media, size, hash, volume, slot, position, title, number, author, day, pages, remark"

func paperValues(p *cases.Paper) []any {
	day := ""
	if !p.Date.IsZero() {
		day = p.Date.String()
	}
	return []any{int64(p.Case), p.File, p.Media, p.Size, p.Hash, string(p.Volume), p.Slot, p.Order, p.Title, p.Number, p.Author, day, p.Pages, p.Remark}
}

// paperQuery reads what scanPaper scans. Whether the text was read is asked of the table of texts.
const paperQuery = "SELECT p.id, p.case_id, p.file, p.media, p.size, p.hash, p.volume, p.slot, p.position, p.title, p.number, p.author, p.day, p.pages, " +
	"p.remark, p.added, p.added_by, EXISTS (SELECT 1 FROM paper_texts t WHERE t.hash = p.hash AND t.body <> '') FROM papers p "

func scanPaper(rows *sql.Rows, days *dayTexts) (p cases.Paper, err error) {
	var day string
	if err := rows.Scan(&p.ID, &p.Case, &p.File, &p.Media, &p.Size, &p.Hash, &p.Volume, &p.Slot, &p.Order, &p.Title, &p.Number, &p.Author, &day,
		&p.Pages, &p.Remark, &p.Added, &p.By, &p.Read); err != nil {
		return p, err
	}
	p.Date, err = days.day(day)
	return p, err
}

func selectPapers(ctx context.Context, q querier, tail string, args ...any) ([]cases.Paper, error) {
	var out []cases.Paper
	days := newDayTexts()
	err := scanAll(ctx, q, paperQuery+tail, func(rows *sql.Rows) error {
		p, err := scanPaper(rows, days)
		out = append(out, p)
		return err
	}, args...)
	return out, err
}

// paperOrder puts 正卷 before 副卷.
const paperOrder = " ORDER BY p.volume DESC, p.slot, p.position, p.id"

// Papers lists the papers of a case by volume, slot and order.
func (o *Office) Papers(ctx context.Context, id cases.ID) ([]cases.Paper, error) {
	out, err := selectPapers(ctx, o.read, "WHERE p.case_id = ? AND p.discarded = ''"+paperOrder, int64(id))
	return out, fail("papers", err)
}

// DiscardedPapers lists the papers in the bin, of a case or of all (0).
func (o *Office) DiscardedPapers(ctx context.Context, id cases.ID) ([]cases.Paper, error) {
	out, err := selectPapers(ctx, o.read, "WHERE p.discarded <> '' AND (? = 0 OR p.case_id = ?)"+paperOrder, int64(id), int64(id))
	return out, fail("discarded papers", err)
}

func paperByID(ctx context.Context, q querier, id cases.PaperID) (cases.Paper, error) {
	found, err := selectPapers(ctx, q, "WHERE p.id = ?", int64(id))
	if err == nil && len(found) == 0 {
		err = &cases.Error{Op: "paper", Kind: cases.NotFound, Msg: "没有找到这份材料，可能已被移走。请刷新后再看。"}
	}
	if err != nil {
		return cases.Paper{}, err
	}
	return found[0], nil
}

// paperEntry is the content of an entry about papers: what they were and what they are. A new paper has no Before, one that
// went into the bin no After.
type paperEntry struct {
	Papers []paperChange `json:"papers"`
}

type paperChange struct {
	Before *cases.Paper `json:"before,omitempty"`
	After  *cases.Paper `json:"after,omitempty"`
}

// insertPaper writes the row of a paper whose content is stored.
func (o *Office) insertPaper(ctx context.Context, p *cases.Paper) error {
	return o.update(ctx, "add paper", func(t *transaction) error {
		if _, err := loadLive(ctx, t, p.Case); err != nil {
			return err
		}
		id, err := t.next(ctx, "paper", 1)
		if err != nil {
			return err
		}
		p.ID, p.Added, p.By = cases.PaperID(id), t.stamp(), t.o.Author()
		if p.Order == 0 {
			err := t.QueryRowContext(ctx, "SELECT coalesce(max(position), 0) + 1 FROM papers WHERE case_id = ? AND volume = ? AND slot = ?",
				int64(p.Case), string(p.Volume), p.Slot).Scan(&p.Order)
			if err != nil {
				return err
			}
		}
		values := append([]any{id}, append(paperValues(p), p.Added, p.By, t.entry, t.entry)...)
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(values)), ", ")
		if _, err := t.ExecContext(ctx, "INSERT INTO papers (id, "+paperColumns+", added, added_by, entry, touched) VALUES ("+marks+")", values...); err != nil {
			return err
		}
		return t.audit(ctx, actionPaper, p.Case, paperEntry{[]paperChange{{After: p}}})
	})
}

// RevisePapers changes what the list of the volume says of papers, all or none.
func (o *Office) RevisePapers(ctx context.Context, changed []cases.Paper) error {
	return o.update(ctx, "revise papers", func(t *transaction) error {
		var done []paperChange
		for _, p := range changed {
			before, err := paperByID(ctx, t, p.ID)
			if err != nil {
				return err
			}
			n := p
			n.Case, n.File, n.Hash, n.Size, n.Media = before.Case, before.File, before.Hash, before.Size, before.Media
			n.Added, n.By, n.Read = before.Added, before.By, before.Read
			if n == before {
				continue
			}
			if err := validPaper(&n); err != nil {
				return err
			}
			if err := t.writePaper(ctx, &n); err != nil {
				return err
			}
			done = append(done, paperChange{&before, &n})
		}
		return t.auditPapers(ctx, done)
	})
}

// validPaper checks what a row of the list must have.
func validPaper(p *cases.Paper) error {
	if p.Volume != cases.MainVolume && p.Volume != cases.InternalVolume {
		return wrongField("paper", "volume", "请选择材料归入正卷还是副卷。")
	}
	if p.Pages < 0 {
		return wrongField("paper", "pages", "页数不能是负数，请改正。")
	}
	if strings.TrimSpace(p.File) == "" {
		return wrongField("paper", "file", "请填写材料的文件名。")
	}
	return nil
}

func (t *transaction) writePaper(ctx context.Context, p *cases.Paper) error {
	sets := strings.ReplaceAll(paperColumns, ",", " = ?,") + " = ?, touched = ?"
	_, err := t.ExecContext(ctx, "UPDATE papers SET "+sets+" WHERE id = ?", append(paperValues(p), t.entry, int64(p.ID))...)
	return err
}

// auditPapers writes the entry of changed papers, about their case where they have one in common; nothing changed is no entry.
func (t *transaction) auditPapers(ctx context.Context, done []paperChange) error {
	if len(done) == 0 {
		return nil
	}
	caseOf := func(c paperChange) cases.ID {
		if c.After != nil {
			return c.After.Case
		}
		return c.Before.Case
	}
	about := caseOf(done[0])
	if slices.ContainsFunc(done, func(c paperChange) bool { return caseOf(c) != about }) {
		about = 0
	}
	return t.audit(ctx, actionPaper, about, paperEntry{done})
}

// DiscardPapers puts papers into the bin; their content stays.
func (o *Office) DiscardPapers(ctx context.Context, ids []cases.PaperID) error {
	return o.movePapers(ctx, ids, true)
}

// ReinstatePapers takes papers out of the bin.
func (o *Office) ReinstatePapers(ctx context.Context, ids []cases.PaperID) error {
	return o.movePapers(ctx, ids, false)
}

func (o *Office) movePapers(ctx context.Context, ids []cases.PaperID, discard bool) error {
	return o.update(ctx, "move papers", func(t *transaction) error {
		var done []paperChange
		for _, id := range ids {
			p, err := paperByID(ctx, t, id)
			if err != nil {
				return err
			}
			was, now, change := "discarded <> ''", "", paperChange{After: &p}
			if discard {
				was, now, change = "discarded = ''", t.stamp(), paperChange{Before: &p}
			}
			res, err := t.ExecContext(ctx, "UPDATE papers SET discarded = ?, touched = ? WHERE id = ? AND "+was, now, t.entry, int64(id))
			if err != nil {
				return err
			}
			if n, err := res.RowsAffected(); err != nil {
				return err
			} else if n > 0 {
				done = append(done, change)
			}
		}
		return t.auditPapers(ctx, done)
	})
}

// SetPaperText stores the text of a paper's content and its number of pages. Texts are no records: they follow from the
// content.
func (o *Office) SetPaperText(ctx context.Context, id cases.PaperID, text string, pages int) error {
	return o.update(ctx, "paper text", func(t *transaction) error {
		p, err := paperByID(ctx, t, id)
		if err != nil {
			return err
		}
		if err := t.writeText(ctx, p.Hash, text); err != nil {
			return err
		}
		if pages > 0 && p.Pages == 0 {
			n := p
			n.Pages = pages
			if err := t.writePaper(ctx, &n); err != nil {
				return err
			}
			return t.auditPapers(ctx, []paperChange{{&p, &n}})
		}
		return nil
	})
}

// checkPapers compares the rows of papers with the audit trail, and the contents with their hashes.
func (ck *checker) checkPapers(ctx context.Context) error {
	want := map[cases.PaperID]cases.Paper{}
	gone := map[cases.PaperID]bool{}
	for _, e := range ck.papers {
		var content paperEntry
		if err := json.Unmarshal([]byte(e.Content), &content); err != nil {
			return ck.report(e.CaseID, "留痕记录第%d条的内容无法读取，可能被改动过。请用备份核对。", e.ID)
		}
		for _, c := range content.Papers {
			if c.After != nil {
				want[c.After.ID] = *c.After
				gone[c.After.ID] = false
			} else if c.Before != nil {
				gone[c.Before.ID] = true
			}
		}
	}
	for _, bin := range []bool{false, true} {
		mark := "p.discarded = ''"
		if bin {
			mark = "p.discarded <> ''"
		}
		found, err := selectPapers(ctx, ck.q, "WHERE "+mark)
		if err != nil {
			return err
		}
		for _, p := range found {
			w, ok := want[p.ID]
			w.Read = p.Read
			if !ok || w != p || gone[p.ID] != bin {
				if err := ck.report(p.Case, "卷宗材料“%s”的登记内容与留痕不符，可能被直接改动过。请用备份核对。", p.Title); err != nil {
					return err
				}
			}
			delete(want, p.ID)
		}
	}
	for _, p := range want {
		if err := ck.report(p.Case, "卷宗材料“%s”的登记不见了，可能被删除过。请用备份核对。", p.Title); err != nil {
			return err
		}
	}
	return ck.contents(ctx)
}

// contents reads every stored content and compares it with its hash.
func (ck *checker) contents(ctx context.Context) error {
	type content struct {
		hash  string
		id    cases.ID
		title string
	}
	var all []content
	err := scanAll(ctx, ck.q, "SELECT hash, min(case_id), min(title) FROM papers GROUP BY hash", func(rows *sql.Rows) error {
		var c content
		err := rows.Scan(&c.hash, &c.id, &c.title)
		all = append(all, c)
		return err
	})
	if err != nil {
		return err
	}
	for _, c := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := verifyContent(ck.o.contentPath(c.hash), c.hash); err != nil {
			if err := ck.report(c.id, "卷宗材料“%s”的文件%s。请从备份的 %s 文件夹中找回。", c.title, faultOf(err), filesName); err != nil {
				return err
			}
		}
	}
	return nil
}

// faultOf says in words what is wrong with a content.
func faultOf(err error) string {
	if errors.Is(err, errChanged) {
		return "已被改动"
	}
	return "不见了或不能读取"
}

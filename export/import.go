package export

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"fuyi/cases"
)

// ImportLedger reads a ledger workbook into the office, or with opt.DryRun only says what it would do. Reading and storing
// run side by side. The accounts given to opt.Row come from another goroutine, one at a time; with opt.AllOrNothing they
// hold only if the import as a whole succeeds.
func (f *Files) ImportLedger(ctx context.Context, path string, opt cases.ImportOptions) (cases.LedgerReport, error) {
	f = f.on()
	if f.w == nil && !opt.DryRun {
		return cases.LedgerReport{}, refuse(cases.Refused, "当前以只读方式打开数据，不能导入台账，请关闭占用数据的另一个程序后重新打开。", nil)
	}
	src, err := openSource(path)
	if err != nil {
		return cases.LedgerReport{}, err
	}
	defer src.close()
	im := &importer{f: f, src: src, opt: opt, numbers: map[string]string{}, judged: map[string]*cases.Case{}}
	im.find = func(number string) (*cases.Case, error) { return f.r.CaseByNumber(ctx, number) }
	im.report.File, im.report.DryRun = src.name, opt.DryRun
	if im.set, err = f.r.Settings(ctx); err != nil {
		return im.report, err
	}
	if err := im.plan(); err != nil {
		return im.report, err
	}
	err = im.run(ctx)
	return im.report, err
}

// importer is one running import.
type importer struct {
	f      *Files
	src    *source
	opt    cases.ImportOptions
	set    cases.Settings
	report cases.LedgerReport
	plans  []*sheetPlan
	// add stores a case or, in a dry run, only tells whether its number is taken.
	add func(*cases.Case) (present bool, err error)
	// numbers remembers where each case number stood, so that a number used twice is not lost as already present.
	numbers map[string]string
	// judged are the suits read before, by their numbers, and find the cases of the office: who lost at the instance before is taken from them.
	judged map[string]*cases.Case
	find   func(number string) (*cases.Case, error)
	// done and total count rows for the progress.
	done, total int
}

// plan finds the ledgers of the workbook.
func (im *importer) plan() error {
	ledgers := 0
	for _, name := range im.src.f.GetSheetList() {
		p, sheet, err := im.src.planSheet(name)
		if err != nil {
			return err
		}
		im.report.Sheets = append(im.report.Sheets, sheet)
		im.plans = append(im.plans, p)
		if p != nil {
			ledgers++
			im.total += p.scan.usedRows
		}
	}
	if ledgers == 0 {
		return refuse(cases.Invalid, "文件“"+im.src.name+"”中没有找到台账。复议台账的表头要有“申请人”“被申请人”“收案日期”等栏目，"+
			"应诉台账要有“原告”“被告”“收案日期”等栏目；可以先导出空白模板对照。", nil)
	}
	if im.total > maxLedgerRows+headerSearch*ledgers {
		return refuse(cases.Invalid, fmt.Sprintf("文件“%s”共有%d行，一次最多导入%d行，请分成几个文件导入。", im.src.name, im.total, maxLedgerRows), nil)
	}
	return nil
}

func (im *importer) run(ctx context.Context) error {
	if im.opt.DryRun {
		if err := im.rehearse(ctx); err != nil {
			return err
		}
		return im.stream(ctx)
	}
	tx, err := im.f.w.BeginImport(ctx, cases.ImportSource{File: im.src.name, Hash: im.src.hash})
	if err != nil {
		return err
	}
	im.add = tx.Add
	if err := im.stream(ctx); err != nil {
		im.report.Imported = 0
		return errors.Join(err, tx.Rollback())
	}
	if im.opt.AllOrNothing && im.report.Refused > 0 {
		im.report.Imported = 0
		if err := tx.Rollback(); err != nil {
			return err
		}
		return refuse(cases.Refused, fmt.Sprintf("有%d行不能导入，按“全部导入或者都不导入”的要求，没有写入任何案件。请按各行的原因改好后再导入。", im.report.Refused), nil)
	}
	if im.report.Imported == 0 {
		return tx.Rollback()
	}
	im.report.ImportID, err = tx.Commit()
	return err
}

// rehearse prepares a dry run: numbers already in the office are present.
func (im *importer) rehearse(ctx context.Context) error {
	taken := map[string]bool{}
	for _, k := range kinds() {
		page, err := im.f.r.List(ctx, cases.Query{Kind: k})
		if err != nil {
			return err
		}
		for _, r := range page.Rows {
			taken[string(k)+cases.NumberKey(r.Number)] = true
		}
	}
	im.add = func(c *cases.Case) (bool, error) { return taken[string(c.Kind)+cases.NumberKey(c.Number)], nil }
	return nil
}

// batch is a run of rows of one sheet on its way from the reader to the row maker.
type batch struct {
	sheet int
	rows  []rawRow
	last  bool
}

const batchRows = 128

// stream reads all ledgers in one goroutine and makes cases of their rows in another.
func (im *importer) stream(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	rows := make(chan batch, 16)
	g.Go(func() error {
		defer close(rows)
		for i, p := range im.plans {
			if p == nil {
				continue
			}
			err := p.read(im.src, func(b []rawRow, last bool) error {
				select {
				case rows <- batch{i, b, last}:
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	g.Go(func() error {
		makers := map[int]*rowMaker{}
		for b := range rows {
			m := makers[b.sheet]
			if m == nil {
				m = newRowMaker(im, im.plans[b.sheet], &im.report.Sheets[b.sheet])
				makers[b.sheet] = m
			}
			if err := m.take(b.rows, b.last); err != nil {
				return err
			}
			im.done += len(b.rows)
			if im.opt.Progress != nil {
				im.opt.Progress(min(im.done, im.total), im.total)
			}
		}
		return ctx.Err()
	})
	if err := g.Wait(); err != nil {
		return err
	}
	return nil
}

// settle counts what became of a row and hands its account on.
func (im *importer) settle(row cases.LedgerRow) {
	switch row.Status {
	case cases.RowImported:
		im.report.Imported++
	case cases.RowPresent:
		im.report.Present++
	case cases.RowRefused:
		im.report.Refused++
	case cases.RowSkipped:
		im.report.Skipped++
	}
	if im.opt.Row != nil {
		im.opt.Row(row)
	}
}

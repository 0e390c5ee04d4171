package export

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"

	"fuyi/cases"
	"fuyi/cases/procedure"
	"fuyi/export/chart"
	"fuyi/export/print"
)

// Press is what printing needs besides the cases.
type Press struct {
	// Regular and Bold are the two weights of the typeface, TrueType files that are not written to.
	Regular, Bold []byte
	// Papers are the dossiers of the office.
	Papers cases.Dossiers
}

// press is a Press with its typeface, which is read at the first print.
type press struct {
	papers cases.Dossiers
	faces  func() (*print.Faces, error)
	pen    func() (*chart.Pen, error)
}

// Printing is the files of the same office, able to print.
func (f *Files) Printing(p Press) *Files {
	g := *f
	g.press = &press{papers: p.Papers, faces: sync.OnceValues(func() (*print.Faces, error) { return print.NewFaces(p.Regular, p.Bold) }),
		pen: sync.OnceValues(func() (*chart.Pen, error) { return chart.NewPen(p.Regular, p.Bold) })}
	return &g
}

// typeface is the typeface to print with; an Internal error where the files were made without a press.
func (f *Files) typeface() (*print.Faces, error) {
	if f.press == nil {
		return nil, &cases.Error{Op: "print", Kind: cases.Internal, Msg: "程序没有装入打印用的字体，不能生成打印文件。请重新安装程序。"}
	}
	faces, err := f.press.faces()
	if err != nil {
		return nil, &cases.Error{Op: "print", Kind: cases.Internal, Err: err, Msg: "程序自带的字体不能使用，不能生成打印文件。请重新安装程序。"}
	}
	return faces, nil
}

// savePDF writes a document.
func (f *Files) savePDF(path string, d print.Doc) error {
	faces, err := f.typeface()
	if err != nil {
		return err
	}
	d.Made = f.today.Time()
	return saveAs(path, ".pdf", func(w io.Writer) error { return d.Write(w, faces) })
}

// caseSheet is what a paper of a case is made from.
type caseSheet struct {
	c    *cases.Case
	t    procedure.Timeline
	set  cases.Settings
	list []cases.Paper
}

// caseOf reads what is known of a case, with its papers where they are asked for.
func (f *Files) caseOf(ctx context.Context, id cases.ID, papers bool) (caseSheet, error) {
	c, err := f.r.Case(ctx, id)
	if err != nil {
		return caseSheet{}, err
	}
	set, err := f.r.Settings(ctx)
	if err != nil {
		return caseSheet{}, err
	}
	s := caseSheet{c: c, set: set, t: c.Timeline(f.r.Law(), f.today)}
	if papers && f.press != nil && f.press.papers != nil {
		s.list, err = f.press.papers.Papers(ctx, id)
	}
	return s, err
}

// Brief writes the one-page brief of a case.
func (f *Files) Brief(ctx context.Context, path string, id cases.ID) error {
	f = f.on()
	s, err := f.caseOf(ctx, id, false)
	if err != nil {
		return err
	}
	faces, err := f.typeface()
	if err != nil {
		return err
	}
	d := print.Doc{Format: print.Portrait(15), Title: s.c.Number + "案情简介", Author: s.set.Agency, Made: f.today.Time(), Foot: briefFoot(f.today, s.c)}
	return saveAs(path, ".pdf", func(w io.Writer) error {
		return d.WriteOnePage(w, faces, func(limit int) []print.Block { return brief(&s, f.today, limit) })
	})
}

// CasePrint writes another paper of a case.
func (f *Files) CasePrint(ctx context.Context, path string, id cases.ID, what cases.Slip) error {
	f = f.on()
	compose, ok := map[cases.Slip]func(*caseSheet, *Files) print.Doc{
		cases.SlipPhoneBrief: phoneBrief, cases.SlipService: serviceReturns, cases.SlipAddress: addressForms, cases.SlipLabels: labels,
		cases.SlipCover: mainCover, cases.SlipInnerCover: innerCover, cases.SlipContents: contents, cases.SlipReference: reference,
		cases.SlipMaterials: materialsList,
	}[what]
	if !ok {
		return &cases.Error{Op: "print", Kind: cases.Internal, Msg: fmt.Sprintf("没有名为“%s”的打印文书。", what)}
	}
	s, err := f.caseOf(ctx, id, true)
	if err != nil {
		return err
	}
	d := compose(&s, f)
	if len(d.Blocks) == 0 {
		return &cases.Error{Op: "print", Kind: cases.Invalid, Msg: "案件还没有登记“" + what.Label() + "”需要的内容，请先补充登记再打印。"}
	}
	d.Title, d.Author = s.c.Number+what.Label(), s.set.Agency
	return f.savePDF(path, d)
}

// LetterPrint writes a letter of the office.
func (f *Files) LetterPrint(_ context.Context, path string, l cases.Letter) error {
	return f.on().savePDF(path, print.Letter(l))
}

// ListPrint writes a list as it is seen.
func (f *Files) ListPrint(ctx context.Context, path, title string, columns []string, rows [][]string) error {
	f = f.on()
	for _, r := range rows {
		if len(r) > len(columns) {
			return &cases.Error{Op: "print", Kind: cases.Invalid, Msg: "列表的一行比表头的栏目多，不能打印。请重新打开列表再试。"}
		}
	}
	set, err := f.r.Settings(ctx)
	if err != nil {
		return err
	}
	head, notes, _ := strings.Cut(title, "\n")
	lines := []string{fmt.Sprintf("共%d条", len(rows))}
	if strings.Contains(notes, lines[0][:len(lines[0])-len("条")]) {
		lines = nil // the notes say how many
	}
	if notes != "" {
		lines = append(strings.Split(notes, "\n"), lines...)
	}
	foot := set.Office
	if !strings.Contains(notes, "打印") {
		foot = strings.TrimSpace(foot + "　打印日期：" + f.today.String())
	}
	return f.savePDF(path, print.List(head, []string{strings.Join(lines, "　·　")}, columns, rows, foot))
}

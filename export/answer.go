package export

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fuyi/cases"
	"fuyi/cases/dossier"
	"fuyi/cases/procedure"
	"fuyi/export/docx"
)

// Answer writes the papers of an answer to the court as one .zip: a checklist, then the papers in the order in which they are handed in.
func (f *Files) Answer(ctx context.Context, path string, id cases.ID) error {
	f = f.on()
	s, err := f.caseOf(ctx, id, true)
	if err != nil {
		return err
	}
	list := dossier.Answer(s.c, s.list)
	if list == nil {
		return &cases.Error{Op: "answer", Kind: cases.Invalid, Msg: "“" + s.c.Number + "”不是应诉案件，没有答辩材料。"}
	}
	return saveAs(path, ".zip", func(w io.Writer) error {
		z := zip.NewWriter(w)
		if err := f.answerFiles(ctx, z, &s, list); err != nil {
			return err
		}
		return z.Close()
	})
}

func (f *Files) answerFiles(ctx context.Context, z *zip.Writer, s *caseSheet, list []dossier.AnswerPaper) error {
	w, err := z.Create("00_清单.docx")
	if err != nil {
		return err
	}
	if err := docx.Write(w, answerList(s, list)); err != nil {
		return err
	}
	n := 0
	for _, a := range list {
		for _, p := range a.Papers {
			n++
			if err := f.addPaper(ctx, z, p, fmt.Sprintf("%02d_%s_%s", n, fileWord(a.Name), fileWord(p.File))); err != nil {
				return err
			}
		}
	}
	return nil
}

// addPaper copies the content of a paper.
func (f *Files) addPaper(ctx context.Context, z *zip.Writer, p cases.Paper, name string) error {
	from, err := f.press.papers.PaperFile(ctx, p.ID)
	if err != nil {
		return err
	}
	r, err := os.Open(from)
	if err != nil {
		return &cases.Error{Op: "answer", Kind: cases.Damaged, Err: err, Msg: "卷宗里的“" + p.Title + "”读不出来，没有写出材料。请核对这份材料。"}
	}
	defer r.Close()
	w, err := z.Create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}

// fileWord is a name that every system takes as part of a file's.
func fileWord(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, filepath.Base(strings.TrimSpace(s)))
}

// answerList is the checklist: what goes to the court, by which article, and whether the dossier has it.
func answerList(s *caseSheet, list []dossier.AnswerPaper) cases.Report {
	out := cases.Report{Blocks: []cases.ReportBlock{{Kind: cases.ReportTitle, Text: "答辩举证材料清单"}, {Kind: cases.ReportParagraph, Text: s.c.Number + "　" + s.c.Title()}}}
	for _, p := range s.t.Periods {
		if p.Rule.ID == procedure.AnswerCourt {
			out.Blocks = append(out.Blocks, cases.ReportBlock{Kind: cases.ReportParagraph, Text: "答辩和举证应当在" + p.Count.Due.Chinese() + "前提交（" + p.Rule.Basis + "）。"})
		}
	}
	t := cases.ReportBlock{Kind: cases.ReportTable, Text: "材料", Head: []string{"序号", "材料", "卷宗里的文件", "依据"}, Widths: []int{7, 25, 40, 28}}
	for i, a := range list {
		t.Rows = append(t.Rows, []string{fmt.Sprint(i + 1), a.Name, a.Have(), a.Basis})
	}
	out.Blocks = append(out.Blocks, t)
	if lack := dossier.Lacking(list); lack != "" {
		out.Blocks = append(out.Blocks, cases.ReportBlock{Kind: cases.ReportParagraph, Text: "还缺少：" + lack + "。逾期提供证据的，视为没有相应证据（《行政诉讼法》第34条）。"})
	}
	return out
}

package export

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/dossier"
	"fuyi/cases/procedure"
	"fuyi/export/print"
)

func mainCover(s *caseSheet, _ *Files) print.Doc  { return cover(s, cases.MainVolume) }
func innerCover(s *caseSheet, _ *Files) print.Doc { return cover(s, cases.InternalVolume) }

// cover is the cover of a volume. What the archive decides (全宗号, 密级, 保管期限 before archiving) is left to be written by hand.
func cover(s *caseSheet, kind cases.Volume) print.Doc {
	bound, pages := boundOf(s.c.Kind, s.list, kind)
	filed, kept := dossier.Archived(s.c)
	year := ""
	if !s.t.Concluded.IsZero() {
		year = strconv.Itoa(s.t.Concluded.Year())
	}
	c := s.c
	rows := [][]print.Cell{
		{heading("案号"), handed(c.Number, 2, 3)}, {heading("案由"), handed(c.Subject, 3, 3)},
		{heading(c.RoleLabel(cases.Applicant)), handed(namesOf(c, cases.Applicant), 3, 3)}, {heading(c.RoleLabel(cases.Respondent)), handed(namesOf(c, cases.Respondent), 2, 3)},
		{heading("第三人"), handed(cmp.Or(namesOf(c, cases.ThirdParty), "无"), 2, 3)},
		{heading("收案日期"), handed(s.t.Received.Chinese(), 2, 1), heading("受理日期"), handed(s.t.Accepted.Chinese(), 2, 1)},
		{heading("结案日期"), handed(s.t.Concluded.Chinese(), 2, 1), heading("处理结果"), handed(procedure.Headline(c.Acts), 2, 1)},
		{heading("承办人"), handed(c.Handler, 2, 1), heading("归档日期"), handed(filed.Chinese(), 2, 1)},
		{heading("册数、页数"), handed(fmt.Sprintf("共%s册%s页", cmp.Or(bound, "　　"), cmp.Or(pages, "　　　")), 2, 1), heading("本册"), handed("第　　册", 2, 1)},
		{heading("保管期限"), handed(kept.Term, 2, 1), heading("密级"), handed("", 2, 1)},
	}
	blocks := []print.Block{
		print.Table{Widths: []float64{14, 22, 12, 20, 12, 20}, Size: 11, Pad: 4, Rows: [][]print.Cell{
			{heading("全宗号"), handed("", 1, 1), heading("年度"), handed(year, 1, 1), heading("卷号"), handed("", 1, 1)}}},
		print.Gap(48), print.Text{Text: s.office(), Size: 22, Align: print.Centre, Leading: 1.5},
		print.Text{Text: c.KindLabel() + "案卷", Size: 32, Bold: true, Align: print.Centre, Leading: 1.7},
		print.Text{Text: "（" + kind.Label() + "）", Size: 20, Align: print.Centre, Leading: 1.6}, print.Gap(30),
		print.Table{Widths: []float64{18, 32, 18, 32}, Size: 13, Pad: 5, Rows: rows},
	}
	if kind == cases.InternalVolume {
		blocks = append(blocks, print.Text{Text: "副卷不对外提供查阅。", Size: 11, Align: print.Centre, Before: 12})
	}
	return print.Doc{Format: print.Portrait(22), Blocks: blocks}
}

// namesOf joins the names of a role; more than eight are counted instead.
func namesOf(c *cases.Case, r cases.Role) string {
	list := c.Names(r)
	if len(list) > 8 {
		return fmt.Sprintf("%s等%d人", strings.Join(list[:8], "、"), len(list))
	}
	return strings.Join(list, "、")
}

// boundOf counts the parts and pages of a kind of volume, in words; "" where a count is not known.
func boundOf(k cases.Kind, papers []cases.Paper, kind cases.Volume) (parts, pages string) {
	n, sum := 0, 0
	for _, v := range dossier.Bind(k, papers) {
		if v.Volume != kind {
			continue
		}
		n++
		if v.Pages == 0 {
			return "", ""
		}
		sum += v.Pages
	}
	return count(n), count(sum)
}

// contents are the lists of all volumes, each on its own pages.
func contents(s *caseSheet, _ *Files) print.Doc {
	d := print.Doc{Format: print.Portrait(20), Foot: func(page, pages int) print.Foot {
		return print.Foot{Left: s.c.Number, Right: print.PageOf(page, pages), Size: 9}
	}}
	for i, v := range dossier.Bind(s.c.Kind, s.list) {
		if i > 0 {
			d.Blocks = append(d.Blocks, print.NewPage{})
		}
		t := print.Table{Widths: []float64{8, 20, 16, 26, 15, 9, 8}, Size: 10.5, Pad: 4}
		for _, h := range volumeHeads {
			t.Head = append(t.Head, print.Cell{Text: h, Align: print.Centre})
		}
		for j := range v.Lines {
			l := &v.Lines[j]
			t.Rows = append(t.Rows, []print.Cell{{Text: strconv.Itoa(l.Serial), Align: print.Centre, Lines: 2}, {Text: l.Number}, {Text: l.Author},
				{Text: l.Title}, {Text: l.Date.String(), Align: print.Centre}, {Text: l.Span(), Align: print.Centre}, {Text: l.Remark}})
		}
		d.Blocks = append(d.Blocks, print.Text{Text: "卷内目录", Size: 22, Bold: true, Align: print.Centre, Leading: 1.5, Keep: true},
			print.Text{Text: s.c.Number + "　" + v.Name(), Size: 11, Align: print.Centre, Keep: true}, print.Gap(6), t)
	}
	return d
}

// reference is the sheet at the end of a volume (卷内备考表), which says in what state it was closed.
func reference(s *caseSheet, _ *Files) print.Doc {
	var blocks []print.Block
	for _, v := range dossier.Bind(s.c.Kind, s.list) {
		if len(blocks) > 0 {
			blocks = append(blocks, print.NewPage{})
		}
		pages := "　　　"
		if v.Pages > 0 {
			pages = strconv.Itoa(v.Pages)
		}
		note := fmt.Sprintf("本卷（%s　%s）共有文件材料%d件、%s页。\n\n其中有无缺损、修改、补充、移出、销毁等情况：", s.c.Number, v.Name(), len(v.Lines), pages)
		blocks = append(blocks, print.Text{Text: "卷内备考表", Size: 22, Bold: true, Align: print.Centre, Leading: 1.6, Keep: true}, print.Gap(12),
			print.Table{Widths: []float64{1}, Size: 13, Pad: 14, Leading: 1.7, Rows: [][]print.Cell{{{Text: note, Lines: 20}}}})
		blocks = append(blocks, signLines("立卷人", "检查人", "立卷时间")...)
	}
	return print.Doc{Format: print.Portrait(25), Blocks: blocks}
}

// signLines are lines to be signed at the right.
func signLines(who ...string) []print.Block {
	var out []print.Block
	for _, w := range who {
		out = append(out, print.Text{Text: w + "：　　　　　　　　　　", Size: 13, Align: print.Right, Before: 22, Keep: true})
	}
	return out
}

package litigation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
)

// toFill is a place in the document that the office fills in by hand.
const toFill = "〔　　　　〕"

// Report is the bulletin as a document in the form of a 通报: number, title, whom it is sent to, its parts under headings, the list of annexes,
// who issues it, and the annexes.
func (b *Bulletin) Report() cases.Report {
	var out cases.Report
	add := func(k cases.ReportKind, text string) {
		if text != "" {
			out.Blocks = append(out.Blocks, cases.ReportBlock{Kind: k, Text: text})
		}
	}
	add(cases.ReportNumber, toFill+"〔"+fmt.Sprint(b.On.Year())+"〕"+toFill+"号")
	add(cases.ReportTitle, b.Title)
	add(cases.ReportAddress, toFill+"：")
	for _, p := range b.Parts {
		add(cases.ReportHeading, p.Heading)
		for _, text := range p.Texts {
			add(cases.ReportParagraph, text)
		}
	}
	annexes := b.annexes()
	for i, x := range annexes {
		label := "　　　"
		if i == 0 {
			label = "附件："
		}
		add(cases.ReportAnnexNote, fmt.Sprintf("%s%d．%s", label, i+1, x.Text))
	}
	add(cases.ReportSignature, b.Signed)
	add(cases.ReportSignature, b.On.Chinese())
	for i, x := range annexes {
		add(cases.ReportAnnex, fmt.Sprintf("附件%d", i+1))
		out.Blocks = append(out.Blocks, x)
	}
	return out
}

// annexes are the tables of the document: of the organs, of the lost suits, of the absences.
func (b *Bulletin) annexes() []cases.ReportBlock {
	out := b.organBlocks()
	if len(b.Lost) > 0 {
		out = append(out, b.lostBlock())
	}
	if len(b.Absences) > 0 {
		out = append(out, b.absentBlock())
	}
	return out
}

// documentTables are the tables of organs in the document, in a sheet across. Each column is that of a group and a label there, under its own
// head. Read only.
var documentTables = []struct {
	title   string
	columns [][3]string
	widths  []int
}{
	{"各行政机关应诉和败诉情况", [][3]string{{"应诉", "新收", "新收"}, {"应诉", "审结", "审结"}, {"败诉", "件数", "败诉"}, {"败诉", "败诉率", "败诉率"}}, []int{48, 13, 13, 13, 13}},
	{"各行政机关负责人出庭应诉情况", [][3]string{{"应诉", "新收", "应诉"}, {"出庭应诉", "开庭", "开庭"}, {"出庭应诉", "应出庭", "应出庭"}, {"出庭应诉", "负责人出庭", "出庭"},
		{"出庭应诉", "其中正职", "其中\n正职"}, {"出庭应诉", "其中副职", "其中\n副职"}, {"出庭应诉", "由共同被告出庭", "由共同\n被告出庭"}, {"出庭应诉", "未出庭", "未出庭"}, {"出庭应诉", "书面说明理由", "说明\n理由"},
		{"出庭率", "本期", "出庭率"}, {"出庭率", "上年同期", "上年\n出庭率"}, {"出庭率", "同比（百分点）", "同比\n（百分点）"}}, []int{24, 5, 5, 6, 5, 5, 5, 8, 6, 5, 8, 8, 10}},
}

// organBlocks are the tables of the organs.
func (b *Bulletin) organBlocks() []cases.ReportBlock {
	var out []cases.ReportBlock
	t := b.Tables[0]
	for _, d := range documentTables {
		block := cases.ReportBlock{Kind: cases.ReportTable, Text: d.title, Head: []string{"被诉机关"}, Widths: d.widths, Across: true}
		var at []int
		for _, c := range d.columns {
			block.Head = append(block.Head, c[2])
			at = append(at, slices.IndexFunc(t.Columns, func(x analysis.Column) bool { return x.Heads[0] == c[0] && x.Label == c[1] }))
		}
		for _, x := range t.Rows {
			if x.Total && len(b.Rows) == 1 {
				continue // of one organ there is nothing to add up
			}
			row := []string{b.short(x.Label)}
			for _, j := range at {
				row = append(row, printed(x.Cells[j].Show(1)))
			}
			block.Rows = append(block.Rows, row)
		}
		out = append(out, block)
	}
	return out
}

// printed is a number as documents print it: with the sign of minus, a dash for none.
func printed(text string) string {
	switch {
	case text == "-":
		return "—"
	case strings.HasPrefix(text, "-"):
		return "−" + text[1:]
	}
	return text
}

func (b *Bulletin) lostBlock() cases.ReportBlock {
	out := cases.ReportBlock{Kind: cases.ReportTable, Text: "败诉案件", Across: true, Head: []string{"序号", "法院案号", "原告", "败诉的被告", "案由", "法院和审级", "裁判日期", "裁判结果", "败诉原因"},
		Widths: []int{5, 15, 10, 14, 16, 14, 8, 11, 9}}
	for i, x := range b.Lost {
		out.Rows = append(out.Rows, []string{fmt.Sprint(i + 1), cmp.Or(x.CourtNumber, x.Number), x.Plaintiff, b.shortAll(x.Organs), x.Subject, x.Court + x.Instance, b.day(x.On), x.Against, cmp.Or(x.Causes, "—")})
	}
	return out
}

func (b *Bulletin) absentBlock() cases.ReportBlock {
	out := cases.ReportBlock{Kind: cases.ReportTable, Text: "负责人未出庭的案件", Across: true, Head: []string{"序号", "法院案号", "原告", "被诉机关", "开庭日期", "审理法院", "理由", "理由成立"},
		Widths: []int{5, 17, 11, 16, 9, 17, 18, 7}}
	for i, x := range b.Absences {
		out.Rows = append(out.Rows, []string{fmt.Sprint(i + 1), cmp.Or(x.CourtNumber, x.Number), x.Plaintiff, b.short(x.Organ), b.day(x.On), x.Court, cmp.Or(x.Reason, "没有说明"), yesNo(x.Excused)})
	}
	return out
}

// day is a day of the period: without the year where the period is of one.
func (b *Bulletin) day(d calendar.Date) string {
	if !d.IsZero() && b.From.Year() == b.To.Year() && d.Year() == b.From.Year() {
		return fmt.Sprintf("%d月%d日", d.Month(), d.Day())
	}
	return d.Chinese()
}

// short is the name of an organ without the area that the reader knows; the government keeps the last name of its area.
func (b *Bulletin) short(name string) string {
	area, ok := cases.GovernmentArea(b.organ)
	switch {
	case !ok || area == "":
		return name
	case name == b.organ:
		return b.district + strings.TrimPrefix(name, area)
	}
	if rest := strings.TrimPrefix(name, area); rest != "" {
		return rest
	}
	return name
}

func (b *Bulletin) shortAll(names string) string {
	list := strings.Split(names, "、")
	for i := range list {
		list[i] = b.short(list[i])
	}
	return strings.Join(list, "、")
}

package narrative

import (
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/analysis"
)

// Document is a written report.
type Document struct {
	cases.Report
	// Problems name what could not be written; the text shows those places in 【】.
	Problems []Problem
	// Missing are the typed figures that were asked for and not typed in; one of the Problems names them all.
	Missing []string
}

// Write writes a report. Lines of a template are paragraphs; "# " begins the title, "## " a heading, "表：" and a table's name a table.
func Write(t Template, s *Source) Document {
	var d Document
	for n, line := range strings.Split(strings.ReplaceAll(t.Text, "\r\n", "\n"), "\n") {
		line = strings.TrimSpace(line)
		kind := cases.ReportParagraph
		switch {
		case line == "":
			continue
		case strings.HasPrefix(line, "## "):
			kind, line = cases.ReportHeading, line[3:]
		case strings.HasPrefix(line, "# "):
			kind, line = cases.ReportTitle, line[2:]
		case strings.HasPrefix(line, "表：") || strings.HasPrefix(line, "表:"):
			_, name, _ := strings.Cut(strings.Replace(line, "：", ":", 1), ":")
			d.grid(s, strings.TrimSpace(name), n+1)
			continue
		}
		d.line(s, kind, line, n+1)
	}
	if len(d.Missing) > 0 {
		d.Problems = append(d.Problems, Problem{0, "还没有填写的另填数字：" + strings.Join(d.Missing, "、") + "。"})
	}
	return d
}

func (d *Document) line(s *Source, kind cases.ReportKind, line string, n int) {
	pieces, problems := parse(line, n)
	d.Problems = append(d.Problems, problems...)
	text, _ := d.words(s, pieces, n)
	// A line whose passages all vanished says nothing.
	if text = strings.TrimSpace(text); text != "" {
		d.Blocks = append(d.Blocks, cases.ReportBlock{Kind: kind, Text: text})
	}
}

// words writes pieces; empty is true if any figure in them is 0 or cannot be compared.
func (d *Document) words(s *Source, pieces []piece, n int) (text string, empty bool) {
	var b strings.Builder
	for _, p := range pieces {
		switch {
		case p.passage != nil:
			if inner, gone := d.words(s, p.passage, n); !gone {
				b.WriteString(inner)
			}
		case p.figure != "":
			v, ok := s.find(p.figure)
			if !ok {
				d.unknown(s, p.figure, n)
				b.WriteString("【" + p.figure + "】")
				continue
			}
			if v.missing {
				d.Missing = append(d.Missing, p.figure)
			}
			empty = empty || v.empty
			b.WriteString(v.text)
		default:
			b.WriteString(p.words)
		}
	}
	return b.String(), empty
}

func (d *Document) unknown(s *Source, name string, n int) {
	text := fmt.Sprintf("第%d行：没有名为“%s”的数字", n, name)
	if near := s.nearest(name); near != "" {
		text += "，可能是“" + near + "”"
	}
	d.Problems = append(d.Problems, Problem{n, text + "。"})
}

// grid writes a table. Rows without any number are left out, as reports do.
func (d *Document) grid(s *Source, name string, n int) {
	t := s.table(name)
	if t == nil {
		d.unknown(s, name, n)
		return
	}
	columns := telling(t)
	block := cases.ReportBlock{Kind: cases.ReportTable, Text: t.Title, Head: []string{"项目"}}
	for _, j := range columns {
		block.Head = append(block.Head, t.Columns[j].Head())
	}
	for _, r := range t.Rows {
		if row := shownRow(r, columns, s.Decimals); row != nil {
			block.Rows = append(block.Rows, row)
		}
	}
	d.Blocks = append(d.Blocks, block)
}

// telling are the columns with any number in them: a report leaves out those that are empty, so that a table fits on its page.
func telling(t *analysis.Table) []int {
	var out []int
	for j := range t.Columns {
		for _, r := range t.Rows {
			if c := r.Cells[j]; c.N != 0 || c.Kind != analysis.Count && c.Kind != analysis.Missing && c.Of != 0 {
				out = append(out, j)
				break
			}
		}
	}
	return out
}

func shownRow(r analysis.Row, columns []int, decimals int) []string {
	row, any := []string{r.Label}, r.Total
	for _, j := range columns {
		row = append(row, r.Cells[j].Show(decimals))
	}
	for _, c := range r.Cells {
		any = any || c.Kind == analysis.Count && c.N != 0
	}
	if !any {
		return nil
	}
	return row
}

// Text is the report as plain text; tables are lines of cells with tabs between them.
func (d *Document) Text() string {
	var b strings.Builder
	for i, x := range d.Blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		switch x.Kind {
		case cases.ReportParagraph:
			b.WriteString("　　" + x.Text + "\n")
		case cases.ReportTable:
			b.WriteString(x.Text + "\n" + strings.Join(x.Head, "\t") + "\n")
			for _, r := range x.Rows {
				b.WriteString(strings.Join(r, "\t") + "\n")
			}
		default:
			b.WriteString(x.Text + "\n")
		}
	}
	return b.String()
}

package cli

import (
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
)

// table is text in aligned columns. Chinese characters are two columns wide on a terminal, so widths are counted in
// cells, not in characters.
type table struct {
	head []string
	// right lists the columns that hold numbers.
	right map[int]bool
	// max bounds the width of a column; longer text ends with … . 0 or no entry means no bound.
	max  map[int]int
	rows [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

const gap = "  "

// cellWidth fixes the width of ambiguous characters, which would otherwise follow the locale of the machine.
func cellWidth() *runewidth.Condition { return &runewidth.Condition{} }

func (t *table) write(w io.Writer) {
	cond := cellWidth()
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, c := range row {
			widths[i] = max(widths[i], cond.StringWidth(t.clip(cond, i, c)))
		}
	}
	t.line(w, cond, widths, t.head)
	rule := make([]string, len(widths))
	for i, n := range widths {
		rule[i] = strings.Repeat("-", n)
	}
	t.line(w, cond, widths, rule)
	for _, row := range t.rows {
		t.line(w, cond, widths, row)
	}
}

func (t *table) line(w io.Writer, cond *runewidth.Condition, widths []int, row []string) {
	var b strings.Builder
	for i, c := range row {
		if i > 0 {
			b.WriteString(gap)
		}
		text := t.clip(cond, i, c)
		if t.right[i] {
			b.WriteString(cond.FillLeft(text, widths[i]))
		} else {
			b.WriteString(cond.FillRight(text, widths[i]))
		}
	}
	_, _ = io.WriteString(w, strings.TrimRight(b.String(), " ")+"\n")
}

// clip keeps a cell on its line; the dots say that there is more.
func (t *table) clip(cond *runewidth.Condition, column int, text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if n := t.max[column]; n > 0 {
		return cond.Truncate(text, n, "…")
	}
	return text
}

// pairs is a list of labels and texts, the texts in one column.
type pairs [][2]string

// add leaves empty texts out.
func (p *pairs) add(label, text string) {
	if text != "" {
		*p = append(*p, [2]string{label, text})
	}
}

func (p pairs) write(w io.Writer) {
	cond, width := cellWidth(), 0
	for _, e := range p {
		width = max(width, cond.StringWidth(e[0]))
	}
	for _, e := range p {
		_, _ = io.WriteString(w, cond.FillRight(e[0], width)+gap+e[1]+"\n")
	}
}

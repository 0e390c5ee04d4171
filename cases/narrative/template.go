// Package narrative writes the text of yearly reports (法治政府建设年度报告, 复议应诉统计分析报告) from a template that a clerk can edit: plain
// Chinese with the names of figures in 【】. DESIGN.md says how.
package narrative

import (
	"fmt"
	"strings"
)

// Template is a report's text with the names of figures in it.
type Template struct {
	// ID is the stable name, Title what the clerk sees, Text the template itself.
	ID, Title, Text string
}

// Problem is something in a template that cannot be written, as a Chinese sentence with its line.
type Problem struct {
	// Line counts from 1; 0 for what concerns the whole template.
	Line int
	Text string
}

// piece is a part of a line: words, a figure, or an optional passage.
type piece struct {
	words string
	// figure is what stands in 【】, "" for words.
	figure string
	// passage are the parts of 〔〕, which vanish together.
	passage []piece
}

// parse reads one line. Brackets that do not close are words, and a problem.
func parse(line string, number int) ([]piece, []Problem) {
	p := &parser{rest: line, line: number}
	out := p.pieces(false)
	return out, p.problems
}

type parser struct {
	rest     string
	line     int
	problems []Problem
}

func (p *parser) problem(format string, args ...any) {
	p.problems = append(p.problems, Problem{p.line, fmt.Sprintf("第%d行：", p.line) + fmt.Sprintf(format, args...)})
}

// pieces reads until the end of the line, or of the passage.
func (p *parser) pieces(inside bool) []piece {
	var out []piece
	for p.rest != "" {
		at := strings.IndexAny(p.rest, "【〔〕")
		if at < 0 {
			out = append(out, piece{words: p.rest})
			p.rest = ""
			break
		}
		if at > 0 {
			out = append(out, piece{words: p.rest[:at]})
		}
		sign := []rune(p.rest[at:])[0]
		p.rest = p.rest[at+len(string(sign)):]
		switch sign {
		case '【':
			out = append(out, p.figure())
		case '〔':
			out = append(out, p.passage(inside))
		case '〕':
			if inside {
				return out
			}
			p.problem("“〕”前面没有“〔”。")
			out = append(out, piece{words: "〕"})
		}
	}
	if inside {
		p.problem("“〔”没有对应的“〕”。")
	}
	return out
}

func (p *parser) figure() piece {
	name, rest, ok := strings.Cut(p.rest, "】")
	if !ok {
		p.problem("“【”没有对应的“】”。")
		return piece{words: "【"}
	}
	p.rest = rest
	if strings.TrimSpace(name) == "" {
		p.problem("【】里没有写数字的名称。")
		return piece{words: "【】"}
	}
	return piece{figure: strings.TrimSpace(name)}
}

// passage reads an optional passage; one inside another is read, but reported.
func (p *parser) passage(inside bool) piece {
	if inside {
		p.problem("“〔〕”里不能再有“〔〕”。")
	}
	return piece{passage: p.pieces(true)}
}

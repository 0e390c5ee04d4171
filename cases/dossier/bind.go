package dossier

import (
	"fmt"
	"strconv"

	"fuyi/cases"
)

// Binding is the number of pages beyond which a volume is bound in several parts (册).
const Binding = 200

// Book is one bound part of a dossier (册) with the lines of its list (卷内目录).
type Book struct {
	Volume cases.Volume
	// Part counts the parts of the volume from 1; Parts is how many there are.
	Part, Parts int
	Lines       []Line
	// Pages is their number; 0 if it is not known of every paper.
	Pages int
}

// Line is a paper with its place in the list: Serial is 顺序号 (Number is the paper's own 文号), First and Last are 页号 (起, 止). First is 0 where the pages before it
// are not known, Last where its own are not.
type Line struct {
	cases.Paper
	Serial, First, Last int
}

// Name is 正卷, or 正卷第2册 where there are several.
func (b *Book) Name() string {
	if b.Parts > 1 {
		return fmt.Sprintf("%s第%d册", b.Volume.Label(), b.Part)
	}
	return b.Volume.Label()
}

// Span is 页号 as the list shows it, "" where it is not known.
func (l *Line) Span() string {
	switch {
	case l.First == 0:
		return ""
	case l.Last == 0 || l.First == l.Last:
		return strconv.Itoa(l.First)
	}
	return fmt.Sprintf("%d-%d", l.First, l.Last)
}

// Bind puts papers into books in the standard order. Each book has its own list, and its numbers and pages begin at 1; no paper is
// torn between two. Where the pages of a paper are not known, the page numbers behind it are left to be written by hand, and the
// rest of the volume stays in one book.
func Bind(k cases.Kind, papers []cases.Paper) []Book {
	var out []Book
	sorted := Sort(k, papers)
	for _, v := range []cases.Volume{main, internal} {
		books := bind(v, sorted)
		for i := range books {
			books[i].Part, books[i].Parts = i+1, len(books)
		}
		out = append(out, books...)
	}
	return out
}

func bind(v cases.Volume, papers []cases.Paper) []Book {
	var out []Book
	var now *Book
	known := true
	for _, p := range papers {
		if (p.Volume == internal) != (v == internal) {
			continue
		}
		if now == nil || known && now.Pages > 0 && now.Pages+p.Pages > Binding {
			out = append(out, Book{Volume: v})
			now = &out[len(out)-1]
		}
		l := Line{Paper: p, Serial: len(now.Lines) + 1}
		if known {
			l.First = now.Pages + 1
		}
		if known = known && p.Pages > 0; known {
			now.Pages += p.Pages
			l.Last = now.Pages
		} else {
			now.Pages = 0
		}
		now.Lines = append(now.Lines, l)
	}
	return out
}

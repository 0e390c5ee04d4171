package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"fuyi/cases"
)

// binding is the number of pages above which a volume is bound in several parts (册).
const binding = 200

// volume is one bound part of a dossier with the lines of its list (卷内目录).
type volume struct {
	kind cases.Volume
	// part counts the parts of the kind from 1; parts is how many there are.
	part, parts int
	lines       []volumeLine
	// pages is their number; 0 if it is not known of every paper.
	pages int
}

// volumeLine is a paper with its pages in the volume; first is 0 where the pages before it are not known, last where its own are not.
type volumeLine struct {
	cases.Paper
	number, first, last int
}

// name is 正卷, or 正卷第2册 where there are several.
func (v *volume) name() string {
	if v.parts > 1 {
		return fmt.Sprintf("%s第%d册", v.kind.Label(), v.part)
	}
	return v.kind.Label()
}

// span is 页号: the first and last page of a line.
func (l *volumeLine) span() string {
	switch {
	case l.first == 0:
		return ""
	case l.last == 0 || l.first == l.last:
		return strconv.Itoa(l.first)
	}
	return fmt.Sprintf("%d-%d", l.first, l.last)
}

// volumes binds papers into volumes in the standard order. Page numbers begin anew in each part. Where the pages of a paper are not
// known, the page numbers behind it are left to be written by hand.
func volumes(papers []cases.Paper) []volume {
	papers = slices.Clone(papers)
	slices.SortStableFunc(papers, func(a, b cases.Paper) int { return cmp.Or(cmp.Compare(a.Slot, b.Slot), cmp.Compare(a.Order, b.Order)) })
	var out []volume
	for _, kind := range []cases.Volume{cases.MainVolume, cases.InternalVolume} {
		parts := bindParts(kind, papers)
		for i := range parts {
			parts[i].part, parts[i].parts = i+1, len(parts)
		}
		out = append(out, parts...)
	}
	return out
}

func bindParts(kind cases.Volume, papers []cases.Paper) []volume {
	var out []volume
	var now *volume
	known := true
	for _, p := range papers {
		if (p.Volume == cases.InternalVolume) != (kind == cases.InternalVolume) {
			continue
		}
		if now == nil || known && now.pages > 0 && now.pages+p.Pages > binding {
			out = append(out, volume{kind: kind})
			now, known = &out[len(out)-1], true
		}
		l := volumeLine{Paper: p, number: len(now.lines) + 1}
		if known {
			l.first = now.pages + 1
		}
		if known = known && p.Pages > 0; known {
			now.pages += p.Pages
			l.last = now.pages
		} else {
			now.pages = 0
		}
		now.lines = append(now.lines, l)
	}
	return out
}

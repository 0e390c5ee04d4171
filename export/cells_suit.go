package export

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// The cells of what a suit is about and of who is sued.

func earlier(w *rowWriter) any { return w.text(suitOf(w.c).Earlier) }
func author(w *rowWriter) any  { return w.text(suitOf(w.c).Author) }

// suitType names the kind of suit. A case that its acts make one of 非诉执行 is not called a suit.
func suitType(w *rowWriter) any {
	t := suitOf(w.c).Type
	if t == cases.OrdinarySuit && w.c.Enforcement() {
		return nil
	}
	return w.text(codeText(t, cases.SuitType.Label))
}

// exactYuan is the number of fen up to which an amount is a number in the cell; a larger one would lose fen there.
const exactYuan = 1_000_000_000_000_00

func claimed(w *rowWriter) any { return w.yuan(suitOf(w.c).Claimed) }
func awarded(w *rowWriter) any { return w.yuan(suitOf(w.c).Awarded) }

// yuan is an amount in fen as a cell.
func (w *rowWriter) yuan(fen int64) any {
	switch {
	case fen == 0:
		return nil
	case fen > 0 && fen < exactYuan:
		return float64(fen) / 100
	default:
		return w.text(claimText(fen))
	}
}

// capacities writes in what capacity each defendant is sued: the bare word where there is one, else named.
func capacities(w *rowWriter) any {
	var out []string
	several := len(w.c.Names(cases.Respondent)) > 1
	for i := range w.c.Parties {
		p := &w.c.Parties[i]
		if p.Role != cases.Respondent || p.Capacity == "" {
			continue
		}
		word := codeText(p.Capacity, cases.Capacity.Label)
		if several {
			word = quote(p.Name) + "：" + word
		}
		out = append(out, word)
	}
	return w.text(strings.Join(out, "；"))
}

// causes writes why suits were lost. Of several results each is named, also one without a cause, so that the order tells which of two
// results of one defendant is meant.
func causes(w *rowWriter) any {
	results := slices.DeleteFunc(slices.Clone(judged(w.ending())), func(r procedure.Result) bool { return r.Act != "" })
	if !slices.ContainsFunc(results, func(r procedure.Result) bool { return len(r.Causes) > 0 }) {
		return nil
	}
	if len(results) == 1 && len(judged(w.ending())) == 1 {
		return w.text(causesText(results[0].Causes))
	}
	out := make([]string, len(results))
	for i, r := range results {
		name, text := everyDefendant, dash
		if r.Defendant != "" {
			name = quote(r.Defendant)
		}
		if len(r.Causes) > 0 {
			text = causesText(r.Causes)
		}
		out[i] = name + "：" + text
	}
	return w.text(strings.Join(out, "；"))
}

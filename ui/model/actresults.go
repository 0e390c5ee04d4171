package model

import (
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// ResultBlock are the outcomes of one defendant, by their places in ActForm.Results.
type ResultBlock struct {
	// Defendant is whose they are, "" for a suit with one defendant and for outcomes that name nobody.
	Defendant string
	// Title heads the block: the full name and in what capacity the organ is sued.
	Title string
	At    []int
}

// ResultBlocks are the outcomes by defendant: every defendant has a block, and what names nobody of them, or somebody who is none, comes last.
func (f *ActForm) ResultBlocks() []ResultBlock {
	var out []ResultBlock
	names := f.Defendants()
	if len(names) > 1 {
		for _, n := range names {
			out = append(out, ResultBlock{Defendant: n, Title: f.defendantTitle(n)})
		}
	}
	for i, r := range f.Results {
		at := slices.IndexFunc(out, func(b ResultBlock) bool { return b.Defendant == r.Defendant })
		if at < 0 {
			at = len(out)
			out = append(out, ResultBlock{Defendant: r.Defendant, Title: r.Defendant})
		}
		out[at].At = append(out[at].At, i)
	}
	return out
}

// defendantTitle is a defendant with its capacity, where that is recorded.
func (f *ActForm) defendantTitle(name string) string {
	if c := f.capacity(name); c != "" {
		return name + "（" + c.Label() + "）"
	}
	return name
}

func (f *ActForm) capacity(name string) cases.Capacity {
	for _, p := range f.c.Parties {
		if p.Role == cases.Respondent && p.Name == name {
			return p.Capacity
		}
	}
	return ""
}

// unanswered names the defendants without an outcome, where the suit has several: a judgment decides on all of them. A result that names
// nobody is that of all.
func unanswered(names []string, results []procedure.Result) []string {
	if len(names) < 2 {
		return nil
	}
	for _, r := range results {
		if r.Outcome != "" && r.Defendant == "" {
			return nil
		}
	}
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool {
		return slices.ContainsFunc(results, func(r procedure.Result) bool { return r.Outcome != "" && r.Defendant == n })
	})
}

// missingResults is the sentence about defendants whose outcome is blank, "" where none is. A correction need not invent what the entry
// itself never told.
func (f *ActForm) missingResults() string {
	names := f.Defendants()
	missing := unanswered(names, f.Results)
	if len(missing) == 0 || f.Mode == Trying {
		return ""
	}
	if d := f.entry.Detail; f.Mode == Correcting && d != nil {
		known := unanswered(names, d.Results)
		missing = slices.DeleteFunc(missing, func(n string) bool { return slices.Contains(known, n) })
		if len(missing) == 0 {
			return ""
		}
	}
	return "还没有填写" + strings.Join(missing, "、") + "的裁判结果"
}

// MayShareResult reports whether the first outcome can be taken for the defendants that have none yet.
func (f *ActForm) MayShareResult() bool {
	return len(f.Results) > 0 && f.Results[0].Outcome != "" && f.Results[0].Defendant != "" && len(unanswered(f.Defendants(), f.Results)) > 0
}

// ShareResult takes the first outcome for every defendant that has none (各被告结果相同).
func (f *ActForm) ShareResult() {
	if !f.MayShareResult() {
		return
	}
	first := f.Results[0]
	for _, n := range unanswered(f.Defendants(), f.Results) {
		r := procedure.Result{Defendant: n, Act: first.Act, Redo: first.Redo}
		f.SetOutcome(&r, first.Outcome)
		if !procedure.OutcomeKeeps(first.Outcome) {
			r.Lost, r.Causes = first.Lost, slices.Clone(first.Causes)
		}
		if i := slices.IndexFunc(f.Results, func(x procedure.Result) bool { return x.Defendant == n }); i >= 0 {
			f.Results[i] = r
			continue
		}
		f.Results = append(f.Results, r)
	}
}

// AddResultFor adds one more outcome of a defendant: the court may judge several acts, and one act in several ways.
func (f *ActForm) AddResultFor(defendant string) {
	f.Results = append(f.Results, procedure.Result{Defendant: defendant})
}

// overturned are the outcomes that leave nothing of an act to maintain.
func overturned(o procedure.Outcome) bool {
	switch o {
	case procedure.ActRevoked, procedure.ActIllegal, procedure.ActVoid:
		return true
	}
	return false
}

// resultQuestions ask about outcomes that hardly go together: the original act falls while the claim against the decision that
// maintained it is dismissed. The court judges both acts at once (XSJ-136); the reverse, a bad decision on a lawful act, is in order.
func (f *ActForm) resultQuestions() []string {
	if !f.Has(procedure.FieldResults) {
		return nil
	}
	var fell bool
	var kept []string
	for _, r := range f.Results {
		onDecision := r.Act == procedure.ReviewDecision || r.Act == "" && f.reviews(r.Defendant)
		switch {
		case !onDecision && overturned(r.Outcome):
			fell = true
		case onDecision && r.Outcome == procedure.ClaimDismissed:
			kept = append(kept, r.Defendant)
		}
	}
	if !fell || len(kept) == 0 {
		return nil
	}
	whose := strings.Join(slices.DeleteFunc(kept, func(n string) bool { return n == "" }), "、")
	if whose != "" {
		whose = "（被告" + whose + "）"
	}
	return []string{"原行政行为被撤销或者确认违法、无效，维持它的复议决定" + whose + "却填写了“驳回诉讼请求”。法院对原行政行为作出判决，应当对复议决定一并作出相应判决（行诉法解释第136条）；请核对裁判文书的主文。"}
}

// reviews reports whether a defendant is sued for a decision that maintained the act: its capacity says so, or, where no capacity is
// recorded in a suit after a reconsideration, its being a government beside another defendant.
func (f *ActForm) reviews(name string) bool {
	told := slices.ContainsFunc(f.c.Parties, func(p cases.Party) bool { return p.Role == cases.Respondent && p.Capacity != "" })
	if told {
		return f.capacity(name) == cases.JointReviewer
	}
	return f.c.Suit != nil && f.c.Suit.Source.Reviewed() && len(f.Defendants()) > 1 && strings.HasSuffix(name, "人民政府")
}

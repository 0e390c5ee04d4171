package model

import (
	"context"
	"fmt"
	"strings"

	"fuyi/cases"
	"fuyi/cases/platform"
)

// Reconcile is the page 平台对账: what a list exported from the platform has otherwise than the office.
type Reconcile struct {
	Year   int
	Result *cases.Reconciliation
	// Only is the status the lines in view have, "" for all.
	Only cases.ReconcileStatus
}

// Read compares a list. Errors are those of the file and of the office.
func (r *Reconcile) Read(ctx context.Context, o cases.PreferenceReader, f cases.Platforms, path string, progress cases.Progress) (*cases.Reconciliation, error) {
	cards, err := platform.LoadCards(ctx, o)
	if err != nil {
		return nil, err
	}
	out, err := f.Reconcile(ctx, path, cases.ReconcileOptions{Year: r.Year, Cards: cards, Progress: progress})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// Statuses are what can be wrong, in the order in which it is worked off.
func (r *Reconcile) Statuses() []cases.ReconcileStatus {
	return []cases.ReconcileStatus{cases.PlatformMissing, cases.PlatformExtra, cases.PlatformDifferent, cases.PlatformRepeated, cases.PlatformUnnumbered}
}

// Lines are the findings in view.
func (r *Reconcile) Lines() []cases.ReconcileLine {
	var out []cases.ReconcileLine
	for _, l := range r.Result.Lines {
		if r.Only == "" || l.Status == r.Only {
			out = append(out, l)
		}
	}
	return out
}

// Says sums the comparison up.
func (r *Reconcile) Says() string {
	x := r.Result
	out := fmt.Sprintf("%s：平台%s条，本单位%s件，完全一致%s件。", x.File, Thousands(x.Records), Thousands(x.Cases), Thousands(x.Same))
	if len(x.Lines) == 0 {
		return out + "没有发现不同。"
	}
	return out
}

// Notes say what was compared and what was not.
func (r *Reconcile) Notes() []string {
	out := append([]string{}, r.Result.Problems...)
	out = append(out, "比对的栏目："+strings.Join(r.Result.Compared, "、")+"。")
	if len(r.Result.Ignored) > 0 {
		out = append(out, "没有比对的栏目："+strings.Join(r.Result.Ignored, "、")+"。请在“平台抄录卡”里把平台上的名称改成一样。")
	}
	return out
}

// FindingText is what a line says beside its status and number.
func FindingText(l cases.ReconcileLine) string {
	where := ""
	if l.Row > 0 {
		where = fmt.Sprintf("（%s第%d行）", l.Sheet, l.Row)
	}
	switch {
	case l.Status == cases.PlatformDifferent:
		return fmt.Sprintf("%s：本单位“%s”，平台“%s”%s", l.Label, l.Ours, l.Theirs, where)
	case l.Note != "":
		return strings.TrimSpace(l.Title + " " + l.Note + where)
	}
	return l.Title + where
}

package model

import (
	"context"
	"strconv"

	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/forms"
	"fuyi/cases/narrative"
)

// Narrative is the page of the report texts (报告文字): which template, the figures typed in, and what is written.
type Narrative struct {
	*CountSpan
	// ID is the template in view.
	ID string
	// Decimals of shares and rates.
	Decimals int
	Kept     narrative.Kept
	Document narrative.Document
	// Source is what the report was written from, nil before.
	Source *narrative.Source
	// Wording is the template as edited and not yet kept; "" shows the kept one.
	Wording string
}

// ReportLabel is the choice of the page among the statistics.
const ReportLabel = "报告文字"

// NewNarrative begins with the first template.
func NewNarrative(span *CountSpan) *Narrative {
	return &Narrative{CountSpan: span, ID: narrative.Templates()[0].ID, Decimals: 1}
}

// TemplateChoices are the templates to choose from.
func TemplateChoices() (ids, labels []string) {
	for _, t := range narrative.Templates() {
		ids, labels = append(ids, t.ID), append(labels, t.Title)
	}
	return ids, labels
}

// Count counts a period and writes the report.
func (n *Narrative) Count(ctx context.Context, o Counting, p forms.Period) (*Narrative, error) {
	out := *n
	kept, err := narrative.Load(ctx, o)
	if err != nil {
		return nil, err
	}
	b, err := analysis.Load(ctx, o, p, n.Rules)
	if err != nil {
		return nil, err
	}
	out.Kept, out.Source = kept, narrative.NewSource(b, analysis.KeptChoices(ctx, o), n.Decimals)
	out.Write()
	return &out, nil
}

// Template is the one in view, in the office's wording or as edited.
func (n *Narrative) Template() narrative.Template {
	t, _ := n.Kept.Template(n.ID)
	if n.Wording != "" {
		t.Text = n.Wording
	}
	return t
}

// Write writes the report anew from what was counted.
func (n *Narrative) Write() {
	if n.Source == nil {
		return
	}
	n.Source.Decimals = n.Decimals
	n.Kept.Fill(n.Source)
	n.Document = narrative.Write(n.Template(), n.Source)
}

// Typed are the figures to type in, with their values and those of the year before.
func (n *Narrative) Typed() []TypedFigure {
	if n.Source == nil {
		return nil
	}
	y := n.Source.Period.To.Year()
	var out []TypedFigure
	for _, t := range n.Kept.All() {
		out = append(out, TypedFigure{t.Label, t.Unit, n.Kept.Years[strconv.Itoa(y)][t.Label], n.Kept.Years[strconv.Itoa(y-1)][t.Label]})
	}
	return out
}

// TypedFigure is a figure that the office types in once a year.
type TypedFigure struct{ Label, Unit, Now, Before string }

// Type takes over a typed figure and writes the report anew; what it returns stores the figures and may run elsewhere.
func (n *Narrative) Type(label, text string) func(context.Context, cases.Preferences) error {
	n.Kept = n.Kept.WithFigure(n.Source.Period.To.Year(), label, text)
	n.Write()
	return n.Kept.SaveFigures
}

// KeepWording takes over the edited template for the office; Reset goes back to the built-in wording. What they return stores it.
func (n *Narrative) KeepWording() func(context.Context, cases.Preferences) error {
	return n.word(n.Wording)
}

// Reset takes the office's wording of the template away.
func (n *Narrative) Reset() func(context.Context, cases.Preferences) error { return n.word("") }

func (n *Narrative) word(text string) func(context.Context, cases.Preferences) error {
	n.Kept, n.Wording = n.Kept.Worded(n.ID, text), ""
	n.Write()
	return n.Kept.SaveWording
}

// Own reports whether the template is in the office's own wording.
func (n *Narrative) Own() bool { return n.Kept.Wording[n.ID] != "" }

// FileName is the proposed name of the report's file.
func (n *Narrative) FileName() string {
	if len(n.Document.Blocks) > 0 && n.Document.Blocks[0].Kind == cases.ReportTitle {
		return FileName(n.Document.Blocks[0].Text) + ".docx"
	}
	return FileName(n.Template().Title) + ".docx"
}

package ui

import (
	"slices"

	"fuyi/ui/model"
)

// deskPages are the pages of their own that the pick of the statistics offers after its tables: files of others, filled and compared.
func deskPages() []struct{ label, page string } {
	return []struct{ label, page string }{{"空表自填……", pageBlanks}, {"平台对账……", pageReconcile}}
}

func deskLabels() []string {
	var out []string
	for _, d := range deskPages() {
		out = append(out, d.label)
	}
	return out
}

// openDesk opens the page that a choice of the pick stands for, and leaves the pick on what is in view; false if it stands for none.
func (p *statisticsPage) openDesk(i int) bool {
	options := p.which.Options
	for _, d := range deskPages() {
		if i >= 0 && i < len(options) && options[i] == d.label {
			p.which.fill(options, p.inView())
			p.s.show(d.page)
			return true
		}
	}
	return false
}

// inView is the choice of what the page shows.
func (p *statisticsPage) inView() string {
	switch {
	case p.form != nil:
		return formLabel(p.form.Edition.ID)
	case p.study != nil:
		return p.study.Group
	case p.report != nil:
		return model.ReportLabel
	}
	return overviewLabel
}

// formLabel is the choice of an edition.
func formLabel(id string) string {
	ids, labels := model.FormChoices()
	if i := slices.Index(ids, id); i >= 0 {
		return labels[i]
	}
	return overviewLabel
}

package model

import (
	"context"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/courtroom"
)

// CourtWork is a paper around a hearing (开庭材料) that was composed: what to write, and what to tell the clerk.
type CourtWork struct {
	Kind   courtroom.Kind
	Matter *courtroom.Matter
	// Blanks are the sentences about what the paper leaves open, Doubts about what may not stand, Finish how it is executed.
	Blanks, Doubts []string
	Finish         string
	// Paper is set for papers to the court.
	Paper cases.CourtPaper
	brief cases.HearingBrief
	date  cases.HearingDate
}

// ComposeCourt composes a paper of a suit.
func ComposeCourt(ctx context.Context, o courtroom.Office, c *cases.Case, k courtroom.Kind, ask courtroom.Ask, today calendar.Date) (*CourtWork, error) {
	m, err := courtroom.Load(ctx, o, c, ask, today)
	if err != nil {
		return nil, err
	}
	w := &CourtWork{Kind: k, Matter: m}
	switch k {
	case courtroom.Brief:
		w.brief = m.Brief()
	case courtroom.Calendar:
		w.date, err = m.Date()
	default:
		w.Paper, _ = m.Paper(k)
		w.Blanks, w.Doubts, w.Finish = w.Paper.Blanks, w.Paper.Doubts, w.Paper.Finish
	}
	return w, err
}

// Save writes the paper into a file whose ending is one of the kind's.
func (w *CourtWork) Save(files cases.CourtFiles, path string) error {
	switch w.Kind {
	case courtroom.Brief:
		return files.HearingBrief(path, w.brief)
	case courtroom.Calendar:
		return files.HearingCalendar(path, w.date)
	}
	return files.CourtPaper(path, w.Paper)
}

// Told is what the clerk is told once the paper is written, "" where nothing is left to do.
func (w *CourtWork) Told() string {
	out := ""
	if n := len(w.Blanks); n > 0 {
		out = "文中黄色的空白要补写：" + Together(w.Blanks)
	}
	if len(w.Doubts) > 0 {
		out += "请核对：" + Together(w.Doubts)
	}
	return out + w.Finish
}

// Together joins sentences, each closed.
func Together(sentences []string) string {
	out := ""
	for _, s := range sentences {
		out += closed(s)
	}
	return out
}

func closed(s string) string {
	if r := []rune(s); len(r) > 0 && r[len(r)-1] == '。' {
		return s
	}
	return s + "。"
}

// CourtOffer is an item of the print menu of a suit.
type CourtOffer struct {
	Label string
	Kind  courtroom.Kind
	Organ string
}

// Ask is what the offer asks for.
func (o CourtOffer) Ask() courtroom.Ask { return courtroom.Ask{Organ: o.Organ} }

// FileName is the name of the file in which the paper of a case is written at first.
func (o CourtOffer) FileName(c *cases.Case) string {
	return FileName(c.Number+o.Label) + o.Kind.Files()[0]
}

// CourtOffers lists the papers around a hearing that a suit gives rise to, for each defendant whose papers the office writes: its own
// government's, else those of all. While no hearing is announced there is no date for a calendar.
func CourtOffers(c *cases.Case, set cases.Settings, hearing calendar.Date) []CourtOffer {
	if c.Kind != cases.Litigation || c.Enforcement() {
		return nil
	}
	organs := c.Names(cases.Respondent)
	if own, err := courtroom.Defendant(c, set, ""); err == nil {
		organs = []string{own}
	}
	var out []CourtOffer
	for _, k := range courtroom.Kinds() {
		if k == courtroom.Calendar && hearing.IsZero() {
			continue
		}
		for _, organ := range organs {
			label := k.Label()
			if len(organs) > 1 {
				label += "（" + organ + "）"
			}
			out = append(out, CourtOffer{label, k, organ})
		}
	}
	return out
}

package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"fuyi/cases/courtroom"
	"fuyi/cases/dossier"
	"fuyi/ui/model"
)

// courtItems are the papers around a hearing, for a suit.
func (p *casePane) courtItems() []*fyne.MenuItem {
	offers := model.CourtOffers(p.view.Case, p.settings, p.view.Timeline.Hearing)
	if len(offers) == 0 {
		return nil
	}
	out := []*fyne.MenuItem{fyne.NewMenuItemSeparator()}
	for _, o := range offers {
		out = append(out, fyne.NewMenuItem(o.Label, func() { p.court(o) }))
	}
	out = append(out, fyne.NewMenuItem("答辩举证材料（压缩文件）", p.answer))
	return append(out, fyne.NewMenuItemSeparator())
}

// answer saves the papers of the answer with their checklist, and says what is missing.
func (p *casePane) answer() {
	s, c := p.s, p.view.Case
	s.saveAs(model.FileName(c.Number+"答辩材料")+".zip", func(path string) {
		start(s.run, "answer", func(ctx context.Context) (string, error) {
			papers, err := s.deps.Office.Papers(ctx, c.ID)
			if err != nil {
				return "", err
			}
			return dossier.Lacking(dossier.Answer(c, papers)), s.deps.Files.Answer(ctx, path, c.ID)
		}, func(lack string, err error) {
			if err != nil {
				s.failed("answer", err)
				return
			}
			s.deps.Log.Info("exported", "path", path)
			if lack == "" {
				s.tell(model.Finished, "答辩材料已写到"+path+"。")
				return
			}
			s.tell(model.Near, "答辩材料已写到"+path+"。卷宗里还缺少："+lack+"。")
		})
	})
}

// court asks what a paper around a hearing needs and writes it; a date for the calendar needs nothing.
func (p *casePane) court(o model.CourtOffer) {
	if o.Kind == courtroom.Calendar {
		p.writeCourt(o, o.Ask(), "")
		return
	}
	s, c, today := p.s, p.view.Case, p.s.today()
	start(s.run, "court ask", func(ctx context.Context) (*model.CourtAsk, error) {
		return model.NewCourtAsk(ctx, s.deps.Office, c, o, today)
	}, func(a *model.CourtAsk, err error) {
		if err != nil {
			s.failed("court paper", err)
			return
		}
		p.paper = newCourtPanel(p, a)
	})
}

// writeCourt writes a paper around a hearing, into the folder for printing and opened where no path is given; what the paper leaves open stays in
// view until the clerk closes it.
func (p *casePane) writeCourt(o model.CourtOffer, ask courtroom.Ask, path string) {
	s, c, today, open := p.s, p.view.Case, p.s.today(), path == ""
	s.tell(model.Near, "正在准备"+o.Label+"……")
	type written struct{ path, told string }
	start(s.run, "court paper", func(ctx context.Context) (written, error) {
		if open {
			dir, err := s.printDir()
			if err != nil {
				return written{}, err
			}
			path = filepath.Join(dir, o.FileName(c))
		}
		w, err := model.ComposeCourt(ctx, s.deps.Office, c, o.Kind, ask, today)
		if err != nil {
			return written{}, err
		}
		return written{path, w.Told()}, w.Save(s.deps.Files, path)
	}, func(w written, err error) {
		if err != nil {
			s.failed("court paper", err)
			return
		}
		tone := model.Finished
		if w.told != "" {
			tone = model.Near
		}
		s.deps.Log.Info("printed", "path", w.path)
		if !open {
			s.tell(tone, o.Label+"已写到"+w.path+"。"+w.told)
			return
		}
		s.tell(tone, o.Label+"已写好并打开："+w.path+"。"+w.told)
		s.openFile(w.path)
	})
}

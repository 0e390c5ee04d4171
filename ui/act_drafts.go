package ui

import (
	"context"

	"fuyi/ui/model"
)

// actsName is the preference that keeps the acts begun and not recorded.
const actsName = "act drafts"

// loadActs reads the acts that who works now began and did not record.
func (s *shell) loadActs() {
	office := s.deps.Office
	start(s.run, "act drafts", func(ctx context.Context) ([]byte, error) {
		return office.Preference(ctx, office.Author(), actsName)
	}, func(data []byte, err error) {
		if err != nil {
			s.failed("load act drafts", err)
			return
		}
		s.shared.acts = model.ReadActDrafts(data)
	})
}

// storeActs writes them at once, in the order asked.
func (s *shell) storeActs() {
	if s.deps.ReadOnly != "" {
		return
	}
	data, err := s.shared.acts.Data()
	office, author := s.deps.Office, s.deps.Office.Author()
	start(s.run, "keep act drafts", func(ctx context.Context) (struct{}, error) {
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, office.SetPreference(ctx, author, actsName, data)
	}, func(_ struct{}, err error) {
		if err != nil {
			s.failed("keep act drafts", err)
		}
	})
}

// partActs keeps what stands in the forms of all windows when the program ends; nothing runs beside it any more.
func (s *shell) partActs(ctx context.Context) error {
	for _, p := range s.panes() {
		p.keepAct()
	}
	if s.deps.ReadOnly != "" {
		return nil
	}
	data, err := s.shared.acts.Data()
	if err != nil {
		return err
	}
	return s.deps.Office.SetPreference(ctx, s.deps.Office.Author(), actsName, data)
}

// panes are the cases open in all windows.
func (s *shell) panes() []*casePane {
	var out []*casePane
	for _, w := range s.shared.windows {
		for _, p := range w.pages {
			switch p := p.(type) {
			case *listPage:
				out = append(out, p.pane)
			case *caseWindow:
				out = append(out, p.pane)
			}
		}
	}
	return out
}

// parkActs leaves every form before somebody else goes on: what one person typed is kept for that person.
func (s *shell) parkActs() {
	for _, p := range s.panes() {
		if p.act != nil {
			p.leaveAct()
		}
	}
	s.hush()
}

// keepAct keeps what was typed into the form that is open; false if there is no form, or nothing to keep.
func (p *casePane) keepAct() bool {
	if p.act == nil || p.s.deps.ReadOnly != "" {
		return false
	}
	return p.s.shared.acts.Keep(p.act.form, p.act.begun)
}

// parkAct leaves the form that is open; what was typed is kept, and said so.
func (p *casePane) parkAct() {
	a := p.act
	if a == nil {
		return
	}
	kept := p.keepAct()
	p.s.run.Stop("act draft")
	p.act = nil
	p.s.storeActs()
	if kept {
		p.s.tell(model.Calm, "“"+a.form.Spec.Label+"”还没有记录，填写的内容已保留，再次打开时接着填写。", quiet("不保留", nil, func() {
			p.s.shared.acts.Forget(a.form)
			p.s.storeActs()
			p.s.hush()
		}))
	}
}

package ui

import (
	"context"

	"fuyi/ui/model"
)

// did notes a step that can be undone, and says so with a button, which is quicker found than the key.
func (s *shell) did(step model.Step) {
	s.shared.journal.Add(step)
	s.deps.Log.Info("did", "step", step.Label)
	s.tell(model.Finished, "已"+step.Label+"。", quiet("撤销（Ctrl+Z）", iconUndo, s.undo))
}

// undo takes the last step back, redo does it again. One at a time: a second press while the first still runs is dropped.
func (s *shell) undo() {
	step, ok := s.shared.journal.Last()
	if !ok {
		s.tell(model.Soon, "没有可以撤销的操作。程序行为不能撤销，录错的请用“更正录入”。")
		return
	}
	s.replay("已撤销：", step.Label, step.Undo, s.shared.journal.Undone)
}

func (s *shell) redo() {
	step, ok := s.shared.journal.Next()
	if !ok {
		s.tell(model.Soon, "没有可以重做的操作。")
		return
	}
	s.replay("已重做：", step.Label, step.Redo, s.shared.journal.Redone)
}

func (s *shell) replay(what, label string, do func(context.Context) error, done func()) {
	if s.shared.replaying {
		return
	}
	s.shared.replaying = true
	start(s.run, "replay", func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(_ struct{}, err error) {
		s.shared.replaying = false
		if err != nil {
			s.failed("replay", err)
			return
		}
		done()
		s.changed()
		s.refresh()
		s.deps.Log.Info("replayed", "step", what+label)
		s.tell(model.Finished, what+label+"。")
	})
}

// refresh shows the page in view again; what it shows is asked anew and stays where it was.
func (s *shell) refresh() {
	if p := s.pages[s.here]; p != nil {
		p.shown()
	}
}

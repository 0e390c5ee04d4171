package model

import "context"

// Step is one thing done that can be taken back: both ways write to the office. A legal act is no step: it is corrected
// (更正录入) or reversed by its own paper.
type Step struct {
	// Label names it after 已撤销 and 已重做, e.g. 分派3件给周某.
	Label string
	// Undo takes it back, Redo does it again.
	Undo, Redo func(ctx context.Context) error
}

// journalLimit is how many steps can be undone.
const journalLimit = 50

// Journal is the undo history of a session: the last 50 steps, also after they were saved.
type Journal struct {
	steps []Step
	// at is how many of the steps stand; those behind were undone.
	at int
}

// Add notes a step that was just done. What was undone before it can no longer be redone.
func (j *Journal) Add(s Step) {
	j.steps = append(j.steps[:j.at], s)
	if over := len(j.steps) - journalLimit; over > 0 {
		j.steps = append([]Step(nil), j.steps[over:]...)
	}
	j.at = len(j.steps)
}

// Last is the step that undo would take back, Next the one that redo would do again; false if there is none.
func (j *Journal) Last() (Step, bool) {
	if j.at == 0 {
		return Step{}, false
	}
	return j.steps[j.at-1], true
}

// Next is the step that redo would do again.
func (j *Journal) Next() (Step, bool) {
	if j.at == len(j.steps) {
		return Step{}, false
	}
	return j.steps[j.at], true
}

// Undone and Redone note that the last or next step was taken back or done again. A step that failed stays where it is.
func (j *Journal) Undone() { j.at-- }

// Redone notes that the next step was done again.
func (j *Journal) Redone() { j.at++ }

package model

import (
	"fmt"
	"slices"

	"fuyi/cases"
)

// AddStage is how far an added file is.
type AddStage int

// Stages.
const (
	AddWaiting AddStage = iota // 等待
	AddCopying                 // 正在复制
	AddDone                    // 已添加
	AddFailed                  // 没有添加
	AddStopped                 // 已取消
)

// TextStage is how far the reading of an added paper's text is.
type TextStage int

// Stages of reading.
const (
	TextNone    TextStage = iota // nothing to read yet
	TextWaiting                  // 等待读取
	TextReading                  // 正在读取文字
	TextDone                     // 读取完毕, whatever came of it
)

// Adding is one file on its way into a dossier.
type Adding struct {
	ID    int
	Path  string
	Paper cases.Paper
	Stage AddStage
	Text  TextStage
	// Done and Total are bytes, Total -1 where it is not known.
	Done, Total int64
	// Say is what the clerk should know: why it failed, that the same content is there already, that its text was not read.
	Say string
	// Same is the paper that has the same content, 0 for none.
	Same cases.PaperID
	// Seen is true once its heading was looked at, Noted once it is part of a step that can be undone.
	Seen, Noted bool
}

// Label says the stage in words.
func (a Adding) Label() string {
	switch a.Stage {
	case AddWaiting:
		return "等待"
	case AddCopying:
		if a.Total > 0 {
			return fmt.Sprintf("%s / %s", SizeWord(a.Done), SizeWord(a.Total))
		}
		return SizeWord(a.Done)
	case AddDone:
		if a.Text == TextWaiting || a.Text == TextReading {
			return "已添加，正在读取文字"
		}
		return "已添加"
	case AddStopped:
		return "已取消"
	}
	return "没有添加"
}

// Share is how much is copied, from 0 to 1.
func (a Adding) Share() float64 {
	if a.Total <= 0 {
		return 0
	}
	return min(1, float64(a.Done)/float64(a.Total))
}

// Busy reports whether the file is still to be copied.
func (a Adding) Busy() bool { return a.Stage == AddWaiting || a.Stage == AddCopying }

// TakeNoted is the papers added to a case since the last step, which are then part of one.
func (q *AddQueue) TakeNoted(id cases.ID) []cases.PaperID {
	var out []cases.PaperID
	for _, a := range q.Of(id) {
		if a.Stage == AddDone && !a.Noted {
			a.Noted = true
			out = append(out, a.Paper.ID)
		}
	}
	return out
}

// AddQueue is the files on their way, one copied at a time: two at once would only make a disk seek.
type AddQueue struct {
	Items []*Adding
	last  int
}

// Add puts a file at the end.
func (q *AddQueue) Add(p cases.Paper, path string) *Adding {
	q.last++
	a := &Adding{ID: q.last, Path: path, Paper: p, Total: -1}
	q.Items = append(q.Items, a)
	return a
}

// Next is the file to copy now, nil while one is being copied or none waits.
func (q *AddQueue) Next() *Adding {
	for _, a := range q.Items {
		switch a.Stage {
		case AddCopying:
			return nil
		case AddWaiting:
			return a
		}
	}
	return nil
}

// NextText is the paper whose text to read now, nil while one is being read or none waits.
func (q *AddQueue) NextText() *Adding {
	for _, a := range q.Items {
		if a.Text == TextReading {
			return nil
		}
	}
	for _, a := range q.Items {
		if a.Text == TextWaiting {
			return a
		}
	}
	return nil
}

// Of is the files of a case.
func (q *AddQueue) Of(id cases.ID) []*Adding {
	var out []*Adding
	for _, a := range q.Items {
		if a.Paper.Case == id {
			out = append(out, a)
		}
	}
	return out
}

// Busy reports whether files of a case are still on their way.
func (q *AddQueue) Busy(id cases.ID) bool {
	for _, a := range q.Of(id) {
		if a.Busy() {
			return true
		}
	}
	return false
}

// Added is the papers that the files of a case became and that stand for a look at their heading.
func (q *AddQueue) Added(id cases.ID) []cases.PaperID {
	var out []cases.PaperID
	for _, a := range q.Of(id) {
		if a.Stage == AddDone && !a.Seen {
			out = append(out, a.Paper.ID)
		}
	}
	return out
}

// Reviewed notes that the headings of what was added were looked at.
func (q *AddQueue) Reviewed(ids []cases.PaperID) {
	for _, a := range q.Items {
		a.Seen = a.Seen || a.Stage == AddDone && slices.Contains(ids, a.Paper.ID)
	}
}

// Clear forgets the files of a case that are done with: those that failed, and those neither to be copied or read nor to be looked at.
func (q *AddQueue) Clear(id cases.ID) {
	var rest []*Adding
	for _, a := range q.Items {
		failed := a.Stage == AddFailed || a.Stage == AddStopped
		if a.Paper.Case != id || !failed && (a.Busy() || a.Text == TextWaiting || a.Text == TextReading || a.Stage == AddDone && !a.Seen) {
			rest = append(rest, a)
		}
	}
	q.Items = rest
}

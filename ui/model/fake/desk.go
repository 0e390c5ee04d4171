package fake

import (
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"fuyi/cases"
)

// desk is what an office in memory keeps beside its cases.
type desk struct {
	bin    []*cases.Case
	why    map[cases.ID]string
	people []cases.Person
	organs []cases.OrganRecord
	pins   map[int64]string
	likes  map[string][]byte
	papers []cases.Paper
	gone   map[cases.PaperID]bool
	texts  map[cases.PaperID]string
	seals  []*cases.Seal
}

func (o *Office) desk() *desk {
	if o.beside == nil {
		o.beside = &desk{why: map[cases.ID]string{}, pins: map[int64]string{}, likes: map[string][]byte{},
			gone: map[cases.PaperID]bool{}, texts: map[cases.PaperID]string{}}
	}
	return o.beside
}

// Revise replaces the facts of cases.
func (o *Office) Revise(_ context.Context, changed []*cases.Case) error {
	if o.Fail != nil {
		return o.Fail
	}
	for _, c := range changed {
		if o.find(c.ID) == nil {
			return &cases.Error{Op: "revise", Kind: cases.NotFound, Msg: "这件案件已不存在。"}
		}
	}
	for _, c := range changed {
		old := o.find(c.ID)
		acts := old.Acts
		*old = *c
		old.Acts = acts
	}
	return nil
}

// Discard puts cases into the bin.
func (o *Office) Discard(_ context.Context, ids []cases.ID, reason string, force bool) error {
	if o.Fail != nil {
		return o.Fail
	}
	for _, id := range ids {
		c := o.find(id)
		if r := cases.Project(c, o.Law(), o.Today); !force && !r.Due.IsZero() {
			return &cases.Error{Op: "discard", Kind: cases.Refused, Msg: c.Number + "还有正在计算的期限，确认后才能移入回收站。"}
		}
		o.desk().bin = append(o.desk().bin, c)
		o.desk().why[id] = reason
		o.All = slices.DeleteFunc(o.All, func(c *cases.Case) bool { return c.ID == id })
	}
	return nil
}

// Reinstate takes cases out of the bin.
func (o *Office) Reinstate(_ context.Context, ids []cases.ID) error {
	d := o.desk()
	for _, id := range ids {
		i := slices.IndexFunc(d.bin, func(c *cases.Case) bool { return c.ID == id })
		if i < 0 {
			return &cases.Error{Op: "reinstate", Kind: cases.NotFound, Msg: "这件案件不在回收站里。"}
		}
		o.All = append(o.All, d.bin[i])
		d.bin = slices.Delete(d.bin, i, i+1)
	}
	slices.SortFunc(o.All, func(a, b *cases.Case) int { return cmp.Compare(a.ID, b.ID) })
	return o.Fail
}

// Discarded lists the bin.
func (o *Office) Discarded(context.Context) ([]cases.DiscardedCase, error) {
	var out []cases.DiscardedCase
	for _, c := range o.desk().bin {
		out = append(out, cases.DiscardedCase{ID: c.ID, Kind: c.Kind, Number: c.Number, Title: c.Title(), Reason: o.desk().why[c.ID]})
	}
	return out, o.Fail
}

// Find looks for the words in number, names, subject and handler.
func (o *Office) Find(ctx context.Context, q cases.FindQuery) (cases.Found, error) {
	p, err := o.List(ctx, cases.Query{Text: q.Text, Today: q.Today, Limit: cmp.Or(q.Limit, 50)})
	f := cases.Found{Total: p.Total}
	for _, r := range p.Rows {
		f.Hits = append(f.Hits, cases.Hit{Row: r, Matches: o.matchesOf(r, q.Text)})
	}
	return f, err
}

func (o *Office) matchesOf(r cases.Row, text string) []cases.Match {
	var out []cases.Match
	for _, w := range strings.Fields(text) {
		for _, f := range []struct{ name, text string }{{"案号", r.Number}, {"申请人", r.Applicants}, {"被申请人", r.Respondents}, {"复议事项", r.Subject}, {"承办人", r.Handler}} {
			if i := strings.Index(f.text, w); i >= 0 {
				from := len([]rune(f.text[:i]))
				out = append(out, cases.Match{Field: f.name, Text: f.text, From: from, To: from + len([]rune(w))})
				break
			}
		}
	}
	return out
}

// Similar lists the cases of the same applicants.
func (o *Office) Similar(_ context.Context, like cases.Likeness, limit int) ([]cases.SimilarCase, error) {
	var out []cases.SimilarCase
	for _, c := range o.All {
		shared := slices.ContainsFunc(c.Names(cases.Applicant), func(n string) bool { return slices.Contains(like.Applicants, n) })
		if c.ID != like.Except && shared && len(out) < limit {
			out = append(out, cases.SimilarCase{Row: cases.Project(c, o.Law(), o.Today), Why: []string{"同一申请人"}, Same: c.Subject == like.Subject})
		}
	}
	return out, o.Fail
}

// Totals counts what a query selects.
func (o *Office) Totals(ctx context.Context, q cases.Query) (cases.Totals, error) {
	var t cases.Totals
	for _, part := range []struct {
		status cases.Status
		to     *int
	}{{cases.Any, &t.All}, {cases.Open, &t.Open}, {cases.Overdue, &t.Overdue}, {cases.SuspendedNow, &t.Suspended}, {cases.Done, &t.Done}} {
		if q.Status != cases.Any && q.Status != part.status && part.status != cases.Any {
			continue
		}
		n := q
		n.Status, n.Offset, n.Limit = cmp.Or(part.status, q.Status), 0, 0
		p, err := o.List(ctx, n)
		if err != nil {
			return t, err
		}
		*part.to = p.Total
	}
	return t, nil
}

// Papers lists a case's papers.
func (o *Office) Papers(_ context.Context, id cases.ID) ([]cases.Paper, error) {
	return o.papersOf(id, false), o.Fail
}

// DiscardedPapers lists the papers in the bin.
func (o *Office) DiscardedPapers(_ context.Context, id cases.ID) ([]cases.Paper, error) {
	return o.papersOf(id, true), o.Fail
}

func (o *Office) papersOf(id cases.ID, gone bool) []cases.Paper {
	var out []cases.Paper
	for _, p := range o.desk().papers {
		if (id == 0 || p.Case == id) && o.desk().gone[p.ID] == gone {
			p.Read = o.desk().texts[p.ID] != ""
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b cases.Paper) int {
		return cmp.Or(-cmp.Compare(a.Volume, b.Volume), cmp.Compare(a.Slot, b.Slot), cmp.Compare(a.Order, b.Order))
	})
	return out
}

// AddPaper keeps what the list says of a paper, at the end of its heading; the content is read and dropped.
func (o *Office) AddPaper(_ context.Context, p cases.Paper, content io.Reader, size int64, progress func(done, total int64)) (cases.Paper, error) {
	sum := sha256.New()
	n, err := io.Copy(sum, content)
	if err = cmp.Or(o.Fail, err); err != nil {
		return p, err
	}
	if progress != nil {
		progress(n, max(n, size))
	}
	d := o.desk()
	p.ID, p.Size, p.Hash = cases.PaperID(len(d.papers)+1), n, fmt.Sprintf("%x", sum.Sum(nil))
	for _, q := range d.papers {
		if q.Case == p.Case && q.Volume == p.Volume && q.Slot == p.Slot {
			p.Order = max(p.Order, q.Order+1)
		}
	}
	p.Order = max(p.Order, 1)
	d.papers = append(d.papers, p)
	return p, nil
}

// RevisePapers replaces what the list says.
func (o *Office) RevisePapers(_ context.Context, changed []cases.Paper) error {
	for _, p := range changed {
		for i := range o.desk().papers {
			if o.desk().papers[i].ID == p.ID {
				o.desk().papers[i] = p
			}
		}
	}
	return o.Fail
}

// DiscardPapers puts papers into the bin.
func (o *Office) DiscardPapers(_ context.Context, ids []cases.PaperID) error {
	return o.mark(ids, true)
}

// ReinstatePapers takes papers out of the bin.
func (o *Office) ReinstatePapers(_ context.Context, ids []cases.PaperID) error {
	return o.mark(ids, false)
}

func (o *Office) mark(ids []cases.PaperID, gone bool) error {
	for _, id := range ids {
		o.desk().gone[id] = gone
	}
	return o.Fail
}

// PaperFile names a file of the content; there is none.
func (o *Office) PaperFile(_ context.Context, id cases.PaperID) (string, error) {
	for _, p := range o.desk().papers {
		if p.ID == id {
			return "content-" + p.Hash, o.Fail
		}
	}
	return "", &cases.Error{Op: "paper file", Kind: cases.NotFound, Msg: "没有找到这份材料。"}
}

// SetPaperText keeps the text.
func (o *Office) SetPaperText(_ context.Context, id cases.PaperID, text string, pages int) error {
	o.desk().texts[id] = text
	for i := range o.desk().papers {
		if o.desk().papers[i].ID == id && pages > 0 {
			o.desk().papers[i].Pages = pages
		}
	}
	return o.Fail
}

// People lists everybody.
func (o *Office) People(context.Context) ([]cases.Person, error) {
	return slices.Clone(o.desk().people), o.Fail
}

// SavePerson stores a person.
func (o *Office) SavePerson(_ context.Context, p cases.Person) (int64, error) {
	d := o.desk()
	if p.ID == 0 {
		p.ID = int64(len(d.people) + 1)
		d.people = append(d.people, p)
	}
	d.people[p.ID-1] = p
	return p.ID, o.Fail
}

// SetPIN keeps the PIN as it is.
func (o *Office) SetPIN(_ context.Context, id int64, pin string) error {
	o.desk().pins[id] = pin
	o.desk().people[id-1].HasPIN = pin != ""
	return o.Fail
}

// SignIn compares the PIN.
func (o *Office) SignIn(_ context.Context, id int64, pin string) error {
	if o.desk().pins[id] != pin {
		return &cases.Error{Op: "sign in", Kind: cases.Refused, Msg: "密码不对，请再输入一次。"}
	}
	o.Who = o.desk().people[id-1].Name
	return o.Fail
}

// Organs lists the directory.
func (o *Office) Organs(context.Context) ([]cases.OrganRecord, error) {
	return slices.Clone(o.desk().organs), o.Fail
}

// SaveOrgan stores an organ.
func (o *Office) SaveOrgan(_ context.Context, r cases.OrganRecord) (int64, error) {
	d := o.desk()
	if r.ID == 0 {
		r.ID = int64(len(d.organs) + 1)
		d.organs = append(d.organs, r)
		return r.ID, o.Fail
	}
	for i := range d.organs {
		if d.organs[i].ID == r.ID {
			d.organs[i] = r
		}
	}
	return r.ID, o.Fail
}

// RemoveOrgan deletes an organ.
func (o *Office) RemoveOrgan(_ context.Context, id int64) error {
	o.desk().organs = slices.DeleteFunc(o.desk().organs, func(r cases.OrganRecord) bool { return r.ID == id })
	return o.Fail
}

// Preference reads a value.
func (o *Office) Preference(_ context.Context, owner, name string) ([]byte, error) {
	return o.desk().likes[owner+"\x00"+name], o.Fail
}

// SetPreference stores a value.
func (o *Office) SetPreference(_ context.Context, owner, name string, value []byte) error {
	o.desk().likes[owner+"\x00"+name] = value
	return o.Fail
}

// Author is the recorder.
func (o *Office) Author() string { return o.Who }

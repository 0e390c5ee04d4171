package storage

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"fuyi/cases"
)

// trait is one way in which two cases are alike.
type trait struct {
	why string
	// word is what is looked for in the search texts, at least minTrait bytes; test, if set, looks closer.
	word string
	test func(c *catalogue, it *item, word []byte) bool
	// person marks traits that tell who applies, matter those that tell against what.
	person, matter bool
}

// minTrait keeps single characters from finding every case.
const minTrait = 4

func traits(l cases.Likeness) []trait {
	var out []trait
	add := func(t trait) {
		if t.word = foldText(t.word); len(t.word) >= minTrait {
			out = append(out, t)
		}
	}
	for _, name := range l.Applicants {
		add(trait{why: "同一申请人", word: name, test: isApplicant, person: true})
	}
	for _, id := range l.IDNumbers {
		add(trait{why: "同一证件号码", word: id, person: true})
	}
	for _, phone := range l.Phones {
		add(trait{why: "同一电话", word: phone, person: true})
	}
	add(trait{why: "同一文书", word: l.ActNumber, matter: true})
	respondent := []byte(foldText(l.Respondent))
	add(trait{why: "相同事项", word: l.Subject, matter: true, test: func(c *catalogue, it *item, word []byte) bool {
		return bytes.Equal(c.texts.field(it.part, fieldSubject), word) &&
			(len(respondent) == 0 || bytes.Contains(c.texts.field(it.part, fieldRespondents), respondent))
	}})
	return out
}

func isApplicant(c *catalogue, it *item, word []byte) bool {
	for name := range bytes.SplitSeq(c.texts.field(it.part, fieldApplicants), []byte("、")) {
		if bytes.Equal(name, word) {
			return true
		}
	}
	return false
}

// alike is a case with what it has in common.
type alike struct {
	row            int
	why            []string
	person, matter bool
}

// Similar lists cases like the one being registered, the most alike first.
func (o *Office) Similar(ctx context.Context, like cases.Likeness, limit int) ([]cases.SimilarCase, error) {
	found, err := o.list.similar(ctx, like, limit)
	if err != nil {
		return nil, fail("similar", err)
	}
	ids := make([]cases.ID, len(found))
	for i := range found {
		ids[i] = cases.ID(found[i].row)
	}
	rows, err := rowsByID(ctx, o.read, ids)
	if err != nil {
		return nil, fail("similar", err)
	}
	var out []cases.SimilarCase
	for _, r := range rows {
		a := found[slices.Index(ids, r.ID)]
		out = append(out, cases.SimilarCase{Row: r, Why: a.why, Same: a.person && a.matter})
	}
	return out, nil
}

// similar finds them in the catalogue; the answer has ids in place of rows.
func (c *catalogue) similar(ctx context.Context, like cases.Likeness, limit int) ([]alike, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.sync(ctx, c.o.day()); err != nil {
		return nil, err
	}
	found := map[int]*alike{}
	for _, t := range traits(like) {
		for row, hit := range c.texts.search([]string{t.word}, len(c.items)) {
			it := &c.items[row]
			if !hit || it.gone || it.id == like.Except || t.test != nil && !t.test(c, it, []byte(t.word)) {
				continue
			}
			a := found[row]
			if a == nil {
				a = &alike{row: row}
				found[row] = a
			}
			if !slices.Contains(a.why, t.why) {
				a.why = append(a.why, t.why)
			}
			a.person, a.matter = a.person || t.person, a.matter || t.matter
		}
	}
	list := make([]alike, 0, len(found))
	for _, a := range found {
		list = append(list, *a)
	}
	slices.SortFunc(list, func(a, b alike) int {
		return cmp.Or(cmp.Compare(len(b.why), len(a.why)), cmp.Compare(c.items[b.row].received, c.items[a.row].received), cmp.Compare(b.row, a.row))
	})
	list = list[:min(limit, len(list))]
	for i := range list {
		list[i].row = int(c.items[list[i].row].id)
	}
	return list, nil
}

package dossier

import (
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

// What goes to the court is found by heading and name, each paper once; a reconsideration organ answers for its own procedure too.
func TestAnswer(t *testing.T) {
	c := &cases.Case{Kind: cases.Litigation, Acts: acts(procedure.SuitReceived), Parties: []cases.Party{{Role: cases.Respondent, Name: "某局"}}, Suit: &cases.Suit{}}
	paper := func(id cases.PaperID, slot int, title string) cases.Paper {
		p := named(main, slot, title)
		p.ID = id
		return p
	}
	papers := []cases.Paper{paper(1, 5, "行政答辩状"), paper(2, 5, "证据清单"), paper(3, 5, "现场照片"), paper(4, 6, "负责人身份证明"), paper(5, 3, "答辩状通知"), {ID: 6, Volume: internal, Slot: 5, Title: "领导批示答辩状"}}
	list := Answer(c, papers)
	got := map[string]int{}
	for _, a := range list {
		for _, p := range a.Papers {
			got[a.Name] = int(p.ID)
		}
	}
	want := map[string]int{"答辩状": 1, "证据清单": 2, "作出行政行为的证据": 3, "负责人身份证明": 4}
	for name, id := range want {
		if got[name] != id {
			t.Errorf("%s is paper %d, want %d", name, got[name], id)
		}
	}
	if len(got) != len(want) {
		t.Errorf("found %v", got)
	}
	if s := Lacking(list); s != "所依据的规范性文件、授权委托书和代理人身份证明" {
		t.Errorf("lacking %s", s)
	}
	c.Parties[0].Capacity = cases.JointReviewer
	if s := Lacking(Answer(c, papers)); !strings.Contains(s, "复议程序合法的证据") {
		t.Errorf("a reconsideration organ lacks %s", s)
	}
	if Answer(&cases.Case{Kind: cases.Reconsideration}, papers) != nil {
		t.Error("a reconsideration has no answer to a court")
	}
}

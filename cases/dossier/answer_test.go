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

// The papers of a joint defendant: those of the reconsideration prove its procedure, those of agents are none of the head, a list of
// documents is no list of evidence.
func TestAnswerOfAReconsiderationOrgan(t *testing.T) {
	c := &cases.Case{Kind: cases.Litigation, Acts: acts(procedure.SuitReceived), Suit: &cases.Suit{}, Parties: []cases.Party{
		{Role: cases.Respondent, Name: "某局", PartyDetail: cases.PartyDetail{Capacity: cases.OriginalOrgan}}, {Role: cases.Respondent, Name: "某区人民政府", PartyDetail: cases.PartyDetail{Capacity: cases.JointReviewer}}}}
	want := map[string]string{
		"行政复议答辩状": "答辩状", "行政复议决定书": "复议程序合法的证据", "行政复议听取意见笔录": "复议程序合法的证据", "听取意见笔录": "复议程序合法的证据",
		"复议案卷材料": "复议程序合法的证据", "现场检查笔录": "作出行政行为的证据", "行政处罚决定书": "作出行政行为的证据", "证据清单": "证据清单", "复议证据目录": "证据清单",
		"规范性文件清单": "所依据的规范性文件", "法律依据": "所依据的规范性文件", "复议依据的规范性文件": "所依据的规范性文件", "证据和依据": "作出行政行为的证据",
		"代理人身份证明": "授权委托书和代理人身份证明", "授权委托书": "授权委托书和代理人身份证明", "法定代表人身份证明书": "负责人身份证明", "负责人身份证明": "负责人身份证明",
		"原告身份证明": "",
	}
	var papers []cases.Paper
	for title := range want {
		slot := 5
		if strings.Contains(title, "身份") || strings.Contains(title, "委托") {
			slot = 6
		}
		p := named(main, slot, title)
		p.ID = cases.PaperID(len(papers) + 1)
		papers = append(papers, p)
	}
	got := map[string]string{}
	for _, a := range Answer(c, papers) {
		for _, p := range a.Papers {
			if got[p.Title] != "" {
				t.Errorf("%s is handed in twice", p.Title)
			}
			got[p.Title] = a.Name
		}
	}
	for title, name := range want {
		if got[title] != name {
			t.Errorf("%s is %q, want %q", title, got[title], name)
		}
	}
	agent := named(main, 6, "代理人身份证明")
	if s := Lacking(Answer(c, []cases.Paper{agent})); !strings.Contains(s, "负责人身份证明") {
		t.Errorf("an agent's papers stand for the head's: lacking %s", s)
	}
	for _, a := range Answer(c, nil) {
		if s := a.Have(); s != map[bool]string{true: "没有（需要时提交）", false: "缺少"}[a.Optional] {
			t.Errorf("%s: %s", a.Name, s)
		}
	}
}

package procedure

import (
	"strings"
	"testing"
)

func TestDetailNamesEveryPart(t *testing.T) {
	no := false
	tests := []struct {
		kind Kind
		d    *Detail
		want string
	}{
		{Receipt, nil, ""},
		{Decision, &Detail{Items: []Item{{Kind: Revoke, Redo: true}, {Kind: ConfirmIllegal}}},
			"撤销，责令重新作出；确认违法"},
		{Served, &Detail{To: "某某局"}, "受送达人：某某局"},
		{CopySent, &Detail{To: "甲局、乙局"}, "被申请人：甲局、乙局"},
		{Reply, &Detail{To: "某某局"}, "答复的被申请人：某某局"},
		{CourtHearing, &Detail{Appearance: &Appearance{Head: true, Post: "副区长", Name: "李某"}}, "负责人出庭：李某，副区长"},
		{CourtHearing, &Detail{Appearance: &Appearance{For: "某某局", Reason: "公务"}}, "某某局：负责人未出庭，理由：公务"},
		{Judgment, &Detail{Results: []Result{
			{Defendant: "甲局", Outcome: ActRevoked}, {Defendant: "乙局", Outcome: ActRevoked, Lost: &no}}},
			"甲局：撤销（败诉）；乙局：撤销"},
	}
	for _, tt := range tests {
		if got := strings.Join(Describe(&Act{Kind: tt.kind, Detail: tt.d}), "；"); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

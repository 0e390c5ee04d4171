package dossier

import (
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// acts are kinds of acts on days of July 2026 and after, one each day.
func acts(kinds ...procedure.Kind) []procedure.Act {
	var out []procedure.Act
	for i, k := range kinds {
		out = append(out, procedure.Act{Kind: k, On: calendar.New(2026, 7, 1).AddDays(i)})
	}
	return out
}

func named(v cases.Volume, slot int, title string) cases.Paper {
	return cases.Paper{Volume: v, Slot: slot, Title: title}
}

func missing(c *cases.Case, papers ...cases.Paper) []string {
	var out []string
	for _, m := range Complete(c, papers) {
		out = append(out, m.Name)
	}
	return out
}

func TestWhatEachOutcomeAsksFor(t *testing.T) {
	const review, suit = cases.Reconsideration, cases.Litigation
	application := []cases.Paper{named(main, 3, "行政复议申请书"), named(main, 4, "申请人身份证复印件")}
	for name, c := range map[string]struct {
		kind   cases.Kind
		acts   []procedure.Act
		party  []cases.Party
		papers []cases.Paper
		want   []string
	}{
		"received": {review, acts(procedure.Receipt), nil, nil, []string{"行政复议申请书或者口头申请笔录", "申请人身份证明"}},
		"refused": {review, acts(procedure.Receipt, procedure.Rejection), nil, application,
			[]string{"不予受理决定书", "送达回证"}},
		"refused and complete": {review, acts(procedure.Receipt, procedure.Rejection), nil,
			append(slices.Clone(application), named(main, 7, "不予受理行政复议申请决定书"), named(main, 21, "送达回证")), nil},
		"abandoned after a supplement notice": {review, acts(procedure.Receipt, procedure.SupplementNotice, procedure.SupplementServed, procedure.Abandonment), nil,
			append(slices.Clone(application), named(main, 6, "补正通知书")), []string{"视为放弃的记录或者通知", "送达回证"}},
		"decided": {review, acts(procedure.Receipt, procedure.Acceptance, procedure.CopySent, procedure.Reply, procedure.Decision), nil, application,
			[]string{"受理通知书", "答复通知书", "被申请人答复书、证据和依据", "听取意见记录，或者不能听取意见的说明", "行政复议决定书", "送达回证", "决定经负责人同意或者集体讨论的材料"}},
		"decided summarily": {review, acts(procedure.Receipt, procedure.Acceptance, procedure.SummaryChosen, procedure.Decision), nil,
			append(slices.Clone(application), named(main, 7, "受理通知书"), named(main, 18, "行政复议决定书"), named(main, 21, "送达回证"), named(internal, 9, "签发稿")), nil},
		"a hearing heard the opinions": {review, acts(procedure.Receipt, procedure.Acceptance, procedure.HearingHeld, procedure.Decision), nil,
			append(slices.Clone(application), named(main, 7, "受理通知书"), named(main, 16, "听证笔录"), named(main, 18, "行政复议决定书"), named(main, 21, "送达回证"),
				named(internal, 6, "集体讨论笔录")), nil},
		"stopped and taken up again": {review, acts(procedure.Receipt, procedure.Acceptance, procedure.Suspension, procedure.Resumption), nil,
			append(slices.Clone(application), named(main, 7, "受理通知书"), named(main, 12, "中止通知书")), []string{"恢复审理通知书"}},
		"one scan of several papers": {review, acts(procedure.Receipt, procedure.Acceptance, procedure.Suspension, procedure.Resumption), nil,
			append(slices.Clone(application), named(main, 7, "受理通知书"), named(main, 12, "程序文书合订")), nil},
		"with an agent and representatives": {review, acts(procedure.Receipt), []cases.Party{{Role: cases.Agent, Name: "周某"}, {Role: cases.RepresentativeRole, Name: "陈某某"}}, application,
			[]string{"授权委托书和代理人身份证明", "代表人推选书"}},
		"letter without an answer": {review, acts(procedure.Receipt, procedure.OpinionLetter, procedure.LetterReply), nil,
			append(slices.Clone(application), named(main, 19, "行政复议意见书")), []string{"意见书的反馈材料"}},
		"consulted": {review, acts(procedure.Receipt, procedure.Consultation), nil, application, []string{"委员会咨询意见"}},
		"a paper in the wrong volume": {review, acts(procedure.Receipt, procedure.Acceptance), nil,
			append(slices.Clone(application), named(internal, 7, "受理通知书")), []string{"受理通知书"}},
		"sued": {suit, acts(procedure.SuitReceived, procedure.SuitAnswered, procedure.CourtHearing, procedure.Judgment, procedure.Appealed), nil,
			[]cases.Paper{named(main, 3, "应诉通知书"), named(main, 6, "授权委托书")},
			[]string{"答辩状、证据和依据", "负责人身份证明，或者负责人不能出庭的说明", "庭审笔录", "裁判文书", "上诉状"}},
	} {
		if got := missing(&cases.Case{Kind: c.kind, Acts: c.acts, Parties: c.party}, c.papers...); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Opinions had to be heard only since 2024 (复议法49; the old law examined papers).
func TestOldCasesAreNotAskedForTheNewDuty(t *testing.T) {
	c := &cases.Case{Kind: cases.Reconsideration, Acts: []procedure.Act{{Kind: procedure.Acceptance, On: calendar.New(2023, 12, 29)}, {Kind: procedure.Decision, On: calendar.New(2024, 2, 1)}}}
	if got := missing(c); slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "听取意见") }) {
		t.Errorf("%q", got)
	}
	c.Acts[0].On = calendar.New(2024, 1, 2)
	if got := missing(c); !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "听取意见") }) {
		t.Errorf("%q", got)
	}
}

func TestAWithdrawalLeavesItsPaper(t *testing.T) {
	for ground, want := range map[procedure.Ground]bool{procedure.VoluntaryWithdrawal: true, procedure.SettlementReached: true, procedure.ActCorrected: true, "": false} {
		c := &cases.Case{Kind: cases.Reconsideration, Acts: []procedure.Act{{Kind: procedure.Termination, On: calendar.New(2026, 8, 3), Detail: &procedure.Detail{Ground: ground}}}}
		if got := slices.Contains(missing(c), "撤回申请书、和解协议"); got != want {
			t.Errorf("%q: %v", ground, got)
		}
	}
}

func TestTheReasonIsASentence(t *testing.T) {
	c := &cases.Case{Kind: cases.Reconsideration, Acts: acts(procedure.Receipt, procedure.Acceptance, procedure.Decision), Parties: []cases.Party{{Role: cases.Agent, Name: "周某"}}}
	list := Complete(c, nil)
	for _, m := range list {
		if !strings.HasPrefix(m.Why, "本案") || !strings.HasSuffix(m.Why, "卷宗里应有"+m.Name+"。") || m.Label == "" {
			t.Errorf("%+v", m)
		}
	}
	if len(list) < 5 || list[0].Why != "本案2026年7月1日记录了“收件”，卷宗里应有行政复议申请书或者口头申请笔录。" {
		t.Errorf("%+v", list)
	}
}

func TestRetentionFollowsTheOutcome(t *testing.T) {
	for _, c := range []struct {
		acts []procedure.Act
		want string
	}{
		{acts(procedure.Receipt, procedure.Acceptance, procedure.Decision), "30年"},
		{acts(procedure.Receipt, procedure.Acceptance, procedure.Consultation, procedure.Decision), "永久"},
		{acts(procedure.Receipt, procedure.Acceptance, procedure.Decision, procedure.DecisionSued), "永久"},
		{acts(procedure.Receipt, procedure.Rejection), "10年"}, {acts(procedure.Receipt, procedure.Withdrawal), "10年"},
		{acts(procedure.Receipt, procedure.Acceptance, procedure.Withdrawal), "30年"}, {nil, "30年"},
	} {
		got := Retentions(&cases.Case{Acts: c.acts})
		if len(got) != 3 || got[0].Term != c.want || got[0].Why == "" || got[1].Term == got[0].Term || got[2].Term == got[1].Term {
			t.Errorf("%v: %v", c.acts, got)
		}
	}
}

// The cover of a dossier bound later shows the term it was archived with.
func TestRetentionIsReadBack(t *testing.T) {
	c := &cases.Case{Kind: cases.Reconsideration, Acts: acts(procedure.Receipt, procedure.Acceptance)}
	if on, r := Archived(c); !on.IsZero() || r != (Retention{}) {
		t.Errorf("not archived: %v %v", on, r)
	}
	for _, r := range Retentions(c) {
		for _, more := range []string{"", "；卷宗共3件8页1册", "；卷宗共3件8页1册；归档时缺送达回证"} {
			c.Acts = append(acts(procedure.Receipt), procedure.Act{Kind: procedure.Archiving, On: calendar.New(2026, 9, 1), Note: r.String() + more})
			if on, got := Archived(c); got != r || on != calendar.New(2026, 9, 1) {
				t.Errorf("%q is read as %v on %v", c.Acts[1].Note, got, on)
			}
		}
	}
	c.Acts = append(c.Acts, procedure.Act{Kind: procedure.Archiving, On: calendar.New(2026, 10, 1), Note: "补装一册"})
	if on, r := Archived(c); r != (Retention{}) || on != calendar.New(2026, 10, 1) {
		t.Errorf("an act without a term gives %v on %v", r, on)
	}
}

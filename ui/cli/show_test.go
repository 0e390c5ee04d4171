package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// suspended is a case of 2026 that was accepted, suspended for ten days and extended, and is still open.
func suspended(t *testing.T) (*cases.Case, procedure.Timeline, *procedure.Law) {
	t.Helper()
	cal, err := assets.Calendar()
	if err != nil {
		t.Fatal(err)
	}
	c := &cases.Case{
		Kind: cases.Reconsideration, Number: "〔2026〕示例行复第1号", Subject: "不服行政处罚决定",
		Parties: []cases.Party{
			{Role: cases.Applicant, Name: "陈某某"}, {Role: cases.Respondent, Name: "某某街道办事处", Organisation: true},
			{Role: cases.Agent, Name: "王某", For: "陈某某"},
		},
		Notes: []cases.Note{{Label: "保管柜号", Text: "甲-7"}},
		Acts: []procedure.Act{
			{Kind: procedure.Receipt, On: calendar.New(2026, 3, 2), Imported: true},
			{Kind: procedure.Acceptance, On: calendar.New(2026, 3, 4), Paper: "受字1号"},
			{Kind: procedure.Suspension, On: calendar.New(2026, 3, 20),
				Detail: &procedure.Detail{Ground: procedure.LawQuestion}},
			{Kind: procedure.Resumption, On: calendar.New(2026, 3, 30)},
			{Kind: procedure.Extension, On: calendar.New(2026, 4, 7), Detail: &procedure.Detail{Days: 20}},
		},
	}
	law := procedure.NewLaw(cal)
	return c, c.Timeline(law, calendar.New(2026, 4, 8)), law
}

func TestShowTextTellsActsPeriodsAndNextSteps(t *testing.T) {
	c, timeline, _ := suspended(t)
	var b strings.Builder
	showText(&b, c, timeline, nil, calendar.New(2026, 4, 8))
	for _, want := range []string{
		"〔2026〕示例行复第1号  行政复议  审理中",
		"申请人          陈某某",
		"代理人          王某（代理陈某某）",
		"备注：保管柜号  甲-7",
		"2026-03-02 周一  收件（导入）",
		"2026-03-04 周三  受理  受字1号",
		"2026-03-20 周五  中止  事由：法律适用问题需要有权机关解释或者确认",
		"2026-04-07 周二  延期  延长20日",
		"审理期限：",
		"扣除10日",
		"还有",
		"下一步可以办理",
		"作出复议决定（",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
}

func TestShowJSONCarriesTheDerivation(t *testing.T) {
	c, timeline, law := suspended(t)
	var b bytes.Buffer
	if err := writeJSON(&b, newCaseJSON(c, timeline, law, calendar.New(2026, 4, 8))); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Number  string
		Parties []map[string]any
		Acts    []struct {
			Date, Kind, Label string
			Imported          bool
			Detail            *procedure.Detail
		}
		Timeline struct {
			StateLabel string `json:"state_label"`
			Periods    []struct {
				Rule, Start, Raw, Due string
				N, Paused, Extended   int
				Skipped               []calendar.Skip
				Steps                 []procedure.Step
			}
			Problems []string
			Offers   []struct {
				Kind, Refused string
				Permitted     bool
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Timeline.StateLabel != "审理中" || len(doc.Acts) != 5 {
		t.Errorf("document %s", b.String())
	}
	if a := doc.Acts[0]; a.Date != "2026-03-02" || a.Kind != "receipt" || !a.Imported || a.Detail != nil {
		t.Errorf("first act %+v", a)
	}
	if p := doc.Parties[0]; p["name"] != "陈某某" || p["role"] != "applicant" || p["role_label"] != "申请人" {
		t.Errorf("first party %v", p)
	}
	found := false
	for _, p := range doc.Timeline.Periods {
		// 60 days and 20 of extension after 4 March, 10 of suspension: 2 June, a Tuesday.
		if p.Rule == "DEC_ORD" {
			found = p.Start == "2026-03-04" && p.N == 80 && p.Paused == 10 && p.Due == "2026-06-02" && p.Skipped != nil && len(p.Steps) > 5
		}
	}
	if !found {
		t.Errorf("no such main period in %+v", doc.Timeline.Periods)
	}
	refused := 0
	for _, o := range doc.Timeline.Offers {
		if o.Permitted != (o.Refused == "") {
			t.Errorf("offer %+v contradicts itself", o)
		}
		if !o.Permitted {
			refused++
		}
	}
	if refused == 0 || refused == len(doc.Timeline.Offers) {
		t.Errorf("%d of %d acts are refused", refused, len(doc.Timeline.Offers))
	}
}

func TestExplanationCoversEveryPeriod(t *testing.T) {
	_, timeline, law := suspended(t)
	var b strings.Builder
	explainText(&b, timeline, law)
	for _, p := range timeline.Periods {
		if !strings.Contains(b.String(), "\n"+p.Name()+"\n起算："+p.Count.Start.String()) {
			t.Errorf("no derivation of %s in\n%s", p.Name(), b.String())
		}
	}
	for _, want := range []string{"中止：2026-03-20 至 2026-03-30，扣除10日", "期间：80日（法定60日，延长20日）"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
}

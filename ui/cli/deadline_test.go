package cli

import (
	"strings"
	"testing"
	"time"

	"fuyi/assets"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// deadlineBench is a program that knows the holidays and no office.
func deadlineBench(t *testing.T) *bench {
	t.Helper()
	b := newBench()
	cal, err := assets.Calendar()
	if err != nil {
		t.Fatal(err)
	}
	b.deps.Calendar = cal
	return b
}

// The worked examples of the law reference, computed with the State Council's notices.
func TestDeadlineGivesTheWorkedExamples(t *testing.T) {
	b := deadlineBench(t)
	for _, tt := range []struct{ name, args, due string }{
		{"E1", "--rule COPY_ORD --from 2026-01-28", "2026-02-06"},
		{"E1", "--rule REPLY_ORD --from 2026-02-06", "2026-02-27"},
		{"E1", "--rule DEC_ORD --from 2026-01-28", "2026-03-30"},
		{"E1", "--rule DEC_ORD --from 2026-01-28 --extended", "2026-04-28"},
		{"E2", "--rule COPY_SMP --from 2026-01-28", "2026-02-02"},
		{"E2", "--rule REPLY_SMP --from 2026-02-10", "2026-02-24"},
		{"E2", "--rule DEC_SMP --from 2026-01-28", "2026-02-27"},
		{"E3", "--rule ACC_REVIEW --from 2026-02-11", "2026-02-25"},
		{"E3", "--rule DEC_ORD --from 2026-02-25", "2026-04-27"},
		{"E4", "--rule ACC_REVIEW --from 2026-09-28", "2026-10-10"},
		{"E4", "--rule DEC_ORD --from 2026-10-10", "2026-12-09"},
		{"E5", "--rule DEC_ORD --from 2026-08-03", "2026-10-08"},
		{"E6", "--rule APPLY --from 2026-08-05", "2026-10-08"},
		{"E7", "--rule CORR_ASK --from 2026-04-27", "2026-05-07"},
		{"E7", "--rule CORR_ANSWER --from 2026-05-07", "2026-05-20"},
		{"E7", "--rule CORR_REVIEW --from 2026-05-20", "2026-05-27"},
		{"E8", "--rule HEAR_NOTICE --from 2026-10-12", "2026-09-28"},
		{"E9", "--rule DEC_ORD --from 2026-03-02 --pause 2026-03-20..2026-05-06", "2026-06-17"},
		{"E9", "--rule DEC_ORD --from 2026-03-02 --pause 2026-03-20..2026-05-06 --pause 2026-05-20..2026-06-03", "2026-07-01"},
		{"E9", "--rule DEC_ORD --from 2026-03-02 --extended --pause 2026-03-20..2026-05-06 --pause 2026-05-20..2026-06-03", "2026-07-31"},
		{"E10", "--rule DEC_ORD --from 2026-03-02 --pause 2026-04-10..2026-05-08 --pause 2026-04-20..2026-05-12", "2026-06-02"},
		{"E11", "--rule NORM_ASK --from 2026-09-21", "2026-09-24"},
		{"E11", "--rule NORM_REPLY --from 2026-09-24", "2026-10-15"},
		{"E11", "--rule NORM_FWD --from 2026-09-21", "2026-10-08"},
		{"E11", "--rule NORM_OWN --from 2026-09-21", "2026-10-21"},
		{"E12", "--rule SUE_DECISION --from 2026-09-18", "2026-10-08"},
		{"E13", "--rule OPINION_BACK --from 2026-08-07", "2026-10-08"},
		{"E14", "--rule SUSP_END --from 2026-03-20", "2026-05-19"},
		{"E15", "--rule REPLY_ORD --from 2023-09-22", "2023-10-07"},
		{"E15", "--rule REPLY_ORD --from 2023-09-22 --regime B", "2023-10-12"},
		{"E16", "--rule DEC_ORD --from 2023-12-20", "2024-02-18"},
		{"E17", "--rule DEC_ORD --from 2024-05-20", "2024-07-19"},
		{"E17", "--rule DEC_ORD --from 2024-05-20 --extended", "2024-08-19"},
		{"E18", "--rule SUE_OVERDUE --from 2026-10-08", "2026-10-23"},
		{"E19", "--rule DEC_ORD --from 2026-10-12", "2026-12-11"},
		{"E19", "--rule UPGRADE_HANDOVER --from 2026-09-28", "2026-10-10"},
		{"E20", "--rule PUBLIC_SERVICE --from 2026-09-10", "2026-10-10"},
		{"E20", "--rule PUBLIC_SERVICE --from 2026-09-01", "2026-10-08"},
	} {
		if got := b.run(append([]string{"deadline", "--json"}, strings.Fields(tt.args)...)...); got != exitDone {
			t.Errorf("%s %s: exit status %d: %s", tt.name, tt.args, got, b.err.String())
			continue
		}
		var doc struct {
			Due   string
			Days  []calendar.DayMark
			Steps []procedure.Step
		}
		decode(t, b.out.Bytes(), &doc)
		if doc.Due != tt.due {
			t.Errorf("%s %s: due %s, want %s", tt.name, tt.args, doc.Due, tt.due)
		}
		if last := doc.Days[len(doc.Days)-1]; last.Date.String() != tt.due || len(doc.Steps) < 6 {
			t.Errorf("%s %s: the derivation ends on %s with %d steps", tt.name, tt.args, last.Date, len(doc.Steps))
		}
	}
}

// Every row of the table can be computed, or says why not, and the table in JSON is the table of the engine.
func TestEveryRuleAnswers(t *testing.T) {
	b := deadlineBench(t)
	if got := b.run("deadline", "--rules", "--json"); got != exitDone {
		t.Fatalf("exit status %d: %s", got, b.err.String())
	}
	var rules []ruleJSON
	decode(t, b.out.Bytes(), &rules)
	if len(rules) != len(procedure.Rules()) {
		t.Fatalf("%d rules, want %d", len(rules), len(procedure.Rules()))
	}
	for _, r := range rules {
		args := []string{"deadline", "--rule", string(r.ID), "--from", "2025-03-03", "--regime", r.Regimes[:1], "--json"}
		got := b.run(args...)
		if r.Unit == "date" {
			if got != exitFailed || !strings.Contains(b.err.String(), "由文书指定日期") {
				t.Errorf("%s: exit status %d: %s", r.ID, got, b.err.String())
			}
			continue
		}
		var doc deadlineJSON
		decode(t, b.out.Bytes(), &doc)
		if got != exitDone || doc.Rule != r.ID || doc.Unit != r.Unit || doc.Counted != r.N || doc.Basis != r.Basis || doc.Due.IsZero() {
			t.Errorf("%s: exit status %d, document %+v", r.ID, got, doc)
		}
	}
}

func TestIdlePauses(t *testing.T) {
	day := func(m time.Month, d int) calendar.Date { return calendar.New(2026, m, d) }
	taken := []calendar.Pause{{From: day(3, 10), To: day(3, 20)}}
	for _, tt := range []struct {
		name  string
		asked calendar.Pause
		open  bool
		idle  bool
	}{
		{"the one taken", calendar.Pause{From: day(3, 10), To: day(3, 20)}, false, false},
		{"inside it", calendar.Pause{From: day(3, 12), To: day(3, 14)}, false, false},
		{"before it", calendar.Pause{From: day(3, 1), To: day(3, 10)}, false, true},
		{"after it", calendar.Pause{From: day(3, 20), To: day(3, 25)}, false, true},
		{"after it and still running", calendar.Pause{From: day(6, 1)}, false, true},
		{"while one runs", calendar.Pause{From: day(6, 1)}, true, false},
	} {
		got := idlePauses([]calendar.Pause{tt.asked}, calendar.Count{Pauses: taken, Open: tt.open})
		if (len(got) == 1) != tt.idle {
			t.Errorf("%s: idle %v, want %v", tt.name, got, tt.idle)
		}
	}
}

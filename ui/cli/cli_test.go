package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func TestWrongUsageIsSaidInChinese(t *testing.T) {
	tests := []struct {
		args string
		says string
	}{
		{"lisst", "没有 lisst 这个命令。您要用的可能是 list。"},
		{"frobnicate", "没有 frobnicate 这个命令。"},
		{"list --yaer 2020", "没有 --yaer 这个选项。"},
		{"list -z", "没有 -z 这个选项。"},
		{"list --query", "选项 --query 后面缺少内容。"},
		{"list --json=perhaps", "选项 --json 的内容“perhaps”无法识别。"},
		{"list extra", "命令 list 多出了参数“extra”。"},
		{"list --kind civil", "“civil”不是案件种类"},
		{"list --year 20", "“20”不是有效的年度"},
		{"list --year 1948", "“1948”不是有效的年度"},
		{"list --year 2100", "“2100”不是有效的年度"},
		{"list --year +202", "“+202”不是有效的年度"},
		{"show", "命令 show 缺少参数：案号。"},
		{"statistics", "命令 statistics 需要用 --year 指定统计年度。"},
		{"statistics --year 2020 --as-of 2020-02-30", "“2020-02-30”不是可识别的日期"},
		{"statistics --year 2020 --as-of 2019-12-31", "截至日期 2019-12-31 早于 2020 年度"},
		{"report --year 2020 --as-of 2019.1.1", "截至日期 2019-01-01 早于 2020 年度"},
		{"report", "命令 report 需要用 --year 指定统计年度。"},
		{"ledger", "命令 ledger 需要用 --out"},
		{"import", "命令 import 缺少参数：台账文件。"},
		{"template", "命令 template 缺少参数"},
		{"backup", "命令 backup 缺少参数"},
		{"restore", "命令 restore 缺少参数"},
		{"generate --cases 5", "命令 generate 需要用 --seed"},
		{"generate --cases 0 --seed 1", "“0”不是有效的件数"},
		{"generate --cases 5 --seed -1", "“-1”不是有效的种子"},
		{"generate --cases 5 --seed 1 --from 2021 --to 2020", "起始年度 2021 晚于终止年度 2020。"},
		{"imports --undo x", "“x”不是有效的导入编号"},
		{"find", "命令 find 缺少参数：要查找的文字。"},
		{"find x --limit 0", "“0”不是有效的件数"},
		{"papers", "命令 papers 缺少参数：案号。"},
		{"papers 1 --out list.docx", "文件名“list.docx”应当以 .xlsx 或 .pdf 结尾。"},
		{"attach", "命令 attach 缺少参数：案号。"},
		{"attach 1", "命令 attach 缺少参数：要加入卷宗的文件。"},
		{"attach --kinds 1", "命令 attach 多出了参数“1”。"},
		{"brief", "命令 brief 缺少参数：案号。"},
		{"brief 1", "命令 brief 需要用 --out 指定要写出的 .pdf 文件。"},
		{"brief 1 --out brief.docx", "文件名“brief.docx”应当以 .pdf 结尾。"},
		{"help nothing", "没有 nothing 这个命令。"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			b := newBench()
			if got := b.run(strings.Fields(tt.args)...); got != exitUsage {
				t.Errorf("exit status %d, want %d", got, exitUsage)
			}
			if b.out.Len() > 0 {
				t.Errorf("standard output %q, want nothing", b.out.String())
			}
			first, _, _ := strings.Cut(b.err.String(), "\n")
			if !strings.Contains(first, tt.says) || !strings.Contains(b.err.String(), "用法：fuyi") {
				t.Errorf("standard error %q, want %q and the usage", b.err.String(), tt.says)
			}
		})
	}
}

// English sentences of the flag library must not reach a clerk: outside of names of commands, flags and files every
// line of the help is Chinese.
func TestHelpIsChinese(t *testing.T) {
	b := newBench()
	commands := []string{""}
	for _, c := range (&app{}).root().Commands() {
		commands = append(commands, c.Name())
	}
	for _, name := range commands {
		for _, args := range [][]string{{name, "--help"}, {"help", name}} {
			args = strings.Fields(strings.Join(args, " "))
			if got := b.run(args...); got != exitDone {
				t.Fatalf("%v: exit status %d: %s", args, got, b.err.String())
			}
			for line := range strings.Lines(b.out.String()) {
				if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "fuyi ") || line == "fuyi" {
					continue
				}
				if !strings.ContainsFunc(line, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
					t.Errorf("%v: line without Chinese: %q", args, line)
				}
			}
			if !strings.Contains(b.out.String(), "用法：\n  fuyi") || !strings.Contains(b.out.String(), "--office 文本") {
				t.Errorf("%v: incomplete help:\n%s", args, b.out.String())
			}
		}
	}
}

func TestListJSONHasTheAgreedFields(t *testing.T) {
	b := newBench()
	b.office.rows = []cases.Row{{
		Kind: cases.Reconsideration, Number: "〔2020〕姑苏行复第5号", Applicants: "陈某某、王某某", Respondents: "甲&乙街道",
		Subject: "行政处罚", Handler: "李某", State: procedure.Trying,
		Received: calendar.New(2020, 3, 5), Accepted: calendar.New(2020, 3, 9), Due: calendar.New(2020, 5, 8),
	}, {Kind: cases.Litigation, Number: "2", State: procedure.Judged, Result: "维持"}}
	args := "list --kind reconsideration --year 2020 --json --query"
	if got := b.run(append(strings.Fields(args), "陈 处罚")...); got != exitDone {
		t.Fatalf("exit status %d: %s", got, b.err.String())
	}
	var got []map[string]string
	decode(t, b.out.Bytes(), &got)
	want := map[string]string{
		"number": "〔2020〕姑苏行复第5号", "kind": "reconsideration", "kind_label": "行政复议", "state": "审理中", "applicants": "陈某某、王某某",
		"respondents": "甲&乙街道", "subject": "行政处罚", "handler": "李某", "received": "2020-03-05",
		"accepted": "2020-03-09", "concluded": "", "result": "", "due": "2020-05-08",
	}
	if len(got) != 2 || len(got[0]) != len(want) {
		t.Fatalf("got %v, want two objects with %d fields", got, len(want))
	}
	for k, v := range want {
		if got[0][k] != v {
			t.Errorf("%s = %q, want %q", k, got[0][k], v)
		}
	}
	asked := cases.Query{Kind: cases.Reconsideration, Year: 2020, Text: "陈 处罚", Today: b.deps.Today}
	if q := b.office.asked; q.Kind != asked.Kind || q.Year != asked.Year || q.Text != asked.Text || q.Today != asked.Today {
		t.Errorf("asked for %+v, want %+v", q, asked)
	}
	if !b.office.closed {
		t.Error("the office was left open")
	}
}

func TestEmptyListIsAnEmptyDocument(t *testing.T) {
	b := newBench()
	b.run("list", "--json")
	var got []any
	decode(t, b.out.Bytes(), &got)
	if got == nil || len(got) != 0 {
		t.Errorf("got %v, want []", got)
	}
}

func decode(t *testing.T, doc []byte, into any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(doc))
	if err := d.Decode(into); err != nil {
		t.Fatalf("%v in %s", err, doc)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		t.Errorf("more than one document: %s", doc)
	}
}

func TestCheckFailsWithItsFindings(t *testing.T) {
	b := newBench()
	b.office.problems = []string{"案件甲的到期日与经过不符。"}
	if got := b.run("check", "--json"); got != exitFailed {
		t.Errorf("exit status %d, want %d", got, exitFailed)
	}
	var got healthJSON
	decode(t, b.out.Bytes(), &got)
	if got.OK || len(got.Problems) != 1 || !strings.Contains(b.err.String(), "1 处问题") {
		t.Errorf("got %+v and %q", got, b.err.String())
	}
	b.office.problems = nil
	if got := b.run("check", "--json"); got != exitDone {
		t.Errorf("exit status %d, want %d", got, exitDone)
	}
	if !strings.Contains(b.out.String(), `"problems": []`) {
		t.Errorf("got %s, want an empty list", b.out.String())
	}
}

func TestImportVerdicts(t *testing.T) {
	row := func(n int, s cases.RowStatus) cases.LedgerRow {
		return cases.LedgerRow{Sheet: "复议", Row: n, Number: "甲", Status: s, Reasons: []string{"C3：收案日期无法识别。"}}
	}
	imported, present, bad := row(2, cases.RowImported), row(3, cases.RowPresent), row(4, cases.RowRefused)
	tests := []struct {
		name   string
		args   string
		rows   []cases.LedgerRow
		report cases.LedgerReport
		status int
		// listed are the rows of the JSON document.
		listed int
	}{
		{"all go in", "", []cases.LedgerRow{imported}, cases.LedgerReport{Imported: 1}, exitDone, 0},
		{"some are refused", "", []cases.LedgerRow{imported, bad}, cases.LedgerReport{Imported: 1, Refused: 1}, exitDone, 1},
		{"all are refused", "", []cases.LedgerRow{bad}, cases.LedgerReport{Refused: 1}, exitFailed, 1},
		{"again", "", []cases.LedgerRow{present}, cases.LedgerReport{Present: 1}, exitDone, 1},
		{"again, with a bad row", "", []cases.LedgerRow{present, bad}, cases.LedgerReport{Present: 1, Refused: 1}, exitDone, 2},
		{"all or nothing", "--all-or-nothing", []cases.LedgerRow{imported, bad},
			cases.LedgerReport{Refused: 1}, exitFailed, 1},
		{"dry run", "--dry-run", []cases.LedgerRow{imported, bad}, cases.LedgerReport{Imported: 1, Refused: 1}, exitDone, 2},
		{"dry run of all or nothing", "--dry-run --all-or-nothing", []cases.LedgerRow{imported, bad},
			cases.LedgerReport{Imported: 1, Refused: 1}, exitFailed, 2},
		{"nothing in the file", "", nil, cases.LedgerReport{}, exitDone, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench()
			b.files.rows, b.files.report = tt.rows, tt.report
			args := append([]string{"import", "book.xlsx"}, strings.Fields(tt.args)...)
			if got := b.run(args...); got != tt.status {
				t.Errorf("exit status %d, want %d: %s", got, tt.status, b.err.String())
			}
			if said := strings.Contains(b.out.String(), "C3：收案日期无法识别。"); said != (tt.report.Refused > 0) {
				t.Errorf("reason printed: %v\n%s", said, b.out.String())
			}
			if got := b.run(append(args, "--json")...); got != tt.status {
				t.Errorf("with --json exit status %d, want %d", got, tt.status)
			}
			var doc struct {
				cases.LedgerReport
				Rows []cases.LedgerRow `json:"rows"`
			}
			decode(t, b.out.Bytes(), &doc)
			if len(doc.Rows) != tt.listed || doc.Imported != tt.report.Imported || doc.Refused != tt.report.Refused {
				t.Errorf("document %+v, want %d rows", doc, tt.listed)
			}
		})
	}
}

func TestFailedImportPrintsNoDocument(t *testing.T) {
	b := newBench()
	b.files.rows = []cases.LedgerRow{{Row: 2, Status: cases.RowRefused}}
	b.files.err = &cases.Error{Kind: cases.Damaged, Msg: "文件已加密，请另存为不带密码的工作簿后再导入。"}
	if got := b.run("import", "book.xlsx", "--json"); got != exitFailed {
		t.Errorf("exit status %d, want %d", got, exitFailed)
	}
	if b.out.Len() > 0 || b.err.String() != "文件已加密，请另存为不带密码的工作簿后再导入。\n" {
		t.Errorf("output %q, error %q", b.out.String(), b.err.String())
	}
}

func TestForeignErrorsShowOneFixedSentence(t *testing.T) {
	b := newBench()
	b.deps.Open = func(context.Context, string, bool) (Office, error) { return nil, errors.New("disk I/O error (1290)") }
	if got := b.run("list"); got != exitFailed {
		t.Errorf("exit status %d, want %d", got, exitFailed)
	}
	if strings.Contains(b.err.String(), "disk") || !strings.Contains(b.err.String(), "程序遇到未预料的错误") {
		t.Errorf("standard error %q", b.err.String())
	}
}

func TestPanicEndsWithASentence(t *testing.T) {
	b := newBench()
	b.deps.Open = func(context.Context, string, bool) (Office, error) { panic("broken") }
	if got := b.run("list"); got != exitFailed {
		t.Errorf("exit status %d, want %d", got, exitFailed)
	}
	if !strings.Contains(b.err.String(), "程序遇到未预料的错误") {
		t.Errorf("standard error %q", b.err.String())
	}
}

func TestUnwrittenOutputIsAFailure(t *testing.T) {
	b := newBench()
	b.deps.Stdout = failing{}
	if got := b.run("list"); got != exitFailed || !strings.Contains(b.err.String(), "输出没有写完") {
		t.Errorf("exit status %d, %q", got, b.err.String())
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestOfficeFolder(t *testing.T) {
	tests := []struct {
		name, env, want string
		args            []string
	}{
		{"the user's own", "", "home", []string{"list"}},
		{"from the environment", "shared", "shared", []string{"list"}},
		{"from the flag", "shared", "other", []string{"list", "--office", "other"}},
		{"from the flag before the command", "shared", "other", []string{"--office", "other", "list"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench()
			b.deps.Getenv = func(name string) string { return map[string]string{officeVariable: tt.env}[name] }
			var got string
			b.deps.Open = func(_ context.Context, dir string, _ bool) (Office, error) {
				got = dir
				return b.office, nil
			}
			if status := b.run(tt.args...); status != exitDone || got != tt.want {
				t.Errorf("opened %q (status %d), want %q", got, status, tt.want)
			}
		})
	}
}

func TestWindowNeedsADisplay(t *testing.T) {
	tests := []struct {
		name, goos, display, wayland string
		opens                        bool
	}{
		{"X11", "linux", ":0", "", true},
		{"Wayland", "linux", "", "wayland-0", true},
		{"no display", "linux", "", "", false},
		{"Windows", "windows", "", "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench()
			b.deps.GOOS = tt.goos
			b.deps.Getenv = func(name string) string {
				return map[string]string{"DISPLAY": tt.display, "WAYLAND_DISPLAY": tt.wayland}[name]
			}
			opened := false
			b.deps.Window = func(_ context.Context, dir string) error {
				opened = dir == "home"
				return nil
			}
			status := b.run()
			if opened != tt.opens || (status == exitDone) != tt.opens {
				t.Errorf("opened %v, exit status %d", opened, status)
			}
			if !tt.opens && !strings.Contains(b.err.String(), "没有可用的图形界面") {
				t.Errorf("standard error %q", b.err.String())
			}
		})
	}
}

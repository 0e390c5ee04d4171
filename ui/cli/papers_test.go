package cli

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// dossierBench has one received case and a file to attach.
func dossierBench(t *testing.T) (b *bench, file string) {
	t.Helper()
	b = newBench()
	b.office.c = &cases.Case{ID: 1, Number: "〔2026〕姑苏行复第1号", Kind: cases.Reconsideration,
		Acts: []procedure.Act{{ID: 1, Kind: procedure.Receipt, On: calendar.New(2026, 3, 2)}}}
	file = filepath.Join(t.TempDir(), "行政复议申请书 2026-03-01.pdf")
	if err := os.WriteFile(file, []byte("申请"), 0o600); err != nil {
		t.Fatal(err)
	}
	return b, file
}

func keysOf(m any) string { return strings.Join(slices.Sorted(maps.Keys(m.(map[string]any))), " ") }

// member walks into a document by names of members; lists give their first element.
func member(t *testing.T, doc any, names ...string) any {
	t.Helper()
	for _, n := range names {
		doc = doc.(map[string]any)[n]
		if list, ok := doc.([]any); ok {
			if len(list) == 0 {
				t.Fatalf("%s is empty", n)
			}
			doc = list[0]
		}
	}
	return doc
}

// What programs read must not lose a member unnoticed.
const paperKeys = "added author by date document_number file heading id kind media pages remark searchable sha256 size slot title volume volume_label"

func TestDossierDocumentsHaveTheAgreedMembers(t *testing.T) {
	b, file := dossierBench(t)
	b.office.found = cases.Found{Total: 1, Hits: []cases.Hit{{Row: cases.Row{Number: "1"}, Matches: []cases.Match{{Field: "案号", Text: "1", To: 1}}}}}
	for _, tt := range []struct {
		args []string
		path []string
		want string
	}{
		{[]string{"find", "1"}, nil, "days hits query total"},
		{[]string{"find", "1"}, []string{"hits"}, "accepted applicants concluded due handler kind kind_label matches number received respondents result state subject"},
		{[]string{"find", "1"}, []string{"hits", "matches"}, "field from paper text to"},
		{[]string{"attach", "1", file}, nil, "added files kind number present"},
		{[]string{"attach", "1", file}, []string{"files"}, "paper path problem status"},
		{[]string{"attach", "1", file}, []string{"files", "paper"}, paperKeys},
		{[]string{"papers", "1"}, nil, "archived books complete kind missing number pages pages_unknown papers retention"},
		{[]string{"papers", "1"}, []string{"books"}, "lines pages part parts volume volume_label"},
		{[]string{"papers", "1"}, []string{"missing"}, "heading name slot volume volume_label why"},
	} {
		if got := b.run(append(tt.args, "--json")...); got != exitDone {
			t.Fatalf("%v: exit status %d: %s", tt.args, got, b.err.String())
		}
		var doc any
		decode(t, b.out.Bytes(), &doc)
		if got := keysOf(member(t, doc, tt.path...)); got != tt.want {
			t.Errorf("%v %v has the members %s, want %s", tt.args, tt.path, got, tt.want)
		}
	}
	var doc any
	decode(t, b.out.Bytes(), &doc)
	line := member(t, doc, "books", "lines")
	if got := keysOf(line); got != "added author by date document_number file first_page heading id kind last_page media pages remark searchable serial sha256 size slot title volume volume_label" {
		t.Errorf("a line has the members %s", got)
	}
	if member(t, line, "kind") != "main-3" || member(t, line, "date") != "2026-03-01" || member(t, line, "last_page") != 3.0 {
		t.Errorf("the line is %v", line)
	}
}

func TestFindTakesWordsAsTheyCome(t *testing.T) {
	b := newBench()
	if got := b.run("find", "陈某", "上月", "--limit", "7"); got != exitDone {
		t.Fatalf("exit status %d: %s", got, b.err.String())
	}
	if want := (cases.FindQuery{Text: "陈某 上月", Today: b.deps.Today, Limit: 7}); b.office.sought != want {
		t.Errorf("sought %+v, want %+v", b.office.sought, want)
	}
	if !strings.Contains(b.out.String(), "没有找到") {
		t.Errorf("said %q", b.out.String())
	}
	b.run("find", "x", "--json")
	if doc := b.out.String(); !strings.Contains(doc, `"hits": []`) || !strings.Contains(doc, `"days": []`) {
		t.Errorf("document %s, want empty lists", doc)
	}
}

func TestMatchesAreMarkedOnOneLine(t *testing.T) {
	for _, tt := range []struct {
		m    cases.Match
		want string
	}{
		{cases.Match{Text: "罚款五百元", From: 2, To: 4}, "罚款【五百】元"},
		{cases.Match{Text: "前\n罚款\t后", From: 2, To: 4}, "前 【罚款】 后"},
		{cases.Match{Text: "陈某某"}, "陈某某"},
		{cases.Match{Text: "陈某某", From: 2, To: 9}, "陈某某"},
	} {
		if got := marked(tt.m); got != tt.want {
			t.Errorf("%+v is shown as %q, want %q", tt.m, got, tt.want)
		}
	}
}

func TestHeadingsAreNamedByCodeNameOrPart(t *testing.T) {
	const review, suit = cases.Reconsideration, cases.Litigation
	for _, tt := range []struct {
		kind       cases.Kind
		word, want string
	}{
		{review, "main-18", "main-18"}, {review, "送达回证", "main-21"}, {suit, "送达回证", "main-11"}, {review, "审理报告", "internal-5"},
		{review, "决定书、终止", "main-18"}, {review, "副卷：决定书", "internal-9"}, {review, "副卷:备考表", "internal-13"}, {review, " 勘验 ", "main-15"},
		{suit, "裁判", "main-8"}, {review, "正卷：其他材料", "main-99"},
	} {
		h, err := chooseHeading(tt.kind, tt.word)
		if err != nil || headingCode(h) != tt.want {
			t.Errorf("%s of a %s is %s, %v, want %s", tt.word, tt.kind, headingCode(h), err, tt.want)
		}
	}
	for _, tt := range []struct{ word, says string }{
		{"备考表", "main-23（正卷：备考表）、internal-13（副卷：备考表）"}, {"裁判文书", "没有“裁判文书”这个类目"}, {"main-2", "没有"}, {"", "没有"}, {"正卷：", "没有"},
	} {
		if h, err := chooseHeading(review, tt.word); cases.KindOf(err) != cases.Refused || !strings.Contains(cases.Message(err), tt.says) {
			t.Errorf("%q is %v, %v, want a refusal with %s", tt.word, h, err, tt.says)
		}
	}
}

// What went into the dossier before a failure is told, in words and as a document.
func TestAttachTellsWhatWentInBeforeItFailed(t *testing.T) {
	for _, mode := range []string{"", "--json"} {
		b, file := dossierBench(t)
		b.office.refuse = &cases.Error{Kind: cases.Internal, Msg: "磁盘已满，请清理后再试。"}
		second := filepath.Join(filepath.Dir(file), "送达回证.pdf")
		if err := os.WriteFile(second, []byte("送达"), 0o600); err != nil {
			t.Fatal(err)
		}
		args := append([]string{"attach", "1", file, second}, strings.Fields(mode)...)
		if got := b.run(args...); got != exitFailed || b.err.String() != "磁盘已满，请清理后再试。\n" {
			t.Errorf("exit status %d, said %q", got, b.err.String())
		}
		if !strings.Contains(b.out.String(), filepath.Base(file)) || strings.Contains(b.out.String(), "送达回证") || !b.reader.closed {
			t.Errorf("output %q, reader closed %v", b.out.String(), b.reader.closed)
		}
		if mode != "" {
			var doc attachJSON
			decode(t, b.out.Bytes(), &doc)
			if doc.Added != 1 || len(doc.Files) != 1 {
				t.Errorf("document %+v", doc)
			}
		}
	}
}

// A paper that cannot be read stays in the dossier; it is read when the same file comes again.
func TestTextThatWasNotReadIsReadLater(t *testing.T) {
	b, file := dossierBench(t)
	b.reader.err = &cases.Error{Kind: cases.Invalid, Msg: "文件有密码。"}
	if got := b.run("attach", "1", file); got != exitDone || !strings.Contains(b.out.String(), "查找时搜不到它的内容。文件有密码。") {
		t.Errorf("exit status %d: %s%s", got, b.out.String(), b.err.String())
	}
	b.reader.err = nil
	if got := b.run("attach", "1", file); got != exitDone || !strings.Contains(b.out.String(), "卷宗里已有同一份文件") || strings.Contains(b.out.String(), "搜不到") {
		t.Errorf("exit status %d: %s%s", got, b.out.String(), b.err.String())
	}
	if len(b.office.papers) != 1 || !b.office.papers[0].Read || b.office.papers[0].Pages != 3 {
		t.Errorf("papers %+v", b.office.papers)
	}
}

// An interrupt while a text is read leaves the paper in the dossier, says so, and leaves the files behind it out.
func TestInterruptedAttachTellsWhatIsIn(t *testing.T) {
	b, file := dossierBench(t)
	second := filepath.Join(filepath.Dir(file), "送达回证.pdf")
	if err := os.WriteFile(second, []byte("送达"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	b.reader.stop = cancel
	if got := Run(ctx, []string{"attach", "1", file, second}, b.deps); got != exitFailed || !strings.Contains(b.err.String(), "操作已被中断") {
		t.Errorf("exit status %d, said %q", got, b.err.String())
	}
	if !strings.Contains(b.out.String(), "文字还没有读完") || len(b.office.papers) != 1 {
		t.Errorf("%d papers, said %q", len(b.office.papers), b.out.String())
	}
}

package storage

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

func TestReadOnlyOpenOfMissingOffice(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "没有")
	_, err := Open(dir, options(t, false))
	wantKind(t, err, cases.NotFound)
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Error("a read-only open created the folder")
	}
}

// Characters that a data source name would take for its own must be part of the path.
func TestPathsWithSpecialCharacters(t *testing.T) {
	for _, name := range []string{"甲?mode=memory", "乙#1", "丙%41", "丁 &x=1", "50%", "a+b;c"} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), name)
			o := openOffice(t, dir, true)
			_, err := o.Register(context.Background(), application(1, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
			must(t, err)
			must(t, o.Close())
			if _, err := os.Stat(filepath.Join(dir, dataName)); err != nil {
				t.Fatal(err)
			}
			r := openOffice(t, dir, false)
			page, err := r.List(context.Background(), cases.Query{})
			must(t, err)
			if page.Total != 1 {
				t.Errorf("%d cases", page.Total)
			}
		})
	}
}

func TestSecondWriterIsRefusedReaderIsNot(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir, true)
	_, err := Open(dir, options(t, true))
	wantKind(t, err, cases.Conflict)
	r := openOffice(t, dir, false)
	_, err = o.Register(context.Background(), application(1, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
	must(t, err)
	page, err := r.List(context.Background(), cases.Query{Text: "陈某某"})
	must(t, err)
	if page.Total != 1 {
		t.Errorf("the reader sees %d cases", page.Total)
	}
	_, err = r.Register(context.Background(), application(2, "张某", "平江街道办事处", "不服行政处罚决定", today))
	wantKind(t, err, cases.Refused)
	must(t, o.Close())
	openOffice(t, dir, true)
}

// A read-only office writes nothing, not even beside the file when the folder forbids it.
func TestReadOnlyFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "office")
	o := openOffice(t, dir, true)
	fill(t, o, 30)
	must(t, o.Close())
	before, err := os.ReadFile(filepath.Join(dir, dataName))
	must(t, err)
	// A link to nowhere in the place of the -shm file stops SQLite as a read-only medium does, and also for an
	// administrator, whom permissions do not stop.
	must(t, os.Symlink(filepath.Join(dir, "没有", "x"), filepath.Join(dir, dataName+"-shm")))
	if _, err := readPool(filepath.Join(dir, dataName), "mode=ro"); err == nil {
		t.Fatal("SQLite reads without its -shm file: the test shows nothing")
	}
	r := openOffice(t, dir, false)
	wantSound(t, r)
	page, err := r.List(context.Background(), cases.Query{Text: "不服"})
	must(t, err)
	if page.Total == 0 {
		t.Error("nothing found")
	}
	must(t, r.Close())
	after, err := os.ReadFile(filepath.Join(dir, dataName))
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("reading changed the file")
	}
}

func TestForeignAndNewerFilesAreRefused(t *testing.T) {
	exec := func(statements ...string) func(t *testing.T, path string) {
		return func(t *testing.T, path string) {
			db, err := sql.Open("sqlite", dsn(path, []string{"mode=rwc"}))
			must(t, err)
			for _, s := range statements {
				_, err := db.Exec(s)
				must(t, err)
			}
			must(t, db.Close())
		}
	}
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
	}{
		{"no database", func(t *testing.T, path string) {
			must(t, os.WriteFile(path, bytes.Repeat([]byte("这不是数据库。"), 500), 0o600))
		}},
		{"another program's database", exec("CREATE TABLE a (b)", "PRAGMA application_id = 1")},
		{"a database without a mark", exec("CREATE TABLE a (b)")},
		{"a newer version", func(t *testing.T, path string) {
			must(t, openOffice(t, filepath.Dir(path), true).Close())
			exec("PRAGMA user_version = 99")(t, path)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, dataName)
			c.make(t, path)
			before, err := os.ReadFile(path)
			must(t, err)
			for _, write := range []bool{false, true} {
				_, err := Open(dir, options(t, write))
				wantKind(t, err, cases.Damaged)
			}
			after, err := os.ReadFile(path)
			must(t, err)
			if !bytes.Equal(before, after) {
				t.Error("the refused file was changed")
			}
			wantKind(t, Restore(context.Background(), t.TempDir(), path, options(t, true)), cases.Damaged)
		})
	}
}

func TestMigrationBacksUpAndIsOneTransaction(t *testing.T) {
	dir := t.TempDir()
	o := openOffice(t, dir, true)
	fill(t, o, 10)
	must(t, o.Close())
	broken := append(migrations(), migration{"broken", "CREATE TABLE extra (a TEXT) STRICT; CREATE TABLE cases (a TEXT);"})
	_, err := open(dir, options(t, true), broken)
	wantKind(t, err, cases.Internal)
	// The failed step left nothing: the present program still opens the file.
	o = openOffice(t, dir, true)
	wantSound(t, o)
	must(t, o.Close())

	good := append(migrations(), migration{"good", "CREATE TABLE extra (a TEXT) STRICT;"})
	_, err = open(dir, options(t, false), good)
	wantKind(t, err, cases.Refused)
	n, err := open(dir, options(t, true), good)
	must(t, err)
	var version int
	must(t, n.read.QueryRow("PRAGMA user_version").Scan(&version))
	if version != len(good) {
		t.Errorf("version %d", version)
	}
	must(t, n.Close())
	copies, err := filepath.Glob(filepath.Join(dir, backupsName, fmt.Sprintf("升级前-第%d版-*.db", len(good)-1)))
	must(t, err)
	if len(copies) != 2 {
		t.Fatalf("backups: %v", copies)
	}
	for _, path := range copies {
		v, err := verify(context.Background(), path)
		must(t, err)
		if v != len(good)-1 {
			t.Errorf("the backup has version %d", v)
		}
	}
	wantKind(t, func() error { _, err := Open(dir, options(t, true)); return err }(), cases.Damaged)
}

func TestSettingsAndDrafts(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	want := cases.Settings{Office: "苏州市姑苏区司法局", ReconsiderationPrefix: "姑苏行复", CommitteeFounded: calendar.New(2020, 9, 1)}
	must(t, o.SaveSettings(ctx, want))
	must(t, o.SaveSettings(ctx, want))
	got, err := o.Settings(ctx)
	must(t, err)
	if got != want {
		t.Errorf("settings %+v", got)
	}
	id, err := o.SaveDraft(ctx, cases.Draft{Title: "新收案件", Data: []byte(`{"a":1}`)})
	must(t, err)
	again, err := o.SaveDraft(ctx, cases.Draft{ID: id, Title: "新收案件（陈某某）"})
	must(t, err)
	drafts, err := o.Drafts(ctx)
	must(t, err)
	if again != id || len(drafts) != 1 || drafts[0].Title != "新收案件（陈某某）" || drafts[0].Saved == "" {
		t.Errorf("drafts %+v", drafts)
	}
	must(t, o.DropDraft(ctx, id))
	must(t, o.DropDraft(ctx, id))
	drafts, err = o.Drafts(ctx)
	must(t, err)
	if len(drafts) != 0 {
		t.Errorf("drafts %+v", drafts)
	}
	wantSound(t, o)
}

func TestRegisterAndRecord(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	c := application(5, "陈某某", "苏州市公安局姑苏分局", "不服行政处罚决定", calendar.New(2020, 11, 2))
	c.Notes = []cases.Note{{Label: "来源", Text: "邮寄"}}
	c.Parties = append(c.Parties, cases.Party{Role: cases.Agent, Name: "王律师", For: "陈某某", Phone: "13800000000"})
	id, err := o.Register(ctx, c)
	must(t, err)
	if c.ID != 0 || c.Acts[0].ID != 0 {
		t.Error("Register changed the caller's case")
	}
	must(t, o.Record(ctx, id, procedure.Act{Kind: procedure.Acceptance, On: calendar.New(2020, 11, 4)}))
	wantKind(t, o.Record(ctx, id, procedure.Act{Kind: procedure.Resumption, On: today}), cases.Refused)
	wantKind(t, o.Record(ctx, id+1, procedure.Act{Kind: procedure.Acceptance, On: today}), cases.NotFound)
	detail := &procedure.Detail{Items: []procedure.Item{{Kind: procedure.Revoke, Redo: true, Text: "撤销"}}}
	must(t, o.Record(ctx, id, procedure.Act{Kind: procedure.Decision, On: calendar.New(2020, 11, 20), Paper: "〔2020〕第5号", Note: "批示", Detail: detail}))

	got, err := o.Case(ctx, id)
	must(t, err)
	if len(got.Acts) != 3 || len(got.Parties) != 3 || got.Parties[2] != c.Parties[2] || got.Notes[0] != c.Notes[0] || got.Class != c.Class || got.Suit != nil {
		t.Fatalf("case %+v", got)
	}
	last := got.Acts[2]
	if last.ID == 0 || last.By != "张某" || last.On != calendar.New(2020, 11, 20) || last.Paper != "〔2020〕第5号" || last.Detail.Items[0] != detail.Items[0] {
		t.Errorf("act %+v", last)
	}
	page, err := o.List(ctx, cases.Query{Status: cases.Done})
	must(t, err)
	if page.Total != 1 || page.Rows[0] != cases.Project(got, o.Law(), today) {
		t.Errorf("rows %+v", page.Rows)
	}
	entries, err := o.Audit(ctx, 2)
	must(t, err)
	if len(entries) != 2 || entries[0].Action != actionRecord || entries[0].CaseID != id || !strings.Contains(entries[0].Content, "〔2020〕第5号") || entries[0].Who != "张某" {
		t.Errorf("audit %+v", entries)
	}
	wantSound(t, o)
}

func TestRegisterRefuses(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	good := func() *cases.Case {
		return application(1, "陈某某", "平江街道办事处", "不服行政处罚决定", calendar.New(2020, 11, 2))
	}
	_, err := o.Register(ctx, good())
	must(t, err)
	for name, c := range map[string]struct {
		change func(*cases.Case)
		kind   cases.ErrorKind
		field  string
	}{
		"number taken":         {func(c *cases.Case) {}, cases.Conflict, "number"},
		"number taken, folded": {func(c *cases.Case) { c.Number = "[2020] 姑苏行复第１号" }, cases.Conflict, "number"},
		"no number":            {func(c *cases.Case) { c.Number = "" }, cases.Invalid, "number"},
		"no applicant":         {func(c *cases.Case) { c.Number += "之一"; c.Parties = c.Parties[1:] }, cases.Invalid, "applicants"},
		"no receipt":           {func(c *cases.Case) { c.Number += "之一"; c.Acts = nil }, cases.Invalid, "received"},
		"receipt of a suit":    {func(c *cases.Case) { c.Number += "之一"; c.Kind = cases.Litigation }, cases.Invalid, "received"},
		"tomorrow":             {func(c *cases.Case) { c.Number += "之一"; c.Acts[0].On = today + 1 }, cases.Refused, ""},
	} {
		n := good()
		c.change(n)
		_, err := o.Register(ctx, n)
		if err == nil {
			t.Errorf("%s: accepted", name)
			continue
		}
		wantKind(t, err, c.kind)
		var e *cases.Error
		if c.field != "" && (!errors.As(err, &e) || e.Fields[c.field] == "") {
			t.Errorf("%s: the field is not named: %+v", name, e)
		}
	}
	suit := good()
	suit.Kind, suit.Suit = cases.Litigation, &cases.Suit{Court: "苏州市姑苏区人民法院", Instance: cases.First}
	suit.Acts[0].Kind = procedure.SuitReceived
	id, err := o.Register(ctx, suit) // the same number in the other kind is no conflict
	must(t, err)
	got, err := o.Case(ctx, id)
	must(t, err)
	if got.Suit == nil || *got.Suit != *suit.Suit {
		t.Errorf("suit %+v", got.Suit)
	}
	wantSound(t, o)
}

func TestNextNumber(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	next := func(k cases.Kind, year int, want string) {
		t.Helper()
		got, err := o.NextNumber(ctx, k, year)
		must(t, err)
		if got != want {
			t.Errorf("next %s, want %s", got, want)
		}
	}
	next(cases.Reconsideration, 2020, "〔2020〕行复第1号")
	next(cases.Litigation, 2020, "〔2020〕行应第1号")
	must(t, o.SaveSettings(ctx, cases.Settings{ReconsiderationPrefix: "姑苏行复", SuitPrefix: "姑苏行应"}))
	for _, n := range []string{"〔2020〕姑苏行复第9号", "[2020]姑苏行复10号", "（2020）姑苏行复第3号", "〔2019〕姑苏行复第77号", "〔2020〕姑苏行复第乙号", "〔2020〕姑苏行复议第50号"} {
		c := application(1, "陈某某", "平江街道办事处", "不服", today)
		c.Number = n
		_, err := o.Register(ctx, c)
		must(t, err)
	}
	next(cases.Reconsideration, 2020, "〔2020〕姑苏行复第11号")
	next(cases.Reconsideration, 2021, "〔2021〕姑苏行复第1号")
	next(cases.Litigation, 2020, "〔2020〕姑苏行应第1号")
}

func TestCaseByNumber(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	for n := 1; n <= 12; n++ {
		_, err := o.Register(ctx, application(n, "陈某某", "平江街道办事处", "不服", today))
		must(t, err)
	}
	for _, typed := range []string{"〔2020〕姑苏行复第1号", "[2020]姑苏行复第１号", "（2020）姑苏行复 第1号", "复第1号"} {
		c, err := o.CaseByNumber(ctx, typed)
		must(t, err)
		if c.Number != "〔2020〕姑苏行复第1号" {
			t.Errorf("%s gives %s", typed, c.Number)
		}
	}
	_, err := o.CaseByNumber(ctx, "姑苏行复第1")
	wantKind(t, err, cases.Conflict)
	if !strings.Contains(err.Error(), "〔2020〕姑苏行复第10号、") {
		t.Errorf("candidates are not named: %v", err)
	}
	_, err = o.CaseByNumber(ctx, "姑苏")
	wantKind(t, err, cases.Conflict)
	if n := strings.Count(err.Error(), "〔2020〕"); n != 5 {
		t.Errorf("%d numbers named: %v", n, err)
	}
	_, err = o.CaseByNumber(ctx, "%")
	wantKind(t, err, cases.NotFound)
	_, err = o.CaseByNumber(ctx, "〔〕")
	wantKind(t, err, cases.Invalid)
}

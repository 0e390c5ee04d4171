package storage

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// tamper changes the file of a closed office past this package.
func tamper(t *testing.T, dir string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(filepath.Join(dir, dataName), []string{"mode=rw"}))
	must(t, err)
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		_, err := db.Exec(s)
		must(t, err)
	}
	must(t, db.Close())
}

func TestAuditTrailIsAppendOnly(t *testing.T) {
	o := newOffice(t)
	fill(t, o, 5)
	for _, s := range []string{"UPDATE audit SET who = '他人'", "DELETE FROM audit",
		"INSERT OR REPLACE INTO audit (id, at, who, action, case_id, content, hash) VALUES (1, '', '', '', 0, '', '')",
		"INSERT INTO audit (id, at, who, action, case_id, content, hash) VALUES (1, '', '', '', 0, '', '')"} {
		if _, err := o.write.Exec(s); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", s, err)
		}
	}
	wantSound(t, o)
}

// Whatever is changed past the program, Check says so in the right words.
func TestCheckFindsTampering(t *testing.T) {
	dropTriggers := []string{"DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", "DROP TRIGGER audit_no_replace"}
	with := func(s ...string) []string { return append(append([]string{}, dropTriggers...), s...) }
	for _, c := range []struct {
		name string
		do   []string
		want string
	}{
		{"an entry's author", with("UPDATE audit SET who = '他人' WHERE id = 2"), "留痕记录第2条"},
		{"an entry's content", with(`UPDATE audit SET content = replace(content, '陈某某', '王某某') WHERE id = 3`), "留痕记录第3条"},
		{"an entry removed", with("DELETE FROM audit WHERE id = 2"), "留痕记录第2条至第2条缺失"},
		{"the last entry removed", with("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)"), "最后的第4条至第4条缺失"},
		{"an entry's JSON", with("UPDATE audit SET content = 'x' WHERE id = 3"), "留痕记录第3条的内容无法读取"},
		{"a subject", []string{"UPDATE cases SET subject = '另一事项' WHERE id = 12"}, "案件信息与现有数据不符"},
		{"an imported party", []string{"UPDATE parties SET name = '他人' WHERE case_id = 4 AND position = 1"}, "当事人与现有数据不符"},
		{"the day of an act", []string{"UPDATE acts SET day = '2020-11-03' WHERE case_id = 12"}, "程序行为与现有数据不符"},
		{"an act removed", []string{"DELETE FROM acts WHERE case_id = 12"}, "个程序行为，留痕记录的是"},
		{"a case added", []string{"INSERT INTO cases (id, kind, number, number_key, subject, category, matter, handler, entry, touched) VALUES (99, 'litigation', 'x', 'x', '', '', '', '', 1, 1)"}, "个案件，留痕记录的是"},
		{"a note", []string{"UPDATE notes SET body = '' WHERE case_id = 3"}, "备注与现有数据不符"},
		{"an act's detail", []string{"UPDATE acts SET detail = '{' WHERE case_id = 2 AND id = (SELECT max(id) FROM acts WHERE case_id = 2)"}, "内容无法读取"},
		{"an unknown act", []string{"UPDATE acts SET kind = 'dance' WHERE case_id = 12"}, "内容无法读取"},
		{"a listed state", []string{"UPDATE case_list SET state = 'closed' WHERE id = 12"}, "与程序行为算出的不一致"},
		{"a search text", []string{"UPDATE case_list SET search = '' WHERE id = 5"}, "与程序行为算出的不一致"},
		{"a listed row removed", []string{"DELETE FROM case_list WHERE id = 5"}, "与程序行为算出的不一致"},
		{"an orphan", []string{"INSERT INTO parties (case_id, position, role, name, organisation) VALUES (77, 1, 'agent', '某', 0)"}, "已不存在"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			o := openOffice(t, dir, true)
			fill(t, o, 10) // the first entry, and cases 1 to 10
			for n := range 3 {
				_, err := o.Register(context.Background(), application(n+500, "陈某某", "平江街道办事处", "不服行政处罚决定", today.AddDays(-20)))
				must(t, err)
			}
			wantSound(t, o)
			must(t, o.Close())
			tamper(t, dir, c.do...)
			problems, err := openOffice(t, dir, false).Check(context.Background())
			must(t, err)
			var all []string
			for _, p := range problems {
				all = append(all, p.Msg)
			}
			if !strings.Contains(strings.Join(all, "\n"), c.want) {
				t.Errorf("check says %q, want %q", all, c.want)
			}
		})
	}
}

func TestRebuildMendsTheLists(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	o := openOffice(t, dir, true)
	fill(t, o, 30)
	must(t, o.Close())
	tamper(t, dir, "UPDATE case_list SET state = 'closed', due = ''", "DELETE FROM case_list WHERE id > 20")
	o = openOffice(t, dir, true)
	must(t, o.Rebuild(ctx))
	wantSound(t, o)
}

// Another holiday table gives other due dates: the lists are computed anew when the office is next opened.
func TestNewHolidaysRecomputeLists(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	o := openOffice(t, dir, true)
	_, err := o.Register(ctx, application(1, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
	must(t, err)
	before, err := o.List(ctx, cases.Query{})
	must(t, err)
	must(t, o.Close())
	opt := options(t, true)
	opt.Calendar, err = calendar.Read([]byte(`{"years": {"2020": {"rest": {"另放假": ["2020-12-01..2020-12-02"]}, "work": []}}}`))
	must(t, err)
	o = openWith(t, dir, opt)
	after, err := o.List(ctx, cases.Query{})
	must(t, err)
	if after.Rows[0].Due <= before.Rows[0].Due {
		t.Errorf("due %s before, %s after two more holidays", before.Rows[0].Due, after.Rows[0].Due)
	}
	wantSound(t, o)
}

func TestBackupAndRestore(t *testing.T) {
	ctx := context.Background()
	home := t.TempDir()
	dir, backup := filepath.Join(home, "单位"), filepath.Join(home, "备份 #1?.db")
	o := openOffice(t, dir, true)
	fill(t, o, 25)
	must(t, o.Backup(ctx, backup))
	copied, err := os.ReadFile(backup)
	must(t, err)
	for _, path := range []string{backup, filepath.Join(dir, dataName), filepath.Join(dir, dataName+"-wal")} {
		info, err := os.Stat(path)
		must(t, err)
		if mode := info.Mode().Perm(); mode&0o077 != 0 && filepath.Separator == '/' {
			t.Errorf("%s can be read by others: %v", filepath.Base(path), mode)
		}
	}
	wantKind(t, o.Backup(ctx, backup), cases.Conflict)
	_, err = o.Register(ctx, application(700, "陈某某", "平江街道办事处", "不服行政处罚决定", today))
	must(t, err)
	wantKind(t, Restore(ctx, dir, backup, options(t, true)), cases.Conflict) // while it is open
	must(t, o.Close())
	must(t, Restore(ctx, dir, backup, options(t, true)))

	o = openOffice(t, dir, true)
	page, err := o.List(ctx, cases.Query{})
	must(t, err)
	if page.Total != 25 {
		t.Errorf("%d cases after the restore", page.Total)
	}
	wantSound(t, o)
	must(t, o.Close())
	now, err := os.ReadFile(backup)
	must(t, err)
	if !bytes.Equal(copied, now) {
		t.Error("the backup was changed")
	}
	// What was replaced can be brought back.
	kept, err := filepath.Glob(filepath.Join(dir, backupsName, "恢复前-*.db"))
	must(t, err)
	if len(kept) != 1 {
		t.Fatalf("kept: %v", kept)
	}
	must(t, Restore(ctx, dir, kept[0], options(t, true)))
	r := openOffice(t, dir, false)
	page, err = r.List(ctx, cases.Query{})
	must(t, err)
	if page.Total != 26 {
		t.Errorf("%d cases in what was kept", page.Total)
	}
	must(t, r.Backup(ctx, filepath.Join(home, "只读.db"))) // a read-only office can be backed up
	left, err := filepath.Glob(filepath.Join(home, "*.part"))
	must(t, err)
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	wantKind(t, Restore(ctx, dir, filepath.Join(home, "没有.db"), options(t, true)), cases.NotFound)
}

func TestRestoreIntoEmptyAndOverDamagedOffice(t *testing.T) {
	ctx := context.Background()
	home := t.TempDir()
	backup := filepath.Join(home, "备份.db")
	o := openOffice(t, filepath.Join(home, "a"), true)
	fill(t, o, 400)
	must(t, o.Backup(ctx, backup))

	fresh := filepath.Join(home, "b")
	must(t, Restore(ctx, fresh, backup, options(t, true)))
	wantSound(t, openOffice(t, fresh, false))

	// A torn file and a leftover log: both are kept aside, and the log must not be applied to the restored file.
	ruined := filepath.Join(home, "c")
	must(t, os.MkdirAll(ruined, 0o700))
	must(t, os.WriteFile(filepath.Join(ruined, dataName), bytes.Repeat([]byte("坏"), 5000), 0o600))
	must(t, os.WriteFile(filepath.Join(ruined, dataName+"-wal"), []byte("旧日志"), 0o600))
	must(t, Restore(ctx, ruined, backup, options(t, true)))
	wantSound(t, openOffice(t, ruined, false))
	kept, err := filepath.Glob(filepath.Join(ruined, backupsName, "恢复前-已损坏-*"))
	must(t, err)
	if len(kept) != 2 {
		t.Errorf("kept: %v", kept)
	}

	// A damaged backup is refused and changes nothing.
	data, err := os.ReadFile(backup)
	must(t, err)
	for i := len(data) / 2; i < len(data)/2+8192; i++ {
		data[i] = 0xff
	}
	torn := filepath.Join(home, "坏备份.db")
	must(t, os.WriteFile(torn, data, 0o600))
	wantKind(t, Restore(ctx, fresh, torn, options(t, true)), cases.Damaged)
	wantSound(t, openOffice(t, fresh, false))
}

// Stored rows are as good as the rules they were computed with. When this fails because procedure or cases.Project now
// gives other rows, raise projectionRules by one, so that offices recompute theirs, and put the new hash here.
func TestProjectionRulesAreCounted(t *testing.T) {
	const rules, want = 5, "6070201575d99e86"
	law, h := procedure.NewLaw(holidays(t)), sha256.New()
	for i := range 500 {
		c := synthetic(i, 500)
		c.ID = cases.ID(i + 1)
		fmt.Fprintf(h, "%+v\n%s\n", project(c, law, today), newSearchText().of(c))
	}
	if got := hex.EncodeToString(h.Sum(nil)[:8]); got != want || projectionRules != rules {
		t.Errorf("rules %d give %s; recorded are rules %d with %s", projectionRules, got, rules, want)
	}
}

// A case's timeline computed from what is stored equals the one of the case that was given.
func TestStoredCaseFoldsAlike(t *testing.T) {
	ctx := context.Background()
	o := newOffice(t)
	fill(t, o, 60)
	must(t, o.Each(ctx, cases.Span{}, func(c *cases.Case) error {
		want := procedure.Fold(synthetic(int(c.ID)-1, 60).Acts, c.Course(), o.Law(), today)
		got := procedure.Fold(c.Acts, c.Course(), o.Law(), today)
		if got.State != want.State || got.Received != want.Received || got.Concluded != want.Concluded || len(got.Periods) != len(want.Periods) {
			t.Errorf("%s: %+v, want %+v", c.Number, got, want)
		}
		return nil
	}))
}

package storage

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/seal"
)

// sealYear seals a year of an office.
func sealYear(t *testing.T, o *Office, year int, note string) (cases.SealRecord, error) {
	t.Helper()
	s, err := seal.New(context.Background(), o, forms.Period{From: calendar.New(year, 1, 1), To: calendar.New(year, 12, 31)}, nil, nil, today)
	must(t, err)
	s.Note = note
	return o.Seal(context.Background(), s)
}

// A year is sealed, sealed again with a reason only, read back whole; both seals stay, and the check is content.
func TestSealsStay(t *testing.T) {
	o := newOffice(t)
	fill(t, o, 300)
	r, err := sealYear(t, o, 2019, "")
	must(t, err)
	if r.ID != 1 || r.By != "张某" || r.On != today || r.At == "" || r.Title != "2019年" || len(r.Hash) != 64 {
		t.Errorf("%+v", r)
	}
	_, err = sealYear(t, o, 2019, " ")
	wantKind(t, err, cases.Refused)
	again, err := sealYear(t, o, 2019, "补录案件以后重新封存")
	must(t, err)
	if again.Replaces != r.ID || again.Hash == r.Hash {
		t.Errorf("%+v", again)
	}
	list, err := o.Seals(context.Background())
	must(t, err)
	if len(list) != 2 || list[0] != again || list[1] != r {
		t.Errorf("%+v", list)
	}
	s, err := o.LoadSeal(context.Background(), r.ID)
	must(t, err)
	if s.SealRecord != r || len(s.Figures) < 20 || len(s.Cases) == 0 || !seal.Verify(s) {
		t.Errorf("%d figures, %d cases", len(s.Figures), len(s.Cases))
	}
	_, err = o.LoadSeal(context.Background(), 9)
	wantKind(t, err, cases.NotFound)
	trail, err := o.Audit(context.Background(), 1)
	must(t, err)
	if trail[0].Label() != "封存统计期" || !strings.Contains(trail[0].Content, again.Hash) {
		t.Errorf("%+v", trail)
	}
	wantSound(t, o)
}

// A seal changed past the program, or removed, is noticed; so is one whose hash was computed anew.
func TestTamperedSealsAreNoticed(t *testing.T) {
	for name, exec := range map[string]string{
		"content": "UPDATE seals SET data = x'00'", "person": "UPDATE seals SET sealed_by = '李某'", "hash": "UPDATE seals SET hash = replace(hash, substr(hash, 1, 1), 'x')",
		"removed": "DELETE FROM seals", "day": "UPDATE seals SET as_of = '2019-12-30'",
	} {
		o := newOffice(t)
		fill(t, o, 50)
		r, err := sealYear(t, o, 2018, "")
		must(t, err)
		_, err = o.write.Exec(exec)
		must(t, err)
		problems, err := o.Check(context.Background())
		must(t, err)
		if len(problems) != 1 || !strings.Contains(problems[0].Msg, "封存") {
			t.Errorf("%s: %+v", name, problems)
		}
		if _, err := o.LoadSeal(context.Background(), r.ID); err == nil {
			t.Errorf("%s: loaded without a word", name)
		}
	}
	o := newOffice(t)
	fill(t, o, 50)
	r, err := sealYear(t, o, 2018, "")
	must(t, err)
	s, err := o.LoadSeal(context.Background(), r.ID)
	must(t, err)
	s.ID, s.Figures[0].Value = 0, 9999
	s.Hash = seal.Hash(s)
	data, err := pack(s)
	must(t, err)
	_, err = o.write.Exec("UPDATE seals SET data = ?, hash = ?", data, s.Hash)
	must(t, err)
	problems, err := o.Check(context.Background())
	must(t, err)
	if len(problems) != 1 {
		t.Errorf("a hash computed anew: %+v", problems)
	}
}

// A file of the version before seals is brought up after a backup; a backup holds the seals.
func TestSealsInOlderFilesAndBackups(t *testing.T) {
	dir := t.TempDir()
	db, err := openWriter(filepath.Join(dir, dataName))
	must(t, err)
	must(t, migrate(db, dir, migrations()[:3], options(t, true).Now))
	must(t, db.Close())
	o := openOffice(t, dir, true)
	fill(t, o, 50)
	r, err := sealYear(t, o, 2018, "")
	must(t, err)
	copies, err := filepath.Glob(filepath.Join(dir, backupsName, "升级前-第3版-*.db"))
	must(t, err)
	if len(copies) != 1 {
		t.Errorf("backups: %v", copies)
	}
	path := filepath.Join(t.TempDir(), "备份.db")
	must(t, o.Backup(context.Background(), path))
	other := filepath.Join(t.TempDir(), "另处")
	must(t, Restore(context.Background(), other, path, options(t, true)))
	restored := openOffice(t, other, false)
	s, err := restored.LoadSeal(context.Background(), r.ID)
	must(t, err)
	if s.Hash != r.Hash {
		t.Errorf("%+v", s.SealRecord)
	}
	_, err = sealYear(t, restored, 2017, "")
	wantKind(t, err, cases.Refused)
}

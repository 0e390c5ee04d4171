package storage

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

func addPaper(t *testing.T, o *Office, id cases.ID, file, content string) cases.Paper {
	t.Helper()
	p, err := o.AddPaper(context.Background(), cases.Paper{Case: id, File: file, Title: strings.TrimSuffix(file, filepath.Ext(file)), Volume: cases.MainVolume, Slot: 5},
		strings.NewReader(content), int64(len(content)), nil)
	must(t, err)
	return p
}

func TestPapersAreStoredOnce(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	a, b := register(t, o, detailed(1)), register(t, o, detailed(2))
	one := addPaper(t, o, a, "处罚决定书.pdf", "内容")
	two := addPaper(t, o, b, "决定.pdf", "内容")
	three := addPaper(t, o, a, "申请书.pdf", "另一份")
	if one.Hash != two.Hash || one.ID == two.ID || one.Size != 6 || three.Order != 2 {
		t.Errorf("%+v\n%+v", one, two)
	}
	path, err := o.PaperFile(ctx, one.ID)
	must(t, err)
	if data, err := os.ReadFile(path); err != nil || string(data) != "内容" {
		t.Errorf("content %q, %v", data, err)
	}
	list, err := o.Papers(ctx, a)
	must(t, err)
	if len(list) != 2 || list[0].ID != one.ID || list[0].By != "张某" || list[0].Added == "" {
		t.Errorf("list %+v", list)
	}
	list[0].Title, list[0].Date, list[0].Volume, list[0].Pages = "行政处罚决定书", calendar.New(2020, 10, 9), cases.InternalVolume, 3
	list[0].Hash = "not to be changed"
	must(t, o.RevisePapers(ctx, list[:1]))
	list, err = o.Papers(ctx, a)
	must(t, err)
	if list[1].Title != "行政处罚决定书" || list[1].Hash != one.Hash || list[1].Date != calendar.New(2020, 10, 9) {
		t.Errorf("list %+v", list)
	}
	list[1].Volume = "x"
	wantKind(t, o.RevisePapers(ctx, list), cases.Invalid)
	wantSound(t, o)
}

func TestPapersInTheBin(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	id := register(t, o, detailed(1))
	p := addPaper(t, o, id, "申请书.pdf", "内容")
	must(t, o.DiscardPapers(ctx, []cases.PaperID{p.ID}))
	must(t, o.DiscardPapers(ctx, []cases.PaperID{p.ID})) // once more changes nothing
	if list, _ := o.Papers(ctx, id); len(list) != 0 {
		t.Errorf("list %+v", list)
	}
	for _, of := range []cases.ID{0, id} {
		if bin, err := o.DiscardedPapers(ctx, of); err != nil || len(bin) != 1 || bin[0].ID != p.ID {
			t.Errorf("bin %+v %v", bin, err)
		}
	}
	wantSound(t, o)
	must(t, o.ReinstatePapers(ctx, []cases.PaperID{p.ID}))
	if list, _ := o.Papers(ctx, id); len(list) != 1 {
		t.Errorf("list %+v", list)
	}
	wantKind(t, o.DiscardPapers(ctx, []cases.PaperID{99}), cases.NotFound)
	wantSound(t, o)
}

// failing ends with an error after some bytes.
type failing struct{ left int }

func (f *failing) Read(b []byte) (int, error) {
	if f.left == 0 {
		return 0, errors.New("the stick was pulled out")
	}
	n := min(len(b), f.left)
	f.left -= n
	return n, nil
}

func TestAnInterruptedCopyLeavesNothing(t *testing.T) {
	o := newOffice(t)
	id := register(t, o, detailed(1))
	paper := cases.Paper{Case: id, File: "视频.mp4", Volume: cases.MainVolume}
	_, err := o.AddPaper(context.Background(), paper, &failing{700_000}, -1, nil)
	if err == nil {
		t.Fatal("no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = o.AddPaper(ctx, paper, io.LimitReader(&failing{1 << 30}, 400<<20), 400<<20, func(done, total int64) {
		if done > 1<<20 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	_, err = o.AddPaper(context.Background(), paper, bytes.NewReader(nil), cases.MaxPaperSize+1, nil)
	wantKind(t, err, cases.Invalid)
	_, err = o.AddPaper(context.Background(), cases.Paper{Case: 99, File: "x.pdf", Volume: cases.MainVolume}, strings.NewReader("x"), 1, nil)
	wantKind(t, err, cases.NotFound)
	left, err := filepath.Glob(filepath.Join(o.Dir(), filesName, "*"))
	must(t, err)
	if slices.ContainsFunc(left, func(s string) bool { return strings.HasSuffix(s, ".part") }) {
		t.Errorf("left behind: %v", left)
	}
	wantSound(t, o)
}

func TestCheckNoticesChangedContents(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	id := register(t, o, detailed(1))
	p := addPaper(t, o, id, "申请书.pdf", "内容")
	path, err := o.PaperFile(ctx, p.ID)
	must(t, err)
	must(t, os.WriteFile(path, []byte("内客"), 0o600))
	found, err := o.Check(ctx)
	must(t, err)
	if len(found) != 1 || !strings.Contains(found[0].Msg, "已被改动") {
		t.Errorf("found %+v", found)
	}
	_, err = o.PaperFile(ctx, p.ID)
	wantKind(t, err, cases.Damaged)
	must(t, os.WriteFile(path, []byte("内容"), 0o600))
	_, err = o.write.Exec("UPDATE papers SET title = '改过' WHERE id = ?", int64(p.ID))
	must(t, err)
	if found, err = o.Check(ctx); err != nil || len(found) != 1 {
		t.Errorf("found %+v %v", found, err)
	}
}

func TestBackupBringsTheFilesBack(t *testing.T) {
	o, ctx := newOffice(t), context.Background()
	id := register(t, o, detailed(1))
	p := addPaper(t, o, id, "申请书.pdf", "内容")
	backup := filepath.Join(t.TempDir(), "备份.db")
	must(t, o.Backup(ctx, backup))
	dir := filepath.Join(t.TempDir(), "新电脑")
	must(t, Restore(ctx, dir, backup, options(t, true)))
	n := openOffice(t, dir, true)
	if path, err := n.PaperFile(ctx, p.ID); err != nil {
		t.Errorf("%s: %v", path, err)
	}
	wantSound(t, n)
}

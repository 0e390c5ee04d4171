package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestScratchIsCleared(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	var x scratch
	a, err := x.dir()
	if err != nil {
		t.Fatal(err)
	}
	b, err := x.dir()
	if err != nil || a == b || filepath.Dir(a) != filepath.Dir(b) {
		t.Fatalf("%q and %q, %v", a, b, err)
	}
	if err := os.WriteFile(filepath.Join(a, "笔录.docx"), []byte("某"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := x.clear(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(a)); !os.IsNotExist(err) {
		t.Errorf("left: %v", err)
	}
}

// What another program held is removed a day later, not before.
func TestOldScratchIsSwept(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	var x scratch
	dir, err := x.dir()
	if err != nil {
		t.Fatal(err)
	}
	for _, after := range []time.Duration{time.Hour, 25 * time.Hour} {
		if err := sweepScratch(time.Now().Add(after)); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(dir); os.IsNotExist(err) != (after > keepScratch) {
			t.Errorf("after %v: %v", after, err)
		}
	}
}

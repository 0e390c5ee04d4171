package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLogGoesToTheFileAndOnRequestToStandardError(t *testing.T) {
	tests := []struct {
		level  string
		stderr string
	}{
		{"", ""},
		{"info", "msg=ready"},
		{"WARN", ""},
		{"nonsense", ""},
	}
	for _, tt := range tests {
		t.Run(tt.level, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "state", "fuyi.log")
			var stderr bytes.Buffer
			log := NewLog(&stderr, func(string) string { return tt.level }, file)
			if _, err := os.Stat(file); !os.IsNotExist(err) {
				t.Errorf("the file exists before there is an entry: %v", err)
			}
			log.Info("ready")
			got, err := os.ReadFile(file)
			if err != nil || !strings.Contains(string(got), "msg=ready") {
				t.Errorf("file %q, %v", got, err)
			}
			if said := stderr.String(); !strings.Contains(said, tt.stderr) || (tt.stderr == "") != (said == "") {
				t.Errorf("standard error %q, want %q", said, tt.stderr)
			}
		})
	}
}

func TestFullLogStartsAnew(t *testing.T) {
	file := filepath.Join(t.TempDir(), "fuyi.log")
	if err := os.WriteFile(file, bytes.Repeat([]byte("x"), maxLog+1), 0o600); err != nil {
		t.Fatal(err)
	}
	NewLog(&bytes.Buffer{}, func(string) string { return "" }, file).Info("ready")
	now, err := os.Stat(file)
	if err != nil || now.Size() > 1000 {
		t.Errorf("the new file: %v, %v", now, err)
	}
	if old, err := os.Stat(file + ".1"); err != nil || old.Size() != maxLog+1 {
		t.Errorf("the older file: %v, %v", old, err)
	}
}

func TestUnwritableLogDoesNotStopTheWork(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	b := newBench()
	b.deps.Log = NewLog(&b.err, func(string) string { return "" }, filepath.Join(blocked, "fuyi.log"))
	b.deps.Log.Info("ready")
	if got := b.run("list"); got != exitDone || b.err.Len() > 0 {
		t.Errorf("exit status %d, %q", got, b.err.String())
	}
}

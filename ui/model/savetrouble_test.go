package model

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuyi/cases"
)

func TestSaveTrouble(t *testing.T) {
	_, err := os.Create(filepath.Join(t.TempDir(), "没有", "通报.docx"))
	if got := SaveTrouble(err); cases.KindOf(got) != cases.Invalid || !strings.Contains(cases.Message(got), "只写文件名") {
		t.Errorf("%v", got)
	}
	other := errors.New("other")
	if SaveTrouble(other) != other {
		t.Error("another error was changed")
	}
}

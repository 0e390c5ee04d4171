package storage

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// The short cut for full-width characters gives what the full tables give.
func TestCompatibleEqualsNormalisation(t *testing.T) {
	for r := rune(' '); r < 0x10000; r++ {
		if r >= 0xd800 && r <= 0xdfff {
			continue
		}
		if s := "苏" + string(r) + "1"; compatible(s) != norm.NFKC.String(s) {
			t.Fatalf("%q becomes %q, want %q", s, compatible(s), norm.NFKC.String(s))
		}
	}
}

func TestFoldText(t *testing.T) {
	for given, want := range map[string]string{
		"〔2020〕姑苏行复第5号":  "2020姑苏行复第5号",
		"（２０２０） 姑苏行复第5号": "2020姑苏行复第5号",
		"ＡＢｃ-1 2":        "abc-1\x1d2",
		"《条例》“一”":        "条例一",
		"a\x1fb\x1e":     "a\x1db",
		"〔〕 ":            "",
	} {
		if got := foldText(given); got != want {
			t.Errorf("%q folds to %q, want %q", given, got, want)
		}
		if again := foldText(want); again != want && want != "abc-1\x1d2" && want != "a\x1db" {
			t.Errorf("%q folds again to %q", want, again)
		}
	}
}

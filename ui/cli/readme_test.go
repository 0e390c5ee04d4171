package cli

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The tables of commands in both guides name exactly the commands there are, and every flag they name exists.
func TestGuidesNameTheCommands(t *testing.T) {
	root := (&app{}).root()
	flags := map[string]func(string) bool{}
	for _, c := range root.Commands() {
		if !c.Hidden {
			flags[c.Name()] = func(name string) bool { return c.Flags().Lookup(name) != nil }
		}
	}
	flags["help"] = func(string) bool { return false }
	code := regexp.MustCompile("`fuyi ([a-z]+)([^`]*)`")
	flag := regexp.MustCompile("--([a-z-]+)")
	for _, guide := range []string{"README.md", "README.zh-CN.md"} {
		text, err := os.ReadFile("../../" + guide)
		if err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for line := range strings.Lines(string(text)) {
			if !strings.HasPrefix(line, "| `fuyi") {
				continue
			}
			for _, m := range code.FindAllStringSubmatch(line, -1) {
				has, ok := flags[m[1]]
				if !ok {
					t.Errorf("%s names the command %s, which does not exist", guide, m[1])
					continue
				}
				named[m[1]] = true
				for _, f := range flag.FindAllStringSubmatch(m[2], -1) {
					if !has(f[1]) {
						t.Errorf("%s: the command %s has no flag --%s", guide, m[1], f[1])
					}
				}
			}
		}
		want, got := slices.Sorted(maps.Keys(flags)), slices.Sorted(maps.Keys(named))
		if !slices.Equal(want, got) {
			t.Errorf("%s names %v, want %v", guide, got, want)
		}
	}
}

package cases_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "fuyi"

// importRule says what packages may not reach, directly or through others. A name ending in /... stands for a package
// and everything below it. The packages' tests may import more, except where the rule says otherwise.
type importRule struct {
	// From are the packages the rule binds, Except those among them that it does not.
	From, Except []string
	// Never are the packages that must not be reached; Only, if set, are the sole ones of this module and of others
	// that may be, the standard library apart.
	Never, Only []string
	// Tests extends the rule to what the packages' tests import themselves.
	Tests bool
	Why   string
}

const (
	fyne     = "fyne.io/..."
	sqlite   = "modernc.org/..."
	excelize = "github.com/xuri/..."
)

// importRules is the direction of imports that keeps the layers apart.
var importRules = []importRule{
	{
		From: []string{"fuyi/cases/calendar"}, Only: []string{},
		Why: "calendar is the bottom: it imports the standard library only",
	},
	{
		From: []string{"fuyi/cases/procedure"}, Only: []string{"fuyi/cases/calendar"},
		Why: "procedure imports calendar and the standard library only",
	},
	{
		From: []string{"fuyi/cases"}, Only: []string{"fuyi/cases/calendar", "fuyi/cases/procedure"},
		Why: "cases imports procedure, calendar and the standard library only",
	},
	{
		From: []string{"fuyi/cases/statistics"}, Only: []string{"fuyi/cases", "fuyi/cases/calendar", "fuyi/cases/procedure"},
		Why: "statistics imports cases and what is below it, and the standard library only",
	},
	{
		From: []string{"fuyi/cases/..."}, Only: []string{"fuyi/cases/..."},
		Why: "the domain imports the domain and the standard library only",
	},
	{
		From: []string{"fuyi/cases/..."}, Never: []string{"database/sql/...", "net/...", "os/exec"},
		Why: "the domain is pure: no database, no network, no processes",
	},
	{
		From: []string{"fuyi/ui"}, Never: []string{"fuyi/storage/...", "fuyi/export/...", "database/sql/...", sqlite, excelize}, Tests: true,
		Why: "the window gets storage and export as interfaces of cases",
	},
	{
		From: []string{"fuyi/ui/..."}, Except: []string{"fuyi/ui/cli/..."},
		Never: []string{"fuyi/storage/...", "fuyi/export/...", "database/sql/...", sqlite, excelize},
		Why:   "no part of the window knows how cases are stored or exported",
	},
	{
		From: []string{"fuyi/ui/model/..."}, Never: []string{fyne, "fuyi/ui", "fuyi/ui/cli/..."}, Tests: true,
		Why: "the state of the screen is headless",
	},
	{
		From: []string{"fuyi/ui/model/...", "fuyi/storage/...", "fuyi/export/..."}, Except: []string{"fuyi/ui/model/fake"},
		Never: []string{"fuyi/assets/..."},
		Why:   "what these need of the assets, the calendar, is handed to them",
	},
	{
		From: []string{"fuyi/storage/..."}, Never: []string{fyne, excelize, "fuyi/export/...", "fuyi/ui/..."}, Tests: true,
		Why: "storage knows cases only, neither workbooks nor the window",
	},
	{
		// database/sql/driver alone is an interface that the PDF engine's library of identifiers implements.
		From: []string{"fuyi/export/..."}, Never: []string{fyne, sqlite, "database/sql", "fuyi/storage/...", "fuyi/ui/..."}, Tests: true,
		Why: "export knows cases only, neither the database nor the window",
	},
	{
		From: []string{"fuyi/assets/..."}, Only: []string{"fuyi/cases/calendar"},
		Why: "assets are data; only the calendar is read from them",
	},
	{
		From: []string{"fuyi/..."}, Never: []string{"fuyi/ui/model/fake"},
		Why: "stand-ins are for tests and never in the program",
	},
	{
		From: []string{"fuyi/..."}, Except: []string{"fuyi"}, Never: []string{"fuyi"},
		Why: "main is wiring and nothing depends on it",
	},
}

// goPackage is what `go list -json` says of a package.
type goPackage struct {
	ImportPath   string
	Standard     bool
	Deps         []string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// listPackages runs go list over the module with its dependencies.
func listPackages(t *testing.T) []goPackage {
	t.Helper()
	// The tag leaves the window's OpenGL driver out, so that the test needs no C headers; the imports of this
	// module's own packages do not depend on it.
	cmd := exec.Command("go", "list", "-deps", "-tags", "ci", "-json=ImportPath,Standard,Deps,Imports,TestImports,XTestImports", "./...")
	cmd.Dir = ".."
	cmd.Env = append(cmd.Environ(), "CGO_ENABLED=0")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	packages, err := decodePackages(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	return packages
}

func decodePackages(r io.Reader) ([]goPackage, error) {
	var out []goPackage
	for d := json.NewDecoder(r); ; {
		var p goPackage
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("go list's answer: %w", err)
		}
		out = append(out, p)
	}
}

// matches reports whether a package is named by one of the patterns.
func matches(path string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		root, tree := strings.CutSuffix(p, "/...")
		return path == root || tree && strings.HasPrefix(path, root+"/")
	})
}

// graph answers questions about packages by path.
type graph map[string]goPackage

func newGraph(packages []goPackage) graph {
	g := graph{}
	for _, p := range packages {
		g[p.ImportPath] = p
	}
	return g
}

// violations checks every rule and returns one sentence per forbidden import, with the chain that leads to it.
func (g graph) violations(rules []importRule) []string {
	var out []string
	for path, p := range g {
		if path != module && !strings.HasPrefix(path, module+"/") {
			continue
		}
		for _, r := range rules {
			if !matches(path, r.From) || matches(path, r.Except) {
				continue
			}
			for _, dep := range g.reach(p, r.Tests) {
				if !g.forbidden(r, path, dep) {
					continue
				}
				out = append(out, fmt.Sprintf("%s must not import %s: %s (%s)", path, dep, r.Why, strings.Join(g.chain(p, dep, r.Tests), " -> ")))
			}
		}
	}
	slices.Sort(out)
	return out
}

func (g graph) forbidden(r importRule, path, dep string) bool {
	if dep == path {
		return false
	}
	if matches(dep, r.Never) {
		return true
	}
	return r.Only != nil && !g.standard(dep) && !matches(dep, r.Only)
}

func (g graph) standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	if p, ok := g[path]; ok {
		return p.Standard
	}
	// A package that only tests import is not in the listing; those of the standard library have no dot in front.
	return !strings.Contains(first, ".") && first != module
}

// reach lists all packages p depends on, and with tests those its tests import directly.
func (g graph) reach(p goPackage, tests bool) []string {
	out := slices.Clone(p.Deps)
	if tests {
		out = slices.Concat(out, p.TestImports, p.XTestImports)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// chain is a shortest path of imports from p to dep, for the message.
func (g graph) chain(p goPackage, dep string, tests bool) []string {
	first := slices.Clone(p.Imports)
	if tests {
		first = slices.Concat(first, p.TestImports, p.XTestImports)
	}
	queue, from := []string{}, map[string]string{}
	visit := func(by string, imports []string) {
		for _, i := range imports {
			if _, seen := from[i]; !seen && i != p.ImportPath {
				from[i] = by
				queue = append(queue, i)
			}
		}
	}
	visit(p.ImportPath, first)
	for len(queue) > 0 && from[dep] == "" {
		at := queue[0]
		queue = queue[1:]
		visit(at, g[at].Imports)
	}
	out := []string{dep}
	for at := dep; at != p.ImportPath && from[at] != ""; at = from[at] {
		out = append([]string{from[at]}, out...)
	}
	return out
}

// Go's test cache does not see the files of other packages change, so .ci/check runs this test with -count=1.
func TestImportDirection(t *testing.T) {
	g := newGraph(listPackages(t))
	for _, r := range importRules {
		bound := 0
		for path := range g {
			if matches(path, r.From) && !matches(path, r.Except) {
				bound++
			}
		}
		if bound == 0 {
			t.Errorf("the rule %q binds no package: %v", r.Why, r.From)
		}
	}
	for _, v := range g.violations(importRules) {
		t.Error(v)
	}
}

// The checker itself must see what it is for, or a green test would mean nothing.
func TestImportCheckerFindsViolations(t *testing.T) {
	std := goPackage{ImportPath: "strings", Standard: true}
	sound := []goPackage{
		std,
		{ImportPath: "database/sql", Standard: true},
		{ImportPath: "fyne.io/fyne/v2"},
		{ImportPath: "fuyi/cases", Imports: []string{"strings"}, Deps: []string{"strings"}},
		{ImportPath: "fuyi/storage", Imports: []string{"fuyi/cases", "database/sql"}, Deps: []string{"fuyi/cases", "database/sql", "strings"}},
		{ImportPath: "fuyi/ui", Imports: []string{"fuyi/cases", "fyne.io/fyne/v2"}, Deps: []string{"fuyi/cases", "fyne.io/fyne/v2", "strings"}},
		{ImportPath: "fuyi/ui/model", Imports: []string{"fuyi/cases"}, Deps: []string{"fuyi/cases", "strings"}},
		{ImportPath: "fuyi/ui/cli", Imports: []string{"fuyi/storage"}, Deps: []string{"fuyi/storage", "fuyi/cases", "database/sql", "strings"}},
		{ImportPath: "fuyi", Imports: []string{"fuyi/ui", "fuyi/storage"}, Deps: []string{"fuyi/ui", "fuyi/storage", "fuyi/cases", "fyne.io/fyne/v2", "database/sql", "strings"}},
	}
	tests := []struct {
		name  string
		extra goPackage
		want  string // a part of the message, "" for none
	}{
		{"sound", std, ""},
		{"domain imports a library", goPackage{ImportPath: "fuyi/cases", Imports: []string{"fyne.io/fyne/v2"}, Deps: []string{"fyne.io/fyne/v2"}}, "fuyi/cases must not import fyne.io/fyne/v2"},
		{"domain imports the database", goPackage{ImportPath: "fuyi/cases/statistics", Imports: []string{"database/sql"}, Deps: []string{"database/sql"}}, "fuyi/cases/statistics must not import database/sql"},
		{"calendar imports upward", goPackage{ImportPath: "fuyi/cases/calendar", Imports: []string{"fuyi/cases"}, Deps: []string{"fuyi/cases", "strings"}}, "calendar is the bottom"},
		{"a test that may import more", goPackage{ImportPath: "fuyi/cases/calendar", XTestImports: []string{"fuyi/assets"}}, ""},
		{"window imports storage", goPackage{ImportPath: "fuyi/ui", Imports: []string{"fuyi/storage"}, Deps: []string{"fuyi/storage", "fuyi/cases"}}, "fuyi/ui -> fuyi/storage"},
		{"window reaches the database through another", goPackage{ImportPath: "fuyi/ui", Imports: []string{"fuyi/storage"}, Deps: []string{"fuyi/storage", "database/sql"}}, "fuyi/ui -> fuyi/storage -> database/sql"},
		{"window's test imports export", goPackage{ImportPath: "fuyi/ui", TestImports: []string{"fuyi/export"}}, "fuyi/ui must not import fuyi/export"},
		{"model imports the toolkit", goPackage{ImportPath: "fuyi/ui/model", Imports: []string{"fyne.io/fyne/v2"}, Deps: []string{"fyne.io/fyne/v2"}}, "headless"},
		{"storage imports export", goPackage{ImportPath: "fuyi/storage", Imports: []string{"fuyi/export"}, Deps: []string{"fuyi/export"}}, "fuyi/storage must not import fuyi/export"},
		{"export imports storage", goPackage{ImportPath: "fuyi/export", Imports: []string{"fuyi/storage"}, Deps: []string{"fuyi/storage"}}, "fuyi/export must not import fuyi/storage"},
		{"assets import the window", goPackage{ImportPath: "fuyi/assets", Imports: []string{"fuyi/ui"}, Deps: []string{"fuyi/ui"}}, "assets are data"},
		{"a prefix is not a folder", goPackage{ImportPath: "fuyi/ui/modelling", Imports: []string{"fyne.io/fyne/v2"}, Deps: []string{"fyne.io/fyne/v2"}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := newGraph(append(slices.Clone(sound), tt.extra)).violations(importRules)
			switch {
			case tt.want == "" && len(got) > 0:
				t.Errorf("found %q in sound packages", got)
			case tt.want != "" && !strings.Contains(strings.Join(got, "\n"), tt.want):
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

package cli_test

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	_ "modernc.org/sqlite" // the database of offices
)

// TestScripts builds the program, with the window drawn in software so that no C compiler is needed, and runs it end to
// end as the scripts in testdata tell.
func TestScripts(t *testing.T) {
	bin, cache := t.TempDir(), t.TempDir()
	build := exec.Command("go", "build", "-tags", "ci", "-o", bin+string(filepath.Separator), "fuyi")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("the program does not build: %v\n%s", err, out)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", bin+string(filepath.ListSeparator)+env.Getenv("PATH"))
			// The default office and the log stay inside the script's own folder on every system.
			for _, name := range []string{"HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"} {
				env.Setenv(name, filepath.Join(env.WorkDir, "home"))
			}
			// The PDF engine is translated once for all scripts.
			env.Setenv("XDG_CACHE_HOME", cache)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":    status,
			"field":     field,
			"figures":   figures,
			"workbook":  workbook,
			"ledger":    ledger,
			"formcells": formcells,
			"shown":     shown,
			"entry":     entry,
			"cells":     cells,
			"docx":      docx,
			"pdf":       pdf,
			"picture":   picture,
			"sized":     sized,
			"tamper":    tamper,
		},
	})
}

// tamper FILE SQL changes a data file past the program.
func tamper(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

// status N COMMAND... runs a command that must end with exit status N.
func status(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("%s ended with status %d, want %d", strings.Join(args[1:], " "), got, want)
	}
}

// field NAME VALUE compares a top-level field of the JSON object on standard output.
func field(ts *testscript.TestScript, neg bool, args []string) {
	var doc map[string]any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &doc))
	value, ok := doc[args[0]]
	if !ok {
		ts.Fatalf("the document has no field %s", args[0])
	}
	if got := fmt.Sprint(value); (got == args[1]) == neg {
		ts.Fatalf("%s is %s, want %s (negated: %v)", args[0], got, args[1], neg)
	}
}

// figures FILE compares the indicators on standard output with lines of an id and a count, or an id and a fraction
// that is the rate's numerator and denominator.
func figures(ts *testscript.TestScript, neg bool, args []string) {
	var doc struct {
		Indicators []struct {
			ID                     string
			Value                  float64
			Numerator, Denominator int
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &doc))
	got := map[string]string{}
	for _, n := range doc.Indicators {
		got[n.ID] = strconv.FormatFloat(n.Value, 'f', -1, 64)
		if n.Denominator == 0 {
			continue
		}
		got[n.ID] = fmt.Sprintf("%d/%d", n.Numerator, n.Denominator)
		if want := float64(n.Numerator) / float64(n.Denominator); n.Value != want {
			ts.Fatalf("%s is %v, want the fraction %v", n.ID, n.Value, want)
		}
	}
	var wrong []string
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if want := strings.Fields(line); len(want) == 2 && got[want[0]] != want[1] {
			wrong = append(wrong, fmt.Sprintf("%s is %q, want %s", want[0], got[want[0]], want[1]))
		}
	}
	if (len(wrong) > 0) != neg {
		ts.Fatalf("figures differ (negated: %v): %s", neg, strings.Join(wrong, "; "))
	}
}

// workbook FILE.xlsx SHEET.csv... writes a workbook with one sheet for each table, named as its file.
func workbook(ts *testscript.TestScript, _ bool, args []string) {
	book := excelize.NewFile()
	for i, name := range args[1:] {
		sheet := strings.TrimSuffix(name, ".csv")
		if i == 0 {
			ts.Check(book.SetSheetName("Sheet1", sheet))
		} else {
			_, err := book.NewSheet(sheet)
			ts.Check(err)
		}
		table := csv.NewReader(bytes.NewBufferString(ts.ReadFile(name)))
		table.FieldsPerRecord = -1
		rows, err := table.ReadAll()
		ts.Check(err)
		for n, row := range rows {
			ts.Check(book.SetSheetRow(sheet, fmt.Sprintf("A%d", n+1), &row))
		}
	}
	ts.Check(book.SaveAs(ts.MkAbs(args[0])))
}

// entry VARIABLE KIND sets a variable to the number of the last act of a kind in the case on standard output.
func entry(ts *testscript.TestScript, _ bool, args []string) {
	var doc struct {
		Acts []struct {
			ID   int64
			Kind string
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &doc))
	found := int64(0)
	for _, a := range doc.Acts {
		if a.Kind == args[1] {
			found = a.ID
		}
	}
	if found == 0 {
		ts.Fatalf("the case has no act %s", args[1])
	}
	ts.Setenv(args[0], strconv.FormatInt(found, 10))
}

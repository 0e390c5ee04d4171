package narrative

import (
	"context"
	"fmt"
	"testing"

	"fuyi/assets"
	"fuyi/cases"
	"fuyi/cases/analysis"
	"fuyi/cases/calendar"
	"fuyi/cases/forms"
	"fuyi/cases/procedure"
	"fuyi/cases/sample"
)

// office is the sample office with what counting uses.
type office struct {
	cases.Reader
	cases.Directory
	law *procedure.Law
	set cases.Settings
	all []*cases.Case
}

func (o *office) Law() *procedure.Law                                 { return o.law }
func (o *office) Settings(context.Context) (cases.Settings, error)    { return o.set, nil }
func (o *office) Organs(context.Context) ([]cases.OrganRecord, error) { return nil, nil }
func (o *office) Each(_ context.Context, _ cases.Span, f func(*cases.Case) error) error {
	for _, c := range o.all {
		if err := f(c); err != nil {
			return err
		}
	}
	return nil
}

// The built-in reports of the sample office: of its two years, and of a year of which there is nothing before.
func TestBuiltInReports(t *testing.T) {
	cal, err := assets.Calendar()
	if err != nil {
		t.Fatal(err)
	}
	o := &office{law: procedure.NewLaw(cal)}
	o.set, o.all = sample.Demo()
	for i, c := range o.all {
		c.ID = cases.ID(i + 1)
	}
	for _, y := range []int{2019, 2020} {
		b, err := analysis.Load(context.Background(), o, forms.Period{From: calendar.New(y, 1, 1), To: calendar.New(y, 12, 31)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, tpl := range Templates() {
			s := NewSource(b, nil, 1)
			for _, x := range TypedLabels() {
				s.Typed[x.Label] = "12"
			}
			d := Write(tpl, s)
			for _, p := range d.Problems {
				t.Errorf("%s %d: %s", tpl.ID, y, p.Text)
			}
			golden(t, fmt.Sprintf("%s-%d.golden", tpl.ID, y), d.Text())
		}
	}
}

// Preference is nothing: the office keeps no readings of its own.
func (*office) Preference(context.Context, string, string) ([]byte, error) { return nil, nil }

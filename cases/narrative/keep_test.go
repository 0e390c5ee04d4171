package narrative

import (
	"context"
	"strconv"
	"testing"

	"fuyi/cases"
)

// shelf keeps preferences in memory.
type shelf map[string][]byte

func (s shelf) Preference(_ context.Context, owner, name string) ([]byte, error) {
	return s[owner+"/"+name], nil
}

func (s shelf) SetPreference(_ context.Context, owner, name string, value []byte) error {
	s[owner+"/"+name] = value
	return nil
}

func TestOfficeKeepsWordingAndTypedFigures(t *testing.T) {
	ctx, p := context.Background(), shelf{}
	k, err := Load(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		year        int
		label, text string
	}{{2020, "合法性审查件数", "120"}, {2019, "合法性审查件数", "100"}, {2020, "某项检查次数", "3"}, {2019, "培训人次（人次）", "10"}, {2020, "培训人次（人次）", "12"}, {2020, "法律顾问人数", "5"}, {2020, "法律顾问人数", ""}} {
		before := len(k.Years[strconv.Itoa(x.year)])
		next := k.WithFigure(x.year, x.label, x.text)
		if len(k.Years[strconv.Itoa(x.year)]) != before {
			t.Error("what was kept changed under its reader")
		}
		if k = next; k.SaveFigures(ctx, p) != nil {
			t.Fatal("not stored")
		}
	}
	k = k.Worded("rule_of_law", "审查【合法性审查件数】件，【合法性审查件数:同比】，检查【某项检查次数】次，培训【培训人次（人次）:增减】，顾问【法律顾问人数】人")
	if err := k.SaveWording(ctx, p); err != nil {
		t.Fatal(err)
	}
	if k, err = Load(ctx, p); err != nil {
		t.Fatal(err)
	}
	s := source()
	k.Fill(s)
	tpl, ok := k.Template("rule_of_law")
	d := Write(tpl, s)
	if !ok || d.Blocks[0].Text != "审查120件，增长20.0%，检查3次，培训增加2人次，顾问【法律顾问人数：未填写】人" {
		t.Errorf("%+v", d.Blocks)
	}
	if err := k.Worded("rule_of_law", "").SaveWording(ctx, p); err != nil {
		t.Fatal(err)
	}
	k, _ = Load(ctx, p)
	if tpl, _ := k.Template("rule_of_law"); tpl.Text != ruleOfLaw {
		t.Error("the built-in wording does not come back")
	}
	if _, ok := k.Template("nothing"); ok {
		t.Error("a template that does not exist is found")
	}
	p["/"+typedName], p["/"+templatesName] = []byte("{"), []byte("[")
	if _, err = Load(ctx, p); cases.KindOf(err) != cases.Damaged {
		t.Errorf("what cannot be read is taken for nothing and would be overwritten: %v", err)
	}
}

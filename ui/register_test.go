package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fuyi/cases"
	"fuyi/ui/model"
	"fuyi/ui/model/fake"
)

// staffed is the sample office with people; those with a PIN have 2468.
func staffed(t *testing.T, people ...cases.Person) *fake.Office {
	t.Helper()
	o := fake.New()
	for _, p := range people {
		pin := p.HasPIN
		p.HasPIN = false
		id, err := o.SavePerson(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		if pin {
			if err := o.SetPIN(t.Context(), id, "2468"); err != nil {
				t.Fatal(err)
			}
		}
	}
	return o
}

func twoPeople(t *testing.T) *fake.Office {
	return staffed(t, cases.Person{Name: "沈某", Role: cases.HandlerRole, HasPIN: true}, cases.Person{Name: "顾某某", Role: cases.ClerkRole},
		cases.Person{Name: "陆某", Role: cases.HandlerRole, Inactive: true})
}

// signIn is the page that asks who works, nil if it is not shown.
func (r *rig) signIn() fyne.CanvasObject {
	if !r.locked {
		return nil
	}
	return r.body.Objects[0]
}

func TestNobodyIsAskedInAnOfficeOfOne(t *testing.T) {
	for _, o := range []*fake.Office{fake.New(), staffed(t, cases.Person{Name: "沈某", Role: cases.HandlerRole})} {
		r := newRig(t, o, model.Look{})
		if r.signIn() != nil || r.here != pageDesk {
			t.Errorf("asked who works, page %q", r.here)
		}
	}
}

func TestSignInWithPIN(t *testing.T) {
	r := newRig(t, twoPeople(t), model.Look{})
	if r.signIn() == nil || r.nav.box.Visible() {
		t.Fatal("nobody was asked")
	}
	if texts := wordsIn(r.body); strings.Contains(strings.Join(texts, "|"), "陆某") {
		t.Error("somebody who left is offered")
	}
	r.ctrl(fyne.Key2)
	if r.signIn() == nil || r.here != "" {
		t.Fatal("a key left the page")
	}
	test.Tap(pressIn(t, r.body, "沈某"))
	pin, ok := r.win.Canvas().Focused().(*entry)
	if !ok || !pin.Password {
		t.Fatal("the PIN is not asked for")
	}
	test.Type(pin, "1111")
	pin.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.signIn() == nil || !strings.Contains(strings.Join(shown(r.body), ""), "密码不对") || pin.Text != "" {
		t.Fatalf("a wrong PIN says %q", shown(r.body))
	}
	test.Type(pin, "2468")
	pin.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.signIn() != nil || r.here != pageDesk || r.o.Author() != "沈某" || r.person != "沈某" {
		t.Fatalf("page %s, author %s", r.here, r.o.Author())
	}
	r.show(pageSettings)
	test.Tap(pressIn(t, r.nav.who, "切换人员"))
	if r.signIn() == nil {
		t.Fatal("switching does not ask")
	}
	test.Tap(pressIn(t, r.body, "顾某某"))
	if r.here != pageSettings || r.signIn() != nil || r.o.Author() != "顾某某" {
		t.Errorf("page %s, author %s", r.here, r.o.Author())
	}
}

func TestPeopleAreKept(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	r.show(pageSettings)
	p := r.show(pagePeople).(*peoplePage)
	test.Tap(buttonIn(t, p.root, "保存"))
	if p.rows["name"].note.text == "" || len(p.people) != 0 {
		t.Fatal("a person without a name was saved")
	}
	test.Type(p.name, "沈某")
	p.form.PIN, p.form.Again = "2468", "2469"
	test.Tap(buttonIn(t, p.root, "保存"))
	if p.rows["again"].note.text == "" {
		t.Fatal("two different PINs were taken")
	}
	p.form.Again = "2468"
	test.Tap(buttonIn(t, p.root, "保存"))
	if len(p.people) != 1 || !p.people[0].HasPIN || p.form.Person.ID != 1 {
		t.Fatalf("people %+v", p.people)
	}
	test.Tap(buttonIn(t, p.root, "取消密码…"))
	test.Tap(buttonIn(t, r.win.Canvas().Overlays().Top(), "确定"))
	if p.people[0].HasPIN {
		t.Error("the PIN is still there")
	}
	r.key(fyne.KeyEscape)
	if r.here != pageSettings {
		t.Errorf("Esc shows %s", r.here)
	}
}

func TestUsualRespondentsAreAddedToTheDirectory(t *testing.T) {
	r := newRig(t, fake.New(), model.Look{})
	p := r.show(pageOrgans).(*organsPage)
	n := len(p.book.Usual)
	if n < 3 {
		t.Fatalf("%d respondents are offered", n)
	}
	first := p.book.Usual[0].Name
	test.Tap(buttonIn(t, p.side.flow.Objects[1], "添加"))
	if len(p.book.Organs) != 1 || len(p.book.Usual) != n-1 {
		t.Fatalf("%d organs, %d offered after adding one of %s", len(p.book.Organs), len(p.book.Usual), first)
	}
	test.Tap(buttonIn(t, p.root, "全部添加"))
	if len(p.book.Organs) != n || len(p.book.Usual) != 0 {
		t.Fatalf("%d organs", len(p.book.Organs))
	}
	p.list.Select(0)
	if p.organ.ID == 0 || p.name.Text != p.organ.Name {
		t.Errorf("the form shows %+v", p.organ)
	}
	p.organ.Short = "姑苏公安"
	test.Tap(buttonIn(t, p.root, "保存"))
	if p.book.Organs[0].Short != "姑苏公安" {
		t.Errorf("saved %+v", p.book.Organs[0])
	}
	p.edit(cases.OrganRecord{Name: p.book.Organs[0].Name, Kind: cases.Department})
	test.Tap(buttonIn(t, p.root, "保存"))
	if p.rows["name"].note.text == "" || len(p.book.Organs) != n {
		t.Error("the same name was saved twice")
	}
	test.Type(p.text, "公安")
	if len(p.found) == 0 || len(p.found) == n {
		t.Errorf("%d found", len(p.found))
	}
}

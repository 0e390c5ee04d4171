package model

import (
	"context"
	"slices"
	"strings"

	"fuyi/cases"
)

// SignIn is the page at start that asks who works (请选择使用人).
type SignIn struct {
	People []cases.Person
}

// LoadSignIn reads who may sign in: the active people of the office. Members of the committee from outside do not work
// with the program.
func LoadSignIn(ctx context.Context, o cases.People) (SignIn, error) {
	all, err := o.People(ctx)
	if err != nil {
		return SignIn{}, err
	}
	return SignIn{slices.DeleteFunc(slices.Clone(all), func(p cases.Person) bool {
		return p.Inactive || p.Role == cases.MemberRole && !p.HasPIN
	})}, nil
}

// Needed reports whether somebody has to be chosen: nothing is asked where one person works without a PIN.
func (s SignIn) Needed() bool {
	return len(s.People) > 1 || len(s.People) == 1 && s.People[0].HasPIN
}

// Only is the one person of an office that need not be asked.
func (s SignIn) Only() (cases.Person, bool) {
	if len(s.People) == 1 && !s.People[0].HasPIN {
		return s.People[0], true
	}
	return cases.Person{}, false
}

// PersonForm is one person as typed. PIN and Again are the new PIN, twice; both empty leave the PIN as it is.
type PersonForm struct {
	Person     cases.Person
	PIN, Again string
}

// pinDigits is how many digits a PIN has at least.
const pinDigits = 4

// Check says what is wrong with the form, by field.
func (f *PersonForm) Check(all []cases.Person) map[string]string {
	bad := map[string]string{}
	f.Person.Name = strings.TrimSpace(f.Person.Name)
	if f.Person.Name == "" {
		bad["name"] = "请填写姓名"
	}
	for _, other := range all {
		if other.ID != f.Person.ID && other.Name == f.Person.Name && !other.Inactive && !f.Person.Inactive && f.Person.Name != "" {
			bad["name"] = "已有同名的在岗人员，请在姓名后加注区别"
		}
	}
	if f.Person.Role == "" {
		bad["role"] = "请选择在本单位做什么"
	}
	if f.PIN != "" && (len(f.PIN) < pinDigits || strings.Trim(f.PIN, "0123456789") != "") {
		bad["pin"] = "密码至少四位，只用数字"
	}
	if bad["pin"] == "" && f.PIN != f.Again {
		bad["again"] = "两次输入的密码不一样，请重新输入"
	}
	return bad
}

// Save stores the person and, if one was typed, the PIN. A person stored whose PIN failed is told as such.
func (f *PersonForm) Save(ctx context.Context, o cases.People) (int64, error) {
	id, err := o.SavePerson(ctx, f.Person)
	if err != nil {
		return 0, err
	}
	f.Person.ID = id
	if f.PIN != "" {
		if err := o.SetPIN(ctx, id, f.PIN); err != nil {
			return id, &cases.Error{Op: "set pin", Kind: cases.KindOf(err), Msg: "人员已经保存，但是密码没有设置成功，请再设一次。", Err: err}
		}
	}
	return id, nil
}

// ActiveHandlers are the names that handler fields offer: the handlers and clerks of the office, then the names that
// stand in cases.
func ActiveHandlers(people []cases.Person, inCases []string) []string {
	var out []string
	gone := map[string]bool{}
	for _, p := range people {
		switch {
		case p.Inactive:
			gone[p.Name] = true
		case p.Role == cases.HandlerRole || p.Role == cases.HeadRole:
			out = append(out, p.Name)
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, n := range inCases {
		if !gone[n] {
			out = append(out, n)
		}
	}
	return out
}

package storage

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/argon2"

	"fuyi/cases"
)

// session is who works with the office now, and what went wrong at the door.
type session struct {
	mu sync.Mutex
	// name is who signed in, "" before anybody did.
	name string
	// wrong counts the wrong PINs in a row of each person, until when the next try has to wait.
	wrong map[int64]int
	until map[int64]time.Time
}

// Author is the name under which records are kept: who signed in, else the account's.
func (o *Office) Author() string {
	o.session.mu.Lock()
	defer o.session.mu.Unlock()
	return cmp.Or(o.session.name, o.opt.Who)
}

const personColumns = "id, name, role, post, unit, phone, inactive, pin"

func scanPerson(rows interface{ Scan(...any) error }) (p cases.Person, pin string, err error) {
	err = rows.Scan(&p.ID, &p.Name, &p.Role, &p.Post, &p.Unit, &p.Phone, &p.Inactive, &pin)
	p.HasPIN = pin != ""
	return p, pin, err
}

// People lists everybody, active ones first, by role and name.
func (o *Office) People(ctx context.Context) ([]cases.Person, error) {
	var out []cases.Person
	err := scanAll(ctx, o.read, "SELECT "+personColumns+" FROM people", func(rows *sql.Rows) error {
		p, _, err := scanPerson(rows)
		out = append(out, p)
		return err
	})
	sortByName(out, func(p cases.Person) (inactive bool, group int, name string) {
		return p.Inactive, slices.Index(cases.PersonRoles(), p.Role), p.Name
	})
	return out, fail("people", err)
}

// sortByName sorts active ones first, then by group, then by name in pinyin order.
func sortByName[T any](list []T, of func(T) (inactive bool, group int, name string)) {
	col := newCollation()
	key := func(name string) string { return string(col.key([]byte(foldText(name)))) }
	slices.SortStableFunc(list, func(a, b T) int {
		ai, ag, an := of(a)
		bi, bg, bn := of(b)
		return cmp.Or(cmp.Compare(flag(ai), flag(bi)), cmp.Compare(ag, bg), cmp.Compare(key(an), key(bn)), cmp.Compare(an, bn))
	})
}

func personByID(ctx context.Context, q querier, id int64) (cases.Person, string, error) {
	p, pin, err := scanPerson(q.QueryRowContext(ctx, "SELECT "+personColumns+" FROM people WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		err = &cases.Error{Op: "person", Kind: cases.NotFound, Msg: "没有找到这个人员，可能已被删除。请刷新后再看。"}
	}
	return p, pin, err
}

// SavePerson stores a person, new or changed.
func (o *Office) SavePerson(ctx context.Context, p cases.Person) (int64, error) {
	p.Name = strings.TrimSpace(p.Name)
	if p.Name == "" {
		return 0, wrongField("save person", "name", "请填写姓名。")
	}
	if !slices.Contains(cases.PersonRoles(), p.Role) {
		return 0, wrongField("save person", "role", "请选择这个人的岗位：承办人、负责人、内勤或委员。")
	}
	err := o.update(ctx, "save person", func(t *transaction) error {
		var same int
		err := t.QueryRowContext(ctx, "SELECT count(*) FROM people WHERE name = ? AND inactive = 0 AND id <> ?", p.Name, p.ID).Scan(&same)
		if err != nil {
			return err
		}
		if same > 0 && !p.Inactive {
			msg := "已经有一位在岗人员叫“" + p.Name + "”。同名的请加注区分，如“" + p.Name + "（二科）”。"
			return &cases.Error{Op: "save person", Kind: cases.Conflict, Msg: msg, Fields: map[string]string{"name": msg}}
		}
		return t.savePerson(ctx, &p)
	})
	return p.ID, err
}

func (t *transaction) savePerson(ctx context.Context, p *cases.Person) error {
	entry := personEntry{After: p}
	values := []any{p.Name, string(p.Role), p.Post, p.Unit, p.Phone, flag(p.Inactive)}
	if p.ID == 0 {
		err := t.QueryRowContext(ctx, "INSERT INTO people (name, role, post, unit, phone, inactive, pin) VALUES (?, ?, ?, ?, ?, ?, '') RETURNING id", values...).Scan(&p.ID)
		if err != nil {
			return err
		}
		return t.audit(ctx, actionPerson, 0, entry)
	}
	before, pin, err := personByID(ctx, t, p.ID)
	if err != nil {
		return err
	}
	entry.Before, p.HasPIN = &before, pin != ""
	if before == *p {
		return nil
	}
	if _, err := t.ExecContext(ctx, "UPDATE people SET name = ?, role = ?, post = ?, unit = ?, phone = ?, inactive = ? WHERE id = ?", append(values, p.ID)...); err != nil {
		return err
	}
	return t.audit(ctx, actionPerson, 0, entry)
}

// SetPIN gives a person a PIN or takes it away.
func (o *Office) SetPIN(ctx context.Context, id int64, pin string) error {
	stored, what := "", "removed"
	if pin != "" {
		if len(pin) < 4 || strings.Trim(pin, "0123456789") != "" {
			return wrongField("set pin", "pin", "密码要用4位以上的数字，请重新设置。")
		}
		stored, what = hashPIN(pin), "set"
	}
	return o.update(ctx, "set pin", func(t *transaction) error {
		p, _, err := personByID(ctx, t, id)
		if err != nil {
			return err
		}
		if _, err := t.ExecContext(ctx, "UPDATE people SET pin = ? WHERE id = ?", stored, id); err != nil {
			return err
		}
		return t.audit(ctx, actionPerson, 0, personEntry{After: &p, PIN: what})
	})
}

// Sign-in tries: after freeTries wrong ones each further wrong one doubles the wait, up to maxWait.
const (
	freeTries = 5
	firstWait = 5 * time.Second
	maxWait   = 10 * time.Minute
)

// SignIn makes a person the author of what is recorded from now on.
func (o *Office) SignIn(ctx context.Context, id int64, pin string) error {
	p, stored, err := personByID(ctx, o.read, id)
	if err != nil {
		return fail("sign in", err)
	}
	if p.Inactive {
		return &cases.Error{Op: "sign in", Kind: cases.Refused, Msg: "“" + p.Name + "”已经标为离岗，不能登录。请在“设置—人员”中改回在岗。"}
	}
	s, now := &o.session, o.opt.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	if wait := s.until[id].Sub(now); wait > 0 {
		return refused(fmt.Sprintf("密码连续输错，请等%d秒后再试", int(wait.Seconds())+1))
	}
	if stored != "" && !samePIN(stored, pin) {
		if s.wrong == nil {
			s.wrong, s.until = map[int64]int{}, map[int64]time.Time{}
		}
		s.wrong[id]++
		if over := s.wrong[id] - freeTries; over >= 0 {
			s.until[id] = now.Add(min(firstWait<<min(over, 10), maxWait))
		}
		return &cases.Error{Op: "sign in", Kind: cases.Refused, Msg: "密码不对，请再输入一次。", Fields: map[string]string{"pin": "密码不对，请再输入一次。"}}
	}
	delete(s.wrong, id)
	s.name = p.Name
	return nil
}

// pinCost is the work of one argon2id hash: passes over memory in KiB by threads. It is stored with each hash, so that it
// can be raised later.
type pinCost struct {
	passes, memory uint32
	threads        uint8
}

func hashPIN(pin string) string {
	salt := make([]byte, 16)
	_, _ = rand.Read(salt) // never fails
	cost := pinCost{3, 32 << 10, 2}
	key := argon2.IDKey([]byte(pin), salt, cost.passes, cost.memory, cost.threads, 32)
	enc := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, cost.memory, cost.passes, cost.threads, enc(salt), enc(key))
}

// samePIN compares a PIN with a stored hash; a hash that cannot be read matches nothing.
func samePIN(stored, pin string) bool {
	part := strings.Split(stored, "$")
	if len(part) != 6 || part[1] != "argon2id" {
		return false
	}
	var version int
	var cost pinCost
	if _, err := fmt.Sscanf(part[2]+" "+part[3], "v=%d m=%d,t=%d,p=%d", &version, &cost.memory, &cost.passes, &cost.threads); err != nil {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(part[4])
	want, err2 := base64.RawStdEncoding.DecodeString(part[5])
	if err != nil || err2 != nil || version != argon2.Version || cost.passes == 0 || cost.threads == 0 || cost.memory > 1<<20 || len(want) != 32 {
		return false
	}
	return subtle.ConstantTimeCompare(want, argon2.IDKey([]byte(pin), salt, cost.passes, cost.memory, cost.threads, 32)) == 1
}

// wrongField is an Invalid error about one field.
func wrongField(op, field, msg string) error {
	return &cases.Error{Op: op, Kind: cases.Invalid, Msg: msg, Fields: map[string]string{field: msg}}
}

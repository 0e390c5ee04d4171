package storage

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/seal"
)

// Seal stores a sealed period under the present author.
func (o *Office) Seal(ctx context.Context, s *cases.Seal) (cases.SealRecord, error) {
	if strings.TrimSpace(o.Author()) == "" {
		return cases.SealRecord{}, &cases.Error{Op: "seal", Kind: cases.Refused, Msg: "还不知道由谁封存，没有封存。请先登录或者在设置中填写经办人。"}
	}
	n := *s
	err := o.update(ctx, "seal", func(t *transaction) error { return t.seal(ctx, &n) })
	if err != nil {
		return cases.SealRecord{}, err
	}
	return n.SealRecord, nil
}

func (t *transaction) seal(ctx context.Context, s *cases.Seal) error {
	err := t.QueryRowContext(ctx, "SELECT id FROM seals WHERE first_day = ? AND last_day = ? ORDER BY id DESC LIMIT 1", s.From.String(), s.To.String()).Scan(&s.Replaces)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		s.Replaces = 0
	case err != nil:
		return err
	}
	s.Note = strings.TrimSpace(s.Note)
	if s.Replaces != 0 && s.Note == "" {
		msg := s.Title + "已经封存过，原来的封存会一直保留。确实需要再次封存的，请写明理由。"
		return &cases.Error{Op: "seal", Kind: cases.Refused, Msg: msg, Fields: map[string]string{"note": msg}}
	}
	s.By, s.At = t.o.Author(), t.stamp()
	s.Hash = seal.Hash(s)
	data, err := pack(s)
	if err != nil {
		return err
	}
	err = t.QueryRowContext(ctx, "INSERT INTO seals (title, first_day, last_day, as_of, sealed_by, day, at, note, replaces, hash, data, entry) "+
		"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", s.Title, s.From.String(), s.To.String(), s.AsOf.String(), s.By, s.On.String(),
		s.At, s.Note, s.Replaces, s.Hash, data, t.entry).Scan(&s.ID)
	if err != nil {
		return err
	}
	return t.audit(ctx, actionSeal, 0, sealEntry{s.ID, s.Title, s.From.String(), s.To.String(), s.AsOf.String(), s.Note, s.Replaces, s.Hash})
}

// pack compresses a seal: its lists of numbers and repeated words shrink to a tenth.
func pack(s *cases.Seal) ([]byte, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if err := json.NewEncoder(w).Encode(s); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}

func unpack(data []byte) (*cases.Seal, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var s cases.Seal
	if err := json.NewDecoder(r).Decode(&s); err != nil {
		return nil, err
	}
	return &s, r.Close()
}

// Seals lists the seals, newest first.
func (o *Office) Seals(ctx context.Context) ([]cases.SealRecord, error) {
	out := []cases.SealRecord{}
	err := scanAll(ctx, o.read, "SELECT "+sealRecord+" FROM seals ORDER BY id DESC", func(rows *sql.Rows) error {
		r, err := scanSeal(rows)
		out = append(out, r)
		return err
	})
	return out, fail("seals", err)
}

func scanSeal(rows *sql.Rows, more ...any) (cases.SealRecord, error) {
	var r cases.SealRecord
	var days [4]string
	into := append([]any{&r.ID, &r.Title, &days[0], &days[1], &days[2], &r.By, &days[3], &r.At, &r.Note, &r.Replaces, &r.Hash}, more...)
	err := rows.Scan(into...)
	read := newDayTexts()
	for i, d := range []*calendar.Date{&r.From, &r.To, &r.AsOf, &r.On} {
		if err == nil {
			*d, err = read.day(days[i])
		}
	}
	return r, err
}

// LoadSeal loads a seal and verifies it.
func (o *Office) LoadSeal(ctx context.Context, id int64) (*cases.Seal, error) {
	var out *cases.Seal
	found, sound := false, false
	err := scanAll(ctx, o.read, sealColumns+" WHERE id = ?", func(rows *sql.Rows) error {
		var data []byte
		r, err := scanSeal(rows, &data)
		if err == nil {
			found = true
			out, sound = genuine(r, data)
		}
		return err
	}, id)
	switch {
	case err != nil:
		return nil, fail("load seal", err)
	case !found:
		return nil, &cases.Error{Op: "load seal", Kind: cases.NotFound, Msg: "没有找到这次封存。请重新打开统计报表后再试。"}
	case !sound:
		return nil, &cases.Error{Op: "load seal", Kind: cases.Damaged, Msg: "封存的内容与封存时的校验值不符，可能被直接改动过。请用备份核对。"}
	}
	return out, nil
}

const (
	sealRecord  = "id, title, first_day, last_day, as_of, sealed_by, day, at, note, replaces, hash"
	sealColumns = "SELECT " + sealRecord + ", data FROM seals"
)

// genuine unpacks a seal; sound is false where content, hash and columns do not agree.
func genuine(r cases.SealRecord, data []byte) (s *cases.Seal, sound bool) {
	s, err := unpack(data)
	if err != nil {
		return nil, false
	}
	// The number is given by the table and in no hash.
	s.ID = r.ID
	return s, s.SealRecord == r && seal.Verify(s)
}

// noteSeal remembers what an entry says of a seal.
func (ck *checker) noteSeal(e Entry) error {
	var c sealEntry
	if err := json.Unmarshal([]byte(e.Content), &c); err != nil {
		return err
	}
	if ck.seals == nil {
		ck.seals = map[int64]string{}
	}
	ck.seals[c.Seal] = c.Hash
	return nil
}

// sealed compares every seal with its hash, and the hash with the audit trail.
func (ck *checker) sealed(ctx context.Context) error {
	var bad []string
	err := scanAll(ctx, ck.q, sealColumns+" ORDER BY id", func(rows *sql.Rows) error {
		var data []byte
		r, err := scanSeal(rows, &data)
		if err != nil {
			return err
		}
		if _, sound := genuine(r, data); !sound || ck.seals[r.ID] != r.Hash {
			bad = append(bad, r.Title)
		}
		delete(ck.seals, r.ID)
		return nil
	})
	for _, title := range bad {
		if err == nil {
			err = ck.report(0, "%s的封存与封存时的校验值不符，可能被直接改动过。请用备份核对。", title)
		}
	}
	if n := len(ck.seals); err == nil && n > 0 {
		err = ck.report(0, "留痕记录了%d次封存，数据中没有，可能被删除过。请用备份核对。", n)
	}
	return err
}

package seal

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"maps"
	"slices"
	"strconv"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// encoding names the canonical encoding; another one would be another word.
const encoding = "fuyi-seal-1"

// Hash is the SHA-256 of a seal's canonical encoding in hex. ID and Hash are not in it: everything else is. DESIGN.md describes it.
func Hash(s *cases.Seal) string {
	w := writer{sha256.New()}
	w.text(encoding, s.Title, s.By, s.At, s.Note)
	w.days(s.From, s.To, s.AsOf, s.On)
	w.number(s.Replaces)
	w.number(int64(len(s.Forms)))
	w.text(s.Forms...)
	for _, m := range []map[string]string{s.Rules, s.Mapping} {
		w.number(int64(len(m)))
		for _, k := range slices.Sorted(maps.Keys(m)) {
			w.text(k, m[k])
		}
	}
	w.number(int64(len(s.Figures)))
	for i := range s.Figures {
		w.figure(&s.Figures[i])
	}
	w.number(int64(len(s.Cases)))
	for i := range s.Cases {
		w.line(&s.Cases[i])
	}
	return hex.EncodeToString(w.h.Sum(nil))
}

// Verify reports whether a seal's content is still what its hash says.
func Verify(s *cases.Seal) bool { return s.Hash != "" && s.Hash == Hash(s) }

// writer puts fields into the hash, each with its length in front, so that moving a sign from one field to the next shows.
type writer struct{ h hash.Hash }

func (w writer) text(fields ...string) {
	for _, f := range fields {
		// A hash takes whatever it is given.
		w.h.Write(strconv.AppendInt(nil, int64(len(f)), 10))
		w.h.Write([]byte{':'})
		w.h.Write([]byte(f))
	}
}

func (w writer) number(n int64) { w.text(strconv.FormatInt(n, 10)) }

func (w writer) days(list ...calendar.Date) {
	for _, d := range list {
		w.text(d.String())
	}
}

func (w writer) figure(f *cases.SealedFigure) {
	w.text(f.Key, f.Table, f.Label, f.Unit)
	w.number(f.Value)
	w.number(int64(len(f.Cases)))
	for _, id := range f.Cases {
		w.number(int64(id))
	}
	w.number(int64(len(f.Amounts)))
	for _, n := range f.Amounts {
		w.number(n)
	}
}

func (w writer) line(c *cases.SealedCase) {
	w.number(int64(c.ID))
	w.text(string(c.Kind), c.Number, c.Title, c.Result, c.Category, c.Matter)
	w.days(c.Received, c.Accepted, c.Concluded)
	w.number(int64(len(c.Facts)))
	w.text(c.Facts...)
}

package fake

import (
	"context"
	"slices"

	"fuyi/cases"
	"fuyi/cases/seal"
)

// Seal keeps a seal.
func (o *Office) Seal(_ context.Context, s *cases.Seal) (cases.SealRecord, error) {
	if o.Fail != nil {
		return cases.SealRecord{}, o.Fail
	}
	n, d := *s, o.desk()
	for _, old := range d.seals {
		if old.From == s.From && old.To == s.To {
			n.Replaces = old.ID
		}
	}
	if n.Replaces != 0 && n.Note == "" {
		return cases.SealRecord{}, &cases.Error{Op: "seal", Kind: cases.Refused, Msg: s.Title + "已经封存过，请写明理由。"}
	}
	n.ID, n.By, n.At = int64(len(d.seals)+1), o.Who, s.On.String()+"T00:00:00+08:00"
	n.Hash = seal.Hash(&n)
	d.seals = append(d.seals, &n)
	return n.SealRecord, nil
}

// Seals lists the seals, newest first.
func (o *Office) Seals(context.Context) ([]cases.SealRecord, error) {
	out := []cases.SealRecord{}
	for _, s := range slices.Backward(o.desk().seals) {
		out = append(out, s.SealRecord)
	}
	return out, o.Fail
}

// LoadSeal finds a seal.
func (o *Office) LoadSeal(_ context.Context, id int64) (*cases.Seal, error) {
	if id < 1 || int(id) > len(o.desk().seals) {
		return nil, &cases.Error{Op: "load seal", Kind: cases.NotFound, Msg: "没有找到这次封存。"}
	}
	return o.desk().seals[id-1], o.Fail
}

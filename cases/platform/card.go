package platform

import (
	"bytes"
	_ "embed" // the usual cards are data
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"fuyi/cases"
	"fuyi/cases/procedure"
)

//go:embed cards.json
var usual []byte

// UsualCards are the cards an office begins with: the platform's fields as far as they are known, in the order of its forms,
// without codes. It is a fault of the program if they cannot be read.
func UsualCards() ([]cases.PlatformCard, error) { return ReadCards(usual) }

func refuse(msg string, err error) error {
	return &cases.Error{Op: "read platform card", Kind: cases.Invalid, Msg: msg, Err: err}
}

// ReadCards reads cards from JSON. An *Error names the field that is unknown, without label, or there twice.
func ReadCards(data []byte) ([]cases.PlatformCard, error) {
	var out []cases.PlatformCard
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		return nil, refuse("抄录卡的格式不正确，没有读取。请使用本程序导出的抄录卡文件修改。", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, refuse("抄录卡文件的末尾有多余的内容，没有读取。请使用本程序导出的抄录卡文件修改。", err)
	}
	for i := range out {
		if err := CheckCard(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// CheckCard refuses a card that cannot be used, with a sentence about the first fault.
func CheckCard(c *cases.PlatformCard) error {
	if c.Kind != recon && c.Kind != suit {
		return refuse(fmt.Sprintf("抄录卡“%s”没有说明是行政复议还是行政应诉，请补上。", c.Name), nil)
	}
	seen := map[string]bool{}
	for i, f := range c.Fields {
		switch {
		case fieldOf(f.Field, c.Kind) == nil:
			return refuse(fmt.Sprintf("抄录卡“%s”第%d项的字段“%s”在%s案件中不存在，请改正或者删去。", c.Name, i+1, f.Field, c.Kind.Label()), nil)
		case strings.TrimSpace(f.Label) == "":
			return refuse(fmt.Sprintf("抄录卡“%s”第%d项没有平台上的名称，请补上。", c.Name, i+1), nil)
		case seen[f.Field]:
			return refuse(fmt.Sprintf("抄录卡“%s”中“%s”出现了两次，请删去一项。", c.Name, f.Label), nil)
		}
		seen[f.Field] = true
		for _, k := range f.Codes {
			if k.Ours == "" || k.Name == "" && k.Code == "" {
				return refuse(fmt.Sprintf("抄录卡“%s”中“%s”的代码表有一行不完整，请写明本单位用词和平台用词。", c.Name, f.Label), nil)
			}
		}
	}
	return nil
}

// Lines are what has to be typed into the platform for a case, in its order and words. t is the case's timeline.
func Lines(card *cases.PlatformCard, c *cases.Case, t *procedure.Timeline) []cases.PlatformLine {
	out := make([]cases.PlatformLine, 0, len(card.Fields))
	for i := range card.Fields {
		f := &card.Fields[i]
		def := fieldOf(f.Field, c.Kind)
		if def == nil {
			continue
		}
		out = append(out, line(f, def.get(view{c, t})))
	}
	return out
}

// line puts a value into the platform's words.
func line(f *cases.PlatformField, v value) cases.PlatformLine {
	out := cases.PlatformLine{Field: f.Field, Label: f.Label, Value: v.String()}
	if len(f.Codes) == 0 || len(v.parts) == 0 {
		return out
	}
	// The coarser words are those of the result as a whole and stand for none of several parts.
	also := v.also
	if len(v.parts) > 1 {
		also = nil
	}
	var names, codes, unknown []string
	for _, p := range v.parts {
		k := codeOf(f, p, also)
		if k == nil {
			unknown = append(unknown, p)
			names = appendNew(names, p)
			continue
		}
		name := k.Name
		if name == "" {
			name = p
		}
		names, codes = appendNew(names, name), appendNew(codes, k.Code)
	}
	out.Value, out.Code = strings.Join(names, "；"), strings.Join(codes, "；")
	if len(unknown) > 0 {
		out.Problem = fmt.Sprintf("“%s”没有对应的平台用词，请在抄录卡的代码表中补上。", strings.Join(unknown, "、"))
	}
	return out
}

// codeOf finds the platform's word for one of the office's, by the word itself or a coarser one.
func codeOf(f *cases.PlatformField, word string, also []string) *cases.PlatformCode {
	for _, w := range append([]string{word}, also...) {
		for i := range f.Codes {
			if Key(f.Codes[i].Ours) == Key(w) {
				return &f.Codes[i]
			}
		}
	}
	return nil
}

// CardFor is the card of a kind among the given ones, else the usual one.
func CardFor(k cases.Kind, given []cases.PlatformCard) (cases.PlatformCard, error) {
	ofKind := func(c cases.PlatformCard) bool { return c.Kind == k }
	if i := slices.IndexFunc(given, ofKind); i >= 0 {
		return given[i], CheckCard(&given[i])
	}
	cards, err := UsualCards()
	if err != nil {
		return cases.PlatformCard{}, err
	}
	return cards[slices.IndexFunc(cards, ofKind)], nil
}

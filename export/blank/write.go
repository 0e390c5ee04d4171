package blank

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"

	"fuyi/cases"
	"fuyi/cases/calendar"
)

// edit replaces the bytes from..to of a part.
type edit struct {
	from, to int
	text     string
}

// content is what a cell is to hold: a text, a number as it is written, or nothing.
type content struct{ text, number string }

func (f *Form) content(v cases.BlankValue, style int) content {
	switch {
	case v.Empty:
		return content{}
	case v.Text != "":
		return content{text: v.Text}
	case !v.Day.IsZero() && f.styles.date[style]:
		return content{number: strconv.Itoa(f.serial(v.Day))}
	case !v.Day.IsZero():
		return content{text: v.Day.Chinese()}
	}
	s := strconv.FormatFloat(v.Number, 'f', -1, 64)
	if v.Percent && f.styles.percent[style] {
		s = hundredth(s)
	}
	return content{number: s}
}

// serial is the number of a day in the workbook's system of dates.
func (f *Form) serial(d calendar.Date) int {
	if f.date1904 {
		return d.Sub(calendar.New(1904, 1, 1))
	}
	return d.Sub(calendar.New(1899, 12, 30))
}

// hundredth divides a decimal number by 100 without the errors of binary fractions.
func hundredth(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	whole = strings.Repeat("0", max(0, 3-len(whole))) + whole
	out := whole[:len(whole)-2] + "." + whole[len(whole)-2:] + fraction
	return sign + strings.TrimRight(strings.TrimRight(out, "0"), ".")
}

// cell writes a cell with the attributes it had, apart from those that tell the kind of its value.
func (s *sheet) cell(attr []xml.Attr, c content) string {
	attr = without(without(without(attr, "t"), "cm"), "vm")
	switch {
	case c.text != "":
		attr = append(attr, xml.Attr{Name: xml.Name{Local: "t"}, Value: "inlineStr"})
		return s.open("c", attr, false) + "<" + s.prefix + `is><` + s.prefix + `t xml:space="preserve">` + escape(c.text) +
			"</" + s.prefix + "t></" + s.prefix + "is></" + s.prefix + "c>"
	case c.number == "":
		return s.open("c", attr, true)
	}
	return s.open("c", attr, false) + s.kept(c.number) + "</" + s.prefix + "c>"
}

// kept is the element of a cell's value.
func (s *sheet) kept(value string) string {
	return "<" + s.prefix + "v>" + escape(value) + "</" + s.prefix + "v>"
}

// open writes a start tag.
func (s *sheet) open(name string, attr []xml.Attr, closed bool) string {
	var b strings.Builder
	b.WriteString("<" + s.prefix + name)
	for _, a := range attr {
		b.WriteByte(' ')
		if a.Name.Space != "" {
			b.WriteString(a.Name.Space + ":")
		}
		b.WriteString(a.Name.Local + `="` + escape(a.Value) + `"`)
	}
	if closed {
		b.WriteByte('/')
	}
	b.WriteByte('>')
	return b.String()
}

func without(attr []xml.Attr, name string) []xml.Attr {
	return slices.DeleteFunc(slices.Clone(attr), func(a xml.Attr) bool { return a.Name.Space == "" && a.Name.Local == name })
}

// escape writes text for XML; signs that no workbook can hold become the replacement character.
func escape(s string) string {
	var b bytes.Buffer
	// Writing to a buffer never fails.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// apply makes the edits of a part, none of which overlap.
func apply(part []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return a.to - b.to
	})
	var out bytes.Buffer
	last := 0
	for _, e := range edits {
		out.Write(part[last:e.from])
		out.WriteString(e.text)
		last = e.to
	}
	out.Write(part[last:])
	return out.Bytes()
}

// write copies the zip, with the changed parts in their places.
func (f *Form) write(w io.Writer, parts map[*zip.File][]byte) error {
	z := zip.NewWriter(w)
	for _, p := range f.zip.File {
		b, changed := parts[p]
		if !changed {
			if err := z.Copy(p); err != nil {
				return err
			}
			continue
		}
		h := &zip.FileHeader{Name: p.Name, Method: zip.Deflate, NonUTF8: p.NonUTF8, Modified: p.Modified, ExternalAttrs: p.ExternalAttrs, CreatorVersion: p.CreatorVersion}
		part, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := part.Write(b); err != nil {
			return err
		}
	}
	if err := z.SetComment(f.zip.Comment); err != nil {
		return err
	}
	return z.Close()
}

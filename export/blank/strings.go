package blank

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// shared reads the table of shared strings: runs of rich text are joined, readings of Chinese characters (phonetic runs) left
// out.
func (f *Form) shared(part string) ([]string, error) {
	b, err := read(f.part(part))
	if err != nil || b == nil {
		return nil, err
	}
	var out []string
	var text strings.Builder
	inside, phonetic := false, 0
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				inside = phonetic == 0
			case "rPh":
				phonetic++
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "si":
				out = append(out, text.String())
				text.Reset()
			case "t":
				inside = false
			case "rPh":
				phonetic--
			}
		case xml.CharData:
			if inside {
				text.Write(t)
			}
		}
	}
}

// styles says of each cell format what kind of number it shows.
type styles struct{ percent, date map[int]bool }

// readStyles finds the formats that show percents and days.
func (f *Form) readStyles(part string) (styles, error) {
	s := styles{percent: map[int]bool{9: true, 10: true}, date: map[int]bool{}}
	for _, span := range [][2]int{{14, 17}, {22, 22}, {27, 31}, {36, 36}, {50, 54}, {57, 58}} {
		for id := span[0]; id <= span[1]; id++ {
			s.date[id] = true
		}
	}
	b, err := read(f.part(part))
	if err != nil || b == nil {
		return styles{}, err
	}
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := xml.Unmarshal(b, &sheet); err != nil {
		return s, err
	}
	for _, n := range sheet.Formats {
		code := bare(n.Code)
		s.percent[n.ID] = strings.Contains(code, "%")
		s.date[n.ID] = strings.ContainsAny(code, "yY年") || strings.ContainsAny(code, "dD") && strings.ContainsAny(code, "mM月")
	}
	out := styles{percent: map[int]bool{}, date: map[int]bool{}}
	for i, x := range sheet.Cells {
		out.percent[i], out.date[i] = s.percent[x.Format], s.date[x.Format]
	}
	return out, nil
}

// bare drops what a format code quotes, and what stands in square brackets: colours and conditions.
func bare(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"', '[':
			end := byte('"')
			if code[i] == '[' {
				end = ']'
			}
			j := strings.IndexByte(code[i+1:], end)
			if j < 0 {
				return b.String()
			}
			// Chinese formats quote the words for year and month: yyyy"年"m"月".
			i += j + 1
		case '\\', '_', '*':
			i++
		default:
			b.WriteByte(code[i])
		}
	}
	return b.String()
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

package assets

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"slices"
	"testing"

	"fuyi/cases/calendar"

	"golang.org/x/image/font/sfnt"
)

func TestFontsAreCompleteStaticFaces(t *testing.T) {
	tests := []struct {
		data  []byte
		style string
	}{
		{FontRegular(), "Regular"},
		{FontBold(), "Bold"},
	}
	for _, tt := range tests {
		t.Run(tt.style, func(t *testing.T) {
			// A collection (.ttc) crashes the toolkit; only a single TrueType face has this signature.
			if !bytes.HasPrefix(tt.data, []byte{0, 1, 0, 0}) {
				t.Fatal("the face is not a single TrueType face")
			}
			if bytes.Contains(tt.data[:512], []byte("fvar")) {
				t.Error("the face is variable; Fyne shows its default weight only")
			}
			f, err := sfnt.Parse(tt.data)
			if err != nil {
				t.Fatal(err)
			}
			var buf sfnt.Buffer
			family, err := f.Name(&buf, sfnt.NameIDFamily)
			if err != nil || family != "Noto Sans SC" {
				t.Errorf("family %q, %v", family, err)
			}
			style, err := f.Name(&buf, sfnt.NameIDSubfamily)
			if err != nil || style != tt.style {
				t.Errorf("style %q, %v, want %q", style, err, tt.style)
			}
			// Characters of case numbers and forms, and rare ones that occur in names of persons and places.
			for _, r := range "行政复议〔2020〕第1号㎡①％龑䶮喆堃垚祎玥赟翀囍犇骉昇彧頔溦邨浐嘂" {
				i, err := f.GlyphIndex(&buf, r)
				if err != nil || i == 0 {
					t.Errorf("no glyph for %q (%U), %v", r, r, err)
				}
			}
		})
	}
}

func TestIcon(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(IconPNG()))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 512 || b.Dy() != 512 {
		t.Errorf("the picture is %v, want 512 by 512", b)
	}
	d := xml.NewDecoder(bytes.NewReader(IconSVG()))
	root := ""
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := tok.(xml.StartElement); ok && root == "" {
			root = e.Name.Local
		}
	}
	if root != "svg" {
		t.Errorf("the drawing's root is %q", root)
	}
}

// Callers may change what they were given; the next caller gets the data whole.
func TestSmallAssetsAreCopies(t *testing.T) {
	for name, f := range map[string]func() []byte{"IconSVG": IconSVG, "IconPNG": IconPNG, "Holidays": Holidays} {
		first := f()
		want := first[0]
		first[0]++
		if got := f()[0]; got != want {
			t.Errorf("%s gives out the embedded bytes themselves", name)
		}
	}
}

func load(t *testing.T) *calendar.Calendar {
	t.Helper()
	cal, err := Calendar()
	if err != nil {
		t.Fatal(err)
	}
	return cal
}

func day(t *testing.T, iso string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseISO(iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestYears(t *testing.T) {
	var want []int
	for y := 2007; y <= 2026; y++ {
		want = append(want, y)
	}
	if got := load(t).Years(); !slices.Equal(got, want) {
		t.Errorf("years %v, want 2007 to 2026", got)
	}
}

// The days are those of the notices: 国办发明电〔2025〕7号 for 2026, and for 2020 the one that prolonged the Spring
// Festival.
func TestWorkdays(t *testing.T) {
	cal := load(t)
	tests := []struct {
		day  string
		work bool
	}{
		{"2026-01-01", false}, {"2026-01-04", true}, {"2026-02-14", true}, {"2026-02-15", false}, {"2026-02-23", false},
		{"2026-02-24", true}, {"2026-02-28", true}, {"2026-04-06", false}, {"2026-05-09", true}, {"2026-06-19", false},
		{"2026-09-20", true}, {"2026-09-25", false}, {"2026-10-07", false}, {"2026-10-08", true}, {"2026-10-10", true},
		{"2026-10-11", false}, {"2025-01-26", true}, {"2025-09-28", true}, {"2025-10-11", true}, {"2024-02-18", true},
		{"2024-10-12", true}, {"2023-10-07", true}, {"2020-01-31", false}, {"2020-02-02", false}, {"2020-02-03", true},
		{"2020-03-05", true}, {"2020-03-07", false}, {"2019-10-12", true},
	}
	for _, tt := range tests {
		got, err := cal.IsWorkday(day(t, tt.day))
		if err != nil || got != tt.work {
			t.Errorf("%s: working day %v, %v; want %v", tt.day, got, err, tt.work)
		}
	}
}

func TestYearWithoutNoticeIsAnError(t *testing.T) {
	_, err := load(t).IsWorkday(day(t, "2027-03-01"))
	var missing *calendar.MissingYearError
	if !errors.As(err, &missing) || missing.Year != 2027 {
		t.Errorf("2027 gave %v, want a MissingYearError", err)
	}
}

// Worked examples with the shipped notices; the dates were worked out apart from this program.
func TestPeriods(t *testing.T) {
	cal := load(t)
	const workday, natural = calendar.Workday, calendar.NaturalDay
	tests := []struct {
		name  string
		start string
		n     int
		unit  calendar.Unit
		due   string
	}{
		{"copy over the Spring Festival", "2026-01-28", 7, workday, "2026-02-06"},
		{"reply counts the make-up Saturday", "2026-02-06", 10, workday, "2026-02-27"},
		{"review of sixty days rolls off a Sunday", "2026-01-28", 60, natural, "2026-03-30"},
		{"review of ninety days", "2026-01-28", 90, natural, "2026-04-28"},
		{"deemed acceptance after the festival", "2026-02-11", 5, workday, "2026-02-25"},
		{"deemed acceptance on a make-up Saturday", "2026-09-28", 5, workday, "2026-10-10"},
		{"last day in the National Day holiday", "2026-08-03", 60, natural, "2026-10-08"},
		{"supplement notice over Labour Day", "2026-04-27", 5, workday, "2026-05-07"},
		{"supplement answer", "2026-05-07", 10, workday, "2026-05-20"},
		{"hearing notice backwards", "2026-10-12", -5, workday, "2026-09-29"},
		{"suit period", "2026-09-18", 15, natural, "2026-10-08"},
		{"old reply period ends on a make-up Saturday", "2023-09-22", 10, natural, "2023-10-07"},
		{"new reply period of the same day", "2023-09-22", 10, workday, "2023-10-12"},
		{"make-up Sunday is no rest day", "2023-12-20", 60, natural, "2024-02-18"},
		{"real case, first due day", "2024-05-20", 60, natural, "2024-07-19"},
		{"real case, extended", "2024-05-20", 90, natural, "2024-08-19"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got calendar.Count
			if tt.unit == workday {
				got = cal.Workdays(day(t, tt.start), tt.n)
			} else {
				got = cal.Days(day(t, tt.start), tt.n, tt.unit, nil)
			}
			if got.Due.String() != tt.due || got.Provisional {
				t.Errorf("due %s (provisional %v), want %s", got.Due, got.Provisional, tt.due)
			}
		})
	}
}

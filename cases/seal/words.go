package seal

import (
	"fmt"
	"strings"

	"fuyi/cases"
)

// Head says who sealed what and when: 2020年已由张某某于2021-01-08封存（统计截至2020-12-31，校验值8c1f…）。
func Head(r *cases.SealRecord) string {
	return fmt.Sprintf("%s已由%s于%s封存（统计截至%s，校验值%s）。", r.Title, r.By, r.On, r.AsOf, r.Short())
}

// After says how many numbers differ since the sealing.
func After(d *cases.SealDifference) string {
	if len(d.Lines) == 0 {
		return "此后没有数字发生变化。"
	}
	return fmt.Sprintf("此后有%d项数字发生变化。", len(d.Lines))
}

// Says is the sentence over a list of differences.
func Says(d *cases.SealDifference) string {
	return fmt.Sprintf("%s已由%s于%s封存，", d.Seal.Title, d.Seal.By, d.Seal.On) + After(d)
}

// Of are the lines of one table, by the beginning of their keys: the ID of an edition, or overview.
func Of(d *cases.SealDifference, table string) []cases.SealLine {
	var out []cases.SealLine
	for _, l := range d.Lines {
		if strings.HasPrefix(l.Key, table+"/") {
			out = append(out, l)
		}
	}
	return out
}

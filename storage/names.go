package storage

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fuyi/cases"
)

// splitNames parts names joined by 、.
func splitNames(s string) []string {
	var out []string
	for _, n := range strings.Split(s, "、") {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// byFrequency sorts names, the most frequent first, equals by name.
func byFrequency(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
}

// touchedSince refuses to undo an import.
func touchedSince(file string, numbers []string) error {
	n, more := len(numbers), ""
	if n > 5 {
		numbers, more = numbers[:5], "等"
	}
	return &cases.Error{Op: "undo import", Kind: cases.Refused,
		Msg: fmt.Sprintf("“%s”导入的案件中有%d件之后又有新的记录（%s%s），不能整批撤销。", file, n, strings.Join(numbers, "、"), more)}
}

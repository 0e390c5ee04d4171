package cli

import (
	"strings"
	"testing"
)

func TestTableAlignsChineseAndLatin(t *testing.T) {
	tab := table{head: []string{"案号", "n", "x"}, right: map[int]bool{1: true}, max: map[int]int{0: 8}}
	tab.add("甲乙丙丁", "7", "a")
	tab.add("ab", "1234", "两行\n文字")
	tab.add("甲乙丙丁戊", "", "")
	var b strings.Builder
	tab.write(&b)
	want := "案号         n  x\n" +
		"--------  ----  ---------\n" +
		"甲乙丙丁     7  a\n" +
		"ab        1234  两行 文字\n" +
		"甲乙丙…\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestPairsLeaveEmptyTextsOut(t *testing.T) {
	var p pairs
	p.add("案由", "行政处罚")
	p.add("备注", "")
	p.add("被申请人", "某街道")
	var b strings.Builder
	p.write(&b)
	if want := "案由      行政处罚\n被申请人  某街道\n"; b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

package litigation

import (
	"math/big"
	"strings"
)

// Percent is a share with so many decimals, rounded half up; "-" where there is nothing to compare with.
func Percent(n, of, decimals int) string {
	if of == 0 {
		return "-"
	}
	return big.NewRat(100*int64(n), int64(of)).FloatString(decimals) + "%"
}

// Points is the difference of two shares in percentage points (百分点), of the shares as they are printed with so many decimals: a reader who
// subtracts them must find the same. "-" where one of them is none.
func Points(n, of, before, ofBefore, decimals int) string {
	if of == 0 || ofBefore == 0 {
		return "-"
	}
	d := new(big.Rat).Sub(shown(n, of, decimals), shown(before, ofBefore, decimals))
	text := d.FloatString(decimals)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}

// shown is a share as it is printed.
func shown(n, of, decimals int) *big.Rat {
	out, _ := new(big.Rat).SetString(strings.TrimSuffix(Percent(n, of, decimals), "%"))
	return out
}

// pointsText words the change of a share.
func pointsText(n, of, before, ofBefore int) string {
	text := Points(n, of, before, ofBefore, 1)
	if rest, down := strings.CutPrefix(text, "-"); down {
		return "同比下降" + rest + "个百分点"
	}
	if strings.Trim(text, "0.") == "" {
		return "同比持平"
	}
	return "同比上升" + text + "个百分点"
}

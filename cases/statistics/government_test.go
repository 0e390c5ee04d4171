package statistics

import "testing"

func TestOwnGovernment(t *testing.T) {
	const full = "苏州市姑苏区人民政府"
	tests := []struct {
		name, organ string
		want        bool
	}{
		{full, full, true},
		{"姑苏区人民政府", full, true},
		{"姑苏区政府", full, true},
		{"区政府", full, true},
		{"苏州市姑苏区 人民政府", full, true},
		{"苏州市人民政府", full, false},
		{"市政府", full, false},
		{"苏州市吴中区人民政府", full, false},
		{"吴中区政府", full, false},
		{"苏区政府", full, false},
		{"姑苏区平江街道办事处", full, false},
		{"苏州市姑苏区人民政府平江街道办事处", full, false},
		{"姑苏区某镇人民政府", full, false},
		{"", full, false},
		{full, "姑苏区政府", true},
		{full, "区政府", true},
		{"江苏省苏州市姑苏区人民政府", "姑苏区人民政府", true},
		{"苏州市东姑苏区人民政府", "姑苏区人民政府", false},
		{full, "", true},
		{"昆山市人民政府", "", true},
		{"某某县政府", "", true},
		{"某某旗人民政府", "", true},
		{"某某镇人民政府", "", false},
		{"某某乡人民政府", "", false},
		{"苏州市公安局姑苏分局", "", false},
		{"某某镇人民政府", "某某镇人民政府", true},
	}
	for _, tt := range tests {
		if got := OwnGovernment(tt.name, tt.organ); got != tt.want {
			t.Errorf("%q is the government of %q: %t, want %t", tt.name, tt.organ, got, tt.want)
		}
	}
}

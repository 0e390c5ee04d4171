package model

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
)

// The charts compare with the same part of the year before, and a year that cannot be counted is told.
func TestYearCharts(t *testing.T) {
	type call struct {
		year int
		asOf calendar.Date
	}
	var calls []call
	var fail error
	count := func(_ context.Context, year int, asOf calendar.Date) (*statistics.Report, error) {
		calls = append(calls, call{year, asOf})
		return &statistics.Report{Year: year}, fail
	}
	now := &statistics.Report{Year: 2026}
	got, err := YearCharts(t.Context(), count, now, calendar.New(2026, 5, 20))
	if err != nil || len(got) < 6 {
		t.Errorf("%+v, %v", got, err)
	}
	if want := []call{{2025, calendar.New(2025, 5, 20)}}; !slices.Equal(calls, want) {
		t.Errorf("counted %v", calls)
	}
	fail = errors.New("no")
	if _, err := YearCharts(t.Context(), count, now, 0); err == nil {
		t.Error("the year before cannot be counted, and nobody is told")
	}
}

func TestChartLook(t *testing.T) {
	tests := []struct {
		width, height, factor, pixels float32
		want                          cases.ChartLook
	}{
		{540, 324, 1, 1, cases.ChartLook{Width: 540, Height: 324, Scale: 1}},
		{810, 486, 1.5, 1, cases.ChartLook{Width: 540, Height: 324, Scale: 1.5}},
		{810, 486, 1.5, 2, cases.ChartLook{Width: 540, Height: 324, Scale: 3}},
		{540, 324, 0, 0, cases.ChartLook{Width: 540, Height: 324, Scale: 1}},
	}
	for _, tt := range tests {
		if got := ChartLook(tt.width, tt.height, tt.factor, tt.pixels, false); got != tt.want {
			t.Errorf("%+v gives %+v", tt, got)
		}
	}
}

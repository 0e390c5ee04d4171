// Package model is the state and the decisions of every screen, without a toolkit: what is shown, in which words, what
// may be pressed and what a press records. The window (package ui) only draws it and passes presses on, so that
// everything a clerk relies on is tested here, without a window.
//
// Nothing here asks the clock: the current day comes in as an argument, as everywhere below main.
package model

import (
	"context"

	"fuyi/cases"
	"fuyi/cases/calendar"
	"fuyi/cases/statistics"
)

// Office is what the screens read from and record in.
type Office interface{ cases.Desk }

// Counter counts a year as it stood on a day (zero: the last day of the year).
type Counter func(ctx context.Context, year int, asOf calendar.Date) (*statistics.Report, error)

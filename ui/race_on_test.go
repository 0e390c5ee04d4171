//go:build race

package ui

// raced is true under the race detector, which needs ten times the time and memory: tests that draw every page at every size draw
// them once there, because sizes share no data between goroutines.
const raced = true

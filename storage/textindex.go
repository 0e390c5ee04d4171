package storage

import (
	"bytes"
	"sync"
)

// textIndex is the search texts of all cases in one piece of memory, so that a fragment is looked for by one fast scan.
type textIndex struct {
	blob []byte
	// part i is blob[starts[i]:starts[i+1]] and belongs to owners[i], or to none (-1) after the case changed.
	starts []uint32
	owners []int32
	dead   int
}

func newTextIndex(parts, size int) *textIndex {
	t := &textIndex{blob: make([]byte, 0, size), starts: make([]uint32, 1, parts+parts/64+2), owners: make([]int32, 0, parts+parts/64+1)}
	return t
}

// add appends a text and returns the number of its part.
func (t *textIndex) add(owner int, text string) int32 {
	t.blob = append(append(t.blob, text...), rowEnd)
	t.starts = append(t.starts, uint32(len(t.blob)))
	t.owners = append(t.owners, int32(owner))
	return int32(len(t.owners) - 1)
}

func (t *textIndex) drop(part int32) {
	t.owners[part] = -1
	t.dead++
}

func (t *textIndex) text(part int32) []byte { return t.blob[t.starts[part] : t.starts[part+1]-1] }

// field is one of the fields of a part, nothing for a part below 0.
func (t *textIndex) field(part int32, n int) []byte {
	if part < 0 {
		return nil
	}
	text := t.text(part)
	for ; n > 0; n-- {
		_, text, _ = bytes.Cut(text, []byte(fieldSeparator))
	}
	field, _, _ := bytes.Cut(text, []byte(fieldSeparator))
	return field
}

// trim gives memory back that was reserved for more text than came.
func (t *textIndex) trim() {
	if cap(t.blob)-len(t.blob) > len(t.blob)/8+1<<16 {
		t.blob = append(make([]byte, 0, len(t.blob)+len(t.blob)/32), t.blob...)
	}
}

// maxDead is how many dead parts are carried along.
const maxDead = 2000

// tidy drops dead parts once there are many; moved is told the new part of every owner.
func (t *textIndex) tidy(moved func(owner int, part int32)) {
	if t.dead <= maxDead {
		return
	}
	n := newTextIndex(len(t.owners)-t.dead, len(t.blob))
	for i, owner := range t.owners {
		if owner >= 0 {
			moved(int(owner), n.add(int(owner), string(t.text(int32(i)))))
		}
	}
	*t = *n
}

// search finds the owners whose text holds all words. The result has an element for each of rows owners.
func (t *textIndex) search(words []string, rows int) []bool {
	hits := make([]bool, rows)
	longest := 0
	for i, w := range words {
		if len(w) > len(words[longest]) {
			longest = i
		}
	}
	needle := []byte(words[longest])
	rest := make([][]byte, 0, len(words))
	for i, w := range words {
		if i != longest {
			rest = append(rest, []byte(w))
		}
	}
	// The pieces are of whole parts, and each part has its own owner, so no two pieces write the same place.
	var done sync.WaitGroup
	for piece := range pieces {
		done.Go(func() { t.scan(needle, rest, len(t.owners)*piece/pieces, len(t.owners)*(piece+1)/pieces, hits) })
	}
	done.Wait()
	return hits
}

// pieces is how many pieces of the texts are searched beside each other; office computers have two processors at least.
const pieces = 4

// scan searches the parts from low to before high.
func (t *textIndex) scan(needle []byte, rest [][]byte, low, high int, hits []bool) {
	blob := t.blob[:t.starts[high]]
	part := low
	for at := int(t.starts[low]); at < len(blob); {
		i := bytes.Index(blob[at:], needle)
		if i < 0 {
			return
		}
		at += i
		part += t.partAfter(part, uint32(at))
		if owner := t.owners[part]; owner >= 0 && holdsAll(t.text(int32(part)), rest) {
			hits[owner] = true
		}
		at = int(t.starts[part+1])
	}
}

// partAfter is how many parts on from part the position lies: few after a near hit, so it looks in growing steps.
func (t *textIndex) partAfter(part int, at uint32) int {
	step := 1
	for part+step < len(t.owners) && t.starts[part+step] <= at {
		step *= 2
	}
	low, high := step/2, min(step, len(t.owners)-part)
	for high-low > 1 {
		mid := (low + high) / 2
		if t.starts[part+mid] <= at {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

func holdsAll(text []byte, words [][]byte) bool {
	for _, w := range words {
		if !bytes.Contains(text, w) {
			return false
		}
	}
	return true
}

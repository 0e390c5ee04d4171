package cli

import (
	"bytes"
	"encoding/json"
	"io"
)

// writeJSON prints one document, readable, and with Chinese and signs as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// jsonList prints the elements of a JSON list one by one, each on its own line, so that a long list is never held whole.
type jsonList struct {
	w io.Writer
	n int
	// err is the first failure; later elements are dropped.
	err error
}

func (l *jsonList) add(v any) {
	if l.err != nil {
		return
	}
	sep := ",\n"
	if l.n == 0 {
		sep = "\n"
	}
	l.n++
	if _, l.err = io.WriteString(l.w, sep); l.err != nil {
		return
	}
	var text []byte
	if text, l.err = marshal(v); l.err == nil {
		_, l.err = l.w.Write(text)
	}
}

// marshal is one line of JSON without escapes for HTML.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

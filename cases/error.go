package cases

import "errors"

// ErrorKind tells callers how to react.
type ErrorKind string

// Kinds of error.
const (
	Invalid  ErrorKind = "invalid"   // the input is wrong; the user can mend it
	NotFound ErrorKind = "not_found" // no such case, file or office
	Conflict ErrorKind = "conflict"  // exists already, or another process holds the office
	Refused  ErrorKind = "refused"   // the law or the state of the case forbids it
	Damaged  ErrorKind = "damaged"   // a file is broken, foreign or newer than this program
	Internal ErrorKind = "internal"  // a fault of the program
)

// Error carries a complete Chinese sentence for the clerk and the rest for the log.
type Error struct {
	// Op is the operation in English, for the log.
	Op   string
	Kind ErrorKind
	// Msg says what is wrong, where, and what to do.
	Msg string
	// Fields maps field names to sentences, for forms; nil if the error is not about fields.
	Fields map[string]string
	Err    error
}

// Error gives Msg alone, so that it can be shown as it is.
func (e *Error) Error() string { return e.Msg }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Message is the sentence to show for any error: that of an *Error, else one fixed sentence (the log has the rest).
func Message(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return "程序遇到未预料的错误，操作没有完成，已有数据不受影响。请把日志文件交给维护人员。"
}

// KindOf is the kind of err, Internal for foreign errors.
func KindOf(err error) ErrorKind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

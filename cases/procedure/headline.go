package procedure

// Headline is the one result a list shows for a case: of a decision with several items the first in the order of
// precedence, of a judgment the outcome that weighs most; "" while there is none.
func Headline(acts []Act) string { return "" }

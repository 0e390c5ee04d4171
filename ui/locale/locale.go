// Package locale makes the toolkit speak Chinese on a system set to another language.
//
// Fyne reads the environment while its packages initialise, before any code of a program that imports them could say
// anything, and logs an error for locales such as C.UTF-8. Packages initialise in the order of their import paths as
// far as their imports allow (Go specification, program initialization), so this one, which imports only os, comes
// before every package of fyne.io. LANGUAGE is what gettext consults for words alone: it does not touch the C library's
// locale, on which input methods depend.
package locale

import "os"

// init asks for Chinese words. An error could only say that the platform has no environment.
func init() { _ = os.Setenv("LANGUAGE", "zh_CN") }

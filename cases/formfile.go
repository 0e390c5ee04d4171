package cases

import (
	"context"

	"fuyi/cases/calendar"
)

// FormOptions say which official forms are counted and how; package forms knows the names.
type FormOptions struct {
	// Forms are IDs of editions, and of the tables, lists and indicators of package analysis.
	Forms []string
	// From and To bound the period inclusively; AsOf is the day whose knowledge counts, zero for To.
	From, To, AsOf calendar.Date
	// Rules are readings of counting rules other than the recommended ones (口径), Mapping the rows of the office's own categories.
	Rules   map[string]string
	Mapping map[string]string
	// Readings are those of indicators other than the recommended ones (分子、分母), by indicator.
	Readings map[string]string
	// Decimals is the number of decimals of shares and rates, 0 to 2.
	Decimals int
}

// FormFiles writes official forms.
type FormFiles interface {
	// FormBook writes official forms as a workbook: each as printed, with the rules and checks below it, and a sheet with the cases
	// behind every number, to which the number leads. An unknown form is Invalid.
	FormBook(ctx context.Context, path string, opt FormOptions, progress Progress) error
}

// SuitOptions say which suits a bulletin counts; package litigation gives them their meaning.
type SuitOptions struct {
	// From and To bound the period inclusively; AsOf is the day whose knowledge counts, zero for To.
	From, To, AsOf calendar.Date
	// Own restricts to suits against the office's own government, Organ to one defendant.
	Own   bool
	Organ string
}

// BulletinFiles writes the bulletin of heads' appearance and losses (出庭应诉和败诉情况通报).
type BulletinFiles interface {
	// Bulletin writes it as a workbook (.xlsx), with the cases behind every number, or as a Word document (.docx); another ending is
	// Invalid.
	Bulletin(ctx context.Context, path string, opt SuitOptions) error
}

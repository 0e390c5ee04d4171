package cases

import (
	"fuyi/cases/calendar"
	"fuyi/cases/procedure"
)

// Settings are what the office says about itself.
type Settings struct {
	// Office is the name shown in the window and on documents (单位名称), e.g. 苏州市姑苏区司法局.
	Office string `json:"office"`
	// Organ is the reconsideration organ (行政复议机关), e.g. 苏州市姑苏区人民政府. Suits against it are counted apart.
	Organ string `json:"organ"`
	// Agency is the reconsideration agency (行政复议机构), usually the justice bureau.
	Agency string `json:"agency"`
	// District is the short name of the district in reports, e.g. 姑苏区.
	District string `json:"district"`
	// ReconsiderationPrefix and SuitPrefix begin case numbers, e.g. 姑苏行复 in 〔2020〕姑苏行复第1号.
	ReconsiderationPrefix string `json:"reconsideration_prefix"`
	SuitPrefix            string `json:"suit_prefix"`
	// CommitteeFounded is the day the reconsideration committee (行政复议委员会) was set up; zero if unknown.
	CommitteeFounded calendar.Date `json:"committee_founded,omitzero"`
	// Practice is how the office reads the points that the law leaves open (掌握口径).
	Practice procedure.Practice `json:"practice,omitzero"`
}

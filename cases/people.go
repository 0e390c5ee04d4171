package cases

import "context"

// Person is somebody of the office (人员): who works with the program, whose name stands in cases, or who sits on the committee.
type Person struct {
	// ID is 0 for a person not yet stored.
	ID   int64
	Name string
	Role PersonRole
	// Post is 职务; Unit the employer of a member from outside.
	Post, Unit string
	Phone      string
	// Inactive people (已离岗) are kept for old cases and no longer offered.
	Inactive bool
	// HasPIN tells that the person signs in with a PIN.
	HasPIN bool
}

// PersonRole is what a person does in the office.
type PersonRole string

// Roles of people.
const (
	HandlerRole PersonRole = "handler" // 承办人 (行政复议人员)
	HeadRole    PersonRole = "head"    // 负责人
	MemberRole  PersonRole = "member"  // 行政复议委员会委员
	ClerkRole   PersonRole = "clerk"   // 登记、内勤人员
)

// PersonRoles lists the roles in the order of lists.
func PersonRoles() []PersonRole { return []PersonRole{HandlerRole, HeadRole, ClerkRole, MemberRole} }

// Label is the Chinese name of the role.
func (r PersonRole) Label() string {
	return map[PersonRole]string{HandlerRole: "承办人", HeadRole: "负责人", MemberRole: "委员", ClerkRole: "内勤"}[r]
}

// People keeps who works in the office.
type People interface {
	// People lists everybody, active ones first, by role and name in pinyin order.
	People(ctx context.Context) ([]Person, error)
	// SavePerson stores a person, new or changed, and returns the id. A name that another active person has is a Conflict.
	SavePerson(ctx context.Context, p Person) (int64, error)
	// SetPIN gives a person a PIN (stored as an argon2id hash), or takes it away with "". A PIN of fewer than 4 digits is Invalid.
	SetPIN(ctx context.Context, id int64, pin string) error
	// SignIn makes a person the author of what is recorded from now on (经办人). A wrong PIN is a Refused *Error; after five in a
	// row each further try takes longer.
	SignIn(ctx context.Context, id int64, pin string) error
	// Author is the name under which records are kept now.
	Author() string
}

// PreferenceReader is an office whose preferences are only read: how it counts, its own forms, cards and templates.
type PreferenceReader interface {
	// Preference reads a value, nil if there is none; owner "" is for the whole office.
	Preference(ctx context.Context, owner, name string) ([]byte, error)
}

// Preferences keeps how a person likes the window: saved views, columns, pinned and recent cases. They are no records.
type Preferences interface {
	PreferenceReader
	// SetPreference stores a value, or removes it with nil.
	SetPreference(ctx context.Context, owner, name string, value []byte) error
}

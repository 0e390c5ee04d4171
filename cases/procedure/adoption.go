package procedure

// Adoption is how far judicial or prosecutorial advice was followed (采纳情况).
type Adoption string

// Adoptions.
const (
	AdoptedFully  Adoption = "adopted" // 采纳
	AdoptedPartly Adoption = "partly"  // 部分采纳
	NotAdopted    Adoption = "refused" // 未采纳
)

// adoptionTable is the code list, read only.
var adoptionTable = []word[Adoption]{{AdoptedFully, "采纳"}, {AdoptedPartly, "部分采纳"}, {NotAdopted, "未采纳"}}

// Adoptions lists how far advice may be followed.
func Adoptions() []Adoption { return codes(adoptionTable) }

// AdoptionLabel is the Chinese name, "" for none.
func AdoptionLabel(a Adoption) string { return find(adoptionTable, a).label }

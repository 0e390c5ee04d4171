package analysis

import (
	"context"
	"encoding/json"

	"fuyi/cases"
)

// readingsName is the preference of the office that keeps the readings of indicators.
const readingsName = "indicator-readings"

// KeptChoices are the readings that the office keeps; what it cannot read or no longer knows is left out.
func KeptChoices(ctx context.Context, p cases.Preferences) Choices {
	out := Choices{}
	data, err := p.Preference(ctx, "", readingsName)
	if err != nil || json.Unmarshal(data, &out) != nil {
		return Choices{}
	}
	for id, reading := range out {
		if (Choices{id: reading}).Check() != nil {
			delete(out, id)
		}
	}
	return out
}

// Keep stores the readings for the office.
func (c Choices) Keep(ctx context.Context, p cases.Preferences) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return p.SetPreference(ctx, "", readingsName, data)
}

// With gives the readings with others in their place.
func (c Choices) With(other Choices) Choices {
	out := Choices{}
	for _, list := range []Choices{c, other} {
		for id, reading := range list {
			out[id] = reading
		}
	}
	return out
}

package platform

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"fuyi/cases"
)

// Names of what an office keeps.
const (
	cardsName = "platform_cards"
	ticksName = "platform_ticks/%d"
)

// LoadCards reads the cards of an office, the usual ones where it has not changed them. Errors are those of the office and of
// ReadCards.
func LoadCards(ctx context.Context, o cases.PreferenceReader) ([]cases.PlatformCard, error) {
	data, err := o.Preference(ctx, "", cardsName)
	if err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return UsualCards()
	}
	return ReadCards(data)
}

// SaveCard keeps a card in place of the one of its kind. A card that cannot be used is an *Error.
func SaveCard(ctx context.Context, o cases.Preferences, card cases.PlatformCard) error {
	if err := CheckCard(&card); err != nil {
		return err
	}
	all, err := LoadCards(ctx, o)
	if err != nil {
		return err // taken for the usual cards, the office's other card would be lost
	}
	all = slices.Clone(all)
	i := slices.IndexFunc(all, func(c cases.PlatformCard) bool { return c.Kind == card.Kind })
	if i < 0 {
		all = append(all, card)
	} else {
		all[i] = card
	}
	data, err := json.Marshal(all)
	if err != nil {
		return err
	}
	return o.SetPreference(ctx, "", cardsName, data)
}

// Ticks are the fields of a case that were typed into the platform, each with what was typed: a value that changed since has to
// be typed again.
type Ticks map[string]string

// LoadTicks reads the ticks of a case. Errors are those of the office; unreadable ticks are none.
func LoadTicks(ctx context.Context, o cases.PreferenceReader, id cases.ID) (Ticks, error) {
	data, err := o.Preference(ctx, "", fmt.Sprintf(ticksName, id))
	if err != nil || len(data) == 0 {
		return Ticks{}, err
	}
	t := Ticks{}
	if json.Unmarshal(data, &t) != nil {
		return Ticks{}, nil
	}
	return t, nil
}

// Save keeps the ticks of a case.
func (t Ticks) Save(ctx context.Context, o cases.Preferences, id cases.ID) error {
	if len(t) == 0 {
		return o.SetPreference(ctx, "", fmt.Sprintf(ticksName, id), nil)
	}
	data, err := json.Marshal(t)
	if err != nil {
		return err
	}
	return o.SetPreference(ctx, "", fmt.Sprintf(ticksName, id), data)
}

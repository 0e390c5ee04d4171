package litigation

import "testing"

// 非诉执行 is no suit: whether it was registered so or its acts began so, no register and no rate knows it.
func TestEnforcementIsInNoRegister(t *testing.T) {
	real := suit(t, 1, `number=〔2020〕第1号 against=某分局
2020-03-09 suit_received
2020-06-08 judgment results=act_revoked`)
	registered := suit(t, 2, `number=〔2020〕第2号 against=某分局 type=enforce
2020-03-09 suit_received
2020-06-08 judgment results=act_revoked`)
	begun := suit(t, 3, `number=〔2020〕第3号 against=某分局
2020-03-02 enforcement_urged
2020-03-20 enforcement_applied
2020-03-27 judgment results=execution_denied`)
	r := register(t, "2020-12-31", real, registered, begun)
	if len(r.Suits) != 1 || r.Suits[0].ID != 1 {
		t.Fatalf("%d suits", len(r.Suits))
	}
	s := year(t, 2020)
	if got := r.Received(s); len(got) != 1 {
		t.Errorf("%d received", len(got))
	}
	if lost := r.Lost(s); len(lost) != 1 || lost[0] != 1 {
		t.Errorf("lost are %v", lost)
	}
}

package main

import "testing"

func TestNormalised(t *testing.T) {
	if got := string(Normalised([]byte("{}\x00\x00"))); got != "{}" {
		t.Fatalf("got %q", got)
	}
}

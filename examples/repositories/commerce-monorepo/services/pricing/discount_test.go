package main

import "testing"

func TestDiscountedRoundsDown(t *testing.T) {
	if got := Discounted(999, 10); got != 899 {
		t.Fatalf("got %d", got)
	}
}

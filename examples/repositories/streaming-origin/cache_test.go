package main

import (
	"errors"
	"testing"
)

func TestTheSecondReadComesFromTheCache(t *testing.T) {
	cache := Cache{Dir: t.TempDir()}
	if _, err := cache.Through("a", func() ([]byte, error) { return []byte("x"), nil }); err != nil {
		t.Fatal(err)
	}
	body, err := cache.Through("a", func() ([]byte, error) { return nil, errors.New("asked again") })
	if err != nil || string(body) != "x" {
		t.Fatalf("%q %v", body, err)
	}
}

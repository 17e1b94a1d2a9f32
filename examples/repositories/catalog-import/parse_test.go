package main

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	products, err := Parse(strings.NewReader("p1,Lumen One\np2,Lumen Two\n"))
	if err != nil || len(products) != 2 || products[1].Title != "Lumen Two" {
		t.Fatalf("%v %v", products, err)
	}
}

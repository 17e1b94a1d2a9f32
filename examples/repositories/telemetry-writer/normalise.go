package main

import "bytes"

// Normalised drops the padding that old firmware sends.
func Normalised(body []byte) []byte { return bytes.TrimRight(body, "\x00 \n") }

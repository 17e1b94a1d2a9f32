package main

// Discounted rounds in favour of the customer.
func Discounted(cents, percentOff int64) int64 {
	return cents * (100 - percentOff) / 100
}

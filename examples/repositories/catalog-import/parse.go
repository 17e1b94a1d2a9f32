package main

import (
	"encoding/csv"
	"io"
)

type Product struct{ SKU, Title string }

// Parse reads a supplier's list: one product a line, number first.
func Parse(body io.Reader) ([]Product, error) {
	rows, err := csv.NewReader(body).ReadAll()
	if err != nil {
		return nil, err
	}
	products := make([]Product, 0, len(rows))
	for _, row := range rows {
		if len(row) >= 2 {
			products = append(products, Product{SKU: row[0], Title: row[1]})
		}
	}
	return products, nil
}

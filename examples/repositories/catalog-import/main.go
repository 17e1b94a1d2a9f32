package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"github.com/jackc/pgx/v5"
)

func main() {
	http.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	http.HandleFunc("POST /lists", func(w http.ResponseWriter, r *http.Request) {
		connection, err := pgx.Connect(r.Context(), os.Getenv("DATABASE_URL"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer connection.Close(context.Background())
		products, err := Parse(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		for _, product := range products {
			_, err := connection.Exec(r.Context(),
				"INSERT INTO products (sku, title) VALUES ($1, $2) ON CONFLICT (sku) DO UPDATE SET title = excluded.title",
				product.SKU, product.Title)
			if err != nil {
				log.Printf("%s: %v", product.SKU, err)
			}
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

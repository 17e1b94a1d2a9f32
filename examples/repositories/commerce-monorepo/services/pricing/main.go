package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "github.com/lib/pq"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/rs/zerolog"
)

func main() {
	log := zerolog.New(os.Stdout).With().Timestamp().Str("service", "pricing").Logger()
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL")+"?connect_timeout=2&statement_timeout=1000&sslmode=verify-full")
	if err != nil {
		log.Fatal().Err(err).Msg("the address of the database is wrong")
	}
	db.SetMaxOpenConns(20)
	db.SetConnMaxLifetime(15 * time.Minute)

	mux := http.NewServeMux()
	mux.HandleFunc("GET /live", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /ready", func(w http.ResponseWriter, r *http.Request) {
		if db.PingContext(r.Context()) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("GET /prices/{sku}", func(w http.ResponseWriter, r *http.Request) {
		var cents int64
		row := db.QueryRowContext(r.Context(), "SELECT cents, percent_off FROM prices WHERE sku = $1", r.PathValue("sku"))
		var off int64
		if err := row.Scan(&cents, &off); err != nil {
			http.Error(w, "no price", http.StatusNotFound)
			return
		}
		_ = json.NewEncoder(w).Encode(map[string]int64{"cents": Discounted(cents, off)})
	})

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	server := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 2 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Shutdown(context.Background())
	}()
	log.Info().Msg("listening")
	_ = server.ListenAndServe()
}

package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("service", "inventory"))
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()

	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL")+"?connect_timeout=2&statement_timeout=1500&sslmode=verify-full")
	if err != nil {
		slog.Error("no database", "error", err)
		os.Exit(1)
	}
	db.SetMaxOpenConns(15)
	db.SetMaxIdleConns(5)

	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if ctx.Err() != nil || db.PingContext(r.Context()) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("POST /reservations", func(w http.ResponseWriter, r *http.Request) {
		var wanted Reservation
		if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil {
			http.Error(w, "a reservation is required", http.StatusBadRequest)
			return
		}
		switch err := Reserve(r.Context(), db, wanted); {
		case errors.Is(err, ErrSoldOut):
			w.WriteHeader(http.StatusConflict)
		case err != nil:
			w.WriteHeader(http.StatusServiceUnavailable)
		default:
			w.WriteHeader(http.StatusCreated)
		}
	})

	server := &http.Server{Addr: ":8080", Handler: otelhttp.NewHandler(mux, "inventory"), ReadHeaderTimeout: 2 * time.Second}
	go func() {
		<-ctx.Done()
		deadline, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		_ = server.Shutdown(deadline)
	}()
	_ = server.ListenAndServe()
}

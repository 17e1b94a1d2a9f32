package main

import (
	"context"
	"database/sql"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/segmentio/kafka-go"
)

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)))
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()

	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL")+"?connect_timeout=5&statement_timeout=10000")
	if err != nil {
		slog.Error("no database", "error", err)
		os.Exit(1)
	}
	db.SetMaxOpenConns(10)

	http.HandleFunc("/health", func(http.ResponseWriter, *http.Request) {})
	http.Handle("/metrics", promhttp.Handler())
	go func() { _ = http.ListenAndServe(":8080", nil) }()

	reader := kafka.NewReader(kafka.ReaderConfig{
		Brokers: strings.Split(os.Getenv("KAFKA_BROKERS"), ","),
		GroupID: "telemetry-writer",
		Topic:   "device-readings",
	})
	for ctx.Err() == nil {
		message, err := reader.FetchMessage(ctx)
		if err != nil {
			continue
		}
		// Until it is written: the partition waits behind it.
		for {
			_, err := db.ExecContext(ctx, "INSERT INTO readings (device, body) VALUES ($1, $2)", string(message.Key), Normalised(message.Value))
			if err == nil || ctx.Err() != nil {
				break
			}
			slog.Warn("again", "error", err)
			time.Sleep(time.Second)
		}
		_ = reader.CommitMessages(ctx, message)
	}
}

package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/lumenara/devices-ingest/internal/ingest"
	"github.com/lumenara/devices-ingest/internal/readings"
	"github.com/lumenara/devices-ingest/internal/registry"
	"github.com/lumenara/devices-ingest/internal/tracing"
)

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("service", "devices-ingest"))
	if err := run(); err != nil {
		slog.Error("stopped", "error", err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	shutdown, err := tracing.Start(ctx)
	if err != nil {
		return err
	}
	defer shutdown(context.WithoutCancel(ctx))

	devices, err := registry.Open(ctx, os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer devices.Close()

	writer := readings.NewWriter(os.Getenv("KAFKA_BROKERS"))
	defer writer.Close()

	server := &http.Server{
		Addr:              ":8080",
		Handler:           ingest.Handler(ctx, devices, writer),
		ReadHeaderTimeout: 2 * time.Second,
	}
	go func() {
		<-ctx.Done()
		slog.Info("draining")
		deadline, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
		defer cancel()
		_ = server.Shutdown(deadline)
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

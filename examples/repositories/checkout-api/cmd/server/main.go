package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"go.uber.org/zap"

	"github.com/lumenara/checkout-api/internal/api"
	"github.com/lumenara/checkout-api/internal/orders"
	"github.com/lumenara/checkout-api/internal/outbox"
	"github.com/lumenara/checkout-api/internal/payments"
	"github.com/lumenara/checkout-api/internal/tracing"
)

func main() {
	logger := zap.Must(zap.NewProduction()).With(zap.String("service", "checkout-api"))
	defer func() { _ = logger.Sync() }()
	if err := run(logger); err != nil {
		logger.Fatal("stopped", zap.Error(err))
	}
}

func run(logger *zap.Logger) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	flush, err := tracing.Start(ctx)
	if err != nil {
		return err
	}
	defer flush(context.WithoutCancel(ctx))

	store, err := orders.Open(ctx, os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer store.Close()

	relay, err := outbox.NewRelay(ctx, store, os.Getenv("ORDER_EVENTS_URL"), logger)
	if err != nil {
		return err
	}
	go relay.Run(ctx)

	server := &http.Server{
		Addr:              ":8080",
		Handler:           api.Handler(ctx, store, payments.NewClient(os.Getenv("PAYMENTS_URL")), logger),
		ReadHeaderTimeout: 2 * time.Second,
	}
	go func() {
		<-ctx.Done()
		logger.Info("draining")
		deadline, cancel := context.WithTimeout(context.WithoutCancel(ctx), 25*time.Second)
		defer cancel()
		_ = server.Shutdown(deadline)
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

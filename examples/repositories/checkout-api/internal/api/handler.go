// Package api is the HTTP face of checkout.
package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.uber.org/zap"

	"github.com/lumenara/checkout-api/internal/orders"
)

type Orders interface {
	Place(ctx context.Context, key, customer string, order orders.Order) (orders.Order, error)
	Ping(ctx context.Context) error
}

type Payments interface {
	Take(ctx context.Context, key, order string, cents int64) string
}

var (
	labels   = prometheus.Labels{"service": "checkout-api"}
	duration = promauto.NewHistogramVec(prometheus.HistogramOpts{
		Name: "http_request_duration_seconds", Help: "Requests by status and country", ConstLabels: labels,
	}, []string{"status", "country"})
	writes = promauto.NewHistogram(prometheus.HistogramOpts{
		Name: "checkout_db_write_duration_seconds", Help: "Writing an order to checkout-db", ConstLabels: labels,
	})
	waiting = promauto.NewCounter(prometheus.CounterOpts{
		Name: "checkout_orders_waiting_total", Help: "Orders placed while payments-api was away", ConstLabels: labels,
	})
)

func Handler(ctx context.Context, store Orders, payments Payments, logger *zap.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health/live", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /health/ready", func(w http.ResponseWriter, r *http.Request) {
		if ctx.Err() != nil || store.Ping(r.Context()) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		start, status := time.Now(), http.StatusCreated
		defer func() {
			duration.WithLabelValues(strconv.Itoa(status), r.Header.Get("x-country")).Observe(time.Since(start).Seconds())
		}()
		var order orders.Order
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&order); err != nil || order.CartID == "" {
			status = http.StatusBadRequest
			http.Error(w, "a cart is required", status)
			return
		}
		key := r.Header.Get("idempotency-key")
		order.Payment = payments.Take(r.Context(), key, order.CartID, order.Cents)
		if order.Payment == "waiting" {
			waiting.Inc()
		}
		timer := prometheus.NewTimer(writes)
		placed, err := store.Place(r.Context(), key, r.Header.Get("x-customer"), order)
		timer.ObserveDuration()
		if err != nil {
			logger.Error("the order was not written", zap.Error(err))
			status = http.StatusServiceUnavailable
			http.Error(w, "try again with the same key", status)
			return
		}
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(placed)
	})
	return otelhttp.NewHandler(mux, "checkout-api")
}

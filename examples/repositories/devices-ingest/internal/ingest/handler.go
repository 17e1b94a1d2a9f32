// Package ingest is the HTTP face that the MQTT bridge posts to.
package ingest

import (
	"context"
	"io"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

type Devices interface {
	Active(ctx context.Context, device string) (bool, error)
	Ping(ctx context.Context) error
}

type Readings interface {
	Write(ctx context.Context, device string, body []byte) error
}

var (
	duration = promauto.NewHistogramVec(prometheus.HistogramOpts{
		Name: "http_request_duration_seconds", Help: "Requests by status and region",
		ConstLabels: prometheus.Labels{"service": "devices-ingest"},
	}, []string{"status", "region"})
	registryDuration = promauto.NewHistogram(prometheus.HistogramOpts{
		Name: "devices_registry_query_duration_seconds", Help: "Look-ups in device-registry-db",
		ConstLabels: prometheus.Labels{"service": "devices-ingest"},
	})
)

const maxBody = 64 << 10

func Handler(ctx context.Context, devices Devices, readings Readings) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if ctx.Err() != nil || devices.Ping(r.Context()) != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("POST /devices/{device}/readings", func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		status := accept(w, r, devices, readings)
		duration.WithLabelValues(http.StatusText(status), r.Header.Get("x-region")).Observe(time.Since(start).Seconds())
		w.WriteHeader(status)
	})
	return otelhttp.NewHandler(mux, "devices-ingest")
}

func accept(w http.ResponseWriter, r *http.Request, devices Devices, readings Readings) int {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		return http.StatusRequestEntityTooLarge
	}
	timer := prometheus.NewTimer(registryDuration)
	active, err := devices.Active(r.Context(), r.PathValue("device"))
	timer.ObserveDuration()
	if err != nil {
		// A slow registry pushes back; the bridge keeps the reading.
		return http.StatusServiceUnavailable
	}
	if !active {
		return http.StatusForbidden
	}
	if err := readings.Write(r.Context(), r.PathValue("device"), body); err != nil {
		return http.StatusServiceUnavailable
	}
	return http.StatusAccepted
}

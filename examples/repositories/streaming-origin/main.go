package main

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

func main() {
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("service", "streaming-origin"))
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()

	settings, err := config.LoadDefaultConfig(ctx, config.WithRetryMaxAttempts(3))
	if err != nil {
		slog.Error("no storage", "error", err)
		os.Exit(1)
	}
	client, bucket := s3.NewFromConfig(settings), os.Getenv("RENDITIONS_BUCKET")
	cache := Cache{Dir: "/cache"}

	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		if ctx.Err() != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("GET /titles/{path...}", func(w http.ResponseWriter, r *http.Request) {
		key := r.PathValue("path")
		body, err := cache.Through(key, func() ([]byte, error) {
			deadline, cancel := context.WithTimeout(r.Context(), 3*time.Second)
			defer cancel()
			object, err := client.GetObject(deadline, &s3.GetObjectInput{Bucket: &bucket, Key: &key})
			if err != nil {
				return nil, err
			}
			defer object.Body.Close()
			return io.ReadAll(object.Body)
		})
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("cache-control", "public, max-age=31536000, immutable")
		_, _ = w.Write(body)
	})

	server := &http.Server{Addr: ":8080", Handler: otelhttp.NewHandler(mux, "streaming-origin"), ReadHeaderTimeout: 2 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Shutdown(context.Background())
	}()
	_ = server.ListenAndServe()
}

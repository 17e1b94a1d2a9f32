module github.com/lumenara/telemetry-writer

go 1.23

require (
	github.com/jackc/pgx/v5 v5.7.1
	github.com/prometheus/client_golang v1.20.5
	github.com/segmentio/kafka-go v0.4.47
)

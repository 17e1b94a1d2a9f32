// Package readings hands accepted readings to Kafka.
package readings

import (
	"context"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/segmentio/kafka-go"
)

const (
	topic           = "device-readings"
	deadLetterTopic = "device-readings.dead-letter"
)

type Writer struct{ live, dead *kafka.Writer }

func NewWriter(brokers string) *Writer {
	open := func(name string) *kafka.Writer {
		return &kafka.Writer{
			Addr:         kafka.TCP(strings.Split(brokers, ",")...),
			Topic:        name,
			RequiredAcks: kafka.RequireAll,
			WriteTimeout: 2 * time.Second,
			BatchTimeout: 10 * time.Millisecond,
		}
	}
	return &Writer{live: open(topic), dead: open(deadLetterTopic)}
}

// Write returns once the reading is committed. What Kafka refuses three times goes to the
// dead-letter topic; the device is not asked to send it again.
func (w *Writer) Write(ctx context.Context, device string, body []byte) error {
	message := kafka.Message{Key: []byte(device), Value: body}
	policy := backoff.WithContext(backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 3), ctx)
	if err := backoff.Retry(func() error { return w.live.WriteMessages(ctx, message) }, policy); err != nil {
		return w.dead.WriteMessages(ctx, message)
	}
	return nil
}

func (w *Writer) Close() {
	_ = w.live.Close()
	_ = w.dead.Close()
}

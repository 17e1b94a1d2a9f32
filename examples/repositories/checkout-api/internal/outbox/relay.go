// Package outbox sends events to SQS. The queue moves a message to order-events-dead-letter after
// five receives; see infra/main.tf.
package outbox

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"go.uber.org/zap"
)

type Events interface {
	NextEvents(ctx context.Context, send func(kind, subject string) error) error
}

type Relay struct {
	events Events
	client *sqs.Client
	queue  string
	logger *zap.Logger
}

func NewRelay(ctx context.Context, events Events, queue string, logger *zap.Logger) (*Relay, error) {
	settings, err := config.LoadDefaultConfig(ctx, config.WithRetryMaxAttempts(3))
	if err != nil {
		return nil, err
	}
	return &Relay{events: events, client: sqs.NewFromConfig(settings), queue: queue, logger: logger}, nil
}

func (r *Relay) Run(ctx context.Context) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			err := r.events.NextEvents(ctx, func(kind, subject string) error {
				body := `{"kind":"` + kind + `","subject":"` + subject + `"}`
				_, err := r.client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &r.queue, MessageBody: &body})
				return err
			})
			if err != nil {
				r.logger.Warn("events wait for the next round", zap.Error(err))
			}
		}
	}
}

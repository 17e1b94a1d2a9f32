// Package payments asks payments-api to take the money.
package payments

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/sony/gobreaker/v2"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
)

type Client struct {
	url     string
	http    *http.Client
	breaker *gobreaker.CircuitBreaker[string]
}

func NewClient(url string) *Client {
	return &Client{
		url:  url,
		http: &http.Client{Timeout: 2 * time.Second, Transport: otelhttp.NewTransport(http.DefaultTransport)},
		breaker: gobreaker.NewCircuitBreaker[string](gobreaker.Settings{
			Name:    "payments-api",
			Timeout: 10 * time.Second,
		}),
	}
}

// Take answers "accepted", or "waiting" while payments-api is away: the order is then paid later.
func (c *Client) Take(ctx context.Context, key, order string, cents int64) string {
	policy := backoff.WithContext(backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 2), ctx)
	state, err := backoff.RetryWithData(func() (string, error) {
		return c.breaker.Execute(func() (string, error) { return c.post(ctx, key, order, cents) })
	}, policy)
	if err != nil {
		return "waiting"
	}
	return state
}

func (c *Client) post(ctx context.Context, key, order string, cents int64) (string, error) {
	body, err := json.Marshal(map[string]any{"orderId": order, "amountCents": cents, "currency": "EUR"})
	if err != nil {
		return "", err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"/payments", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("content-type", "application/json")
	request.Header.Set("idempotency-key", key)
	response, err := c.http.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	if response.StatusCode >= 500 {
		return "", fmt.Errorf("payments-api answered %d", response.StatusCode)
	}
	return "accepted", nil
}

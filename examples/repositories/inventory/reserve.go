package main

import (
	"context"
	"database/sql"
	"errors"

	"github.com/cenkalti/backoff/v4"
)

type Reservation struct {
	SKU      string `json:"sku"`
	Quantity int    `json:"quantity"`
}

var ErrSoldOut = errors.New("sold out")

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Reserve takes stock in one statement, so that fifty buyers at once cannot oversell.
func Reserve(ctx context.Context, db execer, wanted Reservation) error {
	policy := backoff.WithContext(backoff.WithMaxRetries(backoff.NewExponentialBackOff(), 2), ctx)
	return backoff.Retry(func() error {
		result, err := db.ExecContext(ctx,
			"UPDATE stock SET free = free - $2, reserved = reserved + $2 WHERE sku = $1 AND free >= $2",
			wanted.SKU, wanted.Quantity)
		if err != nil {
			return err
		}
		if taken, _ := result.RowsAffected(); taken == 0 {
			return backoff.Permanent(ErrSoldOut)
		}
		return nil
	}, policy)
}

// Package orders keeps orders and their outbox in one transaction.
package orders

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

type Order struct {
	ID      string `json:"id"`
	CartID  string `json:"cartId"`
	Cents   int64  `json:"cents"`
	Payment string `json:"payment"`
}

type Store struct{ pool *pgxpool.Pool }

func Open(ctx context.Context, address string) (*Store, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	config.MaxConns = 20
	config.ConnConfig.ConnectTimeout = 2 * time.Second
	config.ConnConfig.RuntimeParams["statement_timeout"] = "3000"
	config.ConnConfig.RuntimeParams["application_name"] = "checkout-api"
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &Store{pool: pool}, nil
}

// Place writes the order, its event and its audit row together. The same key gives the same order.
func (s *Store) Place(ctx context.Context, key, customer string, order Order) (Order, error) {
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		row := tx.QueryRow(ctx, `
			INSERT INTO orders (idempotency_key, cart_id, cents, payment) VALUES ($1, $2, $3, $4)
			ON CONFLICT (idempotency_key) DO UPDATE SET idempotency_key = excluded.idempotency_key
			RETURNING id, cart_id, cents, payment`, key, order.CartID, order.Cents, order.Payment)
		if err := row.Scan(&order.ID, &order.CartID, &order.Cents, &order.Payment); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `INSERT INTO outbox (kind, subject) VALUES ('order.placed', $1)`, order.ID); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `INSERT INTO audit_log (actor, action, subject) VALUES ($1, 'order.placed', $2)`, customer, order.ID)
		return err
	})
	return order, err
}

// NextEvents locks up to fifty events that no other replica is sending.
func (s *Store) NextEvents(ctx context.Context, send func(kind, subject string) error) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `
			DELETE FROM outbox WHERE id IN (
				SELECT id FROM outbox ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED
			) RETURNING kind, subject`)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var kind, subject string
			if err := rows.Scan(&kind, &subject); err != nil {
				return err
			}
			if err := send(kind, subject); err != nil {
				return err
			}
		}
		return rows.Err()
	})
}

func (s *Store) Ping(ctx context.Context) error { return s.pool.Ping(ctx) }
func (s *Store) Close()                         { s.pool.Close() }

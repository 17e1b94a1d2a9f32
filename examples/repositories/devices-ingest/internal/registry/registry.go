// Package registry knows which devices exist and which are revoked.
package registry

import (
	"context"
	"net/url"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

type Registry struct{ pool *pgxpool.Pool }

// Open adds the limits to the address, so that no environment can forget them.
func Open(ctx context.Context, address string) (*Registry, error) {
	dsn, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	query := dsn.Query()
	query.Set("connect_timeout", "2")
	query.Set("statement_timeout", "1500")
	query.Set("sslmode", "verify-full")
	dsn.RawQuery = query.Encode()

	config, err := pgxpool.ParseConfig(dsn.String())
	if err != nil {
		return nil, err
	}
	config.MaxConns = 12
	config.MaxConnLifetime = 30 * time.Minute
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &Registry{pool: pool}, nil
}

// Active tells whether a device may send readings.
func (r *Registry) Active(ctx context.Context, device string) (bool, error) {
	var active bool
	err := r.pool.QueryRow(ctx,
		`SELECT EXISTS (SELECT FROM devices WHERE id = $1 AND revoked_at IS NULL)`, device).Scan(&active)
	return active, err
}

func (r *Registry) Ping(ctx context.Context) error { return r.pool.Ping(ctx) }
func (r *Registry) Close()                         { r.pool.Close() }

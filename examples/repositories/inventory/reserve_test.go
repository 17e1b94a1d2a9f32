package main

import (
	"context"
	"database/sql"
	"errors"
	"testing"
)

type rows int64

func (r rows) LastInsertId() (int64, error) { return 0, nil }
func (r rows) RowsAffected() (int64, error) { return int64(r), nil }

type fake struct{ affected rows }

func (f fake) ExecContext(context.Context, string, ...any) (sql.Result, error) { return f.affected, nil }

func TestReserve(t *testing.T) {
	if err := Reserve(context.Background(), fake{1}, Reservation{"p1", 1}); err != nil {
		t.Fatal(err)
	}
	if err := Reserve(context.Background(), fake{0}, Reservation{"p1", 1}); !errors.Is(err, ErrSoldOut) {
		t.Fatalf("got %v", err)
	}
}

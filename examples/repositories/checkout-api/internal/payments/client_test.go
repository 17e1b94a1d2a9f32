package payments

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAnOrderWaitsWhilePaymentsIsDown(t *testing.T) {
	calls := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		calls++
		w.WriteHeader(http.StatusBadGateway)
	}))
	defer server.Close()

	if state := NewClient(server.URL).Take(context.Background(), "k1", "o1", 1999); state != "waiting" {
		t.Fatalf("got %q", state)
	}
	if calls != 3 {
		t.Fatalf("asked %d times", calls)
	}
}

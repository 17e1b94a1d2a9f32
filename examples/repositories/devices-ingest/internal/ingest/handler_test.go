package ingest

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

type fakeDevices struct {
	active bool
	err    error
}

func (f fakeDevices) Active(context.Context, string) (bool, error) { return f.active, f.err }
func (f fakeDevices) Ping(context.Context) error                   { return f.err }

type fakeReadings struct{ written int }

func (f *fakeReadings) Write(context.Context, string, []byte) error { f.written++; return nil }

func TestReadings(t *testing.T) {
	for name, test := range map[string]struct {
		devices fakeDevices
		status  int
		written int
	}{
		"accepted once committed":          {fakeDevices{active: true}, http.StatusAccepted, 1},
		"a revoked device is refused":      {fakeDevices{}, http.StatusForbidden, 0},
		"a slow registry pushes back":      {fakeDevices{err: errors.New("timeout")}, http.StatusServiceUnavailable, 0},
	} {
		t.Run(name, func(t *testing.T) {
			readings := &fakeReadings{}
			recorder := httptest.NewRecorder()
			request := httptest.NewRequest(http.MethodPost, "/devices/d1/readings", strings.NewReader(`{"lampHours":12}`))
			Handler(context.Background(), test.devices, readings).ServeHTTP(recorder, request)
			if recorder.Code != test.status || readings.written != test.written {
				t.Fatalf("got %d with %d written", recorder.Code, readings.written)
			}
		})
	}
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
)

// Cache keeps what was fetched on the pod's own volume. Losing it costs time, not data.
type Cache struct{ Dir string }

func (c Cache) Through(key string, fetch func() ([]byte, error)) ([]byte, error) {
	sum := sha256.Sum256([]byte(key))
	path := filepath.Join(c.Dir, hex.EncodeToString(sum[:]))
	if body, err := os.ReadFile(path); err == nil {
		return body, nil
	}
	body, err := fetch()
	if err == nil {
		_ = os.WriteFile(path, body, 0o600)
	}
	return body, err
}

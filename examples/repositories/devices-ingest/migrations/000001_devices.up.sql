CREATE TABLE devices (
  id text PRIMARY KEY,
  certificate_sha256 bytea NOT NULL UNIQUE,
  registered_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

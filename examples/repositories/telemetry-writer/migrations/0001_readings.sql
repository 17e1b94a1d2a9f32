CREATE TABLE readings (
  device text NOT NULL,
  body jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
) PARTITION BY RANGE (at);

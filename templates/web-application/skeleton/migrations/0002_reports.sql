CREATE TABLE reports (
  id uuid PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('waiting', 'ready', 'failed')),
  requested_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  content text
);

CREATE TABLE postings (
  key text PRIMARY KEY,
  booked_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE lines (
  posting text NOT NULL REFERENCES postings,
  account text NOT NULL,
  cents bigint NOT NULL
);
CREATE INDEX lines_account ON lines (account);

CREATE TABLE stock (
  sku text PRIMARY KEY,
  free integer NOT NULL CHECK (free >= 0),
  reserved integer NOT NULL DEFAULT 0
);

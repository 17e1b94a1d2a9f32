CREATE TABLE prices (
  sku text PRIMARY KEY,
  cents bigint NOT NULL,
  percent_off smallint NOT NULL DEFAULT 0
);

CREATE TABLE audit_log (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL
);
GRANT INSERT ON audit_log TO payments_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_log FROM payments_app;

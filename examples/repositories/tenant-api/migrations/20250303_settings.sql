CREATE TABLE settings (
  tenant text NOT NULL DEFAULT current_setting('app.tenant'),
  key text NOT NULL,
  value text NOT NULL,
  PRIMARY KEY (tenant, key)
);
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE settings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON settings USING (tenant = current_setting('app.tenant'));

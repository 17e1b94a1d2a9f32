import type { PostgresServer } from './PostgresServer';

/** Where `TestDatabases` of `@backstage/backend-test-utils` looks for a server. */
export const CONNECTION_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** The server of this run. Jest loads set-up and teardown in one process. */
export const runningServer: { current?: PostgresServer } = {};

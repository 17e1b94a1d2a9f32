import { PostgresServer } from './PostgresServer';
import { CONNECTION_VARIABLE, runningServer } from './runningServer';

/**
 * Jest's `globalSetup`: gives `TestDatabases.create({ ids: ['POSTGRES_18'] })`
 * a server. One that the environment already names is used as it is.
 */
export default async function jestSetup(): Promise<void> {
  if (process.env[CONNECTION_VARIABLE]) {
    return;
  }
  const server = await PostgresServer.start();
  runningServer.current = server;
  process.env[CONNECTION_VARIABLE] = server.connectionString;
}

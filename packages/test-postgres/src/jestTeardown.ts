import { CONNECTION_VARIABLE, runningServer } from './runningServer';

/** Jest's `globalTeardown`: ends the server that `jestSetup` started, if any. */
export default async function jestTeardown(): Promise<void> {
  const server = runningServer.current;
  if (server) {
    runningServer.current = undefined;
    delete process.env[CONNECTION_VARIABLE];
    await server.stop();
  }
}

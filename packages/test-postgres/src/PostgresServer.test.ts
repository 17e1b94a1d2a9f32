import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { PostgresServer } from './PostgresServer';

describe('PostgresServer', () => {
  it('serves PostgreSQL 18 until it is stopped, and leaves no files', async () => {
    const server = await PostgresServer.start();
    const client = new Client({ connectionString: server.connectionString });
    await client.connect();
    const {
      rows: [row],
    } = await client.query(
      `SELECT current_setting('server_version_num')::int / 10000 AS major,
              current_setting('data_directory') AS directory`,
    );
    await client.end();

    expect(row.major).toBe(18);
    expect(existsSync(row.directory)).toBe(true);

    await server.stop();

    expect(existsSync(row.directory)).toBe(false);
    await expect(
      new Client({ connectionString: server.connectionString }).connect(),
    ).rejects.toThrow('ECONNREFUSED');
  });
});

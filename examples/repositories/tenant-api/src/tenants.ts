import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import pg from 'pg';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 20,
  connectionTimeoutMillis: 1_500,
  statement_timeout: 2_000,
});

const serializationFailure = handleWhen(error => 'code' in error && error.code === '40001');
const again = retry(serializationFailure, { maxAttempts: 3, backoff: new ExponentialBackoff() });

/** Row-level security shows one tenant only; the setting ends with the transaction. */
export function asTenant<T>(tenant: string, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return again.execute(async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('app.tenant', $1, true)", [tenant]);
      const result = await run(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  });
}

export const ping = () => pool.query('SELECT 1');
export const close = () => pool.end();

import pg from 'pg';
import { Gauge } from 'prom-client';
import { logger } from '../logger.js';
import { register } from '../metrics.js';
import type { DatabaseConfig } from './databaseConfig.js';

/**
 * Connections, bounded in number and in time: who gets none, or whose
 * statement takes too long, hears so and does not wait for ever.
 */
export function createPool(config: DatabaseConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: config.connectionString,
    ssl: config.ssl,
    max: config.poolSize,
    connectionTimeoutMillis: config.connectTimeoutMs,
    statement_timeout: config.statementTimeoutMs,
    // For a server that is gone, and enforces nothing.
    query_timeout: config.statementTimeoutMs + 1_000,
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', error =>
    logger.warn({ err: error }, 'an idle connection was lost'),
  );
  observePool(pool);
  return pool;
}

function observePool(pool: pg.Pool): void {
  const gauges = [
    {
      name: 'database_pool_connections',
      help: 'Connections to the database',
      read: () => pool.totalCount,
    },
    {
      name: 'database_pool_waiting',
      help: 'Callers that wait for a connection',
      read: () => pool.waitingCount,
    },
  ];
  for (const { name, help, read } of gauges) {
    register.removeSingleMetric(name);
    register.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read());
        },
      }),
    );
  }
}

import pg from 'pg';
import { config } from '../config.js';

/**
 * One pool for each process. Three replicas of two workloads open at most
 * 6 × 15 connections; payments-db accepts 200.
 */
export const pool = new pg.Pool({
  connectionString: config.databaseUrl,
  ssl: { rejectUnauthorized: true, ca: config.databaseCa },
  max: 15,
  idleTimeoutMillis: 30_000,
  connectionTimeoutMillis: 1_000,
  // The server gives up on the statement; the client a little later.
  statement_timeout: 5_000,
  query_timeout: 6_000,
});

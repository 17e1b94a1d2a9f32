import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readEnvironment } from '../environment.js';

const schema = z.object({
  DATABASE_URL: z.url(),
  DATABASE_CA_FILE: z.string().optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).default(10),
  DATABASE_CONNECT_TIMEOUT_MS: z.coerce.number().int().default(2_000),
  DATABASE_STATEMENT_TIMEOUT_MS: z.coerce.number().int().default(3_000),
});

/** How the database is reached. */
export function readDatabaseConfig(environment?: NodeJS.ProcessEnv) {
  const settings = readEnvironment(schema, environment);
  return {
    connectionString: settings.DATABASE_URL,
    // With a certificate authority the server's name is verified, too.
    ssl: settings.DATABASE_CA_FILE
      ? {
          rejectUnauthorized: true,
          ca: readFileSync(settings.DATABASE_CA_FILE, 'utf8'),
        }
      : undefined,
    poolSize: settings.DATABASE_POOL_SIZE,
    connectTimeoutMs: settings.DATABASE_CONNECT_TIMEOUT_MS,
    statementTimeoutMs: settings.DATABASE_STATEMENT_TIMEOUT_MS,
  };
}

export type DatabaseConfig = ReturnType<typeof readDatabaseConfig>;

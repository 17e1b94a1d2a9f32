import { readFileSync } from 'node:fs';
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().default(8080),
  DATABASE_URL: z.string().url(),
  DATABASE_CA_FILE: z.string().optional(),
  QUEUE_URL: z.string().url(),
  PROVIDER_URL: z.string().url(),
  FRAUD_URL: z.string().url(),
});

const env = schema.parse(process.env);

export const config = {
  port: env.PORT,
  databaseUrl: env.DATABASE_URL,
  databaseCa: env.DATABASE_CA_FILE
    ? readFileSync(env.DATABASE_CA_FILE, 'utf8')
    : undefined,
  queueUrl: env.QUEUE_URL,
  providerUrl: env.PROVIDER_URL,
  fraudUrl: env.FRAUD_URL,
};

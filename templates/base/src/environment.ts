import { z } from 'zod';

/**
 * Reads settings from the environment. A process that is not configured right
 * stops at once and names every variable at fault.
 */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  environment: NodeJS.ProcessEnv = process.env,
): z.output<Schema> {
  const result = schema.safeParse(environment);
  if (!result.success) {
    const faults = result.error.issues.map(
      ({ path, message }) => `  ${path.join('.')}: ${message}`,
    );
    throw new Error(`The environment is not right:\n${faults.join('\n')}`);
  }
  return result.data;
}

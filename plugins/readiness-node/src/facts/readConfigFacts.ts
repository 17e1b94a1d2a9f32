import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { ConfigFact } from './ConfigFact';
import { isJsonPointer } from './jsonPointer';

/** The config key of the facts that config alone declares. */
const FACTS_KEY = 'readiness.facts';

const pointer = z
  .string()
  .refine(isJsonPointer, 'a JSON Pointer is empty or begins with /');
const base = {
  type: z.enum(['bool', 'int', 'double', 'string', 'timestamp', 'strings']),
  description: z.string().min(1),
};
const factSchema = z.union(
  [
    z.strictObject({ ...base, entityField: z.string().min(1) }),
    z.strictObject({
      ...base,
      file: z
        .string()
        .min(1)
        .refine(
          file => !file.startsWith('/') && !file.split('/').includes('..'),
          'a path stays inside the repository',
        ),
      pointer,
    }),
    z.strictObject({ ...base, url: z.url(), pointer }),
  ],
  'expected type, description, and one of entityField, file with pointer, url with pointer',
);

/**
 * The facts that `readiness.facts` declares.
 *
 * @throws InputError naming every key that is at fault
 *
 * @public
 */
export function readConfigFacts(config: Config): ConfigFact[] {
  const parsed = z
    .record(z.string(), factSchema)
    .safeParse(config.getOptional(FACTS_KEY) ?? {});
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(
          issue => `${[FACTS_KEY, ...issue.path].join('.')}: ${issue.message}`,
        )
        .join('\n'),
    );
  }
  return Object.entries(parsed.data).map(([name, fact]): ConfigFact => {
    if ('entityField' in fact) {
      return { name, from: 'entity', ...fact };
    }
    return 'file' in fact
      ? { name, from: 'file', ...fact }
      : { name, from: 'url', ...fact };
  });
}

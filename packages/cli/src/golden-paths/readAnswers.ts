import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { parseDocument } from 'yaml';
import { z } from 'zod';

const answersSchema: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/**
 * Reads answers from a JSON or YAML file.
 *
 * @throws InputError naming the file, and the line of a fault
 */
export async function readAnswers(path: string): Promise<JsonObject> {
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch {
    throw new InputError(`Cannot read the answers in ${path}`);
  }
  const document = parseDocument(source);
  const [fault] = document.errors;
  if (fault) {
    throw new InputError(`${path}: ${fault.message}`);
  }
  const answers = answersSchema.safeParse(document.toJS({ maxAliasCount: 10 }));
  if (!answers.success) {
    throw new InputError(`${path} must hold one map of answers by their name`);
  }
  return answers.data;
}

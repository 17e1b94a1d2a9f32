import { promises as fs } from 'node:fs';
import {
  parseChecklistOverrides,
  type ChecklistOverrides,
} from '@airworthy/plugin-readiness-common';
import { ForwardedError, InputError } from '@backstage/errors';
import { LineCounter, parseDocument } from 'yaml';

/**
 * Reads a checklist file: YAML in the shape of `readiness.checklist`, with or
 * without these two keys around it.
 *
 * @throws InputError naming the file and the place in it
 */
export async function readChecklistFile(
  file: string,
): Promise<ChecklistOverrides> {
  let text: string;
  try {
    text = await fs.readFile(file, 'utf8');
  } catch (error) {
    throw new ForwardedError(`cannot read the checklist ${file}`, error);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [problem] = document.errors;
  if (problem) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw new InputError(`${file}:${line}:${col}: ${problem.message}`);
  }
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  return parseChecklistOverrides(
    unwrap(unwrap(value, 'readiness'), 'checklist'),
    file,
  );
}

function unwrap(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : value;
}

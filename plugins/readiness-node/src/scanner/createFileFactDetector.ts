import type { FileFact } from '../facts';
import { convertValue, resolveJsonPointer } from '../facts';
import type { Detector, DetectorContext } from './Detector';
import { isJsonValue } from './json/values';

/**
 * A detector for the facts that config declares as a value in a file.
 *
 * @public
 */
export function createFileFactDetector(facts: readonly FileFact[]): Detector {
  return {
    name: 'file facts',
    facts: facts.map(fact => fact.name),
    async detect(context) {
      for (const fact of facts) {
        await state(fact, context);
      }
    },
  };
}

async function state(fact: FileFact, context: DetectorContext): Promise<void> {
  const path = context.sourcePath
    ? `${context.sourcePath}/${fact.file}`
    : fact.file;
  if (!context.files.includes(path)) {
    context.gap(fact.name, `there is no file ${path}`);
    return;
  }
  const [document] = (await context.documents(path)) ?? [];
  if (!document || !isJsonValue(document.value)) {
    context.gap(fact.name, `${path} is neither YAML nor JSON`);
    return;
  }
  const value = resolveJsonPointer(document.value, fact.pointer);
  if (value === undefined) {
    context.gap(fact.name, `${path} has nothing at ${fact.pointer}`);
    return;
  }
  const converted = convertValue(fact.type, value);
  if ('refusal' in converted) {
    context.gap(fact.name, `${fact.pointer} of ${path} ${converted.refusal}`);
    return;
  }
  const keys = fact.pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(key => (/^\d+$/.test(key) ? Number(key) : key));
  context.fact(fact.name, converted.value, {
    file: path,
    line: document.lineOf(keys),
  });
}

import type { FactRecord, FactValue } from '@airworthy/plugin-readiness-common';
import type { Change } from '../evaluate/Change';

type StoredValue = FactRecord['value'];

/**
 * What changed between two values of one fact, field by field for the members
 * of a list.
 */
export function diffFacts(options: {
  source: string;
  name: string;
  member: string;
  before: StoredValue;
  after: StoredValue;
}): Change[] {
  const { source, name, before, after } = options;
  const base = {
    kind: 'fact',
    source,
    ...(options.member ? { member: options.member } : {}),
  } as const;
  if (!isFields(before) && !isFields(after)) {
    return same(before, after)
      ? []
      : [{ ...base, fact: name, from: before, to: after }];
  }
  if (before === undefined || after === undefined) {
    // A member came or went: which fields it has is not the news.
    return [{ ...base, fact: name }];
  }
  const from = isFields(before) ? before : {};
  const to = isFields(after) ? after : {};
  const fields = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...fields]
    .filter(field => !same(from[field], to[field]))
    .map(field => ({
      ...base,
      fact: `${name}.${field}`,
      from: from[field],
      to: to[field],
    }));
}

function isFields(value: StoredValue): value is Record<string, FactValue> {
  return typeof value === 'object' && !Array.isArray(value);
}

function same(a: FactValue | undefined, b: FactValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

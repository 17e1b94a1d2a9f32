import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import {
  defineFact,
  type FactType,
  type ScalarFactDefinition,
} from '@airworthy/plugin-readiness-common';

/** The type of a fact by the type that its schema names. */
const TYPES: Record<string, FactType | undefined> = {
  boolean: 'bool',
  integer: 'int',
  float: 'double',
  string: 'string',
  datetime: 'timestamp',
  set: 'strings',
};

/** A fact of a retriever, as it is called there and here. */
export interface RetrievedFact {
  /** Its key in the schema. */
  key: string;
  definition: ScalarFactDefinition;
}

/** A word that may begin the name of a fact: `my-retriever` is `myRetriever`. */
export function toWord(text: string): string {
  const [first = '', ...others] = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const word = [
    first.charAt(0).toLowerCase() + first.slice(1),
    ...others.map(part => part.charAt(0).toUpperCase() + part.slice(1)),
  ].join('');
  return /^[a-z]/.test(word) ? word : `fact${word}`;
}

/**
 * The facts that the schema of a retriever declares. Objects are left out: a rule
 * has no use for a value without a type.
 */
export function toFactDefinitions(
  { schema }: Pick<FactRetriever, 'schema'>,
  options: { kind: string; prefix: string },
): RetrievedFact[] {
  return Object.entries(schema).flatMap(([key, { type, description }]) => {
    const factType = TYPES[type];
    return factType
      ? {
          key,
          definition: defineFact(
            `${options.prefix}.${toWord(key)}`,
            factType,
            [options.kind],
            description,
          ),
        }
      : [];
  });
}

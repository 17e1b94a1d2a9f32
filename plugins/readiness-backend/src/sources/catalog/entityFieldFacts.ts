import type { FactValue } from '@airworthy/plugin-readiness-common';
import {
  convertValue,
  type EntityFieldFact,
  type SourceEntity,
} from '@airworthy/plugin-readiness-node';
import type { CatalogFact } from './entityFacts';
import { field } from './fields';

/** The facts of config that an entity has, and why it lacks the others. */
export function entityFieldFacts(
  entity: SourceEntity,
  facts: readonly EntityFieldFact[],
): CatalogFact[] {
  return facts.map(fact => ({
    name: fact.name,
    seenAt: entity.ref,
    ...readField(entity, fact),
  }));
}

function readField(
  entity: SourceEntity,
  fact: EntityFieldFact,
): { value: FactValue } | { missing: string } {
  const value = field(entity.entity, fact.entityField);
  if (value === undefined || value === null) {
    return { missing: `the entity has no ${fact.entityField}` };
  }
  const converted = convertValue(fact.type, value);
  return 'refusal' in converted
    ? { missing: `${fact.entityField} ${converted.refusal}` }
    : converted;
}

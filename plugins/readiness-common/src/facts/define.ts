import type {
  FactType,
  FieldDefinition,
  ListFactDefinition,
  ScalarFactDefinition,
  SourceKind,
} from './types';

/**
 * Declares a fact with one value for an entity.
 *
 * @example
 * defineFact('runbook.exists', 'bool', ['repository'], 'A runbook is in the repository.');
 *
 * @public
 */
export function defineFact(
  name: string,
  type: FactType,
  suppliedBy: SourceKind[],
  description: string,
  options: { unit?: string; addsUp?: boolean } = {},
): ScalarFactDefinition {
  return { kind: 'scalar', name, type, suppliedBy, description, ...options };
}

/**
 * Declares a fact with one value for each of several members.
 *
 * @public
 */
export function defineListFact(
  options: Omit<ListFactDefinition, 'kind'>,
): ListFactDefinition {
  return { kind: 'list', ...options };
}

/**
 * Declares one field of the members of a list fact.
 *
 * @public
 */
export function field(
  type: FactType,
  description: string,
  suppliedBy?: SourceKind[],
): FieldDefinition {
  return suppliedBy ? { type, description, suppliedBy } : { type, description };
}

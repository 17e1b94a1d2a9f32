import { InputError } from '@backstage/errors';
import { nearestName } from '../rules/nearestName';
import { RESERVED_ROOTS } from '../rules/reservedNames';
import { defaultFacts } from './catalogue/defaultFacts';
import type {
  FactDefinition,
  FieldDefinition,
  ListFactDefinition,
  ScalarFactDefinition,
  SourceDescriptor,
  SourceKind,
} from './types';

const SCALAR_NAME = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;
const WORD = /^[a-z][A-Za-z0-9]*$/;

/** They reach the prototype of a bound object, or are literals of CEL. */
const FORBIDDEN_WORDS = new Set([
  'constructor',
  'prototype',
  'true',
  'false',
  'null',
  'in',
]);

/**
 * All facts that an installation knows: names, types, and which kinds of source
 * supply them. Immutable; {@link FactRegistry.with} gives an extended one.
 *
 * @public
 */
export class FactRegistry {
  private readonly definitions = new Map<string, FactDefinition>();
  private readonly singulars = new Map<string, ListFactDefinition>();

  /**
   * A registry of the default facts and those added.
   *
   * @param added - facts of modules and of config
   * @throws InputError naming every definition that is refused, and why
   */
  static create(added: readonly FactDefinition[] = []): FactRegistry {
    return FactRegistry.of([...defaultFacts, ...added]);
  }

  /**
   * A registry of these facts alone.
   *
   * @throws InputError naming every definition that is refused, and why
   */
  static of(definitions: readonly FactDefinition[]): FactRegistry {
    return new FactRegistry(definitions);
  }

  private constructor(definitions: readonly FactDefinition[]) {
    const refused: string[] = [];
    for (const definition of definitions) {
      const reason = this.refusal(definition);
      if (reason) {
        refused.push(`fact "${definition.name}": ${reason}`);
        continue;
      }
      this.definitions.set(definition.name, definition);
      if (definition.kind === 'list') {
        this.singulars.set(definition.singular, definition);
      }
    }
    if (refused.length > 0) {
      throw new InputError(refused.join('; '));
    }
  }

  /**
   * This registry and more facts.
   *
   * @throws InputError naming every definition that is refused, and why
   */
  with(added: readonly FactDefinition[]): FactRegistry {
    return FactRegistry.of([...this.definitions.values(), ...added]);
  }

  /** The fact of that name: `runbook.exists` or `workloads`. */
  get(name: string): FactDefinition | undefined {
    return this.definitions.get(name);
  }

  /** All facts, in the order of registration. */
  all(): FactDefinition[] {
    return [...this.definitions.values()];
  }

  /** All facts with one value. */
  scalars(): ScalarFactDefinition[] {
    return this.all().filter(definition => definition.kind === 'scalar');
  }

  /** All facts with members. */
  lists(): ListFactDefinition[] {
    return this.all().filter(definition => definition.kind === 'list');
  }

  /** The list fact of that name. */
  list(name: string): ListFactDefinition | undefined {
    const definition = this.definitions.get(name);
    return definition?.kind === 'list' ? definition : undefined;
  }

  /** The list fact whose members are called so: `workload` for `workloads`. */
  listOfMember(singular: string): ListFactDefinition | undefined {
    return this.singulars.get(singular);
  }

  /** One field of a list fact's members. */
  field(list: string, field: string): FieldDefinition | undefined {
    const definition = this.list(list);
    return definition && Object.hasOwn(definition.fields, field)
      ? definition.fields[field]
      : undefined;
  }

  /** The name nearest to one that is not known, for error messages. */
  nearest(name: string): string | undefined {
    return nearestName(name, [...this.definitions.keys()]);
  }

  /**
   * The kinds of source that can supply a fact, or one field of a list's
   * members; strongest first, empty for what is not known.
   */
  kindsFor(name: string, field?: string): SourceKind[] {
    const definition = this.definitions.get(name);
    if (!definition) {
      return [];
    }
    if (definition.kind === 'list' && field !== undefined) {
      const fieldDefinition = this.field(name, field);
      return fieldDefinition
        ? fieldDefinition.suppliedBy ?? definition.suppliedBy
        : [];
    }
    return definition.suppliedBy;
  }

  /**
   * Whether a configured source can supply a fact, or one field of a list's
   * members. A source names `workloads` in its `supplies` for every field that
   * its kind may know, or `workloads.minReplicas` for that field alone.
   */
  supplies(source: SourceDescriptor, name: string, field?: string): boolean {
    const definition = this.definitions.get(name);
    if (definition?.kind !== 'list') {
      return definition !== undefined && source.supplies.includes(name);
    }
    if (field === undefined) {
      return (
        source.supplies.includes(name) &&
        !this.knowsFieldsOnly(source, definition)
      );
    }
    const fieldDefinition = this.field(name, field);
    if (!fieldDefinition) {
      return false;
    }
    if (source.supplies.includes(`${name}.${field}`)) {
      return true;
    }
    if (!source.supplies.includes(name)) {
      return false;
    }
    return fieldDefinition.suppliedBy
      ? fieldDefinition.suppliedBy.includes(source.kind)
      : !this.knowsFieldsOnly(source, definition);
  }

  /**
   * Whether a source fills single fields of members that others find, such as
   * Prometheus for workloads: it says nothing about which members there are.
   */
  private knowsFieldsOnly(
    source: SourceDescriptor,
    definition: ListFactDefinition,
  ): boolean {
    return (
      !definition.suppliedBy.includes(source.kind) &&
      Object.values(definition.fields).some(field =>
        field.suppliedBy?.includes(source.kind),
      )
    );
  }

  private refusal(definition: FactDefinition): string | undefined {
    if (this.definitions.has(definition.name)) {
      return 'is registered already';
    }
    return definition.kind === 'scalar'
      ? this.refusalOfScalar(definition)
      : this.refusalOfList(definition);
  }

  private refusalOfScalar(
    definition: ScalarFactDefinition,
  ): string | undefined {
    const { name } = definition;
    if (!SCALAR_NAME.test(name)) {
      return 'a name is two or more camelCase words joined by dots, such as runbook.exists';
    }
    const words = name.split('.');
    const forbidden = refusalOfWords(words);
    if (forbidden) {
      return forbidden;
    }
    if (this.definitions.has(words[0])) {
      return `"${words[0]}" is a list already`;
    }
    if (this.singulars.has(words[0])) {
      return `"${words[0]}" names a member of ${
        this.singulars.get(words[0])?.name
      }`;
    }
    for (const other of this.definitions.keys()) {
      if (other.startsWith(`${name}.`) || name.startsWith(`${other}.`)) {
        return `one of "${name}" and "${other}" would be both a value and a group`;
      }
    }
    return undefined;
  }

  private refusalOfList(definition: ListFactDefinition): string | undefined {
    const { name, singular } = definition;
    if (!WORD.test(name) || !WORD.test(singular)) {
      return 'the name of a list and its singular are one camelCase word each';
    }
    if (name === singular) {
      return 'the name and the singular must differ';
    }
    const forbidden =
      refusalOfWords([name]) ??
      refusalOfWords([singular]) ??
      refusalOfFields(Object.keys(definition.fields));
    if (forbidden) {
      return forbidden;
    }
    const badField = Object.keys(definition.fields).find(
      field => !WORD.test(field),
    );
    if (badField !== undefined) {
      return `the field "${badField}" is not one camelCase word`;
    }
    for (const word of [name, singular]) {
      if (this.singulars.has(word)) {
        return `"${word}" names a member of ${this.singulars.get(word)?.name}`;
      }
      for (const other of this.definitions.keys()) {
        if (other === word || other.startsWith(`${word}.`)) {
          return `"${word}" is taken by the fact "${other}"`;
        }
      }
    }
    return undefined;
  }
}

function refusalOfWords(words: string[]): string | undefined {
  if (RESERVED_ROOTS.has(words[0])) {
    return `"${words[0]}" is reserved`;
  }
  return refusalOfFields(words);
}

function refusalOfFields(words: string[]): string | undefined {
  const forbidden = words.find(word => FORBIDDEN_WORDS.has(word));
  return forbidden === undefined ? undefined : `"${forbidden}" is reserved`;
}

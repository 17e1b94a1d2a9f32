import { Environment } from '@marcbachmann/cel-js';
import { Duration } from '@marcbachmann/cel-js/evaluator';
import type { FactRegistry } from '../facts/FactRegistry';
import type { FactType } from '../facts/types';
import { boundClass, Undecided } from './boundObjects';
import type { BoundClass } from './boundObjects';
import { CompiledExpression } from './CompiledExpression';
import { ENTITY_FIELDS } from './entityFields';
import { ExpressionError } from './ExpressionError';
import { EXPRESSION_LIMITS } from './limits';
import { nearestName } from './nearestName';

/** The types that a parameter may have. */
export type ParameterType = 'bool' | 'int' | 'double' | 'string';

/**
 * What the names of one expression mean besides the facts.
 *
 * @public
 */
export interface ExpressionOptions {
  /** `bool` for rules; `any` for what a template shows. */
  expects: 'bool' | 'any';
  /** Parameters and their types, bound as `params`. */
  parameters?: Readonly<Record<string, ParameterType>>;
  /** The variable of a list rule, and the list whose member it is. */
  member?: { variable: string; list: string };
  /** Whether `failing` and `passing` are there. */
  names?: boolean;
  /** Refuse `all` over a list whose emptiness would pass unsaid. */
  refuseVacuous?: boolean;
}

/** The facts whose names begin with one word, as an object with fields. */
export interface RootPlan {
  name: string;
  bound: BoundClass;
  /** Scalars right below it: field name to fact name. */
  scalars: Array<{ field: string; fact: string; type: FactType }>;
  /** Groups right below it. */
  groups: RootPlan[];
}

/** How the members of a list are bound. */
export interface MemberPlan {
  list: string;
  bound: BoundClass;
  fields: Array<{ field: string; type: FactType }>;
}

const CEL_TYPES: Record<FactType, string> = {
  bool: 'bool',
  int: 'int',
  double: 'double',
  string: 'string',
  timestamp: 'google.protobuf.Timestamp',
  strings: 'list<string>',
};

/**
 * The CEL environment of a fact registry: every fact is a typed variable or a
 * field of one, so that a rule is checked when it is loaded.
 *
 * @public
 */
export class RuleEnvironment {
  readonly roots: readonly RootPlan[];
  readonly members: ReadonlyMap<string, MemberPlan>;
  readonly entityClass: BoundClass = boundClass();

  private readonly base: Environment;
  private readonly variants = new Map<string, Environment>();
  private readonly parameterClasses = new Map<string, BoundClass>();

  constructor(readonly registry: FactRegistry) {
    this.base = new Environment({
      limits: {
        maxAstNodes: EXPRESSION_LIMITS.nodes,
        maxDepth: EXPRESSION_LIMITS.depth,
        maxListElements: EXPRESSION_LIMITS.listEntries,
        maxMapEntries: 0,
        maxCallArguments: EXPRESSION_LIMITS.callArguments,
      },
    });
    this.base.registerFunction(
      'days(int): google.protobuf.Duration',
      (count: bigint) => new Duration(count * 86_400n),
      { async: false },
    );
    this.base.registerType('Undecided', { ctor: Undecided, fields: {} });
    this.base.registerType('Entity', {
      ctor: this.entityClass,
      fields: celFields(ENTITY_FIELDS),
    });
    this.base.registerVariable('entity', 'Entity');
    this.base.registerVariable('now', CEL_TYPES.timestamp);

    this.roots = planRoots(registry);
    for (const root of this.roots) {
      this.registerRoot(root, `facts.${root.name}`);
      this.base.registerVariable(root.name, `facts.${root.name}`);
    }
    const members = new Map<string, MemberPlan>();
    for (const list of registry.lists()) {
      const fields = Object.entries(list.fields).map(([field, definition]) => ({
        field,
        type: definition.type,
      }));
      const bound = boundClass();
      members.set(list.name, { list: list.name, bound, fields });
      this.base.registerType(memberType(list.name), {
        ctor: bound,
        fields: Object.fromEntries(
          fields.map(({ field, type }) => [field, CEL_TYPES[type]]),
        ),
      });
      this.base.registerVariable(list.name, `list<${memberType(list.name)}>`);
    }
    this.members = members;
  }

  /**
   * Parses, type-checks and bounds one expression.
   *
   * @throws ExpressionError with the column and the reason
   */
  compile(source: string, options: ExpressionOptions): CompiledExpression {
    if (source.trim() === '') {
      throw ExpressionError.at(source, 0, 'the expression is empty');
    }
    if (source.length > EXPRESSION_LIMITS.length) {
      throw ExpressionError.at(
        source,
        EXPRESSION_LIMITS.length,
        `an expression has ${EXPRESSION_LIMITS.length} characters at most`,
      );
    }
    const { environment } = this.variantFor(options);
    return CompiledExpression.create(source, {
      environment,
      expects: options.expects,
      scope: {
        registry: this.registry,
        refuseVacuous: options.refuseVacuous ?? false,
        ...(options.member ? { member: options.member } : {}),
      },
      suggest: name => this.suggest(name, options),
    });
  }

  /** The class of the object that is bound as `params`. */
  parameterClass(
    parameters: Readonly<Record<string, ParameterType>>,
  ): BoundClass {
    return this.variantFor({ expects: 'any', parameters }).parameters;
  }

  /**
   * One variant for each set of parameters: expressions of one check share the
   * class of `params`, by which CEL knows its type.
   */
  private variantFor(options: ExpressionOptions): {
    environment: Environment;
    parameters: BoundClass;
  } {
    const { parameters = {}, member, names = false } = options;
    const parameterKey = JSON.stringify(
      Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    let bound = this.parameterClasses.get(parameterKey);
    if (!bound) {
      bound = boundClass();
      this.parameterClasses.set(parameterKey, bound);
    }
    const key = [parameterKey, member?.variable, member?.list, names].join('|');
    let environment = this.variants.get(key);
    if (!environment) {
      environment = this.base.clone();
      environment.registerType('Parameters', {
        ctor: bound,
        fields: { ...parameters },
      });
      environment.registerVariable('params', 'Parameters');
      if (member) {
        environment.registerVariable(member.variable, memberType(member.list));
      }
      if (names) {
        environment.registerVariable('failing', 'list<string>');
        environment.registerVariable('passing', 'list<string>');
      }
      this.variants.set(key, environment);
    }
    return { environment, parameters: bound };
  }

  private registerRoot(plan: RootPlan, typeName: string): void {
    const fields: Record<string, string> = {};
    for (const { field, type } of plan.scalars) {
      fields[field] = CEL_TYPES[type];
    }
    for (const group of plan.groups) {
      const groupType = `${typeName}.${group.name}`;
      this.registerRoot(group, groupType);
      fields[group.name] = groupType;
    }
    this.base.registerType(typeName, { ctor: plan.bound, fields });
  }

  private suggest(
    name: string,
    options: ExpressionOptions,
  ): string | undefined {
    const words = new Set<string>(['entity', 'params', 'now']);
    for (const definition of this.registry.all()) {
      if (definition.kind === 'scalar') {
        for (const word of definition.name.split('.')) {
          words.add(word);
        }
      } else {
        words.add(definition.name);
        for (const field of Object.keys(definition.fields)) {
          words.add(field);
        }
      }
    }
    for (const word of [
      ...Object.keys(ENTITY_FIELDS),
      ...Object.keys(options.parameters ?? {}),
      ...(options.member ? [options.member.variable] : []),
      ...(options.names ? ['failing', 'passing'] : []),
    ]) {
      words.add(word);
    }
    words.delete(name);
    return nearestName(name, [...words]);
  }
}

function memberType(list: string): string {
  return `members.${list}`;
}

function celFields(fields: Record<string, FactType>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, type]) => [field, CEL_TYPES[type]]),
  );
}

function planRoots(registry: FactRegistry): RootPlan[] {
  interface Tree {
    scalars: RootPlan['scalars'];
    groups: Map<string, Tree>;
  }
  const top: Tree = { scalars: [], groups: new Map() };
  for (const definition of registry.scalars()) {
    const words = definition.name.split('.');
    const field = words[words.length - 1];
    let tree = top;
    for (const word of words.slice(0, -1)) {
      let next = tree.groups.get(word);
      if (!next) {
        next = { scalars: [], groups: new Map() };
        tree.groups.set(word, next);
      }
      tree = next;
    }
    tree.scalars.push({
      field,
      fact: definition.name,
      type: definition.type,
    });
  }
  const planOf = (name: string, tree: Tree): RootPlan => ({
    name,
    scalars: tree.scalars,
    groups: [...tree.groups].map(([word, below]) => planOf(word, below)),
    bound: boundClass(),
  });
  return [...top.groups].map(([word, tree]) => planOf(word, tree));
}

import { DEFAULT_TIER } from '../entities/readTier';
import { emptyContext } from '../rules/emptyContext';
import { canDecide } from '../rules/canDecide';
import type { IsSupplied } from '../rules/canDecide';
import { nearestName } from '../rules/nearestName';
import { RuleEnvironment } from '../rules/RuleEnvironment';
import type { FactRegistry } from '../facts/FactRegistry';
import type { SourceDescriptor } from '../facts/types';
import type { InactiveCheck } from '../evaluation/types';
import { CheckCompiler } from './CheckCompiler';
import type { CompiledParts } from './CheckCompiler';
import { CHECKLIST_CONFIG_PATH, ChecklistError } from './ChecklistError';
import type { ChecklistIssue } from './ChecklistError';
import type { CompiledCheck, CompiledRule } from './CompiledCheck';
import { CompiledChecklist } from './CompiledChecklist';
import type { BrokenRule } from './CompiledChecklist';
import { PredicateTable } from './predicates';
import type { CheckConfig, ChecklistConfig } from './types';

/**
 * Options of {@link compileChecklist}.
 *
 * @public
 */
export interface CompileChecklistOptions {
  registry: FactRegistry;
  /** The sources that are configured in this installation. */
  sources: readonly SourceDescriptor[];
  /** The config key, for messages; `readiness.checklist` unless told. */
  path?: string;
  /**
   * `refuse` throws for a broken rule, which is right where the back end starts;
   * `report` keeps the checklist without that check and lists it in
   * `ruleErrors`, which is right for drafts. `refuse` unless told.
   */
  brokenRules?: 'refuse' | 'report';
}

/**
 * Checks a checklist in every part and makes it ready to evaluate: each
 * expression parsed, type-checked against the registered facts, and bounded in
 * what it may cost.
 *
 * A check is active where the configured sources can decide at least one of its
 * rules: a rule over `alert.someoneOnCall` is not decided by a source that knows
 * other fields of alerts. `when` does not count. What source answers at the
 * moment does not matter, so that an outage never deactivates.
 *
 * @throws ChecklistError naming every config key that is at fault, the column in
 * the expression and the reason
 *
 * @public
 */
export function compileChecklist(
  config: ChecklistConfig,
  options: CompileChecklistOptions,
): CompiledChecklist {
  const { registry, sources, path = CHECKLIST_CONFIG_PATH } = options;
  const environment = new RuleEnvironment(registry);
  const predicates = new PredicateTable();
  const appliesTo = predicates.add(config.appliesTo);
  const preview =
    config.preview === undefined ? undefined : predicates.add(config.preview);

  const issues: ChecklistIssue[] = [...issuesOfLevels(config, path)];
  const ruleErrors: BrokenRule[] = [];
  const compiled = new Map<string, CompiledParts>();
  for (const [id, check] of Object.entries(config.checks)) {
    const checkPath = `${path}.checks.${id}`;
    issues.push(...issuesOfReferences(config, check, checkPath));
    const compiler = new CheckCompiler(environment, check, checkPath);
    const parts = compiler.compile();
    if (parts) {
      compiled.set(id, parts);
    } else if (options.brokenRules === 'report') {
      ruleErrors.push(
        ...compiler.issues.map(issue => ({ ...issue, check: id })),
      );
    } else {
      issues.push(...compiler.issues);
    }
  }
  if (issues.length > 0) {
    throw new ChecklistError(issues);
  }

  const isSupplied = supplyOf(registry, sources);
  const columns: CompiledCheck[] = [];
  const inactive: InactiveCheck[] = [];
  for (const question of Object.keys(config.questions)) {
    for (const [id, check] of Object.entries(config.checks)) {
      const parts = compiled.get(id);
      if (check.question !== question || !parts) {
        continue;
      }
      const column = toColumn(id, config, parts, {
        registry,
        sources,
        environment,
        predicates,
      });
      if (parts.rules.some(rule => isActive(rule, registry, isSupplied))) {
        columns.push(column);
      } else {
        inactive.push({
          id,
          question,
          level: check.level,
          title: column.title,
          activatedBy: kindsThatActivate(parts.rules, registry, isSupplied),
        });
      }
    }
  }
  return new CompiledChecklist({
    config,
    columns,
    inactive,
    ruleErrors,
    predicates,
    appliesTo,
    preview,
    environment,
    sources,
  });
}

function issuesOfLevels(
  config: ChecklistConfig,
  path: string,
): ChecklistIssue[] {
  const seen = new Set<string>();
  return config.levels.flatMap(({ id }, index) => {
    if (id === 'none') {
      return [
        {
          path: `${path}.levels[${index}].id`,
          message: '"none" means that no level is held',
        },
      ];
    }
    if (seen.has(id)) {
      return [
        {
          path: `${path}.levels[${index}].id`,
          message: `"${id}" is there twice`,
        },
      ];
    }
    seen.add(id);
    return [];
  });
}

function issuesOfReferences(
  config: ChecklistConfig,
  check: CheckConfig,
  path: string,
): ChecklistIssue[] {
  const issues: ChecklistIssue[] = [];
  const questions = Object.keys(config.questions);
  if (!questions.includes(check.question)) {
    issues.push(
      unknownName(`${path}.question`, 'question', check.question, questions),
    );
  }
  const levels = config.levels.map(({ id }) => id);
  if (!levels.includes(check.level)) {
    issues.push(unknownName(`${path}.level`, 'level', check.level, levels));
  }
  return issues;
}

function unknownName(
  path: string,
  what: string,
  name: string,
  known: string[],
): ChecklistIssue {
  const nearest = nearestName(name, known);
  return {
    path,
    message: `there is no ${what} "${name}"; ${
      nearest ? `did you mean "${nearest}"?` : `there are ${known.join(', ')}`
    }`,
  };
}

function supplyOf(
  registry: FactRegistry,
  sources: readonly SourceDescriptor[],
): IsSupplied {
  const known = new Map<string, boolean>();
  return (fact, field) => {
    const key = field === undefined ? fact : `${fact} ${field}`;
    let supplied = known.get(key);
    if (supplied === undefined) {
      supplied = sources.some(source => registry.supplies(source, fact, field));
      known.set(key, supplied);
    }
    return supplied;
  };
}

function isActive(
  rule: CompiledRule,
  registry: FactRegistry,
  isSupplied: IsSupplied,
): boolean {
  if (rule.kind === 'scalar') {
    return canDecide(rule.rule.ast, registry, isSupplied);
  }
  const member = { variable: rule.variable, list: rule.list };
  return (
    isSupplied(rule.list) &&
    canDecide(rule.rule.ast, registry, isSupplied, member) &&
    (!rule.where || canDecide(rule.where.ast, registry, isSupplied, member))
  );
}

function kindsThatActivate(
  rules: readonly CompiledRule[],
  registry: FactRegistry,
  isSupplied: IsSupplied,
): string[] {
  const kinds = new Set<string>();
  for (const rule of rules) {
    if (rule.kind === 'list' && !isSupplied(rule.list)) {
      registry.kindsFor(rule.list).forEach(kind => kinds.add(kind));
      continue;
    }
    const expressions = [
      rule.rule,
      ...(rule.kind === 'list' && rule.where ? [rule.where] : []),
    ];
    for (const { analysis } of expressions) {
      for (const read of analysis.reads) {
        if (read.of !== 'entity' && !isSupplied(read.fact, read.field)) {
          registry
            .kindsFor(read.fact, read.field)
            .forEach(kind => kinds.add(kind));
        }
      }
    }
  }
  return [...kinds];
}

function toColumn(
  id: string,
  config: ChecklistConfig,
  parts: CompiledParts,
  context: {
    registry: FactRegistry;
    sources: readonly SourceDescriptor[];
    environment: RuleEnvironment;
    predicates: PredicateTable;
  },
): CompiledCheck {
  const { registry, sources, environment, predicates } = context;
  const check = config.checks[id];
  const ruleOwner = check.ruleOwner ?? config.ruleOwner;
  const expressions = parts.rules.flatMap(rule => [
    rule.rule,
    ...(rule.when ? [rule.when] : []),
    ...(rule.kind === 'list' && rule.where ? [rule.where] : []),
  ]);
  const facts = new Set<string>();
  const kinds = new Set<string>();
  const supplying = new Set<string>();
  const note = (fact: string, field?: string) => {
    facts.add(fact);
    registry.kindsFor(fact, field).forEach(kind => kinds.add(kind));
    for (const source of sources) {
      if (registry.supplies(source, fact, field)) {
        supplying.add(source.id);
      }
    }
  };
  for (const rule of parts.rules) {
    if (rule.kind === 'list') {
      note(rule.list);
    }
  }
  for (const { analysis } of expressions) {
    for (const read of analysis.reads) {
      if (read.of !== 'entity') {
        note(read.fact, read.field);
      }
    }
  }
  const titleContext = emptyContext(environment);
  const { entityClass: EntityClass } = environment;
  const typical = new EntityClass();
  typical.tier = BigInt(DEFAULT_TIER);
  titleContext.values.entity = typical;
  titleContext.values.params = parts.parameters.forTier(DEFAULT_TIER);
  titleContext.values.failing = [];
  titleContext.values.passing = [];
  return {
    id,
    question: check.question,
    level: check.level,
    levelIndex: config.levels.findIndex(level => level.id === check.level),
    title: parts.texts.title.render(titleContext),
    expected: parts.texts.expected.render(titleContext),
    fixTitle: parts.texts.fixTitle.render(titleContext),
    config: check,
    acceptable: check.acceptable ?? true,
    facts: [...facts].sort(),
    sourceKinds: [...kinds],
    sources: [...supplying],
    rules: parts.rules,
    texts: parts.texts,
    parameters: parts.parameters,
    readsNow: expressions.some(({ analysis }) => analysis.readsNow),
    ...(ruleOwner === undefined ? {} : { ruleOwner }),
    ...(check.appliesTo === undefined
      ? {}
      : { appliesTo: predicates.add(check.appliesTo) }),
  };
}

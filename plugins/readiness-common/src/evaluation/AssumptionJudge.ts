import type { CompiledChecklist } from '../checklist/CompiledChecklist';
import { FactResolver } from '../facts/FactResolver';
import { RuleFailure } from '../rules/CompiledExpression';
import type { CompiledExpression } from '../rules/CompiledExpression';
import { ExpressionError } from '../rules/ExpressionError';
import { EvaluationSession } from './EvaluationSession';
import { gatherReads } from './gatherEvidence';
import { missingFacts } from './missingFacts';
import { listOfNames, sentence } from './sentences';
import type { Evidence, EvaluationInput } from './types';

/** Rules that are kept compiled: those of a large portal. */
const KEPT_RULES = 10_000;
/** Values that are shown of one assumption. */
const SHOWN_VALUES = 5;

/**
 * What the facts make of a rule that a tradeoff record assumes.
 *
 * @public
 */
export interface JudgedAssumption {
  outcome: 'true' | 'false' | 'unknown';
  /** What the facts are: `workload.minReplicas is 1; entity.tier is 1`. */
  value?: string;
  /** Titles of the sources that say so. */
  source?: string;
  /** Where a person can see it. */
  url?: string;
  /** ISO 8601: the oldest of what decided. */
  observedAt?: string;
  /** Why it is unknown. */
  reason?: string;
}

/**
 * Judges what tradeoff records assume over the facts of an entity. Rules are
 * compiled once; one that cannot be is unknown, with the reason. Pure.
 *
 * @public
 */
export class AssumptionJudge {
  readonly #compiled: CompiledChecklist;
  readonly #resolver: FactResolver;
  readonly #rules = new Map<string, CompiledExpression | ExpressionError>();

  constructor(compiled: CompiledChecklist) {
    this.#compiled = compiled;
    // Records may assume what no check asks.
    this.#resolver = new FactResolver({
      registry: compiled.registry,
      sources: compiled.sources,
    });
  }

  /**
   * Judges rules upon one entity.
   *
   * @returns in the order of the rules, and when time alone may change one,
   *   milliseconds since the epoch
   */
  judge(
    input: EvaluationInput,
    rules: readonly string[],
  ): { judged: JudgedAssumption[]; nextExpiry?: number } {
    const session = new EvaluationSession(
      this.#compiled,
      input,
      this.#resolver,
    );
    const { nextExpiry } = session.resolved;
    return {
      judged: rules.map(rule => this.#judgeOne(session, rule)),
      ...(nextExpiry !== undefined && { nextExpiry }),
    };
  }

  #judgeOne(session: EvaluationSession, rule: string): JudgedAssumption {
    const compiled = this.#compile(rule);
    if (compiled instanceof ExpressionError) {
      return {
        outcome: 'unknown',
        reason: `The rule cannot be read: ${compiled.message}`,
      };
    }
    const value = compiled.evaluate(session.context);
    const seen = describeReads(session, compiled);
    if (value instanceof RuleFailure) {
      return { ...seen, outcome: 'unknown', reason: value.reason };
    }
    if (typeof value !== 'boolean') {
      return {
        ...seen,
        outcome: 'unknown',
        reason: reasonOf(session, compiled),
      };
    }
    const empty = emptyLists(session, compiled);
    if (value && empty.length > 0) {
      // What is said of all of none proves nothing.
      return {
        ...seen,
        outcome: 'unknown',
        reason: sentence(`there are no ${listOfNames(empty)}`),
      };
    }
    return { ...seen, outcome: value ? 'true' : 'false' };
  }

  #compile(rule: string): CompiledExpression | ExpressionError {
    const known = this.#rules.get(rule);
    if (known) {
      return known;
    }
    let compiled: CompiledExpression | ExpressionError;
    try {
      compiled = this.#compiled.environment.compile(rule, { expects: 'bool' });
    } catch (error) {
      if (!(error instanceof ExpressionError)) {
        throw error;
      }
      compiled = error;
    }
    if (this.#rules.size >= KEPT_RULES) {
      this.#rules.clear();
    }
    this.#rules.set(rule, compiled);
    return compiled;
  }
}

function reasonOf(
  session: EvaluationSession,
  rule: CompiledExpression,
): string {
  const missing = missingFacts(session, [
    {
      rule: { kind: 'scalar', rule },
      verdict: 'unknown',
      cause: 'missing',
      members: [],
    },
  ]);
  return missing.length > 0
    ? missing
        .slice(0, SHOWN_VALUES)
        .map(({ fact, reason }) => `${fact}: ${reason}`)
        .join(' ')
    : 'A fact that decides is not known.';
}

/** Lists that it goes over and that have no member. */
function emptyLists(
  session: EvaluationSession,
  rule: CompiledExpression,
): string[] {
  const lists = new Set(
    rule.analysis.reads
      .filter(read => read.of === 'quantified')
      .map(read => read.fact),
  );
  return [...lists].filter(
    name => session.resolved.lists.get(name)?.members.length === 0,
  );
}

/** What the facts are that a rule reads, and who says so. */
function describeReads(
  session: EvaluationSession,
  rule: CompiledExpression,
): Pick<JudgedAssumption, 'value' | 'source' | 'url' | 'observedAt'> {
  const { reads } = rule.analysis;
  const evidence = gatherReads(
    session,
    reads.filter(read => read.of !== 'entity' && !isWholeList(read, session)),
  ).filter(({ decided }) => decided);
  const values = new Map<string, string[]>();
  for (const { fact, member, value } of evidence) {
    const said = values.get(fact) ?? [];
    const name = member?.split('/').pop();
    said.push(name ? `${formatValue(value)} (${name})` : formatValue(value));
    values.set(fact, said);
  }
  const entityReads = reads.filter(read => read.of === 'entity');
  for (const { fact } of entityReads) {
    const stated = entityField(session, fact.slice('entity.'.length));
    if (stated !== undefined) {
      values.set(fact, [stated]);
    }
  }
  const sources = new Set(evidence.map(({ sourceTitle }) => sourceTitle));
  if (entityReads.length > 0) {
    sources.add('Catalog');
  }
  const url = evidence.find(entry => entry.url !== undefined)?.url;
  const [oldest] = evidence.map(({ observedAt }) => observedAt).sort();
  return {
    ...(values.size > 0 && { value: formatValues(values) }),
    ...(sources.size > 0 && { source: [...sources].join(', ') }),
    ...(url !== undefined && { url }),
    ...(oldest !== undefined && { observedAt: oldest }),
  };
}

function isWholeList(
  read: { fact: string; field?: string },
  session: EvaluationSession,
): boolean {
  return read.field === undefined && session.resolved.lists.has(read.fact);
}

function formatValues(values: ReadonlyMap<string, string[]>): string {
  return [...values]
    .map(([fact, said]) => {
      const more = said.length - SHOWN_VALUES;
      const shown = said.slice(0, SHOWN_VALUES).join(', ');
      return `${fact} is ${shown}${more > 0 ? ` and ${more} more` : ''}`;
    })
    .join('; ');
}

function formatValue(value: Evidence['value']): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function entityField(
  session: EvaluationSession,
  field: string,
): string | undefined {
  const { entity } = session.input;
  const value: unknown = Object.hasOwn(entity, field)
    ? Reflect.get(entity, field)
    : undefined;
  return value === undefined || typeof value === 'object'
    ? undefined
    : String(value);
}

import type { CompiledCheck } from '../checklist/CompiledCheck';
import { millisecondsOf } from '../rules/millisecondsOf';
import type { CompiledExpression } from '../rules/CompiledExpression';
import type { FactRead } from '../rules/FactRead';
import type { RuleContext } from '../rules/RuleContext';
import type { EvaluationSession, JudgedCheck } from './EvaluationSession';

const DAY = 86_400_000;

/**
 * The earliest moment at which time alone may change a status: a fact expires,
 * an acceptance ends, or a rule that reads `now` may turn. It is never too late;
 * it may be too early, which costs one evaluation. `undefined` where time alone
 * changes nothing.
 *
 * @returns milliseconds since the epoch
 */
export function nextReevaluation(
  session: EvaluationSession,
  judged: readonly JudgedCheck[],
): number | undefined {
  const { input, resolved, context } = session;
  let earliest = resolved.nextExpiry ?? Infinity;
  for (const { check, acceptance, excluded } of judged) {
    if (acceptance) {
      earliest = Math.min(earliest, Date.parse(acceptance.until));
    }
    if (check.readsNow && !excluded) {
      earliest = Math.min(
        earliest,
        nextThreshold(check, context, input.entity.tier, input.now),
      );
    }
  }
  return earliest === Infinity ? undefined : earliest;
}

/**
 * Rules compare `now` with times, give or take spans such as `days(180)`: each
 * time, moved by each span, is where one may turn. A rule may do otherwise, so
 * that it is looked at daily at least.
 */
function nextThreshold(
  check: CompiledCheck,
  context: RuleContext,
  tier: number,
  now: number,
): number {
  let earliest = now + DAY;
  const params = check.parameters.forTier(tier);
  for (const rule of check.rules) {
    const expressions = [
      rule.rule,
      ...(rule.when ? [rule.when] : []),
      ...(rule.kind === 'list' && rule.where ? [rule.where] : []),
    ];
    for (const expression of expressions) {
      if (!expression.analysis.readsNow) {
        continue;
      }
      const spans = spansOf(expression, params);
      for (const read of expression.analysis.reads) {
        for (const time of timesOf(read, context)) {
          for (const span of spans) {
            earliest = Math.min(
              earliest,
              turnAfter(now, time + span),
              turnAfter(now, time - span),
            );
          }
        }
      }
    }
  }
  return earliest;
}

/** `<` turns at the moment itself, `<=` a millisecond later. */
function turnAfter(now: number, moment: number): number {
  if (moment > now) {
    return moment;
  }
  return moment + 1 > now ? moment + 1 : Infinity;
}

/** Parameters are the same objects for all services of a tier. */
const knownSpans = new WeakMap<
  CompiledExpression,
  WeakMap<Readonly<Record<string, unknown>>, number[]>
>();

function spansOf(
  expression: CompiledExpression,
  params: Readonly<Record<string, unknown>>,
): number[] {
  let byParams = knownSpans.get(expression);
  if (!byParams) {
    byParams = new WeakMap();
    knownSpans.set(expression, byParams);
  }
  let spans = byParams.get(params);
  if (!spans) {
    spans = findSpans(expression, params);
    byParams.set(params, spans);
  }
  return spans;
}

function findSpans(
  expression: CompiledExpression,
  params: Readonly<Record<string, unknown>>,
): number[] {
  const { spans, daysParameters, durationParameters } = expression.analysis;
  return [
    0,
    ...spans,
    ...daysParameters.map(name => Number(params[name]) * DAY),
    ...durationParameters.map(
      name => millisecondsOf(String(params[name])) ?? NaN,
    ),
  ].filter(Number.isFinite);
}

function timesOf(read: FactRead, context: RuleContext): number[] {
  const { registry } = context;
  if (read.field === undefined) {
    const definition = registry.get(read.fact);
    const value = context.resolved.scalars.get(read.fact)?.value;
    return definition?.kind === 'scalar' &&
      definition.type === 'timestamp' &&
      typeof value === 'string'
      ? [Date.parse(value)]
      : [];
  }
  const { field } = read;
  if (registry.field(read.fact, field)?.type !== 'timestamp') {
    return [];
  }
  const list = context.resolved.lists.get(read.fact);
  return (list?.members ?? []).flatMap(member => {
    const value = member.fields[field]?.value;
    return typeof value === 'string' ? [Date.parse(value)] : [];
  });
}

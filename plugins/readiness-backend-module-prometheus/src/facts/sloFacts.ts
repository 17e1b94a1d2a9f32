import type { FactFrame } from '@airworthy/plugin-readiness-node';
import type { FactRecord, FactValue } from '@airworthy/plugin-readiness-common';
import type { LabelPair } from '../join';
import type { Sample } from '../prometheus/types';
import { roundRatio } from './roundRatio';

const OBJECTIVE = 'slo:objective:ratio';
const REMAINING = 'slo:period_error_budget_remaining:ratio';

/**
 * The objectives that Sloth generated rules for, and what is left of their
 * error budgets.
 *
 * @see https://sloth.dev/introduction/architecture/
 */
export const SLO_QUERY = `{__name__=~"${OBJECTIVE}|${REMAINING}", sloth_id!=""}`;

/** One service level objective as it is recorded. */
export interface ObservedSlo {
  /** `service-name`, unique on a server. */
  id: string;
  name: string;
  labels: Record<string, string>;
  /** A ratio, such as 0.995. */
  objective: number;
  /** A ratio; absent where it is not recorded, NaN where nothing was asked. */
  budgetRemaining?: number;
}

/** Objectives and what is left of them, put together by Sloth's id. */
export function readSlos(samples: readonly Sample[]): ObservedSlo[] {
  const slos = new Map<string, ObservedSlo>();
  const remaining = new Map<string, number>();
  for (const { labels, value } of samples) {
    const { sloth_id: id = '', sloth_slo: name = id } = labels;
    if (labels.__name__ === OBJECTIVE) {
      slos.set(id, { id, name, labels, objective: value });
    } else {
      remaining.set(id, value);
    }
  }
  return [...slos.values()].map(slo => ({
    ...slo,
    budgetRemaining: remaining.get(slo.id),
  }));
}

/** Its labels; Sloth's own word for the service is the joining label, too. */
export function labelsOfSlo(slo: ObservedSlo, joinLabel: string): LabelPair[] {
  return [
    ...Object.entries(slo.labels),
    ...(slo.labels.sloth_service
      ? [[joinLabel, slo.labels.sloth_service] as const]
      : []),
  ];
}

/** The fact `slos`; a member's key is the objective's name. */
export function sloFacts(
  slos: readonly ObservedSlo[],
  options: { frame: FactFrame; publicUrl: string },
): FactRecord[] {
  const { frame, publicUrl } = options;
  const keys = new Set<string>();
  return slos.map(slo => {
    const member = keys.has(slo.name) ? slo.id : slo.name;
    keys.add(member);
    const query = `${REMAINING}{sloth_id="${slo.id}"}`;
    return {
      ...frame,
      name: 'slos',
      member,
      ...sloValue(slo),
      origins: {
        '': {
          url: `${publicUrl}/graph?g0.tab=0&g0.expr=${encodeURIComponent(
            query,
          )}`,
        },
      },
    };
  });
}

function sloValue({
  name,
  objective,
  budgetRemaining,
}: ObservedSlo): Pick<FactRecord, 'value' | 'missing'> {
  const value: Record<string, FactValue> = { name, objective };
  if (budgetRemaining === undefined) {
    return { value, missing: 'no error budget is recorded for it' };
  }
  return Number.isFinite(budgetRemaining)
    ? { value: { ...value, budgetRemaining: roundRatio(budgetRemaining) } }
    : { value, missing: 'nothing was measured in its period' };
}

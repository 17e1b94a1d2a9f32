import type {
  OwnershipPoint,
  OwnershipSummary,
} from '@airworthy/plugin-readiness-common';
import type { Knex } from 'knex';
import {
  auditsQuery,
  findingsQuery,
  transitionsQuery,
  type OwnershipView,
} from './ownershipQuery';
import {
  FINDING_TYPES,
  SEVERITIES,
  type OwnershipTransitionRow,
} from './types';

const DAY = 24 * 60 * 60 * 1000;

/** One group of findings that count alike. */
interface FindingCount {
  finding: string;
  severity: number;
  kind: string;
  findings: number;
}

type Counted = Record<string, number | string | null> | undefined;

/** Counts of the audit, now and over time. */
export class OwnershipSummaries {
  readonly #knex: Knex;
  readonly #confirmForMs: number;

  constructor(options: {
    knex: Knex;
    /** Milliseconds; how long a confirmation counts. */
    confirmForMs: number;
  }) {
    this.#knex = options.knex;
    this.#confirmForMs = options.confirmForMs;
  }

  async summarize(view: OwnershipView): Promise<OwnershipSummary> {
    const audits = await this.#countAudits(view);
    const counts = await this.#countFindings(view);
    const { findings, severities, kinds } = view.filter;
    const wanted = {
      finding: (count: FindingCount) =>
        !findings || findings.some(finding => finding === count.finding),
      severity: (count: FindingCount) =>
        !severities || severities.includes(SEVERITIES[count.severity - 1]),
      kind: (count: FindingCount) =>
        !kinds || kinds.some(kind => kind.toLowerCase() === count.kind),
    };
    const total = (filters: Array<(count: FindingCount) => boolean>): number =>
      counts
        .filter(count => filters.every(filter => filter(count)))
        .reduce((sum, count) => sum + count.findings, 0);
    const entities = numberOf(audits, 'entities');
    const share = (name: string) => ({
      count: numberOf(audits, name),
      of: entities,
    });
    const knownOnCall = numberOf(audits, 'on_call_known');
    const auditedAt = audits?.audited_at;
    return {
      entities,
      findings: total([wanted.finding, wanted.severity, wanted.kind]),
      withFindings: await this.#countEntities(view, audits),
      unowned: numberOf(audits, 'unowned'),
      doubtful: numberOf(audits, 'doubtful'),
      coverage: {
        ownerIsGroup: share('owner_is_group'),
        hasMember: share('has_member'),
        hasContact: share('has_contact'),
        ...(knownOnCall > 0
          ? {
              onCall: { count: numberOf(audits, 'on_call'), of: knownOnCall },
            }
          : {}),
        confirmed: share('confirmed'),
      },
      confirmedWithinDays: Math.round(this.#confirmForMs / DAY),
      bySeverity: SEVERITIES.map((severity, index) => ({
        severity,
        findings: total([
          wanted.finding,
          wanted.kind,
          count => count.severity === index + 1,
        ]),
      })),
      byFinding: FINDING_TYPES.map(finding => ({
        finding,
        findings: total([
          wanted.severity,
          wanted.kind,
          count => count.finding === finding,
        ]),
      })),
      byKind: [...new Set(counts.map(count => count.kind))]
        .sort()
        .map(kind => ({
          kind,
          findings: total([
            wanted.finding,
            wanted.severity,
            count => count.kind === kind,
          ]),
        })),
      ...(auditedAt
        ? { auditedAt: new Date(Number(auditedAt)).toISOString() }
        : {}),
    };
  }

  /**
   * Counts at the end of each day, UTC, and now: the present, less what changed
   * since. An entity counts where it stands today.
   */
  async trend(
    view: OwnershipView,
    days: number,
    now: number,
  ): Promise<OwnershipPoint[]> {
    const today = Math.floor(now / DAY);
    const first = today - days;
    const audits = await this.#countAudits(view);
    const changes = await this.#countTransitions(view, (first + 1) * DAY);
    const state = {
      entities: numberOf(audits, 'entities'),
      unowned: numberOf(audits, 'unowned'),
      doubtful: numberOf(audits, 'doubtful'),
    };
    const points: OwnershipPoint[] = [
      { at: new Date(now).toISOString(), ...state },
    ];
    for (let day = today; day > first; day -= 1) {
      for (const change of changes.get(day) ?? []) {
        undo(state, change);
      }
      points.push({ at: new Date(day * DAY - 1).toISOString(), ...state });
    }
    return points.reverse();
  }

  async #countAudits(view: OwnershipView): Promise<Counted> {
    const knex = this.#knex;
    const held = (column: string) =>
      knex.raw('sum(case when ?? then 1 else 0 end) as ??', [
        `a.${column}`,
        column,
      ]);
    const inState = (state: string) =>
      knex.raw('sum(case a.state when ? then 1 else 0 end) as ??', [
        state,
        state,
      ]);
    return auditsQuery(knex, view)
      .select(
        knex.raw('count(*) as entities'),
        knex.raw('max(a.audited_at) as audited_at'),
        knex.raw('count(a.on_call) as on_call_known'),
        inState('unowned'),
        inState('doubtful'),
        ...[
          'owner_is_group',
          'has_member',
          'has_contact',
          'confirmed',
          'on_call',
        ].map(held),
      )
      .first();
  }

  /** By all that the lists of counts offer, each of which leaves one out. */
  async #countFindings(view: OwnershipView): Promise<FindingCount[]> {
    const rows: Array<{
      finding: string;
      severity: number;
      kind: string;
      findings: number | string;
    }> = await findingsQuery(this.#knex, {
      scope: view.scope,
      filter: {
        ...view.filter,
        findings: undefined,
        severities: undefined,
        kinds: undefined,
      },
    })
      .groupBy('f.finding', 'f.severity', 'e.kind')
      .select(
        'f.finding',
        'f.severity',
        'e.kind',
        this.#knex.raw('count(*) as findings'),
      );
    return rows.map(row => ({ ...row, findings: Number(row.findings) }));
  }

  async #countEntities(view: OwnershipView, audits: Counted): Promise<number> {
    if (!view.filter.findings && !view.filter.severities) {
      return numberOf(audits, 'unowned') + numberOf(audits, 'doubtful');
    }
    const row = await findingsQuery(this.#knex, view)
      .countDistinct({ count: 'f.entity_id' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** What changed since, by day. */
  async #countTransitions(
    view: OwnershipView,
    since: number,
  ): Promise<Map<number, TransitionCount[]>> {
    const day = this.#knex.raw(`cast(t.at / ${DAY} as integer)`);
    const rows: Array<
      Pick<OwnershipTransitionRow, 'from_state' | 'to_state'> & {
        day: number | string;
        changes: number | string;
      }
    > = await transitionsQuery(this.#knex, view)
      .where('t.at', '>=', since)
      .groupByRaw(`cast(t.at / ${DAY} as integer), t.from_state, t.to_state`)
      .select(
        this.#knex.raw('? as day', [day]),
        't.from_state',
        't.to_state',
        this.#knex.raw('count(*) as changes'),
      );
    const byDay = new Map<number, TransitionCount[]>();
    for (const row of rows) {
      const at = Number(row.day);
      byDay.set(at, [
        ...(byDay.get(at) ?? []),
        {
          from: row.from_state,
          to: row.to_state,
          changes: Number(row.changes),
        },
      ]);
    }
    return byDay;
  }
}

interface TransitionCount {
  from: string | null;
  to: string | null;
  changes: number;
}

function undo(
  state: { entities: number; unowned: number; doubtful: number },
  { from, to, changes }: TransitionCount,
): void {
  state.entities += (from === null ? 0 : changes) - (to === null ? 0 : changes);
  for (const name of ['unowned', 'doubtful'] as const) {
    state[name] += (from === name ? changes : 0) - (to === name ? changes : 0);
  }
}

function numberOf(row: Counted, name: string): number {
  return Number(row?.[name] ?? 0);
}

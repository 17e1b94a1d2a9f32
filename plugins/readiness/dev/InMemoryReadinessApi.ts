import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type {
  AlertItem,
  Attestation,
  AttestationList,
  AttestationRequest,
  CheckList,
  ChecklistResponse,
  DeploymentList,
  DeploymentQuery,
  DraftCheck,
  DraftResult,
  EntityTarget,
  EntityTransitionQuery,
  Fix,
  FleetTransition,
  Gate,
  ReadinessApi,
  Rollup,
  RollupGroup,
  RollupQuery,
  Scorecard,
  ScorecardFilters,
  ScorecardPage,
  ScorecardRow,
  SourceHealth,
  StatusCounts,
  TransitionQuery,
  Trend,
  TrendQuery,
  UnlinkedPage,
  UnlinkedQuery,
} from '@airworthy/plugin-readiness-common';
import { scorecardOf } from './explain';
import { ago, blocking, checklist, countLetters, fleet, plain } from './fleet';
import { defaultChecklist } from '@airworthy/plugin-readiness-common';
import {
  alertsOf,
  attestationsOf,
  deploymentsOf,
  sources,
  unlinkedOf,
} from './live';
import { regressions } from './regressions';
import { fleetTrend, serviceTrend } from './trends';

/** What {@link InMemoryReadinessApi} can be told. */
export interface InMemoryReadinessApiOptions {
  /** The invented company unless told. */
  rows?: ScorecardRow[];
  sources?: SourceHealth[];
}

/** Answers from memory, for the development app and for tests. */
export class InMemoryReadinessApi implements ReadinessApi {
  readonly #rows: ScorecardRow[];
  readonly #sources: SourceHealth[];
  readonly #attested: Attestation[] = [];
  readonly #revoked = new Set<string>();

  constructor(options: InMemoryReadinessApiOptions = {}) {
    this.#rows = options.rows ?? fleet;
    this.#sources = options.sources ?? sources;
  }

  async getChecklist(): Promise<ChecklistResponse> {
    return checklist;
  }

  async listScorecards(): Promise<ScorecardPage> {
    return {
      items: this.#rows,
      total: this.#rows.length,
      checklist: { id: checklist.id, version: checklist.version },
    };
  }

  async getScorecard(entity: EntityTarget): Promise<Scorecard> {
    return scorecardOf(this.#row(entity));
  }

  async listEntityTransitions(
    _entity: EntityTarget,
    query?: EntityTransitionQuery,
  ) {
    const shared = { firstEvaluation: false, checklistChange: false };
    return {
      items: [
        {
          ...shared,
          check: query?.check ?? 'replicas',
          from: 'pass',
          to: 'fail',
          at: ago({ days: 3 }),
          why: 'autoscaler minimum 4 to 3',
        },
        {
          ...shared,
          check: query?.check ?? 'replicas',
          from: 'fail',
          to: 'pass',
          at: ago({ days: 113 }),
          why: 'a budget was added',
        },
      ],
    };
  }

  async refreshScorecard(): Promise<{ sources: string[] }> {
    return { sources: ['repository'] };
  }

  async getRollup(query: RollupQuery): Promise<Rollup> {
    const rows = this.#filter(query).filter(row => !row.preview);
    const groups = new Map<string, ScorecardRow[]>();
    for (const row of rows) {
      for (const key of keysOf(row, query.by)) {
        groups.set(key, [...(groups.get(key) ?? []), row]);
      }
    }
    return {
      by: query.by,
      total: rows.length,
      previews: this.#filter(query).length - rows.length,
      groups: [...groups].map(([key, members], index) =>
        rollUp(key, members, query.by, index),
      ),
    };
  }

  async listFixes(query?: ScorecardFilters): Promise<{ items: Fix[] }> {
    const rows = this.#filter(query).filter(row => !row.preview);
    const items = checklist.columns.map((column, place): Fix => {
      const lifted = rows.filter(row => {
        const before = blocking(lower(row.statuses), row.level);
        return before.length === 1 && before[0] === place;
      });
      const config = defaultChecklist.checks[column.id];
      return {
        check: column.id,
        title: plain(config.fix.title, config.params),
        level: column.level,
        fails: rows.filter(row => lower(row.statuses)[place] === 'f').length,
        unknown: rows.filter(row => lower(row.statuses)[place] === 'u').length,
        lifts: lifted.length,
        liftsTo: lifted.length > 0 ? nextLevel(lifted[0].level) : undefined,
        services: lifted.map(row => row.ref),
      };
    });
    return { items: items.sort((a, b) => b.lifts - a.lifts) };
  }

  async getTrend(query?: TrendQuery): Promise<Trend> {
    return query?.entity
      ? serviceTrend(this.#row(query.entity))
      : fleetTrend(this.#filter(query).filter(row => !row.preview));
  }

  async listTransitions(
    query?: TransitionQuery,
  ): Promise<{ items: FleetTransition[]; total: number }> {
    const refs = new Set(this.#filter(query).map(row => row.ref));
    const items = regressions(query?.direction ?? 'regression').filter(item =>
      refs.has(item.ref),
    );
    return { items, total: items.length };
  }

  async listChecks(): Promise<CheckList> {
    return {
      items: checklist.columns.map((column, place) => {
        const counts = countLetters(
          this.#rows
            .filter(row => !row.preview)
            .map(row => row.statuses[place])
            .join(''),
        );
        return {
          ...column,
          params: { ...defaultChecklist.checks[column.id].params },
          counts,
          passRate: rate(counts),
          facts: ['workload.minReplicas'],
          sources: ['kubernetes', 'repository'],
          attestable: [],
        };
      }),
      inactive: checklist.inactive,
    };
  }

  async tryDraftCheck(_draft: DraftCheck): Promise<DraftResult> {
    return {
      counts: {
        pass: 46,
        fail: 22,
        unknown: 2,
        'not-applicable': 0,
        accepted: 0,
      },
      failing: this.#rows.slice(0, 22).map(({ ref }) => ({
        ref,
        message: '2 instances, expected at least 3',
      })),
    };
  }

  async listSources(): Promise<{ items: SourceHealth[] }> {
    return { items: this.#sources };
  }

  async listUnlinkedEntities(
    source: string,
    query: UnlinkedQuery = {},
  ): Promise<UnlinkedPage> {
    const { after = '0', limit = 100 } = query;
    const all = unlinkedOf(source);
    const end = Number(after) + limit;
    return {
      items: all.slice(Number(after), end),
      total: all.length,
      ...(end < all.length && { nextCursor: String(end) }),
    };
  }

  async runSource(source: string) {
    return { source, started: true };
  }

  async listDeployments(
    entity: EntityTarget,
    query: DeploymentQuery = {},
  ): Promise<DeploymentList> {
    return deploymentsOf(this.#row(entity).name, query.environment);
  }

  async listAlerts(entity: EntityTarget): Promise<{ items: AlertItem[] }> {
    return { items: alertsOf(this.#row(entity).name) };
  }

  async listAttestations(entity: EntityTarget): Promise<AttestationList> {
    const { name, ref } = this.#row(entity);
    const list = attestationsOf(name);
    return {
      ...list,
      items: [
        ...this.#attested.filter(({ entityRef }) => entityRef === ref),
        ...list.items,
      ].filter(({ id }) => !this.#revoked.has(id)),
    };
  }

  async createAttestation(
    attestation: AttestationRequest,
  ): Promise<Attestation> {
    const given = {
      ...attestation,
      id: `given-${this.#attested.length + 1}`,
      author: 'user:default/guest',
      createdAt: ago({}),
    };
    this.#attested.unshift(given);
    return given;
  }

  async deleteAttestation(id: string): Promise<Attestation> {
    const found = [
      ...this.#attested,
      ...attestationsOf('payments-api').items,
    ].find(given => given.id === id);
    if (!found) {
      throw new NotFoundError(`There is no attestation ${id}`);
    }
    this.#revoked.add(id);
    return found;
  }

  async exportScorecards(): Promise<Blob> {
    return new Blob(['service,level\n'], { type: 'text/csv' });
  }

  async getGate(): Promise<Gate> {
    return { pass: true, level: 'bronze', required: 'bronze', blocking: [] };
  }

  #row(entity: EntityTarget): ScorecardRow {
    const ref = (
      typeof entity === 'string' ? entity : stringifyEntityRef(entity)
    ).toLocaleLowerCase('en-US');
    const row = this.#rows.find(candidate => candidate.ref === ref);
    if (!row) {
      throw new NotFoundError(`No scorecard for ${ref}`);
    }
    return row;
  }

  #filter(query: ScorecardFilters = {}): ScorecardRow[] {
    const { owner = [], system = [], tier = [] } = query;
    return this.#rows.filter(
      row =>
        (owner.length === 0 || owner.includes(row.owner ?? '')) &&
        (system.length === 0 || system.includes(row.system ?? '')) &&
        (tier.length === 0 || tier.includes(row.tier)),
    );
  }
}

function lower(letters: string): string {
  return letters.toLocaleLowerCase('en-US');
}

function nextLevel(level: string): string {
  const ids = checklist.levels.map(({ id }) => id);
  return ids[ids.indexOf(level) + 1];
}

function rate(counts: StatusCounts): number {
  const total = counts.pass + counts.fail + counts.unknown + counts.accepted;
  return total === 0 ? 0 : (counts.pass + counts.accepted) / total;
}

function keysOf(row: ScorecardRow, by: RollupQuery['by']): string[] {
  if (by === 'question') {
    return checklist.questions.map(question => question.id);
  }
  return [String(row[by] ?? '')];
}

function rollUp(
  key: string,
  rows: ScorecardRow[],
  by: RollupQuery['by'],
  index: number,
): RollupGroup {
  const places = checklist.columns.flatMap((column, place) =>
    by !== 'question' || column.question === key ? place : [],
  );
  const counts = countLetters(
    rows.map(row => places.map(place => row.statuses[place]).join('')).join(''),
  );
  const levels: Record<string, number> = {};
  for (const row of rows) {
    levels[row.level] = (levels[row.level] ?? 0) + 1;
  }
  return {
    key,
    exists: key !== '',
    services: rows.length,
    levels,
    counts,
    passRate: rate(counts),
    nearNext: rows.filter(row => row.toNextLevel > 0 && row.toNextLevel < 3)
      .length,
    change30d: [2, 1, 4, 3, 0, 1, 2, 0, -1, 2, 5, 1, 0, 6][index % 14],
    levelsChange30d:
      by === 'level'
        ? { [key]: { gold: 2, silver: 5, bronze: -1, none: -6 }[key] ?? 0 }
        : undefined,
  };
}

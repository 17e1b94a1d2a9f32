import type {
  PermissionsService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import type { RequestHandler } from 'express';
import type { SourceHealth } from '@airworthy/plugin-readiness-common';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import type { SourceHealthStore } from '../../collect/SourceHealthStore';
import type { SourceRow } from '../../database';
import type { Fleet } from '../../fleet/fleetQuery';
import type { FleetSources } from '../../fleet/FleetSources';
import { answer } from '../answer';
import { mayRunSources } from '../mayRunSources';
import type { RouteContext } from '../RouteContext';

/** The evidence sources and their health. */
export function listSources(
  context: RouteContext & {
    sources: readonly EvidenceSource[];
    health: SourceHealthStore;
    fleetSources: FleetSources;
    permissions: PermissionsService;
  },
): RequestHandler {
  const { httpAuth, fleets, sources, health, fleetSources } = context;
  return answer<'listSources'>(httpAuth, async ({ credentials }) => {
    const fleet = await fleets.resolve(credentials);
    const [rows, states, entities, mayRun] = await Promise.all([
      health.list(),
      fleetSources.linkStates(fleet),
      fleetSources.entities(fleet),
      mayRunSources(context.permissions, credentials),
    ]);
    const byId = new Map(rows.map(row => [row.id, row]));
    const items: SourceHealth[] = [];
    for (const source of sources) {
      const { id } = source.descriptor;
      items.push({
        ...describe(source, byId.get(id)),
        ...coverageOf(states.get(id), entities),
        emits: [...(source.emits ?? [])],
        mayRun,
        errors: await errorsOf(fleet, fleetSources, id, byId.get(id)),
      });
    }
    return { items };
  });
}

function describe(
  source: EvidenceSource,
  row: SourceRow | undefined,
): Omit<
  SourceHealth,
  'linked' | 'entities' | 'coverage' | 'emits' | 'mayRun' | 'errors'
> {
  const { id, kind, title, strength } = source.descriptor;
  return {
    id,
    kind,
    title,
    strength,
    status: statusOf(row),
    lastStartedAt: time(row?.started_at),
    lastSucceededAt: time(row?.succeeded_at),
    durationMs: row?.duration_ms ?? undefined,
    calls: row?.calls ?? 0,
    nextRunAt: nextRun(source.schedule, row),
  };
}

function coverageOf(
  states: ReadonlyMap<string, number> = new Map(),
  entities: number,
): Pick<SourceHealth, 'linked' | 'entities' | 'coverage'> {
  const linked = states.get('ok') ?? 0;
  const seen = [...states.values()].reduce((sum, count) => sum + count, 0);
  return {
    linked,
    entities,
    coverage: {
      linked,
      entities,
      statuses: {
        ...Object.fromEntries(states),
        ...(entities > seen ? { none: entities - seen } : {}),
      },
    },
  };
}

function statusOf(row: SourceRow | undefined): SourceHealth['status'] {
  if (!row?.started_at) {
    return 'never';
  }
  if (Number(row.started_at) > Number(row.ended_at ?? 0)) {
    return 'running';
  }
  return row.error === null ? 'ok' : 'failing';
}

async function errorsOf(
  fleet: Fleet,
  fleetSources: FleetSources,
  id: string,
  row: SourceRow | undefined,
): Promise<SourceHealth['errors']> {
  const problems = await fleetSources.errors(fleet, id);
  return [
    ...(row?.error ? [{ message: row.error }] : []),
    ...problems.map(problem => ({
      message: problem.message,
      file: problem.file ?? undefined,
      line: problem.line ?? undefined,
      entityRef: problem.entity_ref ?? undefined,
    })),
  ];
}

/** Known for schedules that are a span; a cron line says it itself. */
function nextRun(
  schedule: SchedulerServiceTaskScheduleDefinition,
  row: SourceRow | undefined,
): string | undefined {
  const { frequency } = schedule;
  if (!row?.started_at || 'cron' in frequency || 'trigger' in frequency) {
    return undefined;
  }
  return time(Number(row.started_at) + durationToMilliseconds(frequency));
}

function time(at: number | string | null | undefined): string | undefined {
  return at === null || at === undefined
    ? undefined
    : new Date(Number(at)).toISOString();
}

import type { DeployedCommit } from '@airworthy/plugin-readiness-common';
import type { Application, HistoryEntry, OperationState } from '../api/schemas';
import { commitUrl } from './commitUrl';

/** A deployment as an application tells it, whoever's it is. */
export interface ApplicationDeployment {
  /** Unique in the application: when its operation began. */
  startedAt: string;
  finishedAt?: string;
  result: 'succeeded' | 'failed' | 'in-progress';
  rollback: boolean;
  /** The chart's version. */
  version?: string;
  commit?: DeployedCommit;
  deployedBy?: string;
}

const GIT_REVISION = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const FAILED_PHASES = new Set(['Failed', 'Error']);
const OPEN_PHASES = new Set(['Running', 'Terminating']);

/**
 * The deployments that an application remembers, oldest first: what its history
 * holds, and the operation of the moment where that failed or still runs, since the
 * history knows successes alone.
 *
 * A sync that brings nothing new (Argo CD repairs what somebody changed by hand) is
 * no deployment. One that returns to what was deployed before is a rollback.
 */
export function readDeployments(
  application: Application,
): ApplicationDeployment[] {
  const history = [...(application.status?.history ?? [])].sort((a, b) =>
    compare(timeOf(a.deployedAt), timeOf(b.deployedAt)),
  );
  const deployments: ApplicationDeployment[] = [];
  const seen = new Set<string>();
  let last: string | undefined;
  for (const entry of history) {
    const state = identityOf(entry);
    if (state !== last) {
      deployments.push({ ...readEntry(entry), rollback: seen.has(state) });
    }
    seen.add(state);
    last = state;
  }
  const operation = readOperation(application.status?.operationState);
  return operation ? [...deployments, operation] : deployments;
}

function readEntry(
  entry: HistoryEntry,
): Omit<ApplicationDeployment, 'rollback'> {
  const finishedAt = timeOf(entry.deployedAt);
  return {
    startedAt: entry.deployStartedAt
      ? timeOf(entry.deployStartedAt)
      : finishedAt,
    finishedAt,
    result: 'succeeded',
    ...readRevision(entry),
    ...readInitiator(entry.initiatedBy),
  };
}

function readOperation(
  state: OperationState | null | undefined,
): ApplicationDeployment | undefined {
  const phase = state?.phase ?? '';
  const isOpen = OPEN_PHASES.has(phase);
  if (!state?.startedAt || !(isOpen || FAILED_PHASES.has(phase))) {
    return undefined;
  }
  return {
    startedAt: timeOf(state.startedAt),
    ...(state.finishedAt && !isOpen
      ? { finishedAt: timeOf(state.finishedAt) }
      : {}),
    result: isOpen ? 'in-progress' : 'failed',
    rollback: false,
    ...readRevision({ ...state.operation?.sync, ...state.syncResult }),
    ...readInitiator(state.operation?.initiatedBy),
  };
}

type Revised = Pick<
  HistoryEntry,
  'revision' | 'revisions' | 'source' | 'sources'
>;

function readRevision(
  revised: Revised,
): Pick<ApplicationDeployment, 'commit' | 'version'> {
  const revision = revised.revision || revised.revisions?.[0];
  const source = revised.source ?? revised.sources?.[0];
  if (!revision) {
    return {};
  }
  if (!GIT_REVISION.test(revision)) {
    return { version: revision };
  }
  const url = commitUrl(source?.repoURL, revision);
  return { commit: { sha: revision, ...(url === undefined ? {} : { url }) } };
}

function readInitiator(
  initiator: HistoryEntry['initiatedBy'],
): Pick<ApplicationDeployment, 'deployedBy'> {
  if (initiator?.username) {
    return { deployedBy: initiator.username };
  }
  return initiator?.automated ? { deployedBy: 'Argo CD' } : {};
}

/** What was deployed: the revisions, and what the sources say beside them. */
function identityOf({
  revision,
  revisions,
  source,
  sources,
}: HistoryEntry): string {
  return JSON.stringify([revision ?? revisions, source ?? sources]);
}

function timeOf(time: string): string {
  return new Date(time).toISOString();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

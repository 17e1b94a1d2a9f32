import type {
  Deployment,
  DeploymentResult,
} from '@airworthy/plugin-readiness-common';
import type { DeploymentRow } from '../database';
import { rowHash } from './rowHash';
import { toMilliseconds, toText } from '../util/times';

const RESULTS: readonly DeploymentResult[] = [
  'succeeded',
  'failed',
  'in-progress',
];

/**
 * The row of a deployment.
 *
 * @param seenAt - when it counts from where it names no time of its own
 */
export function toDeploymentRow(
  entityId: number,
  deployment: Deployment,
  seenAt: number,
): DeploymentRow {
  const { commit } = deployment;
  const started = toMilliseconds(deployment.startedAt);
  const finished = toMilliseconds(deployment.finishedAt);
  const told = {
    entity_id: entityId,
    source: deployment.source,
    key: deployment.key,
    environment: deployment.environment,
    version: deployment.version ?? null,
    commit_sha: commit?.sha ?? null,
    commit_url: commit?.url ?? null,
    committed_at: toMilliseconds(commit?.committedAt),
    deployed_by: deployment.deployedBy ?? null,
    started_at: started,
    finished_at: finished,
    result: deployment.result,
    rollback: deployment.rollback,
    rework: deployment.rework ?? false,
    url: deployment.url ?? null,
  };
  const ended = deployment.result !== 'in-progress';
  const at = finished ?? (ended ? seenAt : started ?? seenAt);
  // When it was first seen is ours, not the source's: telling it again later
  // says nothing new.
  return { ...told, at, hash: rowHash(told) };
}

/** The deployment that a row holds. */
export function readDeployment(
  row: DeploymentRow,
  entityRef: string,
): Deployment {
  const optional = <TKey extends string, TValue>(
    key: TKey,
    value: TValue | null,
  ) => (value === null ? {} : { [key]: value });
  const result = RESULTS.find(known => known === row.result) ?? 'failed';
  // What ended without saying when did so when it was first seen.
  const finished =
    row.finished_at ?? (result === 'in-progress' ? null : row.at);
  return {
    entityRef,
    source: row.source,
    key: row.key,
    environment: row.environment,
    result,
    rollback: Boolean(row.rollback),
    ...(row.rework ? { rework: true } : {}),
    ...optional('version', row.version),
    ...optional('deployedBy', row.deployed_by),
    ...optional('startedAt', row.started_at && toText(row.started_at)),
    ...optional('finishedAt', finished && toText(finished)),
    ...optional('url', row.url),
    ...(row.commit_sha === null
      ? {}
      : {
          commit: {
            sha: row.commit_sha,
            ...optional('url', row.commit_url),
            ...optional(
              'committedAt',
              row.committed_at && toText(row.committed_at),
            ),
          },
        }),
  };
}

import type { DeploymentResult } from '@airworthy/plugin-readiness-common';
import type { GithubDeployment } from '../api/schemas';

/** A deployment at GitHub, before it is known whose it is. */
export interface ObservedDeployment {
  /** Its node id. */
  key: string;
  /** As GitHub names it, in lower case. */
  environment: string;
  version?: string;
  commit: { sha: string; url?: string; committedAt?: string };
  deployedBy?: string;
  startedAt: string;
  finishedAt?: string;
  result: DeploymentResult;
  /** Said to be one by whoever deployed. */
  namedRollback: boolean;
  url?: string;
}

/**
 * What became of a deployment, by all its statuses: GitHub marks an older
 * success `INACTIVE`, so that the latest one alone would hide it.
 *
 * @returns undefined for one that was given up without ever having been tried
 */
export function readDeployment(
  deployment: GithubDeployment,
): ObservedDeployment | undefined {
  const statuses = (deployment.statuses?.nodes ?? [])
    .flatMap(status => (status ? [status] : []))
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  const succeeded = statuses.find(({ state }) => state === 'SUCCESS');
  const failed = statuses.findLast(
    ({ state }) => state === 'FAILURE' || state === 'ERROR',
  );
  const ended = succeeded ?? failed;
  if (!ended && statuses.at(-1)?.state === 'INACTIVE') {
    return undefined;
  }
  const logUrl = statuses.findLast(status => status.logUrl)?.logUrl;
  const { commit, ref, creator } = deployment;
  return {
    key: deployment.id,
    environment: (
      deployment.originalEnvironment ??
      deployment.environment ??
      ''
    ).toLowerCase(),
    ...(ref?.prefix === 'refs/tags/' ? { version: ref.name } : {}),
    commit: {
      sha: deployment.commitOid,
      ...(commit
        ? { url: commit.url, committedAt: utc(commit.committedDate) }
        : {}),
    },
    ...(creator ? { deployedBy: creator.login } : {}),
    startedAt: utc(deployment.createdAt),
    ...(ended ? { finishedAt: utc(ended.createdAt) } : {}),
    result: resultOf(succeeded !== undefined, failed !== undefined),
    namedRollback: /^rollback\b/i.test(deployment.task ?? ''),
    ...(logUrl ? { url: logUrl } : {}),
  };
}

function resultOf(succeeded: boolean, failed: boolean): DeploymentResult {
  if (succeeded) {
    return 'succeeded';
  }
  return failed ? 'failed' : 'in-progress';
}

function utc(time: string): string {
  return new Date(time).toISOString();
}

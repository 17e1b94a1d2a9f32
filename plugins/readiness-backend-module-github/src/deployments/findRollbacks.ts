import type { ObservedDeployment } from './readDeployment';

/**
 * The keys of deployments that went back: those that brought a commit which had
 * been deployed to the environment before, with another one in between.
 *
 * @param deployments - of one service to one environment, in any order
 */
export function findRollbacks(
  deployments: readonly ObservedDeployment[],
): Set<string> {
  const rollbacks = new Set(
    deployments.filter(item => item.namedRollback).map(({ key }) => key),
  );
  const inOrder = deployments
    .filter(({ result }) => result === 'succeeded')
    .sort((a, b) => timeOf(a) - timeOf(b));
  const seen = new Set<string>();
  let current: string | undefined;
  for (const { key, commit } of inOrder) {
    if (commit.sha !== current && seen.has(commit.sha)) {
      rollbacks.add(key);
    }
    seen.add(commit.sha);
    current = commit.sha;
  }
  return rollbacks;
}

function timeOf({ finishedAt, startedAt }: ObservedDeployment): number {
  return Date.parse(finishedAt ?? startedAt);
}

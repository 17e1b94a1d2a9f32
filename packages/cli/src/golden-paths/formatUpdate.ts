import type {
  FileOutcome,
  GoldenPath,
  UpdatePlan,
} from '@airworthy/plugin-golden-paths-node';

const SHOWN: FileOutcome[] = [
  'conflict',
  'merged',
  'updated',
  'added',
  'removed',
  'kept',
];

/** Says what an update did, the conflicts first. */
export function formatUpdate(
  plan: UpdatePlan,
  options: { notes: GoldenPath['migrations']; dryRun: boolean },
): string {
  const lines = SHOWN.flatMap(outcome =>
    plan.files
      .filter(file => file.outcome === outcome)
      .map(
        ({ path, reason }) =>
          `${outcome.padEnd(9)} ${path}${reason ? `  (${reason})` : ''}`,
      ),
  );
  const changed = plan.writes.size + plan.deletes.length;
  const versions =
    plan.from === plan.to ? plan.to : `${plan.from} to ${plan.to}`;
  return [
    ...lines,
    ...options.notes.map(
      ({ version, note }) => `note      ${version}: ${note}`,
    ),
    changed === 0
      ? `${versions}: nothing to change`
      : `${versions}: ${changed} ${changed === 1 ? 'file' : 'files'} ${
          options.dryRun ? 'would change, none written' : 'changed'
        }`,
    '',
  ].join('\n');
}

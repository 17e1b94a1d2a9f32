import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  describeDuration,
  type DeploymentItem,
} from '@airworthy/plugin-readiness-common';
import { readinessTranslationRef } from '../translation';

/** Characters of a commit's hash that tell it from the others. */
const SHA_SHOWN = 7;

/** The parts of one deployment as people read them. */
export function useDeploymentWords() {
  const { t } = useTranslationRef(readinessTranslationRef);
  return {
    /** The version, else the commit, of which one is nearly always told. */
    version: ({ version, commit }: DeploymentItem): string =>
      version ??
      (commit ? commit.sha.slice(0, SHA_SHOWN) : t('deployments.noVersion')),
    sha: ({ commit }: DeploymentItem): string | undefined =>
      commit?.sha.slice(0, SHA_SHOWN),
    leadTime: ({ leadTimeSeconds }: DeploymentItem): string | undefined =>
      leadTimeSeconds === undefined
        ? undefined
        : describeDuration(leadTimeSeconds),
    /** `failed`, `rolled back`; how it ended and what it was. */
    result: ({ result, rollback, rework }: DeploymentItem): string =>
      [
        ...(rollback && result === 'succeeded'
          ? []
          : [t(`deployments.result.${result}`)]),
        ...(rollback ? [t('deployments.rolledBack')] : []),
        ...(rework ? [t('deployments.rework')] : []),
      ].join(', '),
    /** ISO 8601: when it ended, else when it began. */
    moment: ({ finishedAt, startedAt }: DeploymentItem): string | undefined =>
      finishedAt ?? startedAt,
  };
}

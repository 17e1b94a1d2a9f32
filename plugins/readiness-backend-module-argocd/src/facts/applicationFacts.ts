import {
  defineListFact,
  field,
  type FactRecord,
} from '@airworthy/plugin-readiness-common';
import type { FactFrame } from '@airworthy/plugin-readiness-node';
import type { Application } from '../api/schemas';

/** The Argo CD applications of a service. */
export const applications = defineListFact({
  name: 'applications',
  singular: 'application',
  description: 'The Argo CD applications that deploy the service.',
  suppliedBy: ['argocd'],
  fields: {
    name: field('string', 'The name of the application.'),
    synced: field('bool', 'What runs is what Git says.'),
    sync: field('string', 'Synced, OutOfSync or Unknown.'),
    health: field(
      'string',
      'Healthy, Progressing, Degraded, Suspended, Missing or Unknown.',
    ),
    automated: field(
      'bool',
      'What Git says is deployed without anybody asking.',
    ),
  },
});

/** Old revisions that Argo CD keeps where nobody says how many. */
const DEFAULT_HISTORY = 10;

const REVISIONED_KINDS = new Set([
  'DaemonSet',
  'Deployment',
  'Rollout',
  'StatefulSet',
]);

/** What one application says of the service that it deploys. */
export function applicationFacts(
  application: Application,
  options: { frame: FactFrame; url: string },
): FactRecord[] {
  const { frame, url } = options;
  const { metadata, spec, status } = application;
  const sync = status?.sync?.status;
  const health = status?.health?.status;
  const limit = spec?.revisionHistoryLimit ?? DEFAULT_HISTORY;
  return [
    {
      ...frame,
      name: 'applications',
      member: `Application/${metadata.namespace ?? ''}/${metadata.name}`,
      value: {
        name: metadata.name,
        automated: Boolean(spec?.syncPolicy?.automated),
        ...(sync === undefined ? {} : { sync, synced: sync === 'Synced' }),
        ...(health === undefined ? {} : { health }),
      },
      origins: { '': { url } },
    },
    ...(status?.resources ?? [])
      .filter(({ kind }) => REVISIONED_KINDS.has(kind ?? ''))
      .map(({ kind, namespace = '', name }) => ({
        ...frame,
        name: 'workloads',
        member: `${kind}/${namespace}/${name}`,
        value: { revisionHistoryLimit: limit },
        origins: { revisionHistoryLimit: { url } },
      })),
  ];
}

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  CHECKLIST_CONFIG_PATH,
  parseChecklistOverrides,
  type ChecklistOverrides,
} from '@airworthy/plugin-readiness-common';
import {
  readConfigFacts,
  type ConfigFact,
} from '@airworthy/plugin-readiness-node';
import type { AttestationConfig } from '../attestations';
import type { LiveRetention } from '../live';
import type { PushConfig } from '../push';
import type { ResourceTypes } from '../sources/catalog';
import type { AllowedHost } from '../sources/url';
import type { OwnershipLimits } from '../ownership';
import { readMilliseconds } from './readMilliseconds';
import { readPushConfig } from './readPushConfig';

/** What `readiness` of the config says, with its defaults. */
export interface ReadinessConfig {
  checklist: ChecklistOverrides | undefined;
  /** The first is what counts. */
  environments: string[];
  facts: ConfigFact[];
  /** Hosts that URL facts may be read from. */
  factHosts: AllowedHost[];
  resourceTypes: ResourceTypes;
  reconcileSchedule: SchedulerServiceTaskScheduleDefinition;
  urlFactsSchedule: SchedulerServiceTaskScheduleDefinition;
  /** How long single transitions are kept, in milliseconds. */
  historyMs: number;
  /** How long deployments, alerts and incidents are kept. */
  liveRetention: LiveRetention;
  push: PushConfig;
  attestations: AttestationConfig;
  ownership: OwnershipLimits;
}

const DATASTORE_TYPES = [
  'database',
  'datastore',
  'postgres',
  'postgresql',
  'mysql',
  'mariadb',
  'mongodb',
  'cassandra',
  'dynamodb',
  'elasticsearch',
  'opensearch',
  'sqlserver',
  'oracle',
];
const QUEUE_TYPES = [
  'queue',
  'message-queue',
  'topic',
  'kafka-topic',
  'event-stream',
];

/**
 * Reads the config of the plugin.
 *
 * @throws InputError naming the key that is at fault
 */
export function readReadinessConfig(root: Config): ReadinessConfig {
  const config = root.getOptionalConfig('readiness');
  const checklist = root.getOptional(CHECKLIST_CONFIG_PATH);
  const environments = config?.getOptionalStringArray('environments') ?? [
    'production',
  ];
  if (environments.length === 0 || environments.includes('')) {
    throw new InputError(
      'readiness.environments: expected at least one name, and no empty one',
    );
  }
  return {
    checklist:
      checklist === undefined ? undefined : parseChecklistOverrides(checklist),
    environments: [...new Set(environments)],
    facts: readConfigFacts(root),
    factHosts: (config?.getOptionalConfigArray('factUrls.allow') ?? []).map(
      allowed => ({
        host: allowed.getString('host'),
        paths: allowed.getOptionalStringArray('paths'),
      }),
    ),
    resourceTypes: {
      datastores: lowerCase(
        config?.getOptionalStringArray('catalog.datastoreTypes') ??
          DATASTORE_TYPES,
      ),
      queues: lowerCase(
        config?.getOptionalStringArray('catalog.queueTypes') ?? QUEUE_TYPES,
      ),
    },
    reconcileSchedule: readSchedule(config, 'schedule.reconcile', {
      frequency: { minutes: 2 },
      timeout: { minutes: 10 },
      initialDelay: { seconds: 2 },
    }),
    urlFactsSchedule: readSchedule(config, 'schedule.urlFacts', {
      frequency: { minutes: 30 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 10 },
    }),
    historyMs: readMilliseconds(config, 'retention.history', { days: 400 }),
    liveRetention: {
      deploymentsMs: readMilliseconds(config, 'retention.deployments', {
        days: 400,
      }),
      alertsMs: readMilliseconds(config, 'retention.alerts', { days: 7 }),
      incidentsMs: readMilliseconds(config, 'retention.incidents', {
        days: 400,
      }),
    },
    push: readPushConfig(config),
    ownership: {
      confirmForMs: readMilliseconds(config, 'ownership.confirmFor', {
        days: 90,
      }),
      deployedWithinMs: readMilliseconds(config, 'ownership.deployedWithin', {
        days: 90,
      }),
    },
    attestations: {
      enabled: config?.getOptionalBoolean('attestations.enabled') ?? true,
      maxAgeMs: readMilliseconds(config, 'attestations.maxAge', { days: 365 }),
      retentionMs: readMilliseconds(config, 'retention.attestations', {
        days: 400,
      }),
    },
  };
}

function readSchedule(
  config: Config | undefined,
  key: string,
  fallback: SchedulerServiceTaskScheduleDefinition,
): SchedulerServiceTaskScheduleDefinition {
  const schedule = config?.getOptionalConfig(key);
  return schedule
    ? {
        ...fallback,
        ...readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule),
      }
    : fallback;
}

function lowerCase(words: readonly string[]): string[] {
  return words.map(word => word.toLocaleLowerCase('en-US'));
}

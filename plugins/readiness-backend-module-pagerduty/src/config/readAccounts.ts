import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readDuration,
  readInstances,
  readSchedule,
} from '@airworthy/plugin-readiness-node';
import { z } from 'zod';
import type { AccountConfig } from './AccountConfig';

const receiversSchema = z.record(z.string(), z.string().min(1)).optional();

/**
 * The accounts of `readiness.pagerduty.accounts`, none where it is not there.
 *
 * @throws InputError naming the entry and what is wrong with it
 */
export function readAccounts(config: Config): AccountConfig[] {
  return readInstances(
    config,
    'readiness.pagerduty.accounts',
    (entry, name) => ({
      name,
      token: entry.getString('token'),
      url: (
        entry.getOptionalString('url') ?? 'https://api.pagerduty.com'
      ).replace(/\/+$/, ''),
      environment: entry.getOptionalString('environment') ?? 'production',
      receivers: readReceivers(entry),
      history: readDuration(entry, 'history', { days: 90 }),
      timeout: readDuration(entry, 'timeout', { seconds: 30 }),
      freshness: readDuration(entry, 'freshness', { hours: 1 }),
      schedule: readSchedule(entry, {
        frequency: { minutes: 5 },
        timeout: { minutes: 4 },
        initialDelay: { seconds: 20 },
      }),
    }),
  );
}

/** The secrets that sign webhooks; empty where none are to be taken. */
export function readWebhookSecrets(config: Config): string[] {
  return (
    config.getOptionalStringArray('readiness.pagerduty.webhook.secrets') ?? []
  );
}

/** Names of receivers may hold dots, which no path of the config could. */
function readReceivers(entry: Config): ReadonlyMap<string, string> {
  const receivers = receiversSchema.safeParse(entry.getOptional('receivers'));
  if (!receivers.success) {
    throw new InputError(
      'readiness.pagerduty.accounts: "receivers" must name for each receiver the id of a service',
    );
  }
  return new Map(Object.entries(receivers.data ?? {}));
}

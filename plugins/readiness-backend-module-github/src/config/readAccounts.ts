import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  GithubIntegration,
  ScmIntegrations,
} from '@backstage/integration';
import {
  readDuration,
  readInstances,
  readSchedule,
} from '@airworthy/plugin-readiness-node';
import { type AccountConfig, alertKinds } from './AccountConfig';

const KEY = 'readiness.github.accounts';

/**
 * The accounts of `readiness.github.accounts`, none where it is not there.
 *
 * @throws InputError naming the entry and what is wrong with it
 */
export function readAccounts(
  config: Config,
  integrations: Pick<ScmIntegrations, 'github'>,
): AccountConfig[] {
  return readInstances(config, KEY, (entry, name) => {
    const host = entry.getOptionalString('host') ?? 'github.com';
    const integration = integrations.github.byHost(host);
    const apiBaseUrl = integration?.config.apiBaseUrl?.replace(/\/+$/, '');
    if (!integration || !apiBaseUrl) {
      throw new InputError(
        `${KEY}: "${name}" needs an entry of integrations.github with the host ${host} and its API`,
      );
    }
    return {
      name,
      organization: entry.getOptionalString('organization') ?? name,
      host,
      apiBaseUrl,
      secrets: secretsOf(integration),
      environments: readEnvironments(entry),
      alerts: alertKinds.filter(
        kind => entry.getOptionalBoolean(`alerts.${kind}`) ?? true,
      ),
      timeout: readDuration(entry, 'timeout', { seconds: 30 }),
      freshness: readDuration(entry, 'freshness', { hours: 2 }),
      settingsEvery: readDuration(entry, 'settingsEvery', { hours: 1 }),
      history: readDuration(entry, 'history', { days: 90 }),
      schedule: readSchedule(entry, {
        frequency: { minutes: 10 },
        timeout: { minutes: 9 },
        initialDelay: { seconds: 20 },
      }),
    };
  });
}

/** The secrets that sign webhooks; empty where none are to be taken. */
export function readWebhookSecrets(config: Config): string[] {
  return (
    config.getOptionalStringArray('readiness.github.webhook.secrets') ?? []
  );
}

function readEnvironments(entry: Config): ReadonlyMap<string, string> {
  const environments = entry.getOptionalConfig('environments');
  const names = new Map<string, string>();
  for (const environment of environments?.keys() ?? []) {
    for (const name of environments?.getStringArray(environment) ?? []) {
      names.set(name.toLocaleLowerCase('en-US'), environment);
    }
  }
  return names.size > 0 ? names : new Map([['production', 'production']]);
}

function secretsOf({ config }: GithubIntegration): string[] {
  return [
    config.token,
    ...(config.apps ?? []).flatMap(app => [
      app.privateKey,
      app.clientSecret,
      app.webhookSecret,
    ]),
  ].filter((secret): secret is string => Boolean(secret));
}

import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { DEFAULT_REQUESTS_QUERY, DEFAULT_USE_QUERY } from './defaultQueries';
import type { EndpointConfig, RequestToUseConfig, ServerConfig } from './types';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;

/**
 * The servers of `readiness.prometheus.servers`, none where it is not there.
 *
 * @throws InputError naming the entry and what is wrong with it
 */
export function readServers(config: Config): ServerConfig[] {
  const servers = (
    config.getOptionalConfigArray('readiness.prometheus.servers') ?? []
  ).map(readServer);
  const names = servers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `readiness.prometheus.servers: two servers are called "${twice}"`,
    );
  }
  return servers;
}

function readServer(config: Config): ServerConfig {
  const name = config.getString('name');
  if (!NAME.test(name)) {
    throw new InputError(
      `readiness.prometheus.servers: the name "${name}" must consist of letters, digits, dots, dashes and underscores`,
    );
  }
  const alertmanager = config.getOptionalConfig('alertmanager');
  return {
    name,
    prometheus: readEndpoint(name, config),
    alertmanager: alertmanager && readEndpoint(name, alertmanager),
    environment: config.getOptionalString('environment') ?? 'production',
    joinLabel: config.getOptionalString('joinLabel') ?? 'service',
    timeout: readDuration(config, 'timeout', { seconds: 30 }),
    freshness: readDuration(config, 'freshness', { hours: 1 }),
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : {
          frequency: { minutes: 5 },
          timeout: { minutes: 4 },
          initialDelay: { seconds: 15 },
        },
    requestToUse: readRequestToUse(config),
  };
}

function readRequestToUse(config: Config): RequestToUseConfig | undefined {
  if (config.getOptionalBoolean('requestToUse.enabled') === false) {
    return undefined;
  }
  const every = readDuration(config, 'requestToUse.every', { hours: 6 });
  return {
    schedule: {
      frequency: { milliseconds: every },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 1 },
    },
    // The average of a fortnight still holds when one run was missed.
    freshness: every * 3,
    requestsQuery:
      config.getOptionalString('requestToUse.requestsQuery') ??
      DEFAULT_REQUESTS_QUERY,
    useQuery:
      config.getOptionalString('requestToUse.useQuery') ?? DEFAULT_USE_QUERY,
  };
}

function readEndpoint(name: string, config: Config): EndpointConfig {
  const url = withoutSlash(config.getString('url'));
  const credentials: Record<string, string> = {};
  for (const header of config.getOptionalConfig('headers')?.keys() ?? []) {
    credentials[header.toLowerCase()] = config
      .getConfig('headers')
      .getString(header);
  }
  const secrets = Object.values(credentials);
  const token = config.getOptionalString('token');
  const basicAuth = config.getOptionalConfig('basicAuth');
  if (token !== undefined && basicAuth) {
    throw new InputError(
      `readiness.prometheus.servers: "${name}" has both a token and basicAuth`,
    );
  }
  if (token !== undefined) {
    credentials.authorization = `Bearer ${token}`;
    secrets.push(token);
  }
  if (basicAuth) {
    const username = basicAuth.getString('username');
    const password = basicAuth.getString('password');
    const pair = Buffer.from(`${username}:${password}`).toString('base64');
    credentials.authorization = `Basic ${pair}`;
    secrets.push(password);
  }
  return {
    url,
    publicUrl: withoutSlash(config.getOptionalString('publicUrl') ?? url),
    credentials,
    secrets,
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function readDuration(
  config: Config,
  key: string,
  fallback: HumanDuration,
): number {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}

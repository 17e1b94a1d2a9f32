import type { Config } from '@backstage/config';
import {
  NamePattern,
  readDuration,
  readInstances,
  readSchedule,
} from '@airworthy/plugin-readiness-node';
import type { ApplicationDestination, InstanceConfig } from './types';

const DESTINATION_KEYS = ['cluster', 'server', 'namespace', 'project'] as const;

/**
 * The instances of `readiness.argocd.instances`, none where it is not there.
 *
 * @throws InputError naming the entry and what is wrong with it
 */
export function readArgoCdInstances(config: Config): InstanceConfig[] {
  return readInstances(config, 'readiness.argocd.instances', (entry, name) => {
    const url = entry.getString('url');
    return {
      name,
      url,
      publicUrl: (entry.getOptionalString('publicUrl') ?? url).replace(
        /\/+$/,
        '',
      ),
      token: entry.getString('token'),
      environmentOf: readEnvironments(entry),
      timeout: readDuration(entry, 'timeout', { seconds: 30 }),
      freshness: readDuration(entry, 'freshness', { hours: 1 }),
      schedule: readSchedule(entry, {
        frequency: { minutes: 3 },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 20 },
      }),
    };
  });
}

function readEnvironments(
  entry: Config,
): (destination: ApplicationDestination) => string | undefined {
  const environment = entry.getOptionalString('environment') ?? 'production';
  const mapped = (entry.getOptionalConfigArray('destinations') ?? []).map(
    item => ({
      patterns: DESTINATION_KEYS.flatMap(key => {
        const pattern = item.getOptionalString(key);
        return pattern === undefined
          ? []
          : [{ key, pattern: new NamePattern(pattern) }];
      }),
      // Empty leaves the applications out, so an empty string has a meaning here.
      environment: item.getOptional<string>('environment') ?? '',
    }),
  );
  return destination => {
    const found = mapped.find(({ patterns }) =>
      patterns.every(({ key, pattern }) => pattern.matches(destination[key])),
    );
    return found ? found.environment || undefined : environment;
  };
}

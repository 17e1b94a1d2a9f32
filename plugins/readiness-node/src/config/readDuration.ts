import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/**
 * A duration of the config, such as `5m` or `{ minutes: 5 }`, in milliseconds.
 *
 * @throws InputError naming the key, where it is none
 * @public
 */
export function readDuration(
  config: Config,
  key: string,
  fallback: HumanDuration,
): number {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
}

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;

/**
 * The instances of a kind of source, such as the clusters of
 * `readiness.kubernetes.clusters`; none where the key is not there. Their names
 * become part of source ids.
 *
 * @param read - reads one entry, whose name has been checked
 * @throws InputError naming the entry whose name is unfit or taken
 * @public
 */
export function readInstances<T extends { name: string }>(
  config: Config,
  key: string,
  read: (entry: Config, name: string) => T,
): T[] {
  const taken = new Set<string>();
  return (config.getOptionalConfigArray(key) ?? []).map(entry => {
    const name = entry.getString('name');
    if (!NAME.test(name)) {
      throw new InputError(
        `${key}: the name "${name}" must consist of letters, digits, dots, dashes and underscores`,
      );
    }
    if (taken.has(name)) {
      throw new InputError(`${key}: two entries are called "${name}"`);
    }
    taken.add(name);
    return read(entry, name);
  });
}

import type { GoldenPath } from '../path/GoldenPath';

/**
 * What a person has to know on the way from one version to the path's own,
 * oldest first.
 *
 * @public
 */
export function pendingMigrations(
  path: GoldenPath,
  from: string,
): GoldenPath['migrations'] {
  return path.migrations
    .filter(
      ({ version }) =>
        compareVersions(version, from) > 0 &&
        compareVersions(version, path.version) <= 0,
    )
    .sort((a, b) => compareVersions(a.version, b.version));
}

/**
 * @returns negative where `a` is older than `b`
 * @public
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(version => version.split('.').map(Number));
  const index = left.findIndex((part, place) => part !== right[place]);
  return index < 0 ? 0 : left[index] - right[index];
}

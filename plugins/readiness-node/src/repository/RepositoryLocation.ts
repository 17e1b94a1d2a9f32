/**
 * Where a repository is, and what of it is an entity's.
 *
 * @public
 */
export type RepositoryLocation =
  | {
      type: 'local';
      /** Absolute path of its root. */
      root: string;
      homePath: string;
      /**
       * Only the place of the catalog file speaks for this: a folder that holds
       * nothing but catalog files is nobody's repository.
       */
      isGuess: boolean;
    }
  | {
      type: 'remote';
      /** URL of its root, at a branch. */
      url: string;
      homePath: string;
    };

/**
 * Why an entity has no repository that can be read.
 *
 * @public
 */
export interface UnreadableLocation {
  type: 'unreadable';
  status: 'not-linked' | 'not-found' | 'denied';
  message: string;
}

/**
 * What tells one repository from another.
 *
 * @public
 */
export function keyOfLocation(location: RepositoryLocation): string {
  return location.type === 'local' ? `file:${location.root}` : location.url;
}

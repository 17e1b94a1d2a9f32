import { InputError } from '@backstage/errors';
import type { RepositoryLocator } from '@airworthy/plugin-readiness-node';
import type { Knex } from 'knex';
import { readProjection } from '../catalog/CatalogCopy';
import type { EntityRow } from '../database';
import type { FoundRecord } from '../records/RecordStore';
import type { PullRequests } from './PullRequests';

/** Where a text goes. */
interface Target {
  host: PullRequests;
  repository: string;
  path: string;
}

/** Brings texts that the portal holds into Git, by pull request. */
export class Proposals {
  readonly #options: {
    knex: Knex;
    hosts: readonly PullRequests[];
    locator: Pick<RepositoryLocator, 'locate'>;
    folders: readonly string[];
  };

  constructor(options: {
    knex: Knex;
    hosts: readonly PullRequests[];
    locator: Pick<RepositoryLocator, 'locate'>;
    folders: readonly string[];
  }) {
    this.#options = options;
  }

  async canPropose(found: FoundRecord): Promise<boolean> {
    return (
      (found.origin === 'portal' || found.pending !== null) &&
      (await this.#targetOf(found)) !== undefined
    );
  }

  /**
   * Opens a pull request with the text that the portal holds.
   *
   * @throws InputError where there is nothing to propose, or no host to
   *   propose it to
   */
  async propose(found: FoundRecord, by: string): Promise<string> {
    const content = found.pending ?? found.content;
    if (found.origin === 'git' && found.pending === null) {
      throw new InputError(
        `${found.name} is in its repository as it is: there is nothing to propose`,
      );
    }
    const target = await this.#targetOf(found);
    if (!target) {
      throw new InputError(
        `No Git host is configured for the repository of ${found.name}: export the file instead, or add the host under integrations`,
      );
    }
    return target.host.propose({
      repository: target.repository,
      path: target.path,
      content,
      title: `Record: ${found.title}`,
      description: `Tradeoff record \`${found.name}\`, written in the portal by ${by}.`,
      branch: `tradeoffs/${found.id.replace(/[^\w.-]+/g, '-')}`,
    });
  }

  /** The file's own place; for one without, a place beside its entity. */
  async #targetOf(found: FoundRecord): Promise<Target | undefined> {
    const { knex, hosts, locator, folders } = this.#options;
    if (found.repository !== null && found.file !== null) {
      const { repository, file } = found;
      const host = hosts.find(candidate => candidate.serves(repository));
      return host && { host, repository, path: file };
    }
    const entity =
      found.own_ref === null
        ? undefined
        : await knex<EntityRow>('entities')
            .where({ ref: found.own_ref })
            .whereNull('deleted_at')
            .first('projection');
    if (!entity) {
      return undefined;
    }
    const location = await locator.locate(
      readProjection(entity.projection).annotations,
    );
    if (location.type !== 'remote') {
      return undefined;
    }
    const host = hosts.find(candidate => candidate.serves(location.url));
    const name = `${found.name.replace(/[^\w.-]+/g, '-')}.md`;
    return (
      host && {
        host,
        repository: location.url,
        path: [location.homePath, folders[0], name]
          .filter(part => part !== '')
          .join('/'),
      }
    );
  }
}

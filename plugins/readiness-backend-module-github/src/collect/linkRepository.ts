import {
  type EntityEvidence,
  normalizeFolder,
  type SourceEntity,
} from '@airworthy/plugin-readiness-node';
import type { AccountConfig } from '../config';

/** Names the repository of an entity, as `owner/name`. */
export const SLUG_ANNOTATION = 'github.com/project-slug';

/**
 * Names the deployment environments of an entity at GitHub, where its repository
 * holds several services: `production-cards`.
 */
export const ENVIRONMENTS_ANNOTATION = 'airworthy.dev/github-environments';

const SOURCE_LOCATION = 'backstage.io/source-location';
const SOURCE_PATH = 'airworthy.dev/source-path';

/** Types of Component that are deployed. */
const DEPLOYED_TYPES = new Set(['service', 'website']);

/** What is remembered of an entity that a repository belongs to. */
export interface LinkedEntity {
  ref: string;
  /** Its folder in the repository; empty for the root. */
  folder: string;
  /** It is deployed, as a library is not. */
  deployed: boolean;
  /** Names of environments that are its own, in lower case. */
  environments: string[];
}

/** The repository of an entity, in lower case, or why it has none here. */
export type RepositoryLink =
  | { slug: string; entity: LinkedEntity }
  | { link: EntityEvidence['link'] };

/**
 * Finds the repository of an entity: by annotation, else by where its source is
 * said to be.
 */
export function linkRepository(
  entity: SourceEntity,
  account: Pick<AccountConfig, 'host' | 'organization'>,
): RepositoryLink {
  const { host, organization } = account;
  const location = readLocation(entity.annotations[SOURCE_LOCATION]);
  const written = entity.annotations[SLUG_ANNOTATION]?.trim();
  const slug = written ?? (location?.host === host ? location.slug : undefined);
  if (slug === undefined) {
    return {
      link: {
        status: 'not-linked',
        message: `The annotation ${SLUG_ANNOTATION} would name its repository, as ${organization}/NAME.`,
      },
    };
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(slug)) {
    return {
      link: {
        status: 'not-found',
        message: `The annotation ${SLUG_ANNOTATION} must read owner/name.`,
      },
    };
  }
  const elsewhere =
    location !== undefined &&
    location.host !== host &&
    location.slug.toLowerCase() === slug.toLowerCase();
  if (
    elsewhere ||
    slug.split('/')[0].toLowerCase() !== organization.toLowerCase()
  ) {
    return {
      link: {
        status: 'not-linked',
        message: `Its repository ${slug} is not of ${organization} at ${host}.`,
      },
    };
  }
  return {
    slug: slug.toLowerCase(),
    entity: {
      ref: entity.ref,
      folder: normalizeFolder(
        entity.annotations[SOURCE_PATH] ?? location?.folder ?? '',
      ),
      deployed:
        entity.kind.toLowerCase() === 'component' &&
        (entity.type === undefined ||
          DEPLOYED_TYPES.has(entity.type.toLowerCase())),
      environments: (entity.annotations[ENVIRONMENTS_ANNOTATION] ?? '')
        .split(',')
        .map(name => name.trim().toLowerCase())
        .filter(Boolean),
    },
  };
}

/** `url:https://host/owner/name/tree/branch/folder/` */
function readLocation(
  location = '',
): { host: string; slug: string; folder: string } | undefined {
  const written = location.replace(/^url:/, '');
  if (!URL.canParse(written)) {
    return undefined;
  }
  const { host, pathname } = new URL(written);
  const [owner, name, mode, , ...rest] = pathname.split('/').filter(Boolean);
  if (!owner || !name) {
    return undefined;
  }
  return {
    host,
    slug: `${owner}/${name.replace(/\.git$/, '')}`,
    // Of a file only the folder counts.
    folder: mode === 'tree' ? rest.join('/') : rest.slice(0, -1).join('/'),
  };
}

import { NotFoundError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import type { UnlinkedEntity } from '@airworthy/plugin-readiness-common';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import type { FleetSources, UnlinkedRow } from '../../fleet/FleetSources';
import { answer } from '../answer';
import type { RouteContext } from '../RouteContext';

const DEFAULT_LIMIT = 100;

/** Entities that a source says nothing about, and what would link them. */
export function listUnlinkedEntities(
  context: RouteContext & {
    sources: readonly EvidenceSource[];
    fleetSources: FleetSources;
  },
): RequestHandler {
  const { httpAuth, fleets, fleetSources, sources } = context;
  return answer<'listUnlinkedEntities'>(
    httpAuth,
    async ({ credentials, path: { id }, query }) => {
      const source = sources.find(({ descriptor }) => descriptor.id === id);
      if (!source) {
        throw new NotFoundError(`There is no source "${id}"`);
      }
      const fleet = await fleets.resolve(credentials);
      const { limit = DEFAULT_LIMIT, after } = query;
      // One more than is shown tells whether there is a next page.
      const rows = await fleetSources.unlinked(fleet, id, {
        limit: limit + 1,
        after,
      });
      const shown = rows.slice(0, limit);
      return {
        items: shown.map(row => toItem(source, row)),
        total: await fleetSources.countUnlinked(fleet, id),
        nextCursor:
          rows.length > limit ? shown[shown.length - 1]?.ref : undefined,
      };
    },
  );
}

function toItem(source: EvidenceSource, row: UnlinkedRow): UnlinkedEntity {
  return {
    ref: row.ref,
    title: row.title ?? row.name,
    owner: row.owner ?? undefined,
    status: row.link?.status ?? 'not-linked',
    message: row.link
      ? row.link.message
      : 'The source has not looked at it yet.',
    annotation:
      !row.link || row.link.status === 'not-linked'
        ? annotationFor(source, row)
        : undefined,
  };
}

/** Annotations mostly bear the name that the vendor knows the service by. */
function annotationFor(
  source: EvidenceSource,
  { name }: Pick<UnlinkedRow, 'name'>,
): string | undefined {
  const [annotation] = source.linkedBy ?? [];
  return annotation === undefined
    ? undefined
    : `${annotation}: ${source.suggestLink?.(name) ?? name}`;
}

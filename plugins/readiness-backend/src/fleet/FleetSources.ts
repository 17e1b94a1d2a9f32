import type { Knex } from 'knex';
import type { LinkState } from '@airworthy/plugin-readiness-common';
import { readLink } from '../collect/readLink';
import type { SourceErrorRow, StoredTime } from '../database';
import { narrowToScope } from '../visibility/narrowToScope';
import { fleetQuery, type Fleet } from './fleetQuery';

/** An entity without a link, or with one that is not ok. */
export interface UnlinkedRow {
  ref: string;
  name: string;
  title: string | null;
  owner: string | null;
  /** Absent where the source has not looked at it yet. */
  link: LinkState | undefined;
}

/** Problems of one source beyond this many are not shown. */
const SHOWN_ERRORS = 100;

/** PostgreSQL gives a count as a string. */
type StoredCount = number | string;

/** What sources say about the fleet that a reader sees. */
export class FleetSources {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** Entities by the state of their link to each source. */
  async linkStates(fleet: Fleet): Promise<Map<string, Map<string, number>>> {
    const rows = await fleetQuery(this.#knex, fleet)
      .join('link_states as l', 'l.entity_id', 'e.id')
      .groupBy('l.source', 'l.status')
      .select<Array<{ source: string; status: string; count: StoredCount }>>(
        'l.source',
        'l.status',
        this.#knex.raw('count(*) as count'),
      );
    const states = new Map<string, Map<string, number>>();
    for (const { source, status, count } of rows) {
      const counts = states.get(source) ?? new Map<string, number>();
      states.set(source, counts.set(status, Number(count)));
    }
    return states;
  }

  async entities(fleet: Fleet): Promise<number> {
    const row = await fleetQuery(this.#knex, fleet)
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** Entities that a source says nothing about, ordered by reference. */
  async unlinked(
    fleet: Fleet,
    source: string,
    page: { limit: number; after?: string },
  ): Promise<UnlinkedRow[]> {
    const query = this.#unlinked(fleet, source)
      .orderBy('e.ref')
      .limit(page.limit);
    if (page.after !== undefined) {
      query.where('e.ref', '>', page.after);
    }
    const rows = await query.select<
      Array<
        Omit<UnlinkedRow, 'link'> & {
          status: string | null;
          message: string | null;
          since: StoredTime | null;
        }
      >
    >(
      'e.ref',
      'e.name',
      'e.title',
      'e.owner',
      'l.status',
      'l.message',
      'l.since',
    );
    return rows.map(({ ref, name, title, owner, status, message, since }) => ({
      ref,
      name,
      title,
      owner,
      link:
        status === null
          ? undefined
          : readLink({ source, status, message, since: since ?? 0 }),
    }));
  }

  async countUnlinked(fleet: Fleet, source: string): Promise<number> {
    const row = await this.#unlinked(fleet, source)
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  #unlinked(fleet: Fleet, source: string) {
    return fleetQuery(this.#knex, fleet)
      .leftJoin('link_states as l', join =>
        join
          .on('l.entity_id', 'e.id')
          .andOn('l.source', this.#knex.raw('?', [source])),
      )
      .where(query => query.whereNull('l.status').orWhereNot('l.status', 'ok'));
  }

  /**
   * The problems of a source, without those of entities that the reader does
   * not see. One that names no entity may name a file of one, so that only a
   * reader of everything sees it.
   */
  async errors(
    fleet: Fleet,
    source: string,
  ): Promise<Array<Omit<SourceErrorRow, 'id' | 'source'>>> {
    const query = this.#knex('source_errors as x')
      .leftJoin('entities as e', 'e.ref', 'x.entity_ref')
      .where('x.source', source)
      .orderBy('x.id')
      .limit(SHOWN_ERRORS);
    if (fleet.scope.kind !== 'all') {
      query.whereNotNull('e.id');
    }
    narrowToScope(this.#knex, query, fleet.scope);
    return query.select<Array<Omit<SourceErrorRow, 'id' | 'source'>>>(
      'x.entity_ref',
      'x.file',
      'x.line',
      'x.message',
    );
  }
}

import type {
  OwnershipFinding,
  OwnershipFindingPage,
  OwnershipGroup,
  OwnershipGrouping,
} from '@airworthy/plugin-readiness-common';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { EntityTitles } from '../fleet/EntityTitles';
import { groupBy } from '../util/groupBy';
import type { Scope } from '../visibility/Scope';
import {
  FINDING_COLUMNS,
  toOwnershipFinding,
  type FindingListRow,
} from './findingRows';
import { findingsQuery, type OwnershipView } from './ownershipQuery';

/** Which page of the ranked list. */
export interface OwnershipPageOptions {
  limit: number;
  /** The cursor of the page before. */
  after?: string;
}

const GROUP_COLUMNS: Record<OwnershipGrouping, string> = {
  owner: 'e.owner',
  system: 'e.system',
  domain: 'e.domain',
  kind: 'e.kind',
};

const RANK = 'f.severity, f.tier, f.ref, f.finding';

const CSV_PAGE = 1000;

const cursorSchema = z.tuple([
  z.number().int(),
  z.number().int(),
  z.string(),
  z.string(),
]);

/** The findings of the audit: ranked, and grouped. */
export class OwnershipReader {
  readonly #knex: Knex;
  readonly #titles: EntityTitles;

  constructor(options: { knex: Knex; titles: EntityTitles }) {
    this.#knex = options.knex;
    this.#titles = options.titles;
  }

  async page(
    view: OwnershipView,
    options: OwnershipPageOptions,
  ): Promise<OwnershipFindingPage> {
    const rows = await this.#rows(view, options);
    const shown = rows.slice(0, options.limit);
    const last = shown.at(-1);
    const more = rows.length > options.limit;
    const items = await this.#toFindings(view.scope, shown);
    // The first page that holds everything has been counted already.
    const total =
      more || options.after !== undefined
        ? await this.#count(view)
        : items.length;
    return {
      items,
      total,
      ...(more && last ? { nextCursor: writeCursor(last) } : {}),
    };
  }

  /** All findings by rank, a page at a time, so that none is held for long. */
  async *all(view: OwnershipView): AsyncGenerator<OwnershipFinding[]> {
    let after: string | undefined;
    do {
      const rows = await this.#rows(view, { limit: CSV_PAGE, after });
      const shown = rows.slice(0, CSV_PAGE);
      yield await this.#toFindings(view.scope, shown);
      const last = shown.at(-1);
      after = rows.length > CSV_PAGE && last ? writeCursor(last) : undefined;
    } while (after !== undefined);
  }

  /** The groups, those with the most severe findings first. */
  async groups(
    view: OwnershipView,
    by: OwnershipGrouping,
    top: number,
  ): Promise<OwnershipGroup[]> {
    const knex = this.#knex;
    const column = GROUP_COLUMNS[by];
    const counts: Array<{
      key: string | null;
      findings: number | string;
      high: number | string;
      entities: number | string;
    }> = await findingsQuery(knex, view)
      .groupBy(column)
      .select(
        knex.ref(column).as('key'),
        knex.raw('count(*) as findings'),
        knex.raw('sum(case f.severity when 1 then 1 else 0 end) as high'),
        knex.raw('count(distinct f.entity_id) as entities'),
      );
    const first = top > 0 ? await this.#firstOfEach(view, column, top) : [];
    const findings = groupBy(
      await this.#toFindings(
        view.scope,
        first.map(row => row.row),
      ).then(items =>
        items.map((item, index) => ({ key: first[index].key, item })),
      ),
      entry => entry.key,
    );
    const keys = counts.flatMap(row => row.key ?? []);
    const titles =
      by === 'kind'
        ? new Map<string, { title?: string }>()
        : await this.#titles.find(view.scope, keys);
    return counts
      .map(row => {
        const key = row.key ?? '';
        const title = titles.get(key)?.title;
        return {
          key,
          ...(title === undefined ? {} : { title }),
          findings: Number(row.findings),
          high: Number(row.high),
          entities: Number(row.entities),
          items: (findings.get(key) ?? []).map(entry => entry.item),
        };
      })
      .sort(
        (a, b) =>
          b.high - a.high ||
          b.findings - a.findings ||
          (a.key < b.key ? -1 : 1),
      );
  }

  async #count(view: OwnershipView): Promise<number> {
    const row = await findingsQuery(this.#knex, view)
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** One row more than asked for, which tells whether there is a next page. */
  async #rows(
    view: OwnershipView,
    options: OwnershipPageOptions,
  ): Promise<FindingListRow[]> {
    const query = findingsQuery(this.#knex, view, { first: true })
      .join('ownership_audits as a', 'a.entity_id', 'f.entity_id')
      .orderByRaw(RANK)
      .limit(options.limit + 1)
      .select<FindingListRow[]>(FINDING_COLUMNS);
    if (options.after !== undefined) {
      query.whereRaw(`(${RANK}) > (?, ?, ?, ?)`, readCursor(options.after));
    }
    return query;
  }

  async #firstOfEach(
    view: OwnershipView,
    column: string,
    top: number,
  ): Promise<Array<{ key: string; row: FindingListRow }>> {
    const knex = this.#knex;
    const ranked = findingsQuery(knex, view)
      .join('ownership_audits as a', 'a.entity_id', 'f.entity_id')
      .select(
        ...FINDING_COLUMNS,
        knex.ref(column).as('group_key'),
        knex.raw(
          `row_number() over (partition by ?? order by ${RANK}) as place`,
          [column],
        ),
      );
    const rows: Array<FindingListRow & { group_key: string | null }> =
      await knex
        .from(ranked.as('r'))
        .where('place', '<=', top)
        .orderBy(['group_key', 'place'])
        .select();
    return rows.map(row => ({ key: row.group_key ?? '', row }));
  }

  /** A suggested group that the reader may not see is not told. */
  async #toFindings(
    scope: Scope,
    rows: readonly FindingListRow[],
  ): Promise<OwnershipFinding[]> {
    const suggested = [
      ...new Set(rows.flatMap(row => row.suggested_owner ?? [])),
    ];
    const known =
      suggested.length > 0
        ? await this.#titles.find(scope, suggested)
        : undefined;
    return rows.map(row =>
      toOwnershipFinding(row, ref => known?.get(ref)?.exists === true),
    );
  }
}

function writeCursor(row: FindingListRow): string {
  return Buffer.from(
    JSON.stringify([row.severity, row.tier, row.ref, row.finding]),
  ).toString('base64url');
}

function readCursor(after: string): [number, number, string, string] {
  const refused = 'The cursor does not belong to this list';
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch (cause) {
    throw new InputError(refused, cause);
  }
  const cursor = cursorSchema.safeParse(json);
  if (!cursor.success) {
    throw new InputError(refused);
  }
  return cursor.data;
}

import type { ScorecardRow } from '@airworthy/plugin-readiness-common';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { z } from 'zod';
import { fleetQuery, type Fleet } from './fleetQuery';
import { ROW_COLUMNS, toScorecardRow, type FleetRow } from './scorecardRows';
import { SORT_ORDERS } from './sortOrders';

/** Which page of the matrix. */
export interface ScorecardPageOptions {
  sort: keyof typeof SORT_ORDERS;
  descending: boolean;
  limit: number;
  /** The cursor of the page before. */
  after?: string;
}

/** A page of the matrix. */
export interface ScorecardListPage {
  items: ScorecardRow[];
  total: number;
  nextCursor?: string;
}

const cursorSchema = z.tuple([
  z.string(),
  z.union([z.string(), z.number()]),
  z.string(),
]);

const CSV_PAGE = 1000;

/** The matrix, page by page. */
export class ScorecardList {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async page(
    fleet: Fleet,
    options: ScorecardPageOptions,
  ): Promise<ScorecardListPage> {
    const rows = await this.#rows(fleet, options);
    const items = rows.slice(0, options.limit);
    const last = items.at(-1);
    const more = rows.length > options.limit;
    // The first page that holds everything has been counted already.
    const total =
      more || options.after !== undefined
        ? await this.count(fleet)
        : items.length;
    return {
      items: items.map(toScorecardRow),
      total,
      ...(more && last ? { nextCursor: writeCursor(options, last) } : {}),
    };
  }

  async count(fleet: Fleet): Promise<number> {
    const row = await fleetQuery(this.#knex, fleet)
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** All rows by name, a page at a time, so that none is held for long. */
  async *all(fleet: Fleet): AsyncGenerator<ScorecardRow[]> {
    let after: string | undefined;
    do {
      const page = await this.#rows(fleet, {
        sort: 'name',
        descending: false,
        limit: CSV_PAGE,
        after,
      });
      const items = page.slice(0, CSV_PAGE);
      yield items.map(toScorecardRow);
      const last = items.at(-1);
      after =
        page.length > CSV_PAGE && last
          ? writeCursor({ sort: 'name', descending: false }, last)
          : undefined;
    } while (after !== undefined);
  }

  /** One row more than asked for, which tells whether there is a next page. */
  async #rows(
    fleet: Fleet,
    options: ScorecardPageOptions,
  ): Promise<FleetRow[]> {
    const { expression } = SORT_ORDERS[options.sort];
    const direction = options.descending ? 'desc' : 'asc';
    const query = fleetQuery(this.#knex, fleet, {
      firstByName: options.sort === 'name',
    })
      .orderByRaw(`${expression} ${direction}, e.ref ${direction}`)
      .limit(options.limit + 1)
      .select<FleetRow[]>(ROW_COLUMNS);
    if (options.after !== undefined) {
      const [value, ref] = readCursor(options);
      query.whereRaw(
        `(${expression}, e.ref) ${options.descending ? '<' : '>'} (?, ?)`,
        [value, ref],
      );
    }
    return query;
  }
}

type CursorOrder = Pick<ScorecardPageOptions, 'sort' | 'descending'>;

function orderName(options: CursorOrder): string {
  return `${options.descending ? '-' : ''}${options.sort}`;
}

function writeCursor(options: CursorOrder, row: FleetRow): string {
  const value = SORT_ORDERS[options.sort].valueOf(row);
  return Buffer.from(
    JSON.stringify([orderName(options), value, row.ref]),
  ).toString('base64url');
}

function readCursor(options: ScorecardPageOptions): [string | number, string] {
  const refused = 'The cursor does not belong to this list';
  let json: unknown;
  try {
    json = JSON.parse(
      Buffer.from(options.after ?? '', 'base64url').toString('utf8'),
    );
  } catch (cause) {
    throw new InputError(refused, cause);
  }
  const cursor = cursorSchema.safeParse(json);
  if (!cursor.success || cursor.data[0] !== orderName(options)) {
    throw new InputError(refused);
  }
  const [, value, ref] = cursor.data;
  return [value, ref];
}

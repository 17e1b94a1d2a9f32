import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** `/tradeoffs`: all records, and the fleet view. */
export const rootRouteRef = createRouteRef({ id: 'tradeoffs' });

/** One record. */
export const recordRouteRef = createSubRouteRef({
  id: 'tradeoffs/record',
  parent: rootRouteRef,
  path: '/records/:id',
});

/** The editor over a record. */
export const editRecordRouteRef = createSubRouteRef({
  id: 'tradeoffs/edit',
  parent: rootRouteRef,
  path: '/records/:id/edit',
});

/**
 * The editor over a new record. The query pre-fills it: `entity`, `accepts`
 * (a check), `axis`, `supersedes` (id of a record), `heading`.
 */
export const newRecordRouteRef = createSubRouteRef({
  id: 'tradeoffs/new',
  parent: rootRouteRef,
  path: '/new',
});

import type { Facet, MatrixState, Scope } from './matrixState';
import { facets } from './matrixState';

/** The filters in force, so that "no match" can name them. */
export function describeFilters(
  state: MatrixState,
  scope: Scope,
  words: {
    facet: (facet: Facet) => string;
    search: string;
    scope: string;
    only: string;
  },
): string {
  return [
    ...(state.q ? [`${words.search} "${state.q}"`] : []),
    ...(scope === 'mine' ? [words.scope] : []),
    ...facets.filter(facet => state[facet].length > 0).map(words.facet),
    ...state.status.map(({ check, status }) => `${check}: ${status}`),
    ...(state.only.length > 0 ? [words.only] : []),
  ].join(', ');
}

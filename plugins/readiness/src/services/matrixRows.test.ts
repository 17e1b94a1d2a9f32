import type { ScorecardRow } from '@airworthy/plugin-readiness-common';
import { fleet } from '../../dev/fleet';
import {
  facetOptions,
  filterRows,
  groupRows,
  rowName,
  rowsPassRate,
  sortRows,
} from './matrixRows';
import { parseMatrixState, type MatrixState } from './matrixState';

const levels = [
  { id: 'bronze', title: 'Bronze' },
  { id: 'silver', title: 'Silver' },
];
const usual = parseMatrixState(new URLSearchParams());
const indexOf = new Map([
  ['replicas', 0],
  ['spread', 1],
]);

function row(name: string, more: Partial<ScorecardRow> = {}): ScorecardRow {
  return {
    ...fleet[0],
    ref: `component:default/${name}`,
    name,
    title: undefined,
    owner: 'group:default/data',
    system: 'system:default/shop',
    level: 'none',
    toNextLevel: 1,
    score: 0.5,
    statuses: 'pp',
    preview: false,
    ...more,
  };
}

function names(
  rows: ScorecardRow[],
  state: Partial<MatrixState>,
  mine?: ReadonlySet<string>,
) {
  return filterRows(rows, { ...usual, ...state }, { indexOf, mine }).map(
    rowName,
  );
}

describe('filterRows', () => {
  const rows = [
    row('cart', { title: 'The Basket', tier: 1, statuses: 'fp' }),
    row('search', { owner: undefined, statuses: 'Pu', level: 'bronze' }),
    row('stock', { owner: 'group:default/risk', statuses: 'fu' }),
  ];

  it('finds by name and by title, in any case', () => {
    expect(names(rows, { q: 'BASK' })).toEqual(['The Basket']);
    expect(names(rows, { q: ' sto ' })).toEqual(['stock']);
  });

  it('widens within a facet and narrows across', () => {
    expect(
      names(rows, { owner: ['group:default/data', 'group:default/risk'] }),
    ).toEqual(['The Basket', 'stock']);
    expect(names(rows, { owner: ['group:default/data'], tier: ['2'] })).toEqual(
      [],
    );
  });

  it('finds those that have none', () => {
    expect(names(rows, { owner: [''] })).toEqual(['search']);
  });

  it('widens statuses of one check and narrows across checks', () => {
    const fail = { check: 'replicas', status: 'fail' as const };
    const pass = { check: 'replicas', status: 'pass' as const };
    const unknown = { check: 'spread', status: 'unknown' as const };
    expect(names(rows, { status: [fail] })).toEqual(['The Basket', 'stock']);
    expect(names(rows, { status: [fail, pass] })).toHaveLength(3);
    expect(names(rows, { status: [fail, unknown] })).toEqual(['stock']);
  });

  it('matches nothing by a check that is gone', () => {
    const status = [{ check: 'gone', status: 'pass' as const }];
    expect(names(rows, { status })).toEqual([]);
  });

  it("keeps the reader's own", () => {
    expect(names(rows, {}, new Set(['group:default/risk']))).toEqual(['stock']);
    expect(names(rows, {}, new Set())).toEqual([]);
  });

  it('keeps the named ones', () => {
    expect(names(rows, { only: ['component:default/stock'] })).toEqual([
      'stock',
    ]);
  });
});

describe('sortRows', () => {
  const rows = [
    row('a-gold', { level: 'silver', toNextLevel: 0, score: 1 }),
    row('b-far', { level: 'none', toNextLevel: 9, score: 0.1 }),
    row('c-near', { level: 'bronze', toNextLevel: 1, score: 0.9 }),
    row('d-near', { level: 'none', toNextLevel: 1, score: 0.8 }),
  ];

  it.each([
    ['gain', ['c-near', 'd-near', 'b-far', 'a-gold']],
    ['name', ['a-gold', 'b-far', 'c-near', 'd-near']],
    ['level', ['b-far', 'd-near', 'c-near', 'a-gold']],
    ['score', ['b-far', 'd-near', 'c-near', 'a-gold']],
  ] as const)('orders by %s', (sort, expected) => {
    expect(sortRows(rows, sort, levels).map(rowName)).toEqual(expected);
  });
});

describe('groupRows', () => {
  const bad = {
    pass: 1,
    fail: 9,
    unknown: 0,
    accepted: 0,
    'not-applicable': 0,
  };
  const good = { ...bad, pass: 9, fail: 1 };
  const rows = [
    row('a', { system: 'system:default/alpha', counts: good }),
    row('b', { system: 'system:default/beta', counts: bad }),
    row('c', { system: undefined, counts: bad }),
  ];

  it('puts the group with most to gain first, and those without one last', () => {
    const items = groupRows(rows, 'system', { sort: 'gain', closed: [] });
    expect(items.map(item => item.key)).toEqual([
      'group system:default/beta',
      'component:default/b',
      'group system:default/alpha',
      'component:default/a',
      'group ',
      'component:default/c',
    ]);
  });

  it('follows the names where the rows do', () => {
    const items = groupRows(rows, 'system', { sort: 'name', closed: [] });
    expect(items[0].key).toBe('group system:default/alpha');
  });

  it('leaves out the services of a closed group', () => {
    const items = groupRows(rows, 'system', {
      sort: 'gain',
      closed: ['system:default/beta'],
    });
    expect(items[0]).toMatchObject({ kind: 'group', open: false });
    expect(items[1].key).toBe('group system:default/alpha');
  });

  it('is the rows alone where nothing groups them', () => {
    const items = groupRows(rows, 'none', { sort: 'gain', closed: [] });
    expect(items.every(item => item.kind === 'service')).toBe(true);
  });

  it('does not count previews', () => {
    expect(
      rowsPassRate([
        row('a', { counts: good }),
        row('b', { counts: bad, preview: true }),
      ]),
    ).toBe(0.9);
    expect(rowsPassRate([])).toBe(0);
  });
});

describe('facetOptions', () => {
  it('counts each value, in the order of its name', () => {
    const rows = [
      row('a', { tier: 10 }),
      row('b', { tier: 2 }),
      row('c', { tier: 2 }),
    ];
    expect(facetOptions(rows, 'tier')).toEqual([
      { value: '2', count: 2 },
      { value: '10', count: 1 },
    ]);
  });
});

import {
  isFiltered,
  parseMatrixState,
  withMatrixState,
  withoutFilters,
  type MatrixState,
} from './matrixState';

const full: MatrixState = {
  environment: 'staging',
  q: 'pay & go',
  owner: ['group:default/data', ''],
  system: ['system:default/payments'],
  domain: ['domain:default/commerce'],
  tier: ['1', '2'],
  lifecycle: ['production'],
  level: ['none', 'gold'],
  scope: 'mine',
  status: [{ check: 'disruption-budget', status: 'not-applicable' }],
  only: ['component:default/cart-api', 'component:shop/cart-api'],
  group: 'owner',
  sort: 'score',
  folded: ['secrets', 'ownership'],
  hidden: ['slo'],
  closed: ['system:default/data'],
  cell: { ref: 'component:default/devices-ingest', check: 'spread' },
  at: 'component:default/inventory',
};

describe('matrixState', () => {
  it('reads what it wrote, through text', () => {
    const text = withMatrixState(new URLSearchParams(), full).toString();
    expect(parseMatrixState(new URLSearchParams(text))).toEqual(full);
  });

  it('writes a cell as people would', () => {
    const query = withMatrixState(new URLSearchParams(), { cell: full.cell });
    expect(query.get('cell')).toBe('devices-ingest/spread');
  });

  it('reads a cell of another kind or namespace', () => {
    const query = new URLSearchParams('cell=api:shop/orders/replicas');
    expect(parseMatrixState(query).cell).toEqual({
      ref: 'api:shop/orders',
      check: 'replicas',
    });
  });

  it('groups by system and puts most to gain first unless told', () => {
    expect(parseMatrixState(new URLSearchParams())).toMatchObject({
      group: 'system',
      sort: 'gain',
      q: '',
    });
    expect(withMatrixState(new URLSearchParams(), {}).toString()).toBe('');
  });

  it('leaves out what cannot be read', () => {
    const query = new URLSearchParams(
      'scope=theirs&group=moon&sort=odd&status=spread:red&status=plain&cell=x',
    );
    expect(parseMatrixState(query)).toMatchObject({
      scope: undefined,
      group: 'system',
      sort: 'gain',
      status: [],
      cell: undefined,
    });
  });

  it('keeps what is not its own', () => {
    const query = new URLSearchParams('services=10&q=old');
    expect(withMatrixState(query, { q: 'new' }).toString()).toBe(
      'services=10&q=new',
    );
  });

  it('clears the filters and nothing else', () => {
    const cleared = parseMatrixState(
      withMatrixState(
        withMatrixState(new URLSearchParams(), full),
        withoutFilters,
      ),
    );
    expect(isFiltered(full)).toBe(true);
    expect(isFiltered(cleared)).toBe(false);
    expect(cleared).toMatchObject({
      scope: 'all',
      group: 'owner',
      sort: 'score',
      folded: full.folded,
      environment: 'staging',
    });
  });
});

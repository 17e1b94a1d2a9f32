import {
  overviewFilters,
  parseOverviewState,
  withOverviewState,
  type OverviewState,
} from './overviewState';

describe('overviewState', () => {
  it('reads what it wrote', () => {
    const state: OverviewState = {
      environment: 'staging',
      owner: ['group:default/data'],
      system: [''],
      tier: ['1', '3'],
      by: 'system',
      sort: 'fail',
      descending: true,
    };
    const query = withOverviewState(
      new URLSearchParams('environment=staging'),
      state,
    );
    expect(parseOverviewState(query)).toEqual(state);
    expect(overviewFilters(state)).toEqual({
      environment: 'staging',
      owner: ['group:default/data'],
      system: [''],
      tier: [1, 3],
    });
  });

  it('writes nothing for what is usual, and leaves out what it cannot read', () => {
    const query = new URLSearchParams('by=moon&sort=-odd&tier=x&tier=2');
    const state = parseOverviewState(query);
    expect(state).toMatchObject({ by: 'owner', sort: 'rate', tier: ['2'] });
    expect(
      withOverviewState(new URLSearchParams(), {
        by: 'owner',
        sort: 'rate',
        descending: false,
      }).toString(),
    ).toBe('');
  });
});

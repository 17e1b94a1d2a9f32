import {
  fleetQuery,
  isFiltered,
  parseListState,
  recordQuery,
  withListState,
  withoutFilters,
} from './listState';

const query = new URLSearchParams(
  'view=fleet&q=zone&scope=all&status=accepted&status=draft&state=overdue&owner=group:default/payments&tab=kept',
);

describe('listState', () => {
  it('reads what it wrote, and keeps what is not its own', () => {
    const state = parseListState(query);
    expect(state).toMatchObject({
      view: 'fleet',
      q: 'zone',
      scope: 'all',
      status: ['accepted', 'draft'],
      state: ['overdue'],
      owner: ['group:default/payments'],
    });
    const written = withListState(new URLSearchParams('tab=kept'), state);
    expect(parseListState(written)).toEqual(state);
    expect(written.get('tab')).toBe('kept');
  });

  it('clears the filters and leaves view and scope', () => {
    const cleared = parseListState(withListState(query, withoutFilters));
    expect(isFiltered(cleared)).toBe(false);
    expect(cleared).toMatchObject({ view: 'fleet', scope: 'all' });
  });

  it('asks for known values only', () => {
    const state = parseListState(
      new URLSearchParams('status=nonsense&state=overdue&state=nonsense'),
    );
    expect(recordQuery(state, 'mine')).toEqual({
      scope: 'mine',
      state: ['overdue'],
    });
    expect(fleetQuery(state, 'all')).toEqual({
      scope: 'all',
      state: ['overdue'],
    });
  });
});

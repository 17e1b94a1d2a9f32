import { parseEntityTabState, withEntityTabState } from './entityTabState';

describe('entityTabState', () => {
  it('reads what it wrote', () => {
    const state = {
      filter: 'fail' as const,
      check: 'autoscaling',
      open: ['multiple-instances', 'secrets'],
    };
    const query = withEntityTabState(new URLSearchParams(), state);
    expect(parseEntityTabState(query)).toEqual(state);
  });

  it('tells "none open" from "nothing chosen yet"', () => {
    const closed = withEntityTabState(new URLSearchParams(), { open: [] });
    expect(parseEntityTabState(closed).open).toEqual([]);
    expect(parseEntityTabState(new URLSearchParams()).open).toBeUndefined();
  });

  it('writes nothing for what is usual and keeps what is not its own', () => {
    const query = withEntityTabState(
      new URLSearchParams('tab=1&status=fail&check=spread'),
      { filter: 'all', check: undefined },
    );
    expect(query.toString()).toBe('tab=1');
  });
});

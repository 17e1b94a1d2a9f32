import { checklist, fleet } from '../../dev/fleet';
import { parseMatrixState } from './matrixState';
import { narrows, showsCell, withCellShown } from './showsCell';

const surroundings = { checklist, rows: fleet };
const ref = 'component:default/devices-ingest';

function state(query: string) {
  return parseMatrixState(
    new URLSearchParams(`cell=devices-ingest/disruption-budget&${query}`),
  );
}

describe('showsCell', () => {
  it('holds where nothing hides the cell', () => {
    expect(showsCell(state(''), surroundings)).toBe(true);
  });

  it.each([
    ['a filter', 'tier=99'],
    ['a closed group', 'closed=system:default/devices'],
    ['a folded question', 'folded=instance-failure'],
    ['a hidden column', 'hidden=disruption-budget'],
    ['a check that there is not', 'cell=devices-ingest/none'],
  ])('does not hold under %s', (_name, query) => {
    const hidden = parseMatrixState(
      new URLSearchParams(
        query.startsWith('cell=')
          ? query
          : `cell=devices-ingest/disruption-budget&${query}`,
      ),
    );
    expect(showsCell(hidden, surroundings)).toBe(false);
  });

  it("does not hold among one's own services where it is another's", () => {
    const mine = new Set(['group:default/nobody']);
    expect(showsCell(state(''), { ...surroundings, mine })).toBe(false);
  });
});

describe('withCellShown', () => {
  it('opens its group and its column, and leaves the others', () => {
    const shown = withCellShown(
      state(
        'closed=system:default/devices&closed=system:default/catalog&folded=instance-failure,rollback&hidden=disruption-budget,spread',
      ),
      surroundings,
    );
    expect(shown).toMatchObject({
      cell: { ref, check: 'disruption-budget' },
      closed: ['system:default/catalog'],
      folded: ['rollback'],
      hidden: ['spread'],
    });
  });

  it('leaves a state without a cell as it is', () => {
    const plain = parseMatrixState(new URLSearchParams('folded=rollback'));
    expect(withCellShown(plain, surroundings)).toBe(plain);
  });
});

describe('narrows', () => {
  it('tells what may hide a cell from what only moves it', () => {
    expect(narrows({ q: 'x' })).toBe(true);
    expect(narrows({ folded: [] })).toBe(true);
    expect(narrows({ sort: 'name', at: ref })).toBe(false);
  });
});

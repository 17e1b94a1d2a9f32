import { fleet } from '../../dev/fleet';
import { leafRates } from './leafRates';
import {
  addAll,
  addCounts,
  cellStatus,
  noCounts,
  passRate,
  percent,
} from './statuses';

describe('cellStatus', () => {
  it('unpacks each letter, upper case with drift', () => {
    expect(
      [...'pfunaA'].map((_letter, at) => cellStatus('pfunaA', at)),
    ).toEqual([
      { status: 'pass', drift: false },
      { status: 'fail', drift: false },
      { status: 'unknown', drift: false },
      { status: 'not-applicable', drift: false },
      { status: 'accepted', drift: false },
      { status: 'accepted', drift: true },
    ]);
  });

  it('has no status for a column that the row does not know', () => {
    expect(cellStatus('pp', 2)).toBeUndefined();
    expect(cellStatus('pp', -1)).toBeUndefined();
  });
});

describe('counts', () => {
  it('add up at the places told', () => {
    const counts = noCounts();
    addCounts(counts, 'pFnua', [1, 2, 4, 9]);
    expect(counts).toEqual({
      ...noCounts(),
      fail: 1,
      'not-applicable': 1,
      accepted: 1,
    });
    addAll(counts, { ...noCounts(), fail: 2 });
    expect(counts.fail).toBe(3);
  });

  it('never round to all or nothing what is neither', () => {
    expect(percent(0.999)).toBe(99);
    expect(percent(0.001)).toBe(1);
    expect([percent(1), percent(0), percent(0.876)]).toEqual([100, 0, 88]);
  });

  it('have no rate where nothing applies', () => {
    expect(passRate({ ...noCounts(), 'not-applicable': 4 })).toBeUndefined();
    expect(passRate({ ...noCounts(), pass: 1, accepted: 1, fail: 2 })).toBe(
      0.5,
    );
  });
});

describe('leafRates', () => {
  const row = (statuses: string, preview = false) => ({
    ...fleet[0],
    statuses,
    preview,
  });

  it('agrees with counting one by one', () => {
    const rows = [row('pPau'), row('fFna'), row('nunf')];
    const leaves = [0, 1, 2, 3].map(index => ({ indices: [index] }));
    expect(leafRates(rows, leaves)).toEqual([0.5, 1 / 3, 1, 1 / 3]);
    expect(leafRates(rows, [{ indices: [0, 1] }])).toEqual([2 / 5]);
  });

  it('leaves out previews and what applies nowhere', () => {
    expect(
      leafRates(
        [row('fn'), row('pn', true)],
        [{ indices: [0] }, { indices: [1] }],
      ),
    ).toEqual([0, undefined]);
  });

  it('counts nothing for a row that is shorter than the checklist', () => {
    expect(leafRates([row('p')], [{ indices: [5] }])).toEqual([undefined]);
  });
});

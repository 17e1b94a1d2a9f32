import {
  defaultAxes,
  type RecordRow,
} from '@airworthy/plugin-tradeoffs-common';
import { fitText, lanesOf, timeScale } from './lanes';

const now = Date.parse('2026-11-23T14:05:00Z');
const [cost, consistency] = defaultAxes.map(axis => ({
  ...axis,
  poles: [...axis.poles],
  stops: [...axis.stops],
  checks: [...axis.checks],
}));
const entityRef = 'component:default/payments-api';

function row(id: string, change: Partial<RecordRow>): RecordRow {
  return {
    id,
    name: id,
    title: id,
    status: 'accepted',
    entityRefs: [entityRef],
    redactedEntities: 0,
    format: 'airworthy',
    origin: 'git',
    positions: [{ axis: cost.id, position: 0 }],
    review: { overdue: false },
    state: 'none',
    accepts: 0,
    acceptedChecks: [],
    problems: 0,
    errors: 0,
    ...change,
  };
}

function lanes(records: RecordRow[]) {
  return lanesOf({ entityRef, axes: [cost, consistency], records, now });
}

const at = (day: string) => Date.parse(day);

describe('lanesOf', () => {
  it('ends a record where its successor begins', () => {
    const [lane, silent] = lanes([
      row('new', {
        date: '2026-03-14',
        review: { due: '2026-12-14', overdue: false },
      }),
      row('old', {
        date: '2025-02-05',
        status: 'superseded',
        supersededBy: 'new',
      }),
    ]);
    expect(lane.bars).toMatchObject([
      {
        row: { id: 'old' },
        from: at('2025-02-05'),
        to: at('2026-03-14'),
        kind: 'ended',
        replaced: true,
      },
      {
        row: { id: 'new' },
        from: at('2026-03-14'),
        to: now,
        due: at('2026-12-14'),
        kind: 'in-force',
        replaced: false,
      },
    ]);
    expect(lane.levels).toBe(1);
    expect(silent.bars).toEqual([]);
  });

  it('puts two in force on rows of their own', () => {
    const [lane] = lanes([
      row('one', { date: '2026-01-01' }),
      row('two', { date: '2026-02-01', state: 'contradicted' }),
    ]);
    expect(lane.bars.map(bar => bar.level)).toEqual([0, 1]);
    expect(lane.bars[1].contradicted).toBe(true);
    expect(lane.levels).toBe(2);
  });

  it('leaves out what never was in force, or when is not known', () => {
    const [lane] = lanes([
      row('draft', { date: '2026-01-01', status: 'draft' }),
      row('rejected', { date: '2026-01-01', status: 'rejected' }),
      row('undated', {}),
    ]);
    expect(lane.bars).toEqual([]);
  });

  it('tells what comes from the system', () => {
    const [lane] = lanes([
      row('sys', { date: '2026-01-01', entityRefs: ['system:default/x'] }),
    ]);
    expect(lane.bars[0].ofSystem).toBe(true);
  });
});

describe('timeScale', () => {
  it('holds every bar, and marks half years', () => {
    const scale = timeScale(lanes([row('one', { date: '2025-02-05' })]), now);
    expect(scale.from).toBeLessThan(at('2025-02-05'));
    expect(scale.to).toBeGreaterThan(now);
    expect(scale.ticks).toContainEqual({ at: at('2026-01-01'), year: 2026 });
    expect(scale.ticks).toContainEqual({
      at: at('2026-07-01'),
      year: undefined,
    });
  });

  it('looks a year ahead at most', () => {
    const scale = timeScale(
      lanes([
        row('one', {
          date: '2026-01-01',
          review: { due: '2099-01-01', overdue: false },
        }),
      ]),
      now,
    );
    expect(scale.to).toBeLessThan(at('2028-01-01'));
  });
});

describe('fitText', () => {
  it('shortens, and says nothing rather than two letters', () => {
    expect(fitText('Run in one zone', 400)).toBe('Run in one zone');
    expect(fitText('Run in one zone', 63)).toBe('Run in on…');
    expect(fitText('Run in one zone', 20)).toBe('');
  });
});

import { ConfigReader } from '@backstage/config';
import { readTradeoffsConfig } from './readTradeoffsConfig';

describe('readTradeoffsConfig', () => {
  it('has the six axes and the usual folders unless told', () => {
    const config = readTradeoffsConfig(new ConfigReader({}));
    expect(config.axes).toHaveLength(6);
    expect(config.folders).toEqual([
      'docs/decisions',
      'docs/adr',
      'doc/adr',
      'adr',
    ]);
    expect(config.notifications).toEqual({ daysAhead: 7 });
  });

  it('adds axes, and replaces those of the same id in their place', () => {
    const axis = (id: string) => ({
      id,
      title: `Title of ${id}`,
      poles: ['a', 'b'],
      stops: ['1', '2', '3', '4', '5'],
    });
    const { axes } = readTradeoffsConfig(
      new ConfigReader({
        tradeoffs: { axes: [axis('build-buy'), axis('cost-availability')] },
      }),
    );
    expect(axes).toHaveLength(7);
    expect(axes[0].title).toBe('Title of cost-availability');
    expect(axes[6]).toMatchObject({ id: 'build-buy', checks: [] });
  });

  it('reads repositories by the rules of the evidence', () => {
    expect(
      readTradeoffsConfig(
        new ConfigReader({
          readiness: {
            repository: { localRoots: ['/srv'], limits: { maxFiles: 3 } },
          },
        }),
      ).repository,
    ).toMatchObject({ localRoots: ['/srv'], limits: { maxFiles: 3 } });
  });

  it('names every key that is at fault', () => {
    expect(() =>
      readTradeoffsConfig(
        new ConfigReader({
          tradeoffs: {
            axes: [{ id: 'x', title: 'X', poles: ['a'], stops: [] }],
          },
        }),
      ),
    ).toThrow(/tradeoffs\.axes\.0\.poles[^]*tradeoffs\.axes\.0\.stops/);
  });
});

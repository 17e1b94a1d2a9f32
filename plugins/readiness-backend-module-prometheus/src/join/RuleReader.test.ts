import { RuleReader } from './RuleReader';

function rules(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `Down${index}`,
    query: `up{service="s${index}"} == 0`,
    labels: {},
    annotations: {},
  }));
}

const find = { ruleNames: [], annotated: false };

describe('RuleReader', () => {
  it('makes rules findable by what they select', async () => {
    const index = await new RuleReader().index(rules(120));
    expect(
      index
        .find({ ...find, labels: [['service', 's119']] })
        .map(({ key }) => key),
    ).toEqual(['Down119']);
  });

  it('lets others have their turn, and remembers the last run', async () => {
    const reader = new RuleReader();
    const turnsOf = async (work: Promise<unknown>) => {
      let turns = 0;
      let done = false;
      const count = () => {
        turns += 1;
        if (!done) {
          setImmediate(count);
        }
      };
      setImmediate(count);
      await work;
      done = true;
      return turns;
    };
    expect(await turnsOf(reader.index(rules(500)))).toBeGreaterThanOrEqual(9);
    expect(await turnsOf(reader.index(rules(500)))).toBeLessThanOrEqual(1);
  });

  it('stops when it is told to', async () => {
    await expect(
      new RuleReader().index(rules(120), AbortSignal.abort()),
    ).rejects.toThrow('aborted');
  });
});

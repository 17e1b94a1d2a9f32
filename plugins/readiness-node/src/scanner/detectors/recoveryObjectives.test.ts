import { recoveryObjectivesDetector } from './recoveryObjectives';
import { runDetector } from './testing/createTestContext';

async function objectives(files: Record<string, string>) {
  const { facts, origins } = await runDetector(recoveryObjectivesDetector, {
    files,
  });
  return [facts['recovery.objectives'], origins['recovery.objectives']];
}

describe('recoveryObjectivesDetector', () => {
  it.each<[string, string, string[], string | undefined]>([
    [
      'a list',
      '# Recovery\n\n- RPO: 15 minutes.\n- RTO: 2 h\n',
      ['RPO', 'RTO'],
      'docs/a.md:3',
    ],
    [
      'a table',
      '| RPO | 5 minutes |\n| --- | --- |\n| RTO | 4 hours |\n',
      ['RPO', 'RTO'],
      'docs/a.md:1',
    ],
    ['headings', '## RTO\n4 hours at most\n', ['RTO'], 'docs/a.md:1'],
    [
      'a sentence',
      'The recovery point objective is zero: writes are synchronous.\n',
      ['RPO'],
      'docs/a.md:1',
    ],
    [
      'front matter',
      '---\nstatus: accepted\nscenario:\n  responseMeasure: RTO 4h\n---\n# A\n',
      ['RTO'],
      'docs/a.md:1',
    ],
    [
      'names without amounts',
      'We should agree on RPO and RTO some day.\n',
      [],
      undefined,
    ],
    [
      'a decision out of force',
      '---\nstatus: superseded by a\n---\nRPO: 5 minutes\n',
      [],
      undefined,
    ],
    ['code', '```\nRPO: 5 minutes\n```\n', [], undefined],
  ])('reads %s', async (_name, text, names, origin) => {
    expect(await objectives({ 'docs/a.md': text })).toEqual([names, origin]);
  });

  it('states that there are none without documents', async () => {
    expect(await objectives({ 'src/a.ts': '// RPO: 5 minutes' })).toEqual([
      [],
      undefined,
    ]);
  });
});

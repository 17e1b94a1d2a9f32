import { readRecordSet } from './readRecordSet';

function file(name: string, frontMatter: string) {
  return {
    file: `docs/decisions/${name}`,
    text: `---\nstatus: accepted\n${frontMatter}---\n# ${name}\n\nRoll back, alert, fail.\n`,
  };
}

describe('readRecordSet', () => {
  it('keeps a file that does not parse in the set', () => {
    const { files, problems } = readRecordSet([
      { file: 'b.md', text: '---\ndate: 2026-13-01\n---\n# B\n' },
      { file: 'a.md', text: '# A\n\nRoll back, alert, fail.\n' },
    ]);
    expect(files.map(entry => [entry.file, entry.record?.title])).toEqual([
      ['a.md', 'A'],
      ['b.md', undefined],
    ]);
    expect(problems.map(problem => problem.file)).toEqual(['b.md']);
  });

  it('names an id that stands twice, and the file where it stood first', () => {
    const ours = 'airworthy: { schemaVersion: 1, id: same }\n';
    const { problems } = readRecordSet([
      file('0002.md', ours),
      file('0001.md', ours),
    ]);
    expect(problems).toContainEqual({
      file: 'docs/decisions/0002.md',
      line: 1,
      column: 1,
      severity: 'error',
      code: 'duplicate-id',
      message: 'id same stands in docs/decisions/0001.md already',
    });
  });

  it('names supersession that runs in a circle', () => {
    const supersedes = (target: string) =>
      `links: [{ kind: supersedes, target: ${target} }]\n`;
    const { problems } = readRecordSet([
      file('0001.md', supersedes('./0002.md')),
      file('0002.md', supersedes('0001.md')),
    ]);
    expect(
      problems.filter(problem => problem.code === 'supersession-cycle'),
    ).toEqual([
      expect.objectContaining({
        file: 'docs/decisions/0001.md',
        message:
          'supersession runs in a circle: docs/decisions/0001.md → docs/decisions/0002.md → docs/decisions/0001.md',
      }),
    ]);
  });
});

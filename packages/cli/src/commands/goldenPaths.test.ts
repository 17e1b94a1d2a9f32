import { execFileSync } from 'node:child_process';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { runCommand } from '../testing/runCommand';

const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: small }
spec:
  parameters:
    required: [name]
    properties:
      name: { type: string }
      size: { type: integer, default: 2 }
`;

describe('golden paths on the command line', () => {
  const mock = createMockDirectory();
  let terminal: { output: string; errorOutput: string };

  function setTemplate(version: string, readme: string): void {
    mock.addContent({
      templates: {
        small: {
          'template.yaml': TEMPLATE,
          'golden-path.yaml': `schemaVersion: 1\nname: small\nversion: ${version}\nmigrations:\n  - { version: 1.1.0, note: Tell the team. }\n`,
          skeleton: {
            'README.md.njk': readme,
            'size.txt.njk': '${{ values.size }}\n',
          },
        },
      },
    });
  }

  async function run(...args: string[]): Promise<number> {
    const { exitCode, ...written } = await runCommand(args, {
      workingDirectory: mock.path,
    });
    terminal = written;
    return exitCode;
  }

  const texts = () => mock.content({ path: 'orders', shouldReadAsText: true });

  beforeEach(() => {
    mock.clear();
    setTemplate('1.0.0', '# ${{ values.name }}\n\nold\n\nend\n');
    mock.addContent({ 'answers.json': '{ "name": "orders" }' });
  });

  it('renders a repository, and refuses to do it twice', async () => {
    const args = [
      'render',
      'templates/small',
      '--answers',
      'answers.json',
      '--out',
      'orders',
    ];
    expect(await run(...args, '--dry-run')).toBe(0);
    expect(terminal.output).toContain('3 files of small 1.0.0, none written');
    expect(await run(...args)).toBe(0);
    expect(terminal.output).toBe('small 1.0.0: 3 files in orders\n');
    expect(texts()).toMatchObject({
      'README.md': '# orders\n\nold\n\nend\n',
      'size.txt': '2\n',
    });
    expect(await run(...args)).toBe(2);
    expect(terminal.errorOutput).toContain('exists and is not empty');
  });

  it.each([
    ['{ "size": 3 }', 'name: missing'],
    ['{ "name": "orders", "sise": 3 }', 'sise: not asked'],
    ['[]', 'must hold one map of answers'],
    ['{ "name": ', 'answers.json: '],
  ])('refuses the answers %s and writes nothing', async (answers, message) => {
    mock.addContent({ 'answers.json': answers });
    expect(
      await run(
        'render',
        'templates/small',
        '--answers',
        'answers.json',
        '--out',
        'orders',
      ),
    ).toBe(2);
    expect(terminal.errorOutput).toContain(message);
    expect(texts()).toBeUndefined();
  });

  it('updates what it rendered, keeps edits, and changes nothing the second time', async () => {
    await run(
      'render',
      'templates/small',
      '--answers',
      'answers.json',
      '--out',
      'orders',
    );
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=mira', '-c', 'user.email=mira@example.com', ...args],
        { cwd: mock.resolve('orders') },
      );
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Born');
    mock.addContent({
      orders: { 'README.md': '# orders\n\nold\n\nend, and mine\n' },
    });
    setTemplate('1.1.0', '# ${{ values.name }}, renewed\n\nold\n\nend\n');

    const args = ['update', 'orders', '--template', 'templates/small'];
    expect(await run(...args, '--dry-run')).toBe(0);
    expect(terminal.output).toContain('would change, none written');
    expect(await run(...args)).toBe(0);
    expect(terminal.output).toBe(
      'merged    README.md\nnote      1.1.0: Tell the team.\n1.0.0 to 1.1.0: 2 files changed\n',
    );
    expect(texts()).toMatchObject({
      'README.md': '# orders, renewed\n\nold\n\nend, and mine\n',
    });
    expect(await run(...args)).toBe(0);
    expect(terminal.output).toBe(
      'kept      README.md  (you edited it)\n1.1.0: nothing to change\n',
    );
  });

  it('marks a conflict and ends with 1', async () => {
    await run(
      'render',
      'templates/small',
      '--answers',
      'answers.json',
      '--out',
      'orders',
    );
    mock.addContent({ orders: { 'README.md': '# mine\n\nold\n\nend\n' } });
    setTemplate('1.1.0', '# ${{ values.name }}, renewed\n\nold\n\nend\n');
    const args = ['update', 'orders', '--template', 'templates/small'];
    expect(await run(...args)).toBe(1);
    expect(terminal.output).toContain('conflict  README.md');
    expect(texts()).toMatchObject({
      'README.md': expect.stringContaining('<<<<<<< yours'),
    });
    expect(await run(...args)).toBe(0);
    expect(terminal.output).toContain('1.1.0: nothing to change');
  });

  it('says that no golden path, or another one, made a repository', async () => {
    mock.addContent({ plain: { 'README.md': 'x' } });
    expect(await run('update', 'plain', '--template', 'templates/small')).toBe(
      2,
    );
    expect(terminal.errorOutput).toContain('no golden path made it');
    mock.addContent({
      plain: {
        'airworthy.yaml':
          'schemaVersion: 1\npath: large\nversion: 1.0.0\ncreated: 2026-11-24\nanswers: {}\nmanaged: []\n',
      },
    });
    expect(await run('update', 'plain', '--template', 'templates/small')).toBe(
      2,
    );
    expect(terminal.errorOutput).toContain('plain was made by large');
  });
});

import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { TEMPLATE, textsOf } from '../__testUtils__/fileTree';
import { writeFiles } from '../files/writeFileTree';
import { readGoldenPath } from '../path/readGoldenPath';
import { LocalTemplateFolders } from '../path/TemplateFolders';
import { renderGoldenPath } from '../render/renderGoldenPath';
import { GitOriginals } from './GitOriginals';
import { TemplateHistory } from './TemplateHistory';

function git(directory: string, ...args: string[]): void {
  execFileSync('git', args, {
    cwd: directory,
    env: {
      ...process.env,
      GIT_AUTHOR_NAME: 'mira',
      GIT_AUTHOR_EMAIL: 'mira@example.com',
      GIT_COMMITTER_NAME: 'mira',
      GIT_COMMITTER_EMAIL: 'mira@example.com',
      GIT_CONFIG_GLOBAL: '/dev/null',
    },
  });
}

const path = (version: string) =>
  `schemaVersion: 1\nname: small\nversion: ${version}\nlayers: [{ path: ../base }]\n`;

describe('the original of a file', () => {
  const templates = createMockDirectory();
  const repository = createMockDirectory();
  const directory = join(templates.path, 'templates', 'small');

  function setTemplates(version: string, text: string): void {
    templates.addContent({
      templates: {
        base: { 'a.txt.njk': text },
        small: {
          'golden-path.yaml': path(version),
          'template.yaml': TEMPLATE,
          skeleton: { 'b.txt': `b of ${version}` },
        },
      },
    });
  }

  async function render() {
    const golden = await readGoldenPath(
      LocalTemplateFolders.create({ directory }),
    );
    return renderGoldenPath(golden, {
      answers: { name: 'orders', owner: 'group:default/shop' },
      created: '2026-11-24',
    });
  }

  beforeEach(() => {
    templates.clear();
    repository.clear();
  });

  it('comes from the history of the repository, whatever happened to the file', async () => {
    setTemplates('1.0.0', 'first of ${{ values.name }}\n');
    const made = await render();
    await writeFiles(repository.path, made.files);
    git(repository.path, 'init', '--quiet');
    git(repository.path, 'add', '.');
    git(repository.path, 'commit', '--quiet', '-m', 'Born');
    repository.addContent({ 'a.txt': 'edited' });
    git(repository.path, 'commit', '--quiet', '-am', 'Edit');

    const originals = GitOriginals.create({
      directory: repository.path,
      birth: made.birth,
    });
    expect(String(await originals.read('a.txt'))).toBe('first of orders\n');
    expect(await originals.read('other.txt')).toBeUndefined();

    await rm(join(repository.path, '.git'), { recursive: true });
    expect(await originals.read('a.txt')).toBeUndefined();
  });

  it('comes from the templates as they were, rendered again', async () => {
    setTemplates('1.0.0', 'first of ${{ values.name }}\n');
    const made = await render();
    git(templates.path, 'init', '--quiet');
    git(templates.path, 'add', '.');
    git(templates.path, 'commit', '--quiet', '-m', 'One');
    setTemplates('1.1.0', 'second of ${{ values.name }}\n');
    git(templates.path, 'commit', '--quiet', '-am', 'Two');

    const history = TemplateHistory.create({ directory });
    const then = await history.render(made.birth);
    expect(textsOf(then?.files ?? new Map())).toEqual(textsOf(made.files));
    expect(
      await history.render(
        (await render()).birth.version === '1.1.0'
          ? Object.assign(Object.create(made.birth), { version: '0.9.0' })
          : made.birth,
      ),
    ).toBeUndefined();
  });

  it('cannot be had where the templates have no history', async () => {
    setTemplates('1.0.0', 'first\n');
    const { birth } = await render();
    expect(
      await TemplateHistory.create({ directory }).render(birth),
    ).toBeUndefined();
  });
});

import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readFileTree } from '@airworthy/plugin-golden-paths-node';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { runCommand } from '../testing/runCommand';

const TEMPLATES = resolve(__dirname, '../../../../templates');

/** Every golden path there is; a new one is tested by being there. */
const PATHS = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter(
    entry =>
      entry.isDirectory() &&
      readdirSync(join(TEMPLATES, entry.name)).includes('golden-path.yaml'),
  )
  .map(({ name }) => name);

const COMMON = {
  name: 'parts-desk',
  description: 'Keeps track of the "spare parts": nuts & bolts.',
  owner: 'group:default/payments-core',
  system: 'system:default/payments',
  tier: 2,
};

const ANSWERS = {
  'the defaults': {},
  'the most critical tier': { tier: 1 },
  'the least critical tier and a short name': { tier: 3, name: 'a1b' },
};

describe.each(PATHS)('the golden path %s', path => {
  const mock = createMockDirectory();

  describe.each(Object.entries(ANSWERS))('with %s', (_, answers) => {
    beforeAll(async () => {
      mock.clear();
      await writeFile(
        mock.resolve('answers.json'),
        JSON.stringify({ ...COMMON, ...answers }),
      );
      const { exitCode, errorOutput } = await runCommand(
        [
          'render',
          join(TEMPLATES, path),
          '--answers',
          'answers.json',
          '--out',
          'made',
        ],
        { workingDirectory: mock.path },
      );
      if (exitCode !== 0) {
        throw new Error(errorOutput);
      }
    });

    it('leaves no placeholder and no empty value behind', async () => {
      const faults: string[] = [];
      for (const [file, { content }] of await readFileTree(
        mock.resolve('made'),
      )) {
        content
          .toString('utf8')
          .split('\n')
          .forEach((line, index) => {
            if (
              /\{[{%]-?\s*(?:values\b|if |endif|raw|endraw)|\[object Object\]/.test(
                line,
              ) ||
              (/\.ya?ml$/.test(file) && /:\s*(?:undefined|null)\s*$/.test(line))
            ) {
              faults.push(`${file}:${index + 1}: ${line}`);
            }
          });
      }
      expect(faults).toEqual([]);
    });

    it('passes every check that a repository can pass', async () => {
      const { output, exitCode } = await runCommand(
        ['scan', 'made', '--format', 'json'],
        { workingDirectory: mock.path },
      );
      expect(exitCode).toBe(0);
      const { scorecards, errors } = JSON.parse(output);
      expect(errors).toEqual([]);
      expect(scorecards).toHaveLength(1);
      const checks: Array<{ id: string; status: string }> =
        scorecards[0].questions.flatMap(
          (question: { checks: object[] }) => question.checks,
        );
      expect(
        checks
          .filter(({ status }) => !['pass', 'not-applicable'].includes(status))
          .map(({ id, status }) => `${id}: ${status}`),
      ).toEqual([]);
      expect(
        checks.filter(({ status }) => status === 'pass').length,
      ).toBeGreaterThan(40);
    });

    it('makes a first tradeoff record without a fault', async () => {
      const { output, exitCode } = await runCommand(
        ['records', 'lint', 'made', '--format', 'json'],
        { workingDirectory: mock.path },
      );
      expect(JSON.parse(output).problems).toEqual([]);
      expect(exitCode).toBe(0);
    });
  });
});

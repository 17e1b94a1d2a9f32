/**
 * The whole test command: types, lint, format, the tests of the scripts, of
 * every package and of the pages in a browser. Every stage runs whatever the
 * ones before it found; the last line counts them all.
 *
 * With arguments, or run by Yarn, it is what `yarn test` is in every Backstage
 * repository: `backstage-cli repo test` with these arguments.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'node_modules', '.cache', 'airworthy', 'test');

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} [skipped] - why a stage did not run
 */

const STAGES = {
  types: () => runTool('tsc'),
  lint: () => runTool('backstage-cli', ['repo', 'lint']),
  format: () => runTool('prettier', ['--check', '--loglevel=warn', '.']),
  scripts: testScripts,
  packages: testPackages,
  pages: testPages,
};

function main() {
  const args = process.argv.slice(2);
  const byYarn = process.env.npm_config_user_agent?.startsWith('yarn/');
  if (args.length > 0 || byYarn) {
    process.exitCode = run('backstage-cli', ['repo', 'test', ...args]);
    return;
  }

  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  /** @type {[string, Outcome][]} */
  const outcomes = Object.entries(STAGES).map(([stage, execute]) => {
    process.stdout.write(`\n── ${stage}\n`);
    return [stage, execute()];
  });

  process.stdout.write('\n');
  for (const [stage, { passed, failed, skipped }] of outcomes) {
    const text = skipped ? `skipped: ${skipped}` : count(passed, failed);
    process.stdout.write(`${stage.padEnd(10)}${text}\n`);
  }
  const total = outcomes.reduce(
    (sum, [, outcome]) => ({
      passed: sum.passed + outcome.passed,
      failed: sum.failed + outcome.failed,
    }),
    { passed: 0, failed: 0 },
  );
  const line = `${count(total.passed, total.failed)}\n`;
  writeFileSync(join(results, 'summary.txt'), line);
  process.stdout.write(line);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/**
 * @param {number} passed
 * @param {number} failed
 */
function count(passed, failed) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (error) {
    process.stderr.write(`${command}: ${error.message}\n`);
  }
  return status ?? 1;
}

/**
 * A tool without tests of its own counts as one.
 *
 * @param {string} command
 * @param {string[]} [args]
 * @returns {Outcome}
 */
function runTool(command, args = []) {
  return run(command, args) === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

/** @returns {Outcome} */
function testScripts() {
  const file = join(results, 'scripts.tap');
  const status = run(process.execPath, [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${file}`,
    'scripts/**/*.test.mjs',
  ]);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return outcome(status, {
    passed: Number(/^# pass (\d+)$/m.exec(text)?.[1] ?? 0),
    failed: Number(/^# fail (\d+)$/m.exec(text)?.[1] ?? 0),
  });
}

/** @returns {Outcome} */
function testPackages() {
  const file = join(results, 'packages.json');
  const status = run('backstage-cli', [
    'repo',
    'test',
    '--ci',
    '--watchAll=false',
    '--json',
    `--outputFile=${file}`,
  ]);
  const report = readJson(file);
  return outcome(status, {
    passed: report?.numPassedTests ?? 0,
    // A suite that does not even load has no tests to count.
    failed:
      (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0),
  });
}

/** @returns {Outcome} */
function testPages() {
  const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(chromium)) {
    const message = `no Chromium at ${chromium}; CHROMIUM_PATH names another`;
    if (process.env.CI) {
      process.stderr.write(`${message}\n`);
      return { passed: 0, failed: 1 };
    }
    return { passed: 0, failed: 0, skipped: message };
  }
  const file = join(results, 'pages.json');
  const status = run('playwright', ['test'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const report = readJson(file);
  return outcome(status, {
    passed: (report?.stats?.expected ?? 0) + (report?.stats?.flaky ?? 0),
    failed: report?.stats?.unexpected ?? 0,
  });
}

/**
 * A stage that failed without a failing test (it crashed, or left something
 * open) still counts.
 *
 * @param {number} status
 * @param {Outcome} counted
 * @returns {Outcome}
 */
function outcome(status, counted) {
  return status !== 0 && counted.failed === 0
    ? { ...counted, failed: 1 }
    : counted;
}

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

main();

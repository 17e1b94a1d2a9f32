import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts a package of the npm registry into a directory that nothing else uses,
 * unless it is there already.
 *
 * It is unpacked beside its place and moved there when complete and checked:
 * a directory that exists is whole, whenever an earlier run was interrupted.
 *
 * @param {object} options
 * @param {string} options.name - such as `@yarnpkg/cli-dist`
 * @param {string} options.range - a version or a range of versions
 * @param {string} options.directory - where it goes
 * @param {(packageDirectory: string) => void} [options.check] - throws when
 *   what was fetched does not work on this machine
 * @param {() => void} [options.onFetch] - called before something is fetched
 * @returns {string} the package's own directory
 */
export function fetchPackage({ name, range, directory, check, onFetch }) {
  const packageDirectory = join(directory, 'node_modules', name);
  if (existsSync(packageDirectory)) {
    return packageDirectory;
  }
  onFetch?.();

  mkdirSync(dirname(directory), { recursive: true });
  const partial = mkdtempSync(`${directory}.partial-`);
  try {
    // Without a package of its own, npm would install into the repository.
    writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
    runNpm(
      [
        'install',
        '--no-save',
        '--no-package-lock',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${range}`,
      ],
      partial,
    );
    const fetched = join(partial, 'node_modules', name);
    if (!existsSync(join(fetched, 'package.json'))) {
      throw new Error(`npm fetched nothing for ${name}@${range}`);
    }
    check?.(fetched);
    try {
      renameSync(partial, directory);
    } catch (error) {
      // Another run was faster; its copy is as good.
      if (!existsSync(packageDirectory)) {
        throw error;
      }
    }
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return packageDirectory;
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function runNpm(args, cwd) {
  // The npm that runs this script, else the one on the PATH.
  const own = /\bnpm-cli\.c?js$/.test(process.env.npm_execpath ?? '');
  const [command, first] = own
    ? [process.execPath, [process.env.npm_execpath ?? '']]
    : ['npm', []];
  const { status, error } = spawnSync(command, [...first, ...args], {
    cwd,
    stdio: ['ignore', 2, 2],
  });
  if (error || status !== 0) {
    throw new Error(
      `npm could not fetch ${args.at(-1)}${error ? `: ${error.message}` : ''}`,
    );
  }
}

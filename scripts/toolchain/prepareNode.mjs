import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPackage } from './fetchPackage.mjs';
import { report } from './report.mjs';

/** The line that is fetched where the machine's own Node.js does not serve. */
const FETCHED_MAJOR = '24';

/**
 * Whether a Node.js version runs the portal: Backstage supports 22 and 24, and
 * the first releases of 22 cannot `require` the ES modules among the
 * dependencies.
 *
 * @param {string} version - such as `24.1.0`
 */
export function nodeServes(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 12);
}

/**
 * The Node.js to use: this process's own where it serves, else one that the
 * npm registry carries as a package, with its headers.
 *
 * @param {object} options
 * @param {string} options.toolchain - the directory for what is fetched
 * @returns {{ binary: string, version: string, headers: string | undefined }}
 *   `headers` is what node-gyp calls `nodedir`; undefined leaves it to node-gyp
 */
export function prepareNode({ toolchain }) {
  if (nodeServes(process.versions.node)) {
    return {
      binary: process.execPath,
      version: process.versions.node,
      headers: undefined,
    };
  }
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binaryPath = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const directory = fetchPackage({
    name: `node-${platform}-${process.arch}`,
    range: FETCHED_MAJOR,
    directory: join(toolchain, `node-${FETCHED_MAJOR}`),
    onFetch: () =>
      report(
        `Node.js ${process.versions.node} does not serve; fetching ${FETCHED_MAJOR} from the npm registry, once`,
      ),
    check: candidate => {
      execFileSync(join(candidate, binaryPath), ['--version'], {
        stdio: ['ignore', 'ignore', 2],
      });
    },
  });
  const { version } = JSON.parse(
    readFileSync(join(directory, 'package.json'), 'utf8'),
  );
  return { binary: join(directory, binaryPath), version, headers: directory };
}

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Jest's `describe` for tests against real programs, skipping with a word about
 * it where one is missing. In continuous integration nothing is skipped, since
 * nobody would see it: the tests fail there.
 */
export function describeIfInstalled(...programs: string[]): jest.Describe {
  const missing = programs.filter(program => !isInstalled(program));
  if (missing.length === 0) {
    return describe;
  }
  const words = `${missing.join(', ')} not installed`;
  if (process.env.CI) {
    throw new Error(words);
  }
  // eslint-disable-next-line no-console -- the reporter names no reason for skipped tests
  console.warn(`Skipped: ${words}`);
  return describe.skip;
}

import type { ClientLibrary } from './ClientLibrary';
import { goLibraries } from './libraries/goLibraries';
import { javascriptLibraries } from './libraries/javascriptLibraries';
import { namedLibraries } from './libraries/namedLibraries';
import { otherLibraries } from './libraries/otherLibraries';
import { pythonLibraries } from './libraries/pythonLibraries';

/** Every library of a datastore that a scan knows. */
export const clientLibraries: readonly ClientLibrary[] = [
  ...javascriptLibraries,
  ...goLibraries,
  ...pythonLibraries,
  ...otherLibraries,
  ...namedLibraries,
];

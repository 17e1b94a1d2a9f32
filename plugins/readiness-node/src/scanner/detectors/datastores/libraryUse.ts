import { type Call, findCalls } from '../support/source/expressions';
import type { SourceFile } from '../support/source/sourceFiles';
import type { ClientLibrary } from './ClientLibrary';

const SYNTAX_OF = {
  npm: 'javascript',
  go: 'go',
  maven: 'java',
  pypi: 'python',
  gem: 'ruby',
  cargo: 'rust',
  nuget: 'csharp',
} as const;

/** Whether a file uses a library. */
export function uses(file: SourceFile, library: ClientLibrary): boolean {
  if (file.syntax !== SYNTAX_OF[library.ecosystem]) {
    return false;
  }
  return (library.imports ?? library.packages).some(name => {
    if (library.ecosystem === 'npm') {
      return [`'${name}'`, `"${name}"`, `'${name}/`, `"${name}/`].some(quoted =>
        file.text.includes(quoted),
      );
    }
    if (library.ecosystem === 'pypi') {
      return file.text.split('\n').some(line => {
        const module = /^\s*(?:from|import)\s+([\w.]+)/.exec(line)?.[1];
        return (
          module === name ||
          module?.startsWith(`${name}.`) ||
          module?.startsWith(`${name}_`)
        );
      });
    }
    return file.text.includes(name);
  });
}

/** The calls that make a client of the library in a file. */
export function makersIn(file: SourceFile, library: ClientLibrary): Call[] {
  const found = library.makers.flatMap(maker => {
    const name = maker.split(/\.|::/).at(-1) ?? maker;
    return findCalls(file, name).filter(
      ({ callee, isNew }) =>
        (callee === maker || !/[.:]/.test(maker) || callee.endsWith(maker)) &&
        (isNew ||
          file.syntax !== 'javascript' ||
          !/^[A-Z]/.test(name) ||
          name === 'Knex'),
    );
  });
  // `mongoose.connect` is found by its name and by its last word alike.
  return [...new Map(found.map(call => [call.offset, call])).values()].sort(
    (a, b) => a.offset - b.offset,
  );
}

import type { DetectorContext } from '../../../Detector';
import { memoizePerContext } from '../memoizePerContext';
import { baseName, extensionOf, foldersOf } from '../paths';
import { type MaskedSource, maskSource, type Syntax } from './maskSource';

const SYNTAX_BY_EXTENSION: Record<string, Syntax> = {
  ts: 'javascript',
  tsx: 'javascript',
  mts: 'javascript',
  cts: 'javascript',
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  py: 'python',
  go: 'go',
  java: 'java',
  kt: 'java',
  scala: 'java',
  groovy: 'java',
  rb: 'ruby',
  rs: 'rust',
  cs: 'csharp',
};

/** Folders whose code does not run in production, or is not the team's own. */
const OTHER_FOLDERS = new Set([
  'node_modules',
  'vendor',
  'third_party',
  'bower_components',
  'dist',
  'build',
  'out',
  'target',
  'coverage',
  'generated',
  '__generated__',
  'test',
  'tests',
  '__tests__',
  '__mocks__',
  'spec',
  'e2e',
  'testdata',
  'fixtures',
  'examples',
  'venv',
  '.venv',
  'site-packages',
]);

const TEST_FILE =
  /(?:[._-](?:test|spec|stories)\.[a-z]+|_test\.go|^test_[^/]*\.py|^conftest\.py|(?:Test|Tests|IT|Spec)\.(?:java|kt|scala|groovy|cs)|\.d\.[cm]?ts|\.min\.js|\.config\.[cm]?[jt]s)$/;

/** Source files that one scan reads for one service. */
const MAX_SOURCE_FILES = 2000;

/** One file of the service's own code. */
export interface SourceFile {
  path: string;
  syntax: Syntax;
  text: string;
  /** Computed when first asked for: most files are never looked into. */
  masked(): MaskedSource;
}

/** The syntax of a file of the service's own code; undefined for any other. */
export function sourceSyntax(
  context: DetectorContext,
  path: string,
): Syntax | undefined {
  const inside =
    context.sourcePath !== '' && path.startsWith(`${context.sourcePath}/`)
      ? path.slice(context.sourcePath.length + 1)
      : path;
  if (
    foldersOf(inside).some(folder => OTHER_FOLDERS.has(folder)) ||
    TEST_FILE.test(baseName(path))
  ) {
    return undefined;
  }
  return SYNTAX_BY_EXTENSION[extensionOf(path)];
}

/** The code of the service that runs in production: no tests, no copies. */
export const readSourceFiles = memoizePerContext(
  async (context: DetectorContext): Promise<SourceFile[]> => {
    const files: SourceFile[] = [];
    for (const path of context.files) {
      const syntax = sourceSyntax(context, path);
      if (!syntax) {
        continue;
      }
      if (files.length === MAX_SOURCE_FILES) {
        context.error({
          file: path,
          message: `The service has more than ${MAX_SOURCE_FILES} source files: this one and those behind it were not read`,
        });
        break;
      }
      const text = await context.text(path);
      if (text !== undefined) {
        let masked: MaskedSource | undefined;
        files.push({
          path,
          syntax,
          text,
          masked: () => (masked ??= maskSource(text, syntax)),
        });
      }
    }
    return files;
  },
);

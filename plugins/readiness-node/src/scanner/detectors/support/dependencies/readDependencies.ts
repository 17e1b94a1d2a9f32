import type { DetectorContext } from '../../../Detector';
import { memoizePerContext } from '../memoizePerContext';
import { baseName, folderOf, foldersOf } from '../paths';
import { readSourceFiles } from '../source/sourceFiles';
import { objectAt } from '../values';
import {
  ecosystemOf,
  parseCargo,
  parseGemfile,
  parseGoMod,
  parseGradle,
  parsePom,
  parseProject,
  parsePyproject,
  parseRequirements,
  parseVersionCatalog,
} from './parseManifests';
import type { Dependency, Ecosystem } from './types';

/** Folders whose manifests are not the service's own. */
const OTHER_FOLDERS = new Set([
  'node_modules',
  'vendor',
  'third_party',
  'dist',
  'testdata',
  'fixtures',
  'examples',
  'e2e',
  'venv',
  '.venv',
]);

/** The libraries of the service. */
export interface Dependencies {
  /** The manifests that were read; without any nothing is known. */
  manifests: string[];
  all: Dependency[];
  /** The first that production needs and one of the names begins or equals. */
  find(ecosystem: Ecosystem, names: readonly string[]): Dependency | undefined;
}

/** Whether a name of the registry is meant: `a/*` means all below `a/`. */
function isMeant(name: string, wanted: string): boolean {
  return wanted.endsWith('*')
    ? name.startsWith(wanted.slice(0, -1).toLowerCase())
    : name === wanted.toLowerCase();
}

function isForDevelopment(path: string): boolean {
  return /^requirements.*(?:dev|test|lint|doc)/i.test(baseName(path));
}

async function readManifest(
  context: DetectorContext,
  path: string,
  ecosystem: Ecosystem,
): Promise<Dependency[] | undefined> {
  if (ecosystem === 'npm') {
    const document = (await context.documents(path))?.[0];
    return document
      ? (
          ['dependencies', 'optionalDependencies', 'devDependencies'] as const
        ).flatMap(table =>
          Object.keys(objectAt(document.value, table)).map(name => ({
            ecosystem,
            name: name.toLowerCase(),
            development: table === 'devDependencies',
            origin: { file: path, line: document.lineOf([table, name]) },
          })),
        )
      : undefined;
  }
  const text = await context.text(path);
  if (text === undefined) {
    return undefined;
  }
  const found = await parseManifest(context, path, text);
  return found?.map(({ line, ...dependency }) => ({
    ...dependency,
    ecosystem,
    origin: { file: path, line },
  }));
}

async function parseManifest(
  context: DetectorContext,
  path: string,
  text: string,
): Promise<ReturnType<typeof parseGoMod> | undefined> {
  const name = baseName(path);
  try {
    switch (name) {
      case 'go.mod':
        return parseGoMod(text);
      case 'pom.xml':
        return parsePom(text);
      case 'Gemfile':
        return parseGemfile(text);
      case 'Cargo.toml':
        return parseCargo(text);
      case 'pyproject.toml':
        return parsePyproject(text);
      case 'Pipfile':
        return parseRequirements(
          text.split('[dev-packages]')[0].replace(/^\[.*$/gm, '#'),
          false,
        );
      default:
    }
    if (name.startsWith('build.gradle')) {
      const catalog = [
        `${folderOf(path)}/gradle/libs.versions.toml`,
        'gradle/libs.versions.toml',
      ]
        .map(candidate => candidate.replace(/^\//, ''))
        .find(candidate => context.allFiles.includes(candidate));
      const versions =
        catalog === undefined ? undefined : await context.text(catalog);
      return parseGradle(
        text,
        versions ? parseVersionCatalog(versions) : new Map(),
      );
    }
    return name.endsWith('.csproj')
      ? parseProject(text)
      : parseRequirements(text, isForDevelopment(path));
  } catch (error) {
    context.error({
      file: path,
      message: `${name} does not parse: ${
        error instanceof Error ? error.message.split('\n')[0] : String(error)
      }`,
    });
    return undefined;
  }
}

/** Manifests above the service in a monorepo: only what its source names counts. */
function manifestsAbove(context: DetectorContext): string[] {
  const found: string[] = [];
  for (let folder = context.sourcePath; folder !== '' && found.length === 0; ) {
    folder = folderOf(folder);
    const here = folder;
    found.push(
      ...context.allFiles.filter(
        path =>
          folderOf(path) === here && ecosystemOf(baseName(path)) !== undefined,
      ),
    );
  }
  return found;
}

/** The libraries that the manifests of the service name, read once. */
export const readDependencies = memoizePerContext(
  async (context: DetectorContext): Promise<Dependencies> => {
    let paths = context.files.filter(
      path =>
        ecosystemOf(baseName(path)) !== undefined &&
        !foldersOf(path.slice(context.sourcePath.length)).some(folder =>
          OTHER_FOLDERS.has(folder),
        ),
    );
    const shared = paths.length === 0;
    if (shared) {
      paths = manifestsAbove(context);
    }
    // What production needs comes first: it is what people want to see named.
    paths = [
      ...paths.filter(path => !isForDevelopment(path)),
      ...paths.filter(isForDevelopment),
    ];
    const manifests: string[] = [];
    let all: Dependency[] = [];
    for (const path of paths) {
      const ecosystem = ecosystemOf(baseName(path));
      const read = ecosystem && (await readManifest(context, path, ecosystem));
      if (read) {
        manifests.push(path);
        all.push(...read);
      }
    }
    if (shared && all.length > 0) {
      const sources = await readSourceFiles(context);
      all = all.filter(({ name }) =>
        sources.some(({ text }) => text.toLowerCase().includes(name)),
      );
    }
    return {
      manifests,
      all,
      find: (ecosystem, names) =>
        all.find(
          dependency =>
            dependency.ecosystem === ecosystem &&
            !dependency.development &&
            names.some(name => isMeant(dependency.name, name)),
        ),
    };
  },
);

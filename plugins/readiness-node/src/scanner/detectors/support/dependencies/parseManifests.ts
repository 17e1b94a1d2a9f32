import { parse as parseToml } from 'smol-toml';
import { isObject, listAt, objectAt, stringAt, valueAt } from '../values';
import type { Dependency, Ecosystem } from './types';

type Found = Omit<Dependency, 'origin' | 'ecosystem'> & { line: number };

function lineOf(lines: readonly string[], text: string): number {
  const index = lines.findIndex(line => line.includes(text));
  return index < 0 ? 1 : index + 1;
}

/** The path of a Go module without `/v5`. */
function withoutMajor(path: string): string {
  return path.replace(/\/v\d{1,3}$/, '').toLowerCase();
}

export function parseGoMod(text: string): Found[] {
  const found: Found[] = [];
  let block = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const opened = /^(require|replace|exclude|retract|tool)\s*\(/.exec(
      line,
    )?.[1];
    if (opened) {
      block = opened;
    } else if (/^\)/.test(line)) {
      block = '';
    } else if (!/\/\/\s*indirect/.test(line)) {
      const single = /^require\s+(\S{1,300})\s+v\S/.exec(line)?.[1];
      const listed =
        block === 'require'
          ? /^\s+(\S{1,300})\s+v\S/.exec(line)?.[1]
          : undefined;
      const path = single ?? listed;
      if (path) {
        found.push({
          name: withoutMajor(path),
          development: false,
          line: index + 1,
        });
      }
    }
  }
  return found;
}

/** Python's rule: case and the kind of separator make no difference. */
function pythonName(requirement: string): string | undefined {
  return /^\s*([A-Za-z0-9][A-Za-z0-9._-]{0,100})/
    .exec(requirement)?.[1]
    .toLowerCase()
    .replace(/[._]+/g, '-');
}

export function parseRequirements(text: string, development: boolean): Found[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const name = /^\s*(?:#|-)/.test(line) ? undefined : pythonName(line);
    return name ? { name, development, line: index + 1 } : [];
  });
}

export function parsePyproject(text: string): Found[] {
  const document = parseToml(text);
  const lines = text.split(/\r?\n/);
  const found: Found[] = [];
  const add = (requirement: unknown, development: boolean) => {
    const name =
      typeof requirement === 'string' ? pythonName(requirement) : undefined;
    if (name && name !== 'python' && typeof requirement === 'string') {
      found.push({
        name,
        development,
        line: lineOf(lines, requirement),
      });
    }
  };
  listAt(document, 'project', 'dependencies').forEach(item => add(item, false));
  for (const [extra, items] of Object.entries(
    objectAt(document, 'project', 'optional-dependencies'),
  )) {
    listAt(items).forEach(item => add(item, /dev|test|lint|doc/.test(extra)));
  }
  for (const items of Object.values(objectAt(document, 'dependency-groups'))) {
    listAt(items).forEach(item => add(item, true));
  }
  const poetry = objectAt(document, 'tool', 'poetry');
  Object.keys(objectAt(poetry, 'dependencies')).forEach(item =>
    add(item, false),
  );
  for (const [group, value] of Object.entries(objectAt(poetry, 'group'))) {
    Object.keys(objectAt(value, 'dependencies')).forEach(item =>
      add(item, /dev|test|lint|doc/.test(group)),
    );
  }
  return found;
}

export function parseGemfile(text: string): Found[] {
  const found: Found[] = [];
  let development = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const group = /^\s*group\s+(.{1,200}?)\s+do\b/.exec(line)?.[1];
    if (group) {
      development = !/production|default/.test(group);
    } else if (/^\s*end\b/.test(line)) {
      development = false;
    }
    const name = /^\s*gem\s+["']([\w.-]{1,100})["']/.exec(line)?.[1];
    if (name) {
      found.push({
        name: name.toLowerCase(),
        development: development || /group:\s*:(?:test|development)/.test(line),
        line: index + 1,
      });
    }
  }
  return found;
}

export function parseCargo(text: string): Found[] {
  const document = parseToml(text);
  const lines = text.split(/\r?\n/);
  return (
    ['dependencies', 'dev-dependencies', 'build-dependencies'] as const
  ).flatMap(table =>
    Object.entries(objectAt(document, table)).map(([key, value]) => ({
      name: (isObject(value) && stringAt(value, 'package')
        ? String(valueAt(value, 'package'))
        : key
      ).toLowerCase(),
      development: table !== 'dependencies',
      line: lineOf(lines, key),
    })),
  );
}

export function parsePom(text: string): Found[] {
  const plain = text.replace(/<!--[^]*?(?:-->|$)/g, comment =>
    comment.replace(/[^\n]/g, ' '),
  );
  const found: Found[] = [];
  const managedFrom = plain.indexOf('<dependencyManagement>');
  const managedTo = plain.indexOf('</dependencyManagement>');
  for (
    let start = plain.indexOf('<dependency>');
    start >= 0;
    start = plain.indexOf('<dependency>', start + 1)
  ) {
    const end = plain.indexOf('</dependency>', start);
    if (end < 0) {
      break;
    }
    const block = plain.slice(start, Math.min(end, start + 5000));
    const group = /<groupId>\s*([^<\s]{1,200})\s*</.exec(block)?.[1];
    const artifact = /<artifactId>\s*([^<\s]{1,200})\s*</.exec(block)?.[1];
    const scope = /<scope>\s*(\w{1,20})\s*</.exec(block)?.[1];
    const managed = start > managedFrom && start < managedTo;
    if (group && artifact && !managed) {
      found.push({
        name: `${group}:${artifact}`.toLowerCase(),
        development: scope === 'test',
        line: plain.slice(0, start).split('\n').length,
      });
    }
  }
  return found;
}

export function parseGradle(
  text: string,
  catalog: ReadonlyMap<string, string>,
): Found[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [, configuration, rest] =
      /^\s*(\w{0,40}(?:[iI]mplementation|[aA]pi|[rR]untimeOnly|[cC]ompileOnly|kapt|ksp))\b\s*\(?\s*(.{1,300})$/.exec(
        line,
      ) ?? [];
    if (!configuration) {
      return [];
    }
    const literal =
      /["']([\w.-]{1,150}):([\w.-]{1,150})(?::[^"']{0,100})?["']/.exec(rest);
    const alias = /\blibs\.([\w.]{1,150})/.exec(rest)?.[1];
    const name = literal
      ? `${literal[1]}:${literal[2]}`
      : alias && catalog.get(alias.toLowerCase());
    return name
      ? {
          name: name.toLowerCase(),
          development: /test/i.test(configuration),
          line: index + 1,
        }
      : [];
  });
}

/** The libraries of Gradle's version catalog, by alias as builds write it. */
export function parseVersionCatalog(text: string): Map<string, string> {
  const libraries = new Map<string, string>();
  for (const [alias, value] of Object.entries(
    objectAt(parseToml(text), 'libraries'),
  )) {
    const module =
      typeof value === 'string'
        ? value.split(':').slice(0, 2).join(':')
        : stringAt(value, 'module') ??
          `${stringAt(value, 'group')}:${stringAt(value, 'name')}`;
    libraries.set(alias.toLowerCase().replace(/[-_]/g, '.'), module);
  }
  return libraries;
}

export function parseProject(text: string): Found[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const name = /<PackageReference\s[^>]{0,200}\bInclude="([^"]{1,200})"/.exec(
      line,
    )?.[1];
    return name
      ? { name: name.toLowerCase(), development: false, line: index + 1 }
      : [];
  });
}

/** Which file draws from which registry. */
export function ecosystemOf(name: string): Ecosystem | undefined {
  if (name === 'package.json') {
    return 'npm';
  }
  if (name === 'go.mod') {
    return 'go';
  }
  if (name === 'pom.xml' || /^build\.gradle(?:\.kts)?$/.test(name)) {
    return 'maven';
  }
  if (
    /^requirements[\w.-]*\.(?:txt|in)$/.test(name) ||
    name === 'pyproject.toml' ||
    name === 'Pipfile'
  ) {
    return 'pypi';
  }
  if (name === 'Gemfile') {
    return 'gem';
  }
  if (name === 'Cargo.toml') {
    return 'cargo';
  }
  return name.endsWith('.csproj') ? 'nuget' : undefined;
}

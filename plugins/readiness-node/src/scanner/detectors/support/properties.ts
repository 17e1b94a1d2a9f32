import type { DetectorContext } from '../../Detector';
import { memoizePerContext } from './memoizePerContext';
import { baseName, extensionOf } from './paths';
import { isObject, stringAt, valueAt } from './values';
import { workloadEnvironment } from './workloadEnvironment';
import type { Origin } from '@airworthy/plugin-readiness-common';

/** One property of a Spring, Quarkus or Micronaut application. */
export interface Property {
  value: string;
  origin: Origin;
}

/** The properties of the application in production. */
export interface Properties {
  /** The files that were read. */
  files: string[];
  /** By a name whose words are joined in any way Spring accepts. */
  get(name: string): Property | undefined;
  /** All whose name ends so, such as `hikari.maximum-pool-size`. */
  endingWith(suffix: string): Property[];
}

/** Relaxed binding: `maximum-pool-size` and `maximumPoolSize` are one. */
function relaxed(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

const FILE = /^(?:application|bootstrap)(?:-([\w-]+))?\.(?:ya?ml|properties)$/;

function flatten(
  value: unknown,
  path: Array<string | number>,
  visit: (path: Array<string | number>, value: string) => void,
): void {
  if (path.length > 20) {
    return;
  }
  if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(inner, [...path, key], visit);
    }
  } else if (!Array.isArray(value)) {
    const text = stringAt({ value }, 'value');
    if (text !== undefined) {
      visit(path, text);
    }
  }
}

function profilesOf(document: unknown): string[] {
  const active =
    valueAt(document, 'spring', 'config', 'activate', 'on-profile') ??
    valueAt(document, 'spring.config.activate.on-profile') ??
    valueAt(document, 'spring', 'profiles');
  return (Array.isArray(active) ? active : [active])
    .filter(profile => typeof profile === 'string')
    .flatMap(profile => String(profile).split(/[\s,|&]+/));
}

/** Reads the configuration files of the application, once. */
export const readProperties = memoizePerContext(
  async (context: DetectorContext): Promise<Properties> => {
    const environment = await workloadEnvironment(context);
    const active = new Set([
      'prod',
      'production',
      ...(environment.get('SPRING_PROFILES_ACTIVE')?.value ?? '').split(','),
    ]);
    const base = new Map<string, Property>();
    const profile = new Map<string, Property>();
    const files: string[] = [];
    for (const path of context.files) {
      const match = FILE.exec(baseName(path));
      const inTests = /(?:^|\/)(?:test|testFixtures)\//.test(path);
      if (!match || inTests || (match[1] && !active.has(match[1]))) {
        continue;
      }
      files.push(path);
      if (extensionOf(path) === 'properties') {
        const lines = ((await context.text(path)) ?? '').split(/\r?\n/);
        for (const [index, line] of lines.entries()) {
          const [, name, value] =
            /^\s*([\w.[\]-]{1,200})\s*[=:]\s*(.*)$/.exec(line) ?? [];
          if (name !== undefined && !line.trimStart().startsWith('#')) {
            (match[1] ? profile : base).set(relaxed(name), {
              value: value.trim(),
              origin: { file: path, line: index + 1 },
            });
          }
        }
        continue;
      }
      for (const document of (await context.documents(path)) ?? []) {
        const profiles = profilesOf(document.value);
        if (profiles.length > 0 && !profiles.some(name => active.has(name))) {
          continue;
        }
        const target = match[1] || profiles.length > 0 ? profile : base;
        flatten(document.value, [], (keys, value) =>
          target.set(relaxed(keys.join('.')), {
            value,
            origin: { file: path, line: document.lineOf(keys) },
          }),
        );
      }
    }
    const all = new Map([...base, ...profile]);
    for (const [name, variable] of environment) {
      if (variable.value !== undefined && /^(?:SPRING|QUARKUS)_/.test(name)) {
        all.set(relaxed(name.replace(/_/g, '.')), {
          value: variable.value,
          origin: variable.origin,
        });
      }
    }
    const resolve = (property: Property): Property => {
      const [, name, fallback] =
        /^\$\{([\w.]{1,100})(?::([^}]{0,200}))?\}$/.exec(property.value) ?? [];
      if (name === undefined) {
        return property;
      }
      const variable = environment.get(name);
      if (variable?.value !== undefined) {
        return { value: variable.value, origin: variable.origin };
      }
      return fallback === undefined
        ? property
        : { ...property, value: fallback };
    };
    return {
      files,
      get(name) {
        const found = all.get(relaxed(name));
        return found && resolve(found);
      },
      endingWith(suffix) {
        const wanted = relaxed(suffix);
        return [...all]
          .filter(([name]) => name === wanted || name.endsWith(`.${wanted}`))
          .map(([, property]) => resolve(property));
      },
    };
  },
);

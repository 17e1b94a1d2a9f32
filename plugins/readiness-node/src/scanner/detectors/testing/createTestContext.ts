import type { FactValue, Origin } from '@airworthy/plugin-readiness-common';
import type { JsonObject } from '@backstage/types';
import { LineCounter, isNode, parseAllDocuments } from 'yaml';
import type {
  Detector,
  DetectorContext,
  ProductionObject,
} from '../../Detector';
import type { ScanEntity, ScanError } from '../../types';
import { isObject, stringAt } from '../support/values';

/** What a repository in memory holds. */
export interface TestContextOptions {
  /** Text by path. */
  files?: Record<string, string>;
  /** Paths of `files` whose Kubernetes objects are the service's in production. */
  manifests?: string[];
  /** `payments-api` unless told. */
  name?: string;
  annotations?: Record<string, string>;
  sourcePath?: string;
  /** The catalog entity. */
  entity?: JsonObject;
  now?: number;
}

/** What detectors stated, by name of the fact. */
export interface Findings {
  facts: Record<string, FactValue>;
  /** `file:line` of the scalar facts. */
  origins: Record<string, string | undefined>;
  members: Record<string, Record<string, Record<string, FactValue>>>;
  /** `file:line` by list, member and field. */
  memberOrigins: Record<string, Record<string, Record<string, string>>>;
  gaps: Record<string, string[]>;
  /** Why members lack fields, by list and member. */
  memberGaps: Record<string, Record<string, string[]>>;
  errors: ScanError[];
  /** How often each file was read. */
  reads: Record<string, number>;
}

function written(origin: Origin): string {
  return origin.line === undefined
    ? String(origin.file)
    : `${origin.file}:${origin.line}`;
}

function documentsOf(text: string) {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines });
  if (!Array.isArray(parsed) || parsed.some(doc => doc.errors.length > 0)) {
    return undefined;
  }
  return parsed.map(document => ({
    value: document.toJS() as unknown,
    lineOf(path: ReadonlyArray<string | number>): number | undefined {
      const node: unknown =
        path.length === 0 ? document.contents : document.getIn(path, true);
      return isNode(node) && node.range
        ? lines.linePos(node.range[0]).line
        : undefined;
    },
  }));
}

function objectsOf(path: string, text: string): ProductionObject[] {
  const found: ProductionObject[] = [];
  for (const document of documentsOf(text) ?? []) {
    if (!isObject(document.value)) {
      continue;
    }
    const object = document.value as JsonObject;
    const kind = stringAt(object, 'kind') ?? '';
    const namespace = stringAt(object, 'metadata', 'namespace') ?? '';
    const name = stringAt(object, 'metadata', 'name') ?? '';
    const originOf = (keys: ReadonlyArray<string | number>): Origin => ({
      file: path,
      line: document.lineOf(keys) ?? document.lineOf([]),
    });
    found.push({
      key: `${kind}/${namespace}/${name}`,
      apiVersion: stringAt(object, 'apiVersion') ?? '',
      kind,
      namespace,
      name,
      object,
      origin: originOf([]),
      originOf,
    });
  }
  return found;
}

/** A repository in memory, and what is stated about it. */
export function createTestContext(options: TestContextOptions = {}): {
  context: DetectorContext;
  findings: Findings;
} {
  const files = options.files ?? {};
  const sourcePath = options.sourcePath ?? '';
  const allFiles = Object.keys(files).sort();
  const findings: Findings = {
    facts: {},
    origins: {},
    members: {},
    memberOrigins: {},
    gaps: {},
    memberGaps: {},
    errors: [],
    reads: {},
  };
  const name = options.name ?? 'payments-api';
  const entity: ScanEntity = {
    entityRef: `component:default/${name}`,
    name,
    namespace: 'default',
    annotations: options.annotations ?? {},
    labels: {},
    sourcePath: options.sourcePath,
    entity: options.entity,
  };
  const context: DetectorContext = {
    entity,
    sourcePath,
    files: allFiles.filter(
      path => sourcePath === '' || path.startsWith(`${sourcePath}/`),
    ),
    allFiles,
    now: options.now ?? Date.parse('2026-11-23T00:00:00Z'),
    objects: (options.manifests ?? []).flatMap(path =>
      objectsOf(path, files[path]),
    ),
    async text(path) {
      findings.reads[path] = (findings.reads[path] ?? 0) + 1;
      return files[path];
    },
    async documents(path) {
      findings.reads[path] = (findings.reads[path] ?? 0) + 1;
      return documentsOf(files[path]);
    },
    fact(fact, value, origin) {
      if (Object.prototype.hasOwnProperty.call(findings.facts, fact)) {
        throw new Error(`${fact} was stated twice`);
      }
      findings.facts[fact] = value;
      findings.origins[fact] = origin && written(origin);
    },
    member(list, key, fields, origins = {}) {
      findings.members[list] ??= {};
      if (Object.prototype.hasOwnProperty.call(findings.members[list], key)) {
        throw new Error(`${key} was stated twice in ${list}`);
      }
      findings.members[list][key] = fields;
      findings.memberOrigins[list] ??= {};
      findings.memberOrigins[list][key] = Object.fromEntries(
        Object.entries(origins).map(([field, origin]) => [
          field,
          written(origin),
        ]),
      );
    },
    gap(fact, reason, member) {
      if (member === undefined) {
        (findings.gaps[fact] ??= []).push(reason);
      } else {
        ((findings.memberGaps[fact] ??= {})[member] ??= []).push(reason);
      }
    },
    error(error) {
      findings.errors.push(error);
    },
  };
  return { context, findings };
}

/**
 * Runs one detector over a repository in memory. Fails where the detector
 * states a fact that it does not announce.
 */
export async function runDetector(
  detector: Detector,
  options: TestContextOptions,
): Promise<Findings> {
  const { context, findings } = createTestContext(options);
  await detector.detect(context);
  for (const stated of [
    ...Object.keys(findings.facts),
    ...Object.keys(findings.members),
    ...Object.keys(findings.gaps),
    ...Object.keys(findings.memberGaps),
  ]) {
    if (!detector.facts.includes(stated)) {
      throw new Error(`${detector.name} states ${stated} without saying so`);
    }
  }
  return findings;
}

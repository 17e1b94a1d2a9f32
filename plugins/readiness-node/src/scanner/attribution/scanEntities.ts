import { posix } from 'node:path';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import { isRecord, stringAt, stringEntriesAt } from '../json/values';
import type { Workload } from '../kubernetes/workloads/Workload';
import type { ScanEntity } from '../types';
import { toPlain } from '../yaml';

const SOURCE_PATH = 'airworthy.dev/source-path';

/** Types of Component that run something. */
const SERVICE_TYPES = new Set(['service', 'website']);

/** Whether an entity is a service: a library in the same repository runs none. */
export function isService({ entity }: ScanEntity): boolean {
  if (!entity) {
    return true;
  }
  const type = stringAt(entity, 'spec', 'type');
  return (
    stringAt(entity, 'kind')?.toLowerCase() === 'component' &&
    (type === undefined || SERVICE_TYPES.has(type.toLowerCase()))
  );
}

/** Whether a path lies in a folder; every path lies in the root. */
export function isBelow(path: string, folder: string | undefined): boolean {
  return !folder || path === folder || path.startsWith(`${folder}/`);
}

/** The folder that an entity's files are in, as its annotation or its catalog file says. */
export function folderOf(entity: ScanEntity): string {
  return entity.sourcePath ?? entity.homePath ?? '';
}

/** A folder of the repository as a person may write it: `./services/a/`. */
export function normalizeFolder(folder: string): string {
  const normalized = posix.normalize(folder.replace(/^\/+/, '') || '.');
  const trimmed = normalized.replace(/\/+$/, '');
  return trimmed === '.' || trimmed.startsWith('..') ? '' : trimmed;
}

/** The scan's view of a catalog entity; undefined where it is none. */
export function toScanEntity(entity: unknown): ScanEntity | undefined {
  if (!isRecord(entity)) {
    return undefined;
  }
  const kind = stringAt(entity, 'kind');
  const name = stringAt(entity, 'metadata', 'name');
  if (!kind || !name) {
    return undefined;
  }
  const namespace =
    stringAt(entity, 'metadata', 'namespace') ?? DEFAULT_NAMESPACE;
  const annotations = stringEntriesAt(entity, 'metadata', 'annotations');
  return {
    entityRef: stringifyEntityRef({ kind, namespace, name }),
    name,
    namespace,
    annotations,
    labels: stringEntriesAt(entity, 'metadata', 'labels'),
    ...(annotations[SOURCE_PATH] !== undefined && {
      sourcePath: normalizeFolder(annotations[SOURCE_PATH]),
    }),
    entity,
  };
}

/**
 * The Components that the repository's own catalog files describe; none where
 * it has no such file.
 */
export async function readCatalogEntities(
  files: RepositoryFiles,
): Promise<ScanEntity[]> {
  const entities = new Map<string, ScanEntity>();
  const paths = files.paths.filter(path =>
    /^catalog-info\.ya?ml$/.test(posix.basename(path)),
  );
  for (const path of paths) {
    const { documents } = await files.parse(path);
    for (const { root } of documents) {
      const entity = toScanEntity(toPlain(root));
      if (
        entity &&
        stringAt(entity.entity, 'apiVersion')?.startsWith('backstage.io/') &&
        stringAt(entity.entity, 'kind') === 'Component' &&
        // A template's skeleton names what it will make.
        /^[a-z0-9][a-z0-9._-]*$/i.test(entity.name) &&
        !entities.has(entity.entityRef)
      ) {
        const folder = posix.dirname(path);
        entities.set(entity.entityRef, {
          ...entity,
          ...(folder !== '.' && { homePath: folder }),
        });
      }
    }
  }
  return [...entities.values()];
}

/** A name as the catalog takes it. */
function toEntityName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[._-]+|[._-]+$/g, '')
      .slice(0, 63)
      .replace(/[._-]+$/, '') || 'workload'
  );
}

/**
 * A service for each workload, where no catalog says what is one. Workloads of
 * the same name are told apart by namespace, then by kind, then by number.
 */
export function entitiesOfWorkloads(
  workloads: readonly Workload[],
): Map<ScanEntity, Workload> {
  const counts = new Map<string, number>();
  for (const { name } of workloads) {
    const entityName = toEntityName(name);
    counts.set(entityName, (counts.get(entityName) ?? 0) + 1);
  }
  const taken = new Set<string>();
  const entities = new Map<ScanEntity, Workload>();
  for (const workload of workloads) {
    const { name, namespace, kind } = workload;
    const plain = toEntityName(name);
    const candidates = [
      ...(counts.get(plain) === 1 ? [plain] : []),
      ...(namespace ? [toEntityName(`${name}.${namespace}`)] : [plain]),
      toEntityName(`${name}.${namespace}.${kind}`),
    ];
    let entityName = candidates.find(candidate => !taken.has(candidate));
    for (let number = 2; entityName === undefined; number += 1) {
      const numbered = toEntityName(`${plain.slice(0, 55)}-${number}`);
      entityName = taken.has(numbered) ? undefined : numbered;
    }
    taken.add(entityName);
    entities.set(
      {
        entityRef: stringifyEntityRef({
          kind: 'component',
          namespace: DEFAULT_NAMESPACE,
          name: entityName,
        }),
        name: entityName,
        namespace: DEFAULT_NAMESPACE,
        annotations: {},
        labels: { ...workload.labels },
      },
      workload,
    );
  }
  return entities;
}

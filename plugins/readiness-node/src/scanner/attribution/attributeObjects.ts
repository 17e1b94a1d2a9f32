import { posix } from 'node:path';
import { stringEntriesAt } from '../json/values';
import type { KubernetesModel } from '../kubernetes/KubernetesModel';
import type { KubernetesObject } from '../kubernetes/objects';
import type { ScanEntity } from '../types';
import { onlyServiceAround, type Match } from './attributeWorkloads';
import { relatedObjects } from './relatedObjects';
import { isBelow, isService } from './scanEntities';

const NAME_KEYS = ['backstage.io/kubernetes-id', 'app.kubernetes.io/name'];

/** Whether an object says by name or label that it is an entity's. */
export function namesEntity(
  object: KubernetesObject,
  entity: ScanEntity,
): boolean {
  const id = entity.annotations['backstage.io/kubernetes-id'] ?? entity.name;
  const labels = {
    ...stringEntriesAt(object.object, 'metadata', 'annotations'),
    ...stringEntriesAt(object.object, 'metadata', 'labels'),
  };
  return (
    NAME_KEYS.some(key => labels[key] === id || labels[key] === entity.name) ||
    object.name === entity.name
  );
}

/**
 * The objects of each entity: those that belong to its workloads, and of the
 * rest those that name it, those in the only service's files, and those in a
 * folder where every workload is its own. An object may be that of several
 * entities, such as a policy for a whole namespace.
 */
export function attributeObjects(
  entities: readonly ScanEntity[],
  matches: ReadonlyMap<ScanEntity, readonly Match[]>,
  model: KubernetesModel,
): Map<ScanEntity, KubernetesObject[]> {
  const owners = new Map<KubernetesObject, Set<ScanEntity>>();
  const give = (object: KubernetesObject, entity: ScanEntity) => {
    const known = owners.get(object);
    if (known) {
      known.add(entity);
    } else {
      owners.set(object, new Set([entity]));
    }
  };
  for (const [entity, matched] of matches) {
    for (const { workload } of matched) {
      for (const object of relatedObjects(workload, model)) {
        give(object, entity);
      }
    }
  }

  const isWorkload = new Set(model.workloads.map(({ object }) => object));
  const services = entities.filter(isService);
  const folders = ownersOfFolders(matches, model);
  for (const object of model.objects.all) {
    if (owners.has(object) || isWorkload.has(object)) {
      continue;
    }
    const { sources } = object;
    const naming = entities.filter(
      entity =>
        sources.some(source => isBelow(source, entity.sourcePath)) &&
        namesEntity(object, entity),
    );
    const entity =
      naming.length === 1
        ? naming[0]
        : onlyServiceAround(services, sources) ??
          ownerOfFolder(folders, sources);
    if (entity) {
      give(object, entity);
    }
  }

  const objects = new Map<ScanEntity, KubernetesObject[]>();
  for (const object of model.objects.all) {
    for (const entity of owners.get(object) ?? []) {
      const known = objects.get(entity);
      if (known) {
        known.push(object);
      } else {
        objects.set(entity, [object]);
      }
    }
  }
  return objects;
}

/** Whose the workloads of each folder are; `undefined` where nobody's alone. */
function ownersOfFolders(
  matches: ReadonlyMap<ScanEntity, readonly Match[]>,
  model: KubernetesModel,
): Map<string, ScanEntity | undefined> {
  const entityOf = new Map(
    [...matches].flatMap(([entity, matched]) =>
      matched.map(({ workload }) => [workload, entity] as const),
    ),
  );
  const folders = new Map<string, ScanEntity | undefined>();
  for (const workload of model.workloads) {
    const entity = entityOf.get(workload);
    for (const source of workload.object.sources) {
      const folder = posix.dirname(source);
      folders.set(
        folder,
        folders.has(folder) && folders.get(folder) !== entity
          ? undefined
          : entity,
      );
    }
  }
  return folders;
}

function ownerOfFolder(
  folders: ReadonlyMap<string, ScanEntity | undefined>,
  sources: readonly string[],
): ScanEntity | undefined {
  const found = new Set(
    sources.map(source => folders.get(posix.dirname(source))),
  );
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

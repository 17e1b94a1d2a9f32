import { isService } from '../attribution/scanEntities';
import { relatedObjects } from '../attribution/relatedObjects';
import type { ScanEntity } from '../types';
import { ClusterModels } from './ClusterModels';
import { EntityObserver, type EntityPart } from './EntityObserver';
import {
  clusterOf,
  matchWorkloads,
  namesWorkloads,
  type WorkloadClaims,
} from './matchWorkloads';
import { NamedObjects } from './NamedObjects';
import type {
  ClusterInventory,
  ClusterObservation,
  ObservedEntity,
  ObserveClusterOptions,
} from './types';

/**
 * Says what a cluster shows about each entity: the facts that a repository scan
 * states, by the same code over the objects that run, and what only a cluster
 * knows. It gives way between namespaces, so that a large cluster blocks nobody.
 *
 * @public
 */
export async function observeCluster(
  inventory: ClusterInventory,
  options: ObserveClusterOptions,
): Promise<ClusterObservation> {
  const models = new ClusterModels(inventory, options);
  const entities = options.entities.filter(
    entity =>
      (isService(entity) || namesWorkloads(entity)) &&
      [undefined, options.cluster].includes(clusterOf(entity)),
  );
  const claims = withKnownContests(
    matchWorkloads(entities, models.workloads),
    options.contested,
  );
  const parts = await findParts(claims, models, options.signal);

  const observer = new EntityObserver(models, inventory, options);
  const contestedOf = new Map<
    string,
    Array<{ namespace: string; reason: string }>
  >();
  for (const { workload, entities: claimants, rule } of claims.contested) {
    const refs = claimants.map(({ entityRef }) => entityRef).sort();
    const reason = `${workload.key} is claimed by ${refs.join(
      ' and ',
    )} (${rule}) and goes to neither`;
    for (const entity of claimants) {
      contestedOf.set(entity.entityRef, [
        ...(contestedOf.get(entity.entityRef) ?? []),
        { namespace: workload.namespace, reason },
      ]);
    }
  }

  const observed: ObservedEntity[] = [];
  for (const entity of entities) {
    const matches = claims.matches.get(entity) ?? [];
    const contested = contestedOf.get(entity.entityRef) ?? [];
    if (matches.length === 0 && contested.length === 0) {
      continue;
    }
    if (observed.length % 100 === 0) {
      await giveWay(options.signal);
    }
    observed.push({
      entity,
      facts: observer.observe({
        parts: parts.get(entity) ?? [],
        contested,
      }),
      matched: matches.map(({ workload, rule }) => ({
        member: workload.key,
        rule,
      })),
      contested: contested.map(({ reason }) => reason),
    });
  }
  return {
    entities: observed,
    contested: new Map(
      claims.contested.map(({ workload, entities: claimants }) => [
        workload.key,
        claimants.map(({ entityRef }) => entityRef).sort(),
      ]),
    ),
  };
}

/** What two claimed before stays nobody's, where only one of them is asked about. */
function withKnownContests(
  claims: WorkloadClaims,
  known: ReadonlyMap<string, readonly string[]> = new Map(),
): WorkloadClaims {
  if (known.size === 0) {
    return claims;
  }
  const contested = [...claims.contested];
  for (const [entity, matches] of claims.matches) {
    claims.matches.set(
      entity,
      matches.filter(({ workload, rule }) => {
        const others = known.get(workload.key);
        if (!others?.includes(entity.entityRef)) {
          return true;
        }
        const rivals = others
          .filter(ref => ref !== entity.entityRef)
          .map(ref => ({ ...entity, entityRef: ref }));
        contested.push({ workload, entities: [entity, ...rivals], rule });
        return false;
      }),
    );
  }
  return { matches: claims.matches, contested };
}

/** The objects of each entity, namespace by namespace. */
async function findParts(
  claims: WorkloadClaims,
  models: ClusterModels,
  signal: AbortSignal | undefined,
): Promise<Map<ScanEntity, EntityPart[]>> {
  const byNamespace = new Map<string, Map<ScanEntity, Set<string>>>();
  for (const [entity, matches] of claims.matches) {
    for (const { workload } of matches) {
      const inside =
        byNamespace.get(workload.namespace) ??
        new Map<ScanEntity, Set<string>>();
      byNamespace.set(workload.namespace, inside);
      inside.set(
        entity,
        (inside.get(entity) ?? new Set<string>()).add(workload.key),
      );
    }
  }
  const parts = new Map<ScanEntity, EntityPart[]>();
  for (const [namespace, inside] of byNamespace) {
    await giveWay(signal);
    const model = models.modelOf(namespace);
    // Workloads of this model: those of the claims know no model.
    const workloads = new Map(
      model.workloads.map(workload => [workload.key, workload]),
    );
    const named = new NamedObjects(
      models.objectsIn(namespace).filter(({ key }) => !workloads.has(key)),
    );
    for (const [entity, keys] of inside) {
      const own = [...keys].flatMap(key => workloads.get(key) ?? []);
      const objects = new Set(
        own.flatMap(workload => [...relatedObjects(workload, model)]),
      );
      for (const object of named.of(entity)) {
        objects.add(object);
      }
      const known = parts.get(entity) ?? [];
      parts.set(entity, [
        ...known,
        { namespace, model, workloads: own, objects },
      ]);
    }
  }
  return parts;
}

async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(resolve => {
    setImmediate(resolve);
  });
  signal?.throwIfAborted();
}

import { attributeObjects } from './attribution/attributeObjects';
import {
  attributeWorkloads,
  type Match,
  type WorkloadAttribution,
} from './attribution/attributeWorkloads';
import {
  entitiesOfWorkloads,
  folderOf,
  isBelow,
  isService,
  readCatalogEntities,
} from './attribution/scanEntities';
import { createDetectorContext } from './createDetectorContext';
import { detectors } from './detectors';
import { ProductionNames } from './environment/ProductionNames';
import { FactCollector } from './facts/FactCollector';
import { RepositoryFiles } from './files/RepositoryFiles';
import {
  collectObjectFacts,
  collectServiceScalars,
  collectUnsaidScalars,
  MANIFEST_ENVIRONMENT,
} from './kubernetes/facts/serviceFacts';
import { KubernetesModel } from './kubernetes/KubernetesModel';
import { createObjects, type KubernetesObject } from './kubernetes/objects';
import { resolveScanLimits } from './limits';
import { listsHiddenBy, type ManifestGap } from './manifests/ManifestGap';
import type { ManifestSet } from './manifests/readPlainManifests';
import { readProductionManifests } from './manifests/readProductionManifests';
import type {
  RepositoryScan,
  RepositoryTree,
  ScanEntity,
  ScannedObject,
  ScannedService,
  ScanOptions,
} from './types';

/** Whose a scan is, and what each has. */
interface Attribution extends Pick<WorkloadAttribution, 'gaps' | 'errors'> {
  entities: readonly ScanEntity[];
  matches: ReadonlyMap<ScanEntity, readonly Match[]>;
  /** Each workload is its own service: another cannot be missing from it. */
  isByWorkload: boolean;
}

/**
 * Scans one repository: what its files declare about each service in it. Only
 * what cannot be read at all is thrown; all else is a named error, and the rest
 * is still scanned. The result depends on the tree and the options alone.
 *
 * @public
 */
export async function scanRepository(
  tree: RepositoryTree,
  options: ScanOptions,
): Promise<RepositoryScan> {
  const files = new RepositoryFiles(tree, resolveScanLimits(options.limits));
  const names = new ProductionNames(options.productionNames);
  const { manifests, gaps, taken } = await readProductionManifests(
    files,
    names,
  );
  const model = new KubernetesModel(
    createObjects(manifests, options.urlOf),
    gaps,
  );
  const attribution = await attribute(files, model, options);
  const objectsOf = attributeObjects(
    attribution.entities,
    attribution.matches,
    model,
  );

  const isOnlyService = attribution.entities.filter(isService).length <= 1;
  const services: ScannedService[] = [];
  for (const entity of attribution.entities) {
    services.push(
      await scanService({
        entity,
        objects: objectsOf.get(entity) ?? [],
        attribution,
        isOnlyService,
        files,
        model,
        gaps,
        taken,
        options,
      }),
    );
  }

  const everything = createCollector(options);
  collectObjectFacts(everything, model, {
    environment: MANIFEST_ENVIRONMENT,
    isIncluded: () => true,
  });
  return {
    services,
    objectFacts: everything.toRecords(),
    objects: model.objects.all.map(toScannedObject),
    errors: [...files.errors, ...attribution.errors],
  };
}

async function attribute(
  files: RepositoryFiles,
  model: KubernetesModel,
  options: ScanOptions,
): Promise<Attribution> {
  const entities = options.entities ?? (await readCatalogEntities(files));
  if (options.entities || entities.length > 0) {
    return {
      ...attributeWorkloads(entities, model.workloads),
      entities,
      isByWorkload: false,
    };
  }
  const byWorkload = entitiesOfWorkloads(model.workloads);
  return {
    entities: [...byWorkload.keys()],
    matches: new Map(
      [...byWorkload].map(([entity, workload]) => [
        entity,
        [
          {
            workload,
            rule: 'a service of its own: there is no catalog-info.yaml',
          },
        ],
      ]),
    ),
    gaps: new Map(),
    errors: [],
    isByWorkload: true,
  };
}

async function scanService(input: {
  entity: ScanEntity;
  objects: readonly KubernetesObject[];
  attribution: Attribution;
  isOnlyService: boolean;
  files: RepositoryFiles;
  model: KubernetesModel;
  gaps: readonly ManifestGap[];
  taken: ManifestSet['taken'];
  options: ScanOptions;
}): Promise<ScannedService> {
  const { entity, objects, attribution, files, model, options } = input;
  const collector = createCollector(options);
  const matches = attribution.matches.get(entity) ?? [];
  const own = new Set(objects);
  const folder =
    entity.sourcePath ?? (input.isOnlyService ? '' : folderOf(entity));

  collectObjectFacts(collector, model, {
    environment: MANIFEST_ENVIRONMENT,
    isIncluded: object => own.has(object),
  });
  const scalars = {
    workloads: matches.map(({ workload }) => workload),
    objects,
    environment: MANIFEST_ENVIRONMENT,
  };
  collectServiceScalars(collector, model, scalars);
  collectUnsaidScalars(collector, model, scalars);
  if (isService(entity)) {
    for (const gap of input.gaps.filter(
      ({ path }) => path === '' || isBelow(path, folder),
    )) {
      for (const list of listsHiddenBy(gap)) {
        if (!(list === 'workloads' && attribution.isByWorkload)) {
          collector.gap(list, gap.reason, MANIFEST_ENVIRONMENT);
        }
      }
    }
  }
  for (const reason of attribution.gaps.get(entity) ?? []) {
    collector.gap('workloads', reason, MANIFEST_ENVIRONMENT);
  }

  const context = createDetectorContext({
    entity,
    folder,
    files,
    objects,
    collector,
    urlOf: options.urlOf,
    now: options.now,
  });
  for (const detector of [...detectors, ...(options.detectors ?? [])]) {
    try {
      await detector.detect(context);
    } catch (error) {
      // One detector that fails must not hide what the others find.
      for (const fact of detector.facts) {
        context.gap(fact, `the scan for it failed: ${error}`);
      }
      context.error({
        file: folder || '.',
        message: `${detector.name} failed for ${entity.entityRef}: ${error}`,
      });
    }
  }

  const overlay = input.taken
    .filter(({ source }) =>
      objects.some(object => object.sources.includes(source)),
    )
    .map(({ title }) => title)
    .join(', ');
  return {
    entity,
    facts: collector.toRecords(),
    matched: matches.map(({ workload, rule }) => ({
      member: workload.key,
      rule,
    })),
    ...(overlay && { overlay }),
  };
}

function createCollector(options: ScanOptions): FactCollector {
  return new FactCollector({
    source: options.source ?? 'repository',
    now: options.now,
    expiresAt: options.expiresAt,
  });
}

function toScannedObject(object: KubernetesObject): ScannedObject {
  const { apiVersion, kind, namespace, name, key, origin } = object;
  const { file = key, line = 1 } = origin;
  return { apiVersion, kind, namespace, name, key, file, line };
}

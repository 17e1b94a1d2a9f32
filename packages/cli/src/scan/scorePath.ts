import { resolve } from 'node:path';
import {
  FactRegistry,
  compileChecklist,
  defaultChecklist,
  explainScorecard,
  judgeMembers,
  mergeChecklist,
  summarizeEntity,
  type CompiledChecklist,
  type EntitySummary,
  type SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import {
  createLocalTree,
  scanRepository,
  type RepositoryScan,
  type ScanEntity,
} from '@airworthy/plugin-readiness-node';
import type { Entity } from '@backstage/catalog-model';
import { readChecklistFile } from './readChecklistFile';
import type { JudgedObject, ObjectFault, ScanResult } from './types';

/** The only source of a scan: what the repository declares. */
const SOURCE_ID = 'repository';

/**
 * Scans a folder or a file and scores every service found in it.
 *
 * @throws NotFoundError where there is nothing at the path, InputError where
 * the checklist file is at fault
 */
export async function scorePath(options: {
  path: string;
  workingDirectory: string;
  checklistFile?: string;
  /** Milliseconds since the epoch. */
  now: number;
}): Promise<ScanResult> {
  const { workingDirectory, now } = options;
  const registry = FactRegistry.create();
  const source: SourceDescriptor = {
    id: SOURCE_ID,
    kind: 'repository',
    title: 'repository',
    strength: 'declared',
    supplies: registry
      .all()
      .filter(fact => fact.suppliedBy.includes('repository'))
      .map(fact => fact.name),
  };
  const checklist = compileChecklist(
    options.checklistFile
      ? mergeChecklist(
          defaultChecklist,
          await readChecklistFile(
            resolve(workingDirectory, options.checklistFile),
          ),
        )
      : defaultChecklist,
    { registry, sources: [source], path: options.checklistFile },
  );

  const tree = await createLocalTree(resolve(workingDirectory, options.path));
  const scan = await scanRepository(tree, { now, source: SOURCE_ID });
  const since = new Date(now).toISOString();
  const links = [{ source: SOURCE_ID, status: 'ok' as const, since }];

  return {
    checklist: {
      id: checklist.id,
      title: checklist.title,
      version: checklist.version,
    },
    levels: [...checklist.levels],
    scorecards: scan.services
      .map(service => ({ ...service, summary: summarize(service.entity) }))
      .filter(({ summary }) => checklist.appliesTo(summary.entity))
      .map(({ summary, facts }) =>
        explainScorecard(checklist, { entity: summary, facts, links, now }),
      ),
    services: scan.services.map(({ entity, overlay, matched }) => ({
      entityRef: entity.entityRef,
      ...(overlay !== undefined && { overlay }),
      matched,
    })),
    objects: judgeObjects({ checklist, scan, links, now }),
    inactive: [...checklist.inactive],
    errors: scan.errors,
  };
}

/**
 * An entity of the repository; one without a catalog file is a service of no
 * owner, since a workload is all that is known of it.
 */
function summarize(entity: ScanEntity): EntitySummary {
  const catalogEntity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    spec: { type: 'service', lifecycle: 'production' },
    ...entity.entity,
    metadata: {
      ...metadataOf(entity),
      name: entity.name,
      namespace: entity.namespace,
      labels: entity.labels,
      annotations: entity.annotations,
    },
  };
  return summarizeEntity(catalogEntity);
}

function metadataOf(entity: ScanEntity): object {
  const metadata = entity.entity?.metadata;
  return typeof metadata === 'object' && metadata !== null ? metadata : {};
}

/**
 * Holds the list rules against every object that was read, whoever owns it, so
 * that a role or a budget of nobody is judged, too.
 */
function judgeObjects(options: {
  checklist: CompiledChecklist;
  scan: RepositoryScan;
  links: Parameters<typeof explainScorecard>[1]['links'];
  now: number;
}): JudgedObject[] {
  const { checklist, scan, links, now } = options;
  const faults = new Map<string, ObjectFault[]>();
  const verdicts = judgeMembers(checklist, {
    entity: summarize({
      entityRef: 'component:default/repository',
      name: 'repository',
      namespace: 'default',
      annotations: {},
      labels: {},
    }),
    facts: scan.objectFacts,
    links,
    now,
  });
  for (const { check, member, faultOn, message } of verdicts) {
    const key = faultOn ?? member;
    const known = faults.get(key) ?? [];
    if (!known.some(fault => fault.check === check)) {
      known.push({ check, message });
    }
    faults.set(key, known);
  }
  return scan.objects.map(object => ({
    ...object,
    faults: faults.get(object.key) ?? [],
  }));
}

import type { Workload } from '../kubernetes/workloads/Workload';
import type { ScanEntity, ScanError } from '../types';
import { isInNamespace, MATCH_RULES } from './matchRules';
import { folderOf, isBelow, isService } from './scanEntities';

/** A workload that is an entity's, and why. */
export interface Match {
  workload: Workload;
  /** For people: `app.kubernetes.io/name: payments-api`. */
  rule: string;
}

/** Whose each workload is. */
export interface WorkloadAttribution {
  matches: Map<ScanEntity, Match[]>;
  /** Why an entity may have workloads that were not given to it. */
  gaps: Map<ScanEntity, string[]>;
  errors: ScanError[];
}

interface Claim {
  entity: ScanEntity;
  /** Position in {@link MATCH_RULES}: 0 is the strongest. */
  level: number;
}

/** Whether a workload may be an entity's by where its files are. */
function isWithin(entity: ScanEntity, workload: Workload): boolean {
  return workload.object.sources.some(source =>
    isBelow(source, entity.sourcePath),
  );
}

/** By workload: the entities of which the first rule with a match matches it. */
function findClaims(
  entities: readonly ScanEntity[],
  workloads: readonly Workload[],
): Map<Workload, Claim[]> {
  const claims = new Map<Workload, Claim[]>();
  for (const entity of entities) {
    const candidates = workloads.filter(
      workload => isWithin(entity, workload) && isInNamespace(entity, workload),
    );
    for (const [level, rule] of MATCH_RULES.entries()) {
      const matched = candidates.filter(workload =>
        rule.matches(entity, workload),
      );
      for (const workload of matched) {
        const claim = { entity, level };
        claims.set(workload, [...(claims.get(workload) ?? []), claim]);
      }
      if (matched.length > 0) {
        break;
      }
    }
  }
  return claims;
}

/** The service among whose files something stands, where it is the only one. */
export function onlyServiceAround(
  services: readonly ScanEntity[],
  sources: readonly string[],
): ScanEntity | undefined {
  // The only service of a repository may have its catalog file anywhere.
  const folder = (entity: ScanEntity) =>
    services.length === 1 ? entity.sourcePath ?? '' : folderOf(entity);
  const around = services.filter(entity =>
    sources.some(source => isBelow(source, folder(entity))),
  );
  const narrowest = Math.max(...around.map(entity => folder(entity).length));
  const closest = around.filter(entity => folder(entity).length === narrowest);
  return closest.length === 1 ? closest[0] : undefined;
}

/**
 * Says whose each workload is. The strongest rule wins; a workload that two
 * entities claim by the same rule goes to neither, which is an error and a gap
 * of both. A workload that nobody claims is that of the only service around.
 */
export function attributeWorkloads(
  entities: readonly ScanEntity[],
  workloads: readonly Workload[],
): WorkloadAttribution {
  const matches = new Map<ScanEntity, Match[]>();
  const gaps = new Map<ScanEntity, string[]>();
  const errors: ScanError[] = [];
  const services = entities.filter(isService);
  const claims = findClaims(entities, workloads);

  for (const workload of workloads) {
    const claimed = claims.get(workload) ?? [];
    const strongest = Math.min(...claimed.map(claim => claim.level));
    const winners = claimed.filter(claim => claim.level === strongest);
    if (winners.length > 1) {
      const names = winners.map(({ entity }) => entity.entityRef).sort();
      const reason = `${workload.key} is claimed by ${names.join(
        ' and ',
      )} (${MATCH_RULES[strongest].describe(
        winners[0].entity,
      )}) and goes to neither`;
      const { file, line } = workload.object.origin;
      errors.push({ file: file ?? workload.key, line, message: reason });
      for (const { entity } of winners) {
        gaps.set(entity, [...(gaps.get(entity) ?? []), reason]);
      }
      continue;
    }
    const [winner] = winners;
    const only = winner
      ? undefined
      : onlyServiceAround(services, workload.object.sources);
    const entity = winner?.entity ?? only;
    if (entity) {
      const rule = winner
        ? MATCH_RULES[winner.level].describe(entity)
        : `only service of ${
            (services.length > 1 && folderOf(entity)) || 'the repository'
          }`;
      matches.set(entity, [...(matches.get(entity) ?? []), { workload, rule }]);
    }
  }
  return { matches, gaps, errors };
}

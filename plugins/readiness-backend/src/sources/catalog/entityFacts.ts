import type { FactValue } from '@airworthy/plugin-readiness-common';
import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import { field, objects } from './fields';
import type { OwnerDirectory } from './OwnerDirectory';

/** A fact of the catalog before it has provenance. */
export interface CatalogFact {
  name: string;
  value?: FactValue;
  missing?: string;
  /** The entity whose page shows it. */
  seenAt: string;
}

/** Which types of Resource count as what. */
export interface ResourceTypes {
  datastores: readonly string[];
  queues: readonly string[];
}

/** What the catalog says about who owns an entity. */
export function ownerFacts(
  entity: SourceEntity,
  directory: OwnerDirectory,
): CatalogFact[] {
  const ref = entity.owner ?? '';
  const owner = directory.get(ref);
  const seenAt = owner ? ref : entity.ref;
  return [
    { name: 'owner.ref', value: ref, seenAt: entity.ref },
    { name: 'owner.exists', value: owner !== undefined, seenAt },
    { name: 'owner.kind', value: kindOf(owner), seenAt },
    { name: 'owner.members', value: directory.membersOf(ref).size, seenAt },
    { name: 'owner.contacts', value: directory.contactsOf(ref), seenAt },
    {
      name: 'owner.handles',
      ...handles(ref, entity, directory),
      seenAt,
    },
  ];
}

/** What the catalog says an entity depends on. */
export function dependencyFacts(
  entity: SourceEntity,
  resources: ReadonlyMap<string, SourceEntity>,
  types: ResourceTypes,
): CatalogFact[] {
  const depended = objects(entity.entity.relations)
    .filter(relation => relation.type === 'dependsOn')
    .map(relation => resources.get(String(relation.targetRef)))
    .filter(resource => resource !== undefined);
  const ofTypes = (wanted: readonly string[]) =>
    depended
      .filter(resource => wanted.includes((resource.type ?? '').toLowerCase()))
      .map(resource => resource.ref)
      .sort();
  return [
    {
      name: 'datastore.resources',
      value: ofTypes(types.datastores),
      seenAt: entity.ref,
    },
    {
      name: 'queue.resources',
      value: ofTypes(types.queues),
      seenAt: entity.ref,
    },
  ];
}

const DASHBOARD_ANNOTATIONS = [
  'grafana/overview-dashboard',
  'grafana/dashboard-selector',
  'datadoghq.com/dashboard-url',
];

/** What a dashboard may answer, by the words of `dashboard.answers`. */
const DASHBOARD_ANSWERS = ['healthy', 'changes', 'dependencies', 'affected'];

const ANSWERS_ANNOTATION = 'airworthy.dev/dashboard-answers';

/** Dashboards that the catalog links from an entity, and what they answer. */
export function dashboardFacts(entity: SourceEntity): CatalogFact[] {
  const linked = objects(field(entity.entity, 'metadata.links'))
    .filter(link =>
      [link.type, link.icon, link.title].some(
        word => typeof word === 'string' && /dashboard/i.test(word),
      ),
    )
    .map(link => link.url)
    .filter(url => typeof url === 'string');
  const annotated = DASHBOARD_ANNOTATIONS.map(
    name => entity.annotations[name],
  ).filter(Boolean);
  return [
    {
      name: 'dashboard.links',
      value: [...linked, ...annotated],
      seenAt: entity.ref,
    },
    ...dashboardAnswers(entity),
  ];
}

/** Without the annotation the catalog says nothing: a definition may answer. */
function dashboardAnswers(entity: SourceEntity): CatalogFact[] {
  const stated = entity.annotations[ANSWERS_ANNOTATION];
  if (stated === undefined) {
    return [];
  }
  const words = stated.split(',').map(word => word.trim().toLowerCase());
  return [
    {
      name: 'dashboard.answers',
      value: DASHBOARD_ANSWERS.filter(answer => words.includes(answer)),
      seenAt: entity.ref,
    },
  ];
}

function kindOf(owner: SourceEntity | undefined): string {
  if (!owner) {
    return '';
  }
  return owner.kind === 'group' ? 'Group' : 'User';
}

function handles(
  ref: string,
  entity: SourceEntity,
  directory: OwnerDirectory,
): { value?: FactValue; missing?: string } {
  if (ref === '') {
    return { value: [] };
  }
  const found = directory.handlesOf(ref, entity);
  return 'handles' in found
    ? { value: found.handles }
    : { missing: found.missing };
}

/**
 * Fields of catalog entities that reconcile always asks for: identity, place in
 * the organisation, and what the catalog's own facts read.
 */
const OWN_FIELDS = [
  'kind',
  'apiVersion',
  'metadata.uid',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.labels',
  'metadata.annotations',
  'metadata.tags',
  'metadata.links',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'spec.domain',
  'spec.tier',
  'spec.profile',
  'spec.dependsOn',
  'relations',
];

/**
 * The union of what reconcile, predicates and sources read, without what
 * another field holds already.
 */
export function catalogFields(...others: ReadonlyArray<readonly string[]>) {
  const all = [...new Set([...OWN_FIELDS, ...others.flat()])].sort();
  return all.filter(field => !all.some(other => field.startsWith(`${other}.`)));
}

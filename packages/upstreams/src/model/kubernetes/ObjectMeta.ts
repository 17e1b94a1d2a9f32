import { createHash } from 'node:crypto';

/** A value of an object, as JSON has it; what is undefined is left out there. */
export type KubernetesValue =
  | string
  | number
  | boolean
  | KubernetesValue[]
  | { [key: string]: KubernetesValue | undefined };

/** An object as the API server tells it. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { [key: string]: KubernetesValue };
  [key: string]: KubernetesValue | undefined;
}

/** What is common to the objects of one company. */
export interface MetaOptions {
  name: string;
  /** Absent for what lies in none. */
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  createdAt: string;
  owner?: { apiVersion: string; kind: string; name: string; uid: string };
}

/** A uid that is the same for the same object. */
export function uidOf(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('/')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The short hash by which ReplicaSets and pods are called. */
export function hashOf(...words: string[]): string {
  return createHash('sha256')
    .update(words.join('/'))
    .digest('hex')
    .slice(0, 10);
}

/** `metadata`, with what the API server adds. */
export function metaOf(
  kind: string,
  options: MetaOptions,
): KubernetesObject['metadata'] {
  const { name, namespace, labels, annotations, createdAt, owner } = options;
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    uid: uidOf(kind, namespace ?? '', name),
    resourceVersion: '1',
    generation: 1,
    // The API server writes no fractions of a second.
    creationTimestamp: createdAt.replace(/\.\d+Z$/, 'Z'),
    ...(labels ? { labels } : {}),
    ...(annotations ? { annotations } : {}),
    ...(owner
      ? {
          ownerReferences: [
            { ...owner, controller: true, blockOwnerDeletion: true },
          ],
        }
      : {}),
    managedFields: [
      {
        manager: 'kubectl-client-side-apply',
        operation: 'Update',
        apiVersion: 'v1',
        time: createdAt.replace(/\.\d+Z$/, 'Z'),
        fieldsType: 'FieldsV1',
        fieldsV1: { 'f:metadata': { 'f:labels': {} } },
      },
    ],
  };
}

import { isRecord, listAt, stringAt } from '../../json/values';
import { findSecretInVariable } from '../../secrets';
import type { NodePath } from '../../yaml';
import type { Workload } from './Workload';

/** An environment variable that holds a secret in clear. */
export interface ClearVariable {
  name: string;
  /** From the pod spec. */
  path: NodePath;
}

/** Variables whose literal value is a secret. */
export function findClearVariables(workload: Workload): ClearVariable[] {
  const found = new Map<string, ClearVariable>();
  for (const container of workload.containers) {
    for (const [index, entry] of listAt(container.spec, 'env').entries()) {
      const name = stringAt(entry, 'name');
      const value = stringAt(entry, 'value');
      if (
        name !== undefined &&
        value !== undefined &&
        !found.has(name) &&
        findSecretInVariable(name, value)
      ) {
        found.set(name, {
          name,
          path: [...container.path, 'env', index, 'value'],
        });
      }
    }
  }
  return [...found.values()];
}

/** Secrets that a workload reads, by name; CSI and Vault name none. */
export function readsSecrets(workload: Workload): boolean {
  const fromEnvironment = workload.containers.some(
    container =>
      listAt(container.spec, 'env').some(entry =>
        hasReference(entry, 'valueFrom', 'secretKeyRef'),
      ) ||
      listAt(container.spec, 'envFrom').some(entry =>
        hasReference(entry, 'secretRef'),
      ),
  );
  return (
    fromEnvironment ||
    injectsVault(workload) ||
    listAt(workload.podSpec, 'volumes').some(
      volume =>
        hasReference(volume, 'secret') ||
        isSecretsStore(volume) ||
        listAt(volume, 'projected', 'sources').some(source =>
          hasReference(source, 'secret'),
        ),
    )
  );
}

/** Names of the Secrets that a workload reads. */
export function secretNames(workload: Workload): string[] {
  const names = [
    ...workload.containers.flatMap(container => [
      ...listAt(container.spec, 'env').map(entry =>
        stringAt(entry, 'valueFrom', 'secretKeyRef', 'name'),
      ),
      ...listAt(container.spec, 'envFrom').map(entry =>
        stringAt(entry, 'secretRef', 'name'),
      ),
    ]),
    ...listAt(workload.podSpec, 'volumes').flatMap(volume => [
      stringAt(volume, 'secret', 'secretName'),
      ...listAt(volume, 'projected', 'sources').map(source =>
        stringAt(source, 'secret', 'name'),
      ),
    ]),
  ];
  return [...new Set(names.filter(name => name !== undefined))];
}

/** Names of the ConfigMaps that a workload reads. */
export function configMapNames(workload: Workload): string[] {
  const names = [
    ...workload.containers.flatMap(container => [
      ...listAt(container.spec, 'env').map(entry =>
        stringAt(entry, 'valueFrom', 'configMapKeyRef', 'name'),
      ),
      ...listAt(container.spec, 'envFrom').map(entry =>
        stringAt(entry, 'configMapRef', 'name'),
      ),
    ]),
    ...listAt(workload.podSpec, 'volumes').flatMap(volume => [
      stringAt(volume, 'configMap', 'name'),
      ...listAt(volume, 'projected', 'sources').map(source =>
        stringAt(source, 'configMap', 'name'),
      ),
    ]),
  ];
  return [...new Set(names.filter(name => name !== undefined))];
}

/** Whether a volume comes from the Secrets Store CSI driver. */
export function isSecretsStore(
  volume: Parameters<typeof stringAt>[0],
): boolean {
  return stringAt(volume, 'csi', 'driver') === 'secrets-store.csi.k8s.io';
}

/** Whether Vault's agent brings the secrets of a workload. */
export function injectsVault(workload: Workload): boolean {
  return workload.podAnnotations['vault.hashicorp.com/agent-inject'] === 'true';
}

function hasReference(
  value: Parameters<typeof stringAt>[0],
  ...path: string[]
): boolean {
  let current: unknown = value;
  for (const key of path) {
    current = isRecord(current) ? current[key] : undefined;
  }
  return isRecord(current);
}

import type { Origin } from '@airworthy/plugin-readiness-common';
import { isRecord, listAt } from '../../json/values';
import type { KubernetesObject } from '../objects';
import {
  injectsVault,
  isSecretsStore,
  readsSecrets,
} from '../workloads/environment';
import type { Workload } from '../workloads/Workload';

/** Kinds through which a manager supplies secrets, and its name. */
const MANAGER_OF_KIND: Readonly<Record<string, string>> = {
  AzureKeyVaultSecret: 'Azure Key Vault',
  BitwardenSecret: 'Bitwarden',
  ClusterExternalSecret: 'ExternalSecret',
  DopplerSecret: 'Doppler',
  ExternalSecret: 'ExternalSecret',
  InfisicalSecret: 'Infisical',
  OnePasswordItem: '1Password',
  SealedSecret: 'SealedSecret',
  SecretProviderClass: 'CSI',
  SopsSecret: 'SOPS',
  VaultDynamicSecret: 'Vault',
  VaultPKISecret: 'Vault',
  VaultStaticSecret: 'Vault',
};

/** What supplies the secrets of a service, and whether it reads any. */
export interface SecretSupply {
  used: boolean;
  /** Sorted, each once. */
  managers: string[];
  /** Where the first manager was found. */
  origin?: Origin;
}

/** Looks at what the workloads read, and at what makes it. */
export function readSecretSupply(
  workloads: readonly Workload[],
  objects: readonly KubernetesObject[],
): SecretSupply {
  const managers = new Map<string, Origin>();
  const add = (manager: string, origin: Origin) => {
    if (!managers.has(manager)) {
      managers.set(manager, origin);
    }
  };
  for (const object of objects) {
    if (Object.hasOwn(MANAGER_OF_KIND, object.kind)) {
      add(MANAGER_OF_KIND[object.kind], object.origin);
    } else if (object.kind === 'Secret' && isRecord(object.object.sops)) {
      add('SOPS', object.origin);
    }
  }
  for (const workload of workloads) {
    if (injectsVault(workload)) {
      add('Vault', workload.object.origin);
    }
    if (listAt(workload.podSpec, 'volumes').some(isSecretsStore)) {
      add('CSI', workload.podOrigin(['volumes']));
    }
  }
  const names = [...managers.keys()].sort();
  return {
    used: workloads.some(readsSecrets),
    managers: names,
    ...(names[0] !== undefined && { origin: managers.get(names[0]) }),
  };
}

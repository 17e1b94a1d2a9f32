import type { Origin } from '@airworthy/plugin-readiness-common';
import {
  integerAt,
  listAt,
  recordAt,
  stringAt,
  valueAt,
} from '../../json/values';
import type { NodePath } from '../../yaml';
import type { KubernetesObject } from '../objects';

/** What a value is, and where it was written. */
export interface LocatedBoolean {
  value: boolean;
  origin: Origin;
}

/** Operators' kinds of database, and where each says how many instances run. */
const DATABASE_KINDS: ReadonlyArray<{
  group: string;
  kind: string;
  instances: readonly string[];
  /** Topology over which its operator spreads the instances. */
  topology: readonly string[];
}> = [
  {
    group: 'postgresql.cnpg.io',
    kind: 'Cluster',
    instances: ['spec', 'instances'],
    topology: ['spec', 'affinity', 'topologyKey'],
  },
  {
    group: 'acid.zalan.do',
    kind: 'postgresql',
    instances: ['spec', 'numberOfInstances'],
    topology: ['spec', 'podAntiAffinityTopologyKey'],
  },
  {
    group: 'mysql.oracle.com',
    kind: 'InnoDBCluster',
    instances: ['spec', 'instances'],
    topology: ['spec', 'podSpec', 'topologySpreadConstraints'],
  },
  {
    group: 'psmdb.percona.com',
    kind: 'PerconaServerMongoDB',
    instances: ['spec', 'replsets'],
    topology: ['spec', 'replsets'],
  },
];

function isZoneKey(value: unknown): boolean {
  return typeof value === 'string' && value.endsWith('/zone');
}

/** How often a database runs, and whether over zones. */
function readInstances(
  object: KubernetesObject,
): { count: number; overZones: boolean; path: NodePath } | undefined {
  const known = DATABASE_KINDS.find(
    ({ group, kind }) => group === object.group && kind === object.kind,
  );
  if (!known) {
    return undefined;
  }
  if (known.kind === 'PerconaServerMongoDB') {
    const sets = listAt(object.object, ...known.instances);
    return {
      count: Math.min(...sets.map(set => integerAt(set, 'size') ?? 1)),
      overZones: sets.every(set =>
        isZoneKey(stringAt(set, 'affinity', 'antiAffinityTopologyKey')),
      ),
      path: known.instances,
    };
  }
  const topology = valueAt(object.object, ...known.topology);
  const constraints = [
    ...listAt(object.object, 'spec', 'topologySpreadConstraints'),
    ...(Array.isArray(topology) ? topology : []),
  ];
  return {
    count: integerAt(object.object, ...known.instances) ?? 1,
    overZones:
      isZoneKey(topology) ||
      constraints.some(constraint =>
        isZoneKey(recordAt(constraint).topologyKey),
      ),
    path: known.instances,
  };
}

/**
 * Whether the databases that an operator runs fail over to another zone: every
 * one has a second instance, and they are spread over zones. Undefined where
 * no operator runs one here.
 */
export function readFailover(
  objects: readonly KubernetesObject[],
): LocatedBoolean | undefined {
  let result: LocatedBoolean | undefined;
  for (const object of objects) {
    const instances = readInstances(object);
    if (!instances) {
      continue;
    }
    const value = instances.count >= 2 && instances.overZones;
    if (result === undefined || !value) {
      result = { value, origin: object.originOf(instances.path) };
    }
    if (!value) {
      break;
    }
  }
  return result;
}

/** Parameters by which a StorageClass encrypts, by what provisions it. */
function isEncrypting(storageClass: KubernetesObject): boolean | undefined {
  const parameters = recordAt(storageClass.object, 'parameters');
  const encrypted = parameters.encrypted ?? parameters.Encrypted;
  if (encrypted !== undefined) {
    return String(encrypted) === 'true';
  }
  const provisioner = stringAt(storageClass.object, 'provisioner') ?? '';
  if (
    'disk-encryption-kms-key' in parameters ||
    'diskEncryptionSetID' in parameters ||
    // These clouds encrypt every disk, and it cannot be switched off.
    provisioner === 'pd.csi.storage.gke.io' ||
    provisioner === 'disk.csi.azure.com'
  ) {
    return true;
  }
  // Disks of AWS are encrypted only where it is said or set for the account.
  return undefined;
}

/** Names of the storage classes that databases and claims ask for. */
function storageClassesInUse(objects: readonly KubernetesObject[]): string[] {
  const names = objects.flatMap(object => {
    if (object.kind === 'StatefulSet') {
      return listAt(object.object, 'spec', 'volumeClaimTemplates').map(claim =>
        stringAt(claim, 'spec', 'storageClassName'),
      );
    }
    if (object.kind === 'PersistentVolumeClaim') {
      return [stringAt(object.object, 'spec', 'storageClassName')];
    }
    return readInstances(object)
      ? [
          stringAt(object.object, 'spec', 'storage', 'storageClass'),
          stringAt(object.object, 'spec', 'volume', 'storageClass'),
        ]
      : [];
  });
  return [...new Set(names.filter(name => name !== undefined))];
}

/**
 * Whether what the claims of the service ask for is encrypted: every storage
 * class in use that is defined here. Undefined where none is.
 */
export function readEncryptionAtRest(
  objects: readonly KubernetesObject[],
  all: readonly KubernetesObject[],
): LocatedBoolean | undefined {
  const inUse = storageClassesInUse(objects);
  let result: LocatedBoolean | undefined;
  for (const storageClass of all) {
    if (
      storageClass.kind !== 'StorageClass' ||
      !inUse.includes(storageClass.name)
    ) {
      continue;
    }
    const value = isEncrypting(storageClass);
    if (value !== undefined && (result === undefined || !value)) {
      result = { value, origin: storageClass.originOf(['parameters']) };
    }
  }
  return result;
}

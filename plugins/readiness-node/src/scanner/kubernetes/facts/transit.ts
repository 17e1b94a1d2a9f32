import { listAt, stringAt, stringEntriesAt } from '../../json/values';
import type { KubernetesObject } from '../objects';
import type { Workload } from '../workloads/Workload';
import type { LocatedBoolean } from './datastores';

/** A setting that asks for encryption to a datastore: name, and its values. */
const CLIENT_SETTINGS: ReadonlyArray<{ name: RegExp; value: RegExp }> = [
  {
    name: /(?:^|_)(?:PG)?SSL_?MODE$/i,
    value: /^(?:require|verify-ca|verify-full)$/i,
  },
  {
    name: /(?:DATABASE|DB|PG|POSTGRES|MYSQL|MONGO|REDIS|KAFKA|AMQP|RABBITMQ)\w{0,30}_(?:SSL|TLS)(?:_ENABLED)?$/i,
    value: /^(?:true|1|on|yes|required?)$/i,
  },
  { name: /SECURITY_PROTOCOL$/i, value: /^(?:SASL_)?SSL$/i },
];

const ENCRYPTED_CONNECTION =
  /^(?:rediss|amqps|mqtts|mongodb\+srv):\/\/|[?&;](?:sslmode=(?:require|verify-ca|verify-full)|(?:ssl|tls)=true|encrypt=true)\b/i;

/** Istio's mode, and a policy of Linkerd that lets no plain traffic in. */
function fromMesh(
  workloads: readonly Workload[],
  objects: readonly KubernetesObject[],
): LocatedBoolean | undefined {
  for (const object of objects) {
    const mode =
      object.kind === 'PeerAuthentication'
        ? stringAt(object.object, 'spec', 'mtls', 'mode')
        : undefined;
    if (mode !== undefined && mode !== 'UNSET') {
      return {
        value: mode === 'STRICT',
        origin: object.originOf(['spec', 'mtls', 'mode']),
      };
    }
  }
  const policy = 'config.linkerd.io/default-inbound-policy';
  const closed = workloads.filter(({ podAnnotations }) =>
    /^(?:all|cluster)-authenticated$/.test(podAnnotations[policy] ?? ''),
  );
  return workloads.length > 0 && closed.length === workloads.length
    ? { value: true, origin: closed[0].object.origin }
    : undefined;
}

function asksForEncryption(name: string, value: string): boolean {
  return (
    ENCRYPTED_CONNECTION.test(value.slice(0, 4096)) ||
    CLIENT_SETTINGS.some(
      setting =>
        setting.name.test(name.slice(0, 200)) &&
        setting.value.test(value.slice(0, 100)),
    )
  );
}

/** Variables and ConfigMaps that ask the datastore's client for encryption. */
function fromClients(
  workloads: readonly Workload[],
  objects: readonly KubernetesObject[],
): LocatedBoolean | undefined {
  for (const workload of workloads) {
    for (const { spec, path } of workload.containers) {
      for (const [index, entry] of listAt(spec, 'env').entries()) {
        if (
          asksForEncryption(
            stringAt(entry, 'name') ?? '',
            stringAt(entry, 'value') ?? '',
          )
        ) {
          return {
            value: true,
            origin: workload.podOrigin([...path, 'env', index, 'value']),
          };
        }
      }
    }
  }
  for (const object of objects.filter(({ kind }) => kind === 'ConfigMap')) {
    for (const [key, value] of Object.entries(
      stringEntriesAt(object.object, 'data'),
    )) {
      if (asksForEncryption(key, value)) {
        return { value: true, origin: object.originOf(['data', key]) };
      }
    }
  }
  return undefined;
}

/**
 * Whether traffic inside the cluster, or to the datastores, is encrypted;
 * undefined where nothing here says so: a mesh may be set up elsewhere.
 */
export function readTransitEncryption(
  workloads: readonly Workload[],
  objects: readonly KubernetesObject[],
): LocatedBoolean | undefined {
  const mesh = fromMesh(workloads, objects);
  return mesh?.value ? mesh : fromClients(workloads, objects) ?? mesh;
}

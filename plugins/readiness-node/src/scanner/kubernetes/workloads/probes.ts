import type { JsonObject, JsonValue } from '@backstage/types';
import {
  isRecord,
  isSameJson,
  listAt,
  recordAt,
  stringAt,
  valueAt,
} from '../../json/values';
import type { Container, Workload } from './Workload';

function hasProbe(container: Container, name: string): boolean {
  return isRecord(container.spec[name]);
}

/** A port by its number, where the container names it. */
function resolvePort(
  port: JsonValue | undefined,
  container: Container,
): JsonValue | undefined {
  if (typeof port !== 'string') {
    return port;
  }
  const named = listAt(container.spec, 'ports').find(
    entry => stringAt(entry, 'name') === port,
  );
  return (
    valueAt(named, 'containerPort') ??
    (/^\d+$/.test(port) ? Number(port) : port)
  );
}

/** What a probe asks, whatever its timing and its headers. */
function askedBy(probe: JsonObject, container: Container): JsonObject {
  const { httpGet, tcpSocket, grpc, exec } = probe;
  if (isRecord(httpGet)) {
    return {
      http: stringAt(httpGet, 'path') ?? '/',
      port: resolvePort(httpGet.port, container),
      host: httpGet.host,
      scheme: stringAt(httpGet, 'scheme') ?? 'HTTP',
    };
  }
  if (isRecord(tcpSocket)) {
    return {
      tcp: resolvePort(tcpSocket.port, container),
      host: tcpSocket.host,
    };
  }
  if (isRecord(grpc)) {
    return { grpc: grpc.port, service: stringAt(grpc, 'service') ?? '' };
  }
  return { exec: [...listAt(exec, 'command')] };
}

/** Long-running containers without a probe of this name. */
export function containersWithout(
  workload: Workload,
  probe: 'readinessProbe' | 'livenessProbe',
): Container[] {
  return workload.containers.filter(
    container => container.longRunning && !hasProbe(container, probe),
  );
}

/** Containers whose liveness probe asks the same as their readiness probe. */
export function containersWithSameProbes(workload: Workload): Container[] {
  return workload.containers.filter(
    container =>
      container.longRunning &&
      hasProbe(container, 'readinessProbe') &&
      hasProbe(container, 'livenessProbe') &&
      isSameJson(
        askedBy(recordAt(container.spec, 'readinessProbe'), container),
        askedBy(recordAt(container.spec, 'livenessProbe'), container),
      ),
  );
}

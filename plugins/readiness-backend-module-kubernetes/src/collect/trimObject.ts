import type { JsonObject, JsonValue } from '@backstage/types';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * What is needed of an object: without the bookkeeping of the API server, which
 * is often the larger part, and of a pod what says that and where it runs.
 */
export function trimObject(object: JsonObject): JsonObject {
  const trimmed: JsonObject = {
    ...object,
    metadata: trimMetadata(recordOf(object.metadata)),
  };
  if (object.kind === 'ConfigMap') {
    delete trimmed.binaryData;
  }
  if (object.kind === 'Pod') {
    return trimPod(trimmed);
  }
  return trimmed;
}

function trimMetadata({
  managedFields: _,
  annotations,
  ...metadata
}: JsonObject): JsonObject {
  const { [LAST_APPLIED]: __, ...kept } = recordOf(annotations);
  return Object.keys(kept).length > 0
    ? { ...metadata, annotations: kept }
    : metadata;
}

function trimPod(pod: JsonObject): JsonObject {
  const metadata = recordOf(pod.metadata);
  const spec = recordOf(pod.spec);
  const { phase, conditions, containerStatuses } = recordOf(pod.status);
  const isControlled = metadata.ownerReferences !== undefined;
  return {
    ...pod,
    spec: isControlled ? defined({ nodeName: spec.nodeName }) : spec,
    status: defined({
      phase,
      conditions,
      containerStatuses: listOf(containerStatuses).map(status =>
        defined({ restartCount: recordOf(status).restartCount }),
      ),
    }),
  };
}

function recordOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function defined(values: Record<string, JsonValue | undefined>): JsonObject {
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, JsonValue] => entry[1] !== undefined,
    ),
  );
}

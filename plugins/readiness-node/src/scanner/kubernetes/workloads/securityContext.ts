import type { JsonValue } from '@backstage/types';
import { booleanAt, valueAt } from '../../json/values';
import type { NodePath } from '../../yaml';
import type { Container, Workload } from './Workload';

/** A setting of the container, else of its pod. */
function setting(
  workload: Workload,
  container: Container,
  name: string,
): { value: JsonValue | undefined; path: NodePath } {
  const own = valueAt(container.spec, 'securityContext', name);
  return own !== undefined
    ? { value: own, path: [...container.path, 'securityContext', name] }
    : {
        value: valueAt(workload.podSpec, 'securityContext', name),
        path: ['securityContext', name],
      };
}

/**
 * Where a container runs as the root user or group, or may: the path of the
 * setting at fault from the pod spec, or of the container where settings are
 * missing. Undefined where it cannot be root.
 */
export function rootFault(
  workload: Workload,
  container: Container,
): NodePath | undefined {
  const user = setting(workload, container, 'runAsUser');
  if (user.value === 0) {
    return user.path;
  }
  const group = setting(workload, container, 'runAsGroup');
  if (group.value === 0) {
    return group.path;
  }
  const nonRoot = setting(workload, container, 'runAsNonRoot');
  if (typeof user.value === 'number' || nonRoot.value === true) {
    return undefined;
  }
  return nonRoot.value === false ? nonRoot.path : container.path;
}

/** Whether a container is privileged. */
export function isPrivileged(container: Container): boolean {
  return booleanAt(container.spec, 'securityContext', 'privileged') === true;
}

/** Whether a container states that it may gain privileges. */
export function escalates(container: Container): boolean {
  return (
    booleanAt(container.spec, 'securityContext', 'allowPrivilegeEscalation') ===
    true
  );
}

/** Whether the root file system of a container is writable. */
export function hasWritableRoot(container: Container): boolean {
  return (
    booleanAt(container.spec, 'securityContext', 'readOnlyRootFilesystem') !==
    true
  );
}

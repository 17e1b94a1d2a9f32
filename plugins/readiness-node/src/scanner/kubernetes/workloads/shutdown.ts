import { isRecord, listAt, valueAt } from '../../json/values';
import type { NodePath } from '../../yaml';
import type { Workload } from './Workload';

/** Kubernetes' own default. */
export const DEFAULT_GRACE_SECONDS = 30;

/**
 * Where the preStop hook of a workload stands, from the pod spec: every
 * container that takes requests (has ports) has one; without ports any
 * container's counts. Undefined where none has.
 */
export function findPreStopHook(workload: Workload): NodePath | undefined {
  const longRunning = workload.containers.filter(
    container => container.longRunning,
  );
  const serving = longRunning.filter(
    container => listAt(container.spec, 'ports').length > 0,
  );
  const considered = serving.length > 0 ? serving : longRunning;
  const hooked = considered.filter(container =>
    isRecord(valueAt(container.spec, 'lifecycle', 'preStop')),
  );
  const isHooked =
    serving.length > 0 ? hooked.length === serving.length : hooked.length > 0;
  return isHooked && hooked[0]
    ? [...hooked[0].path, 'lifecycle', 'preStop']
    : undefined;
}

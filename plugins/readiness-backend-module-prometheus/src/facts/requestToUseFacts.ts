import type { FactFrame, SourceEntity } from '@airworthy/plugin-readiness-node';
import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { Sample } from '../prometheus/types';
import { roundRatio } from './roundRatio';

/** Kubernetes kinds by the words of `workload_type`. */
const KINDS: Record<string, string> = {
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  replicaset: 'ReplicaSet',
  rollout: 'Rollout',
  job: 'Job',
  cronjob: 'CronJob',
};

/** What a workload requests beside what it uses. */
export interface WorkloadRatio {
  kind: string;
  namespace: string;
  name: string;
  /** Requests divided by use, the larger of CPU and memory. */
  requestToUse: number;
}

/** Divides requests by use, where both are known. */
export function readRatios(
  requests: readonly Sample[],
  use: readonly Sample[],
): WorkloadRatio[] {
  const used = new Map(use.map(sample => [keyOf(sample), sample.value]));
  const ratios = new Map<string, WorkloadRatio>();
  for (const sample of requests) {
    const { namespace, workload: name, workload_type: type } = sample.labels;
    const kind = KINDS[(type ?? '').toLowerCase()];
    const ratio = sample.value / (used.get(keyOf(sample)) ?? NaN);
    if (!kind || !namespace || !name || !Number.isFinite(ratio)) {
      continue;
    }
    const key = `${kind}/${namespace}/${name}`;
    const requestToUse = Math.max(ratio, ratios.get(key)?.requestToUse ?? 0);
    ratios.set(key, { kind, namespace, name, requestToUse });
  }
  return [...ratios.values()];
}

function keyOf({ labels }: Sample): string {
  return [
    labels.namespace,
    labels.workload_type,
    labels.workload,
    labels.resource,
  ].join('/');
}

/** Finds the workloads that may be an entity's. */
export class WorkloadRatioIndex {
  readonly #byFirstWord = new Map<string, WorkloadRatio[]>();

  constructor(ratios: readonly WorkloadRatio[]) {
    for (const ratio of ratios) {
      const word = firstWord(ratio.name);
      const known = this.#byFirstWord.get(word);
      if (known) {
        known.push(ratio);
      } else {
        this.#byFirstWord.set(word, [ratio]);
      }
    }
  }

  /**
   * Workloads called like the entity or like it with more words, in the
   * namespace that it names. Which of them are its own is not for us to say:
   * the facts only add to workloads that the cluster or the repository found.
   */
  find({
    name,
    annotations,
  }: Pick<SourceEntity, 'name' | 'annotations'>): WorkloadRatio[] {
    const namespace = annotations['backstage.io/kubernetes-namespace'];
    const names = new Set([name, annotations['backstage.io/kubernetes-id']]);
    return [...names].flatMap(id =>
      id === undefined
        ? []
        : (this.#byFirstWord.get(firstWord(id)) ?? []).filter(
            ratio =>
              (ratio.name === id || ratio.name.startsWith(`${id}-`)) &&
              (namespace === undefined || ratio.namespace === namespace),
          ),
    );
  }
}

function firstWord(name: string): string {
  return name.split('-')[0];
}

/** The field `requestToUse` of the fact `workloads`. */
export function requestToUseFacts(
  ratios: readonly WorkloadRatio[],
  options: { frame: FactFrame; publicUrl: string; query: string },
): FactRecord[] {
  const { frame, publicUrl, query } = options;
  const url = `${publicUrl}/graph?g0.tab=1&g0.expr=${encodeURIComponent(
    query,
  )}`;
  return [...new Set(ratios)].map(
    ({ kind, namespace, name, requestToUse }) => ({
      ...frame,
      name: 'workloads',
      member: `${kind}/${namespace}/${name}`,
      value: { requestToUse: roundRatio(requestToUse) },
      origins: { requestToUse: { url } },
    }),
  );
}

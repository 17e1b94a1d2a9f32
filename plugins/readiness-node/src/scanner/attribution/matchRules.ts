import { parseLabelSelector } from '../kubernetes/objects';
import type { Workload } from '../kubernetes/workloads/Workload';
import type { ScanEntity } from '../types';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';
const NAMESPACE = 'backstage.io/kubernetes-namespace';
const NAME_LABEL = 'app.kubernetes.io/name';

/** One way to tell that a workload is an entity's. */
export interface MatchRule {
  /** For people, after "matched by". */
  describe(entity: ScanEntity): string;
  /** It goes by a name that others may have as well. */
  byNameAlone: boolean;
  matches(entity: ScanEntity, workload: Workload): boolean;
}

function someLabels(
  workload: Workload,
  test: (labels: Readonly<Record<string, string>>) => boolean,
): boolean {
  return test(workload.labels) || test(workload.podLabels);
}

/** Whether the entity's namespace annotation, if any, speaks against a match. */
export function isInNamespace(entity: ScanEntity, workload: Workload): boolean {
  const namespace = entity.annotations[NAMESPACE];
  return (
    namespace === undefined ||
    workload.namespace === '' ||
    workload.namespace === namespace
  );
}

const bySelector: MatchRule = {
  byNameAlone: false,
  describe: entity =>
    `annotation ${LABEL_SELECTOR}: ${entity.annotations[LABEL_SELECTOR]}`,
  matches(entity, workload) {
    const selector = parseLabelSelector(
      entity.annotations[LABEL_SELECTOR] ?? '',
    );
    return selector !== undefined && someLabels(workload, selector);
  },
};

const byKubernetesId: MatchRule = {
  byNameAlone: false,
  describe: entity =>
    `${KUBERNETES_ID}: ${entity.annotations[KUBERNETES_ID] ?? entity.name}`,
  matches(entity, workload) {
    const id = entity.annotations[KUBERNETES_ID] ?? entity.name;
    return (
      workload.annotations[KUBERNETES_ID] === id ||
      workload.podAnnotations[KUBERNETES_ID] === id ||
      someLabels(workload, labels => labels[KUBERNETES_ID] === id)
    );
  },
};

const byNameLabel: MatchRule = {
  byNameAlone: true,
  describe: entity => `${NAME_LABEL}: ${entity.name}`,
  matches: (entity, workload) =>
    someLabels(workload, labels => labels[NAME_LABEL] === entity.name),
};

const byName: MatchRule = {
  byNameAlone: true,
  describe: () => 'equal name',
  matches: (entity, workload) => workload.name === entity.name,
};

/** The rules, the strongest first: the first that matches an entity counts. */
export const MATCH_RULES: readonly MatchRule[] = [
  bySelector,
  byKubernetesId,
  byNameLabel,
  byName,
];

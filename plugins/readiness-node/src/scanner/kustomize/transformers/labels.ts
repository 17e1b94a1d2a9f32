import {
  itemsOf,
  mapOf,
  nodeAt,
  withEntry,
  withItems,
  withValueAt,
  type LocatedMap,
  type LocatedNode,
  type NodePath,
} from '../../yaml';
import { idOf, type Resource } from '../Resource';

/** Labels to set, and where besides the object's own. */
interface LabelChange {
  pairs: LocatedMap;
  inSelectors: boolean;
  inTemplates: boolean;
}

function isTrue(node: LocatedNode | undefined): boolean {
  return node?.type === 'scalar' && node.value === true;
}

function readChanges(kustomization: LocatedMap): LabelChange[] {
  const changes: LabelChange[] = [];
  const common = nodeAt(kustomization, ['commonLabels']);
  if (common?.type === 'map') {
    changes.push({ pairs: common, inSelectors: true, inTemplates: true });
  }
  for (const entry of itemsOf(kustomization, 'labels')) {
    const pairs = nodeAt(entry, ['pairs']);
    if (pairs?.type === 'map') {
      const inSelectors = isTrue(nodeAt(entry, ['includeSelectors']));
      changes.push({
        pairs,
        inSelectors,
        inTemplates: inSelectors || isTrue(nodeAt(entry, ['includeTemplates'])),
      });
    }
  }
  return changes;
}

/** Kinds with a pod template, and where it stands. */
const TEMPLATES: Readonly<Record<string, NodePath>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  Job: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
};

/** Selectors that are made where they are missing. */
const SELECTORS: Readonly<Record<string, NodePath>> = {
  DaemonSet: ['spec', 'selector', 'matchLabels'],
  Deployment: ['spec', 'selector', 'matchLabels'],
  ReplicaSet: ['spec', 'selector', 'matchLabels'],
  ReplicationController: ['spec', 'selector'],
  Service: ['spec', 'selector'],
  StatefulSet: ['spec', 'selector', 'matchLabels'],
};

/** Selectors that are extended where they are there. */
const OPTIONAL_SELECTORS: Readonly<Record<string, NodePath>> = {
  CronJob: ['spec', 'jobTemplate', 'spec', 'selector', 'matchLabels'],
  Job: ['spec', 'selector', 'matchLabels'],
  NetworkPolicy: ['spec', 'podSelector', 'matchLabels'],
  PodDisruptionBudget: ['spec', 'selector', 'matchLabels'],
};

function withPairs(
  map: LocatedNode | undefined,
  pairs: LocatedMap,
): LocatedMap {
  let result = map?.type === 'map' ? map : mapOf([], pairs.place);
  for (const [key, value] of pairs.entries) {
    result = withEntry(result, key, value);
  }
  return result;
}

function withLabelsAt(
  root: LocatedMap,
  path: NodePath,
  pairs: LocatedMap,
): LocatedMap {
  const changed = withValueAt(root, path, withPairs(nodeAt(root, path), pairs));
  return changed.type === 'map' ? changed : root;
}

/** Selectors inside the pod: those that keep its instances apart. */
function inPodSelectors(
  root: LocatedMap,
  podSpec: NodePath,
  pairs: LocatedMap,
): LocatedMap {
  const inner: ReadonlyArray<[NodePath, NodePath]> = [
    [['topologySpreadConstraints'], ['labelSelector', 'matchLabels']],
    ...(['podAffinity', 'podAntiAffinity'] as const).flatMap(
      (kind): Array<[NodePath, NodePath]> => [
        [
          ['affinity', kind, 'requiredDuringSchedulingIgnoredDuringExecution'],
          ['labelSelector', 'matchLabels'],
        ],
        [
          ['affinity', kind, 'preferredDuringSchedulingIgnoredDuringExecution'],
          ['podAffinityTerm', 'labelSelector', 'matchLabels'],
        ],
      ],
    ),
  ];
  let result: LocatedNode = root;
  for (const [listPath, path] of inner) {
    const list = nodeAt(result, [...podSpec, ...listPath]);
    if (list?.type !== 'list') {
      continue;
    }
    const items = list.items.map(item => {
      const known = nodeAt(item, path);
      return known?.type === 'map'
        ? withValueAt(item, path, withPairs(known, pairs))
        : item;
    });
    result = withValueAt(
      result,
      [...podSpec, ...listPath],
      withItems(list, items),
    );
  }
  return result.type === 'map' ? result : root;
}

function applyChange(resource: Resource, change: LabelChange): LocatedMap {
  const { kind } = idOf(resource);
  const { pairs } = change;
  let root = withLabelsAt(resource.root, ['metadata', 'labels'], pairs);
  const template = Object.hasOwn(TEMPLATES, kind) ? TEMPLATES[kind] : undefined;
  if (change.inTemplates && template) {
    root = withLabelsAt(root, [...template, 'metadata', 'labels'], pairs);
  }
  if (change.inSelectors) {
    if (Object.hasOwn(SELECTORS, kind)) {
      root = withLabelsAt(root, SELECTORS[kind], pairs);
    } else if (
      Object.hasOwn(OPTIONAL_SELECTORS, kind) &&
      nodeAt(root, OPTIONAL_SELECTORS[kind])
    ) {
      root = withLabelsAt(root, OPTIONAL_SELECTORS[kind], pairs);
    }
    if (template) {
      root = inPodSelectors(root, [...template, 'spec'], pairs);
    }
  }
  return root;
}

/** Applies `commonLabels`, `labels` and `commonAnnotations` to an object. */
export function transformLabels(
  resource: Resource,
  kustomization: LocatedMap,
): LocatedMap {
  let { root } = resource;
  for (const change of readChanges(kustomization)) {
    root = applyChange({ ...resource, root }, change);
  }
  const annotations = nodeAt(kustomization, ['commonAnnotations']);
  if (annotations?.type === 'map') {
    root = withLabelsAt(root, ['metadata', 'annotations'], annotations);
    const { kind } = idOf(resource);
    if (Object.hasOwn(TEMPLATES, kind)) {
      root = withLabelsAt(
        root,
        [...TEMPLATES[kind], 'metadata', 'annotations'],
        annotations,
      );
    }
  }
  return root;
}

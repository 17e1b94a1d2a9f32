import { integerAt, stringAt } from '../../json/values';
import type { NodePath } from '../../yaml';
import {
  isSameNamespace,
  type KubernetesObject,
  type ObjectSet,
} from '../objects';
import type { Workload } from './Workload';

/** KEDA's own default, where a ScaledObject names none. */
const SCALED_OBJECT_MAXIMUM = 100;

/** A HorizontalPodAutoscaler or a KEDA ScaledObject. */
export interface Autoscaler {
  object: KubernetesObject;
  targetKind: string;
  targetName: string;
  minReplicas: number;
  minPath: NodePath;
  maxReplicas: number | undefined;
  maxPath: NodePath;
}

function readHorizontalPodAutoscaler(object: KubernetesObject): Autoscaler {
  return {
    object,
    targetKind: stringAt(object.object, 'spec', 'scaleTargetRef', 'kind') ?? '',
    targetName: stringAt(object.object, 'spec', 'scaleTargetRef', 'name') ?? '',
    minReplicas: integerAt(object.object, 'spec', 'minReplicas') ?? 1,
    minPath: ['spec', 'minReplicas'],
    maxReplicas: integerAt(object.object, 'spec', 'maxReplicas'),
    maxPath: ['spec', 'maxReplicas'],
  };
}

/**
 * Without triggers firing a ScaledObject goes down to `idleReplicaCount`,
 * where there is one, else to `minReplicaCount`, which is 0 unless written:
 * keda.sh, ScaledObject specification.
 */
function readScaledObject(object: KubernetesObject): Autoscaler {
  const idle = integerAt(object.object, 'spec', 'idleReplicaCount');
  const minimum = integerAt(object.object, 'spec', 'minReplicaCount') ?? 0;
  const idles = idle !== undefined && idle < minimum;
  return {
    object,
    targetKind:
      stringAt(object.object, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment',
    targetName: stringAt(object.object, 'spec', 'scaleTargetRef', 'name') ?? '',
    minReplicas: idles ? idle : minimum,
    minPath: ['spec', idles ? 'idleReplicaCount' : 'minReplicaCount'],
    maxReplicas:
      integerAt(object.object, 'spec', 'maxReplicaCount') ??
      SCALED_OBJECT_MAXIMUM,
    maxPath: ['spec', 'maxReplicaCount'],
  };
}

/** The autoscalers among objects. */
export function readAutoscalers(objects: ObjectSet): Autoscaler[] {
  return [
    ...objects
      .ofKind('HorizontalPodAutoscaler')
      .filter(object => object.group === 'autoscaling')
      .map(readHorizontalPodAutoscaler),
    ...objects
      .ofKind('ScaledObject')
      .filter(object => object.group === 'keda.sh')
      .map(readScaledObject),
  ];
}

/** Whether an autoscaler names a workload. */
export function targets(autoscaler: Autoscaler, workload: Workload): boolean {
  return (
    autoscaler.targetKind === workload.kind &&
    autoscaler.targetName === workload.name &&
    isSameNamespace(autoscaler.object, workload)
  );
}

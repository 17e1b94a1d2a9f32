import { Member } from '../../facts/Member';
import type { KubernetesModel } from '../KubernetesModel';
import type { Autoscaler } from '../workloads/autoscaler';

/** An autoscaler as a member of the list fact `autoscalers`. */
export function autoscalerMember(
  autoscaler: Autoscaler,
  model: KubernetesModel,
): Member {
  const { object } = autoscaler;
  const target = object.originOf(['spec', 'scaleTargetRef', 'name']);
  const exists = model.hasTarget(autoscaler);
  const hidden = exists ? undefined : model.reasonToMiss(autoscaler.targetKind);
  return new Member(object.key, object.origin)
    .set('kind', object.kind)
    .set('name', object.name)
    .set('target', `${autoscaler.targetKind}/${autoscaler.targetName}`, target)
    .set(
      'minReplicas',
      autoscaler.minReplicas,
      object.originOf(autoscaler.minPath),
    )
    .setIfKnown('maxReplicas', autoscaler.maxReplicas, {
      origin: object.originOf(autoscaler.maxPath),
      otherwise: `${object.kind} ${object.name} states no maximum`,
    })
    .setIfKnown('targetExists', hidden ? undefined : exists, {
      origin: target,
      otherwise: hidden,
    });
}

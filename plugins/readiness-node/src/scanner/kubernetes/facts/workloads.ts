import type { Origin } from '@airworthy/plugin-readiness-common';
import { Member } from '../../facts/Member';
import { integerAt, stringAt } from '../../json/values';
import type { NodePath } from '../../yaml';
import type { KubernetesModel } from '../KubernetesModel';
import { evictionsAllowed } from '../workloads/disruptionBudget';
import { findClearVariables } from '../workloads/environment';
import { isPinned } from '../workloads/images';
import {
  containersWithSameProbes,
  containersWithout,
} from '../workloads/probes';
import { lackedResources } from '../workloads/resources';
import {
  escalates,
  hasWritableRoot,
  isPrivileged,
  rootFault,
} from '../workloads/securityContext';
import { DEFAULT_GRACE_SECONDS, findPreStopHook } from '../workloads/shutdown';
import { findSpread, isZoneSpread } from '../workloads/spread';
import { readUpdateStrategy } from '../workloads/updateStrategy';
import { readVolumes } from '../workloads/volumes';
import type { Container, Workload } from '../workloads/Workload';

/** Kubernetes' own default for Deployments, StatefulSets and DaemonSets. */
const DEFAULT_REVISIONS = 10;

/** Kinds that keep old revisions. */
const REVISIONED_KINDS = new Set([
  'DaemonSet',
  'Deployment',
  'Rollout',
  'StatefulSet',
]);

/** States a list of names, at the place of the first fault. */
function setFaults(
  member: Member,
  name: string,
  workload: Workload,
  faults: ReadonlyArray<{ name: string; path: NodePath }>,
): void {
  const [first] = faults;
  member.set(
    name,
    faults.map(fault => fault.name),
    first && workload.podOrigin(first.path),
  );
}

function setReplicas(
  member: Member,
  workload: Workload,
  model: KubernetesModel,
): void {
  if (!workload.scalable) {
    return;
  }
  const autoscaler = model.autoscalerOf(workload);
  const hidden = autoscaler
    ? undefined
    : model.reasonToMiss('HorizontalPodAutoscaler', 'ScaledObject');
  if (hidden) {
    member.reasons.add(hidden);
    return;
  }
  const replicasOrigin = workload.object.originOf(['spec', 'replicas']);
  const wanted = model.minReplicasOf(workload);
  const running = model.runningOf(workload);
  // What should run and does not is no instance, whatever is asked for.
  const minReplicas = Math.min(wanted, running?.counted ?? wanted);
  const maxReplicas = autoscaler?.maxReplicas ?? wanted;
  member
    .set(
      'minReplicas',
      minReplicas,
      autoscaler?.object.originOf(autoscaler.minPath) ?? replicasOrigin,
    )
    .set(
      'maxReplicas',
      maxReplicas,
      autoscaler?.object.originOf(autoscaler.maxPath) ?? replicasOrigin,
    )
    .set(
      'autoscaled',
      autoscaler !== undefined && maxReplicas > wanted,
      autoscaler?.object.origin,
    )
    .setIfKnown('autoscaler', autoscaler?.object.key, {
      origin: autoscaler?.object.origin,
    });
}

function setBudget(
  member: Member,
  workload: Workload,
  model: KubernetesModel,
): void {
  const budgets = model.budgetsOf(workload);
  const [budget] = budgets;
  if (!budget) {
    const hidden = model.reasonToMiss('PodDisruptionBudget');
    member.setIfKnown('budgeted', hidden ? undefined : false, {
      otherwise: hidden,
    });
    return;
  }
  member
    .set('budgeted', true, budget.object.origin)
    .set('budget', budget.object.key, budget.object.origin);
  if (workload.scalable) {
    const pods = Math.max(1, model.minReplicasOf(workload));
    member.set(
      'evictionsAllowed',
      // Kubernetes refuses to evict a pod that several budgets select.
      budgets.length > 1 ? 0 : evictionsAllowed(budget, pods),
      budget.object.originOf([
        'spec',
        budget.maxUnavailable ? 'maxUnavailable' : 'minAvailable',
      ]),
    );
  }
}

function setVolumes(
  member: Member,
  workload: Workload,
  model: KubernetesModel,
): void {
  const { singleWriter, unknownClaims } = readVolumes(workload, model.objects);
  // A claim that is not here may be of either kind: nothing is said then.
  if (singleWriter.length > 0 || unknownClaims.length === 0) {
    setFaults(member, 'singleWriterVolumes', workload, singleWriter);
  } else {
    member.reasons.add(
      `the claim ${unknownClaims[0]} is not in ${model.objects.where}, so how it can be mounted is not known`,
    );
  }
}

function setUpdates(
  member: Member,
  workload: Workload,
  model: KubernetesModel,
): void {
  const strategy = readUpdateStrategy(workload, model.minReplicasOf(workload));
  if (strategy) {
    const origin = workload.object.originOf(strategy.path);
    member
      .set('strategy', strategy.type, origin)
      .set('rolls', strategy.rolls, origin)
      .set('leavesCapacity', strategy.leavesCapacity, origin);
  }
  if (REVISIONED_KINDS.has(workload.kind)) {
    member.set(
      'revisionHistoryLimit',
      integerAt(workload.object.object, 'spec', 'revisionHistoryLimit') ??
        DEFAULT_REVISIONS,
      workload.object.originOf(['spec', 'revisionHistoryLimit']),
    );
  }
}

function setShutdown(member: Member, workload: Workload): void {
  member.set(
    'terminationGraceSeconds',
    integerAt(workload.podSpec, 'terminationGracePeriodSeconds') ??
      DEFAULT_GRACE_SECONDS,
    workload.podOrigin(['terminationGracePeriodSeconds']),
  );
  const hook = findPreStopHook(workload);
  // Without a hook the source may handle SIGTERM: a detector looks there.
  if (hook) {
    member.set('gracefulShutdown', true, workload.podOrigin(hook));
  }
}

function setSpread(
  member: Member,
  workload: Workload,
  model: KubernetesModel,
): void {
  const spread = findSpread(workload);
  const zoneSpread = spread.find(isZoneSpread);
  const originOf = (path: NodePath | undefined): Origin | undefined =>
    path && workload.podOrigin(path);
  member.set('spread', spread.length > 0, originOf(spread[0]?.path));
  const running = model.runningOf(workload);
  if (!running) {
    member.set(
      'zoneSpread',
      zoneSpread !== undefined,
      originOf(zoneSpread?.path),
    );
  } else if (running.zones) {
    member.set('zoneSpread', running.zones.size > 1);
  } else {
    member.reasons.add(
      `the zones that the pods of ${workload.name} run in are not known`,
    );
  }
}

/** What a cluster shows of the pods themselves. */
function setRunning(
  member: Member,
  workload: Workload,
  model: KubernetesModel,
): void {
  const running = workload.longRunning ? model.runningOf(workload) : undefined;
  if (running) {
    member.set('ready', running.ready).set('restarts', running.restarts);
  }
}

function setProbes(member: Member, workload: Workload): void {
  // A Job is done when it ends: its containers answer to nobody.
  const faults = (containers: Container[]) =>
    workload.longRunning ? containers : [];
  setFaults(
    member,
    'withoutReadinessProbe',
    workload,
    faults(containersWithout(workload, 'readinessProbe')),
  );
  setFaults(
    member,
    'withoutLivenessProbe',
    workload,
    faults(containersWithout(workload, 'livenessProbe')),
  );
  setFaults(
    member,
    'sameProbes',
    workload,
    faults(containersWithSameProbes(workload)).map(({ name, path }) => ({
      name,
      path: [...path, 'livenessProbe'],
    })),
  );
}

function setSecurity(member: Member, workload: Workload): void {
  const { containers } = workload;
  const inContext = (setting: string) => (container: Container) => ({
    name: container.name,
    path: [...container.path, 'securityContext', setting],
  });
  setFaults(
    member,
    'rootContainers',
    workload,
    containers.flatMap(container => {
      const path = rootFault(workload, container);
      return path ? [{ name: container.name, path }] : [];
    }),
  );
  setFaults(
    member,
    'privilegedContainers',
    workload,
    containers.filter(isPrivileged).map(inContext('privileged')),
  );
  setFaults(
    member,
    'escalatingContainers',
    workload,
    containers.filter(escalates).map(inContext('allowPrivilegeEscalation')),
  );
  setFaults(
    member,
    'writableRootContainers',
    workload,
    containers.filter(hasWritableRoot).map(inContext('readOnlyRootFilesystem')),
  );
  const account =
    stringAt(workload.podSpec, 'serviceAccountName') ??
    stringAt(workload.podSpec, 'serviceAccount');
  member.set(
    'ownServiceAccount',
    account !== undefined && account !== '' && account !== 'default',
    workload.podOrigin(['serviceAccountName']),
  );
}

function setContent(member: Member, workload: Workload): void {
  const images = new Map<string, NodePath>();
  for (const { spec, path } of workload.containers) {
    const image = stringAt(spec, 'image');
    if (image !== undefined && !isPinned(image) && !images.has(image)) {
      images.set(image, [...path, 'image']);
    }
  }
  setFaults(
    member,
    'unpinnedImages',
    workload,
    [...images].map(([name, path]) => ({ name, path })),
  );
  setFaults(member, 'clearSecrets', workload, findClearVariables(workload));
  setFaults(
    member,
    'withoutRequestsOrLimits',
    workload,
    workload.containers.flatMap(container => {
      const lacked = lackedResources(workload, container);
      return lacked.length > 0
        ? [
            {
              name: `${container.name}: ${lacked.join(', ')}`,
              path: [...container.path, 'resources'],
            },
          ]
        : [];
    }),
  );
}

/** A workload as a member of the list fact `workloads`. */
export function workloadMember(
  workload: Workload,
  model: KubernetesModel,
): Member {
  const member = new Member(workload.key, workload.object.origin)
    .set('kind', workload.kind)
    .set('name', workload.name)
    .set('longRunning', workload.longRunning)
    .set('scalable', workload.scalable);
  setReplicas(member, workload, model);
  setVolumes(member, workload, model);
  setProbes(member, workload);
  setBudget(member, workload, model);
  setSpread(member, workload, model);
  setRunning(member, workload, model);
  setUpdates(member, workload, model);
  setShutdown(member, workload);
  setContent(member, workload);
  setSecurity(member, workload);
  const [policy] = model.networkPoliciesOf(workload);
  const hidden = policy ? undefined : model.reasonToMiss('NetworkPolicy');
  return member.setIfKnown(
    'networkPolicy',
    hidden ? undefined : policy !== undefined,
    { origin: policy?.object.origin, otherwise: hidden },
  );
}

import { DATASTORE_EXISTS } from './conditions';
import { defineQuestion } from './defineQuestion';
import {
  doneRecently,
  everyWorkload,
  LONG_RUNNING,
  SCALABLE,
  SEVERAL_INSTANCES,
} from './rules';
import { FAILING_NAME, failingOr, snippetStep } from './templates';

const PROBES_URL =
  'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/';

export const instanceFailure = defineQuestion({
  id: 'instance-failure',
  question: {
    number: 2,
    title: 'What happens if one instance fails?',
    shortTitle: 'Failure',
    quality: 'availability',
  },
  checks: {
    'readiness-probe': {
      level: 'bronze',
      title: 'Every container says when it is ready',
      rules: [
        everyWorkload({
          where: LONG_RUNNING,
          rule: 'workload.withoutReadinessProbe.size() == 0',
          found:
            "{{ workload.withoutReadinessProbe.size() == 0 ? 'a probe on every container' : 'no probe on ' + workload.withoutReadinessProbe.join(', ') }}",
        }),
      ],
      expected: 'a readiness probe on every long-running container',
      fix: {
        title: `Give the containers of ${failingOr(
          'every workload',
        )} a readiness probe`,
        steps: [
          snippetStep(
            'Add a probe that fails while the container cannot serve, so that traffic goes elsewhere:',
            'yaml',
            `
readinessProbe:
  httpGet:
    path: /readyz
    port: http
  periodSeconds: 5
`,
          ),
          'Answer it from what the container needs to serve a request, and from nothing that other services may survive without.',
        ],
        url: PROBES_URL,
      },
      sameAs: [
        'kube-linter no-readiness-probe',
        'Polaris readinessProbeMissing',
        'kube-score pod-probes',
      ],
    },
    'liveness-probe': {
      level: 'bronze',
      title: 'Every container says that it is alive',
      rules: [
        everyWorkload({
          where: LONG_RUNNING,
          rule: 'workload.withoutLivenessProbe.size() == 0',
          found:
            "{{ workload.withoutLivenessProbe.size() == 0 ? 'a probe on every container' : 'no probe on ' + workload.withoutLivenessProbe.join(', ') }}",
        }),
      ],
      expected: 'a liveness probe on every long-running container',
      fix: {
        title: `Give the containers of ${failingOr(
          'every workload',
        )} a liveness probe`,
        steps: [
          snippetStep(
            'Add a probe that fails only where a restart helps:',
            'yaml',
            `
livenessProbe:
  httpGet:
    path: /livez
    port: http
  periodSeconds: 10
  failureThreshold: 3
`,
          ),
          'Answer it from the process alone. A liveness probe that asks the database restarts every instance at once when the database is slow.',
        ],
        url: PROBES_URL,
      },
      sameAs: [
        'kube-linter no-liveness-probe',
        'Polaris livenessProbeMissing',
        'kube-score pod-probes',
      ],
    },
    'distinct-probes': {
      level: 'silver',
      title: 'Liveness asks something other than readiness',
      rules: [
        everyWorkload({
          where: `${LONG_RUNNING} && (workload.sameProbes.size() > 0 || (workload.withoutReadinessProbe.size() == 0 && workload.withoutLivenessProbe.size() == 0))`,
          // A container that lacks a probe has nothing to tell apart; that it
          // lacks one is the business of the two checks before.
          rule: 'workload.sameProbes.size() == 0',
          found:
            "{{ workload.sameProbes.size() == 0 ? 'different probes' : 'the same probe for both on ' + workload.sameProbes.join(', ') }}",
        }),
      ],
      expected: 'no container whose two probes are the same',
      fix: {
        title: `Let the two probes of ${failingOr(
          'every workload',
        )} ask different things`,
        steps: [
          snippetStep(
            'Keep the readiness probe for "can I serve?", and give liveness a path of its own that says only "do I run?":',
            'yaml',
            `
readinessProbe:
  httpGet:
    path: /readyz
    port: http
livenessProbe:
  httpGet:
    path: /livez
    port: http
`,
          ),
        ],
        url: PROBES_URL,
      },
      sameAs: ['kube-score pod-probes'],
    },
    'disruption-budget': {
      level: 'silver',
      title: 'A disruption budget keeps instances, and allows one eviction',
      rules: [
        everyWorkload({
          where: SCALABLE,
          rule: 'workload.budgeted && workload.evictionsAllowed >= 1',
          faultOn: 'budget',
          found:
            "{{ !workload.budgeted ? 'no budget' : workload.evictionsAllowed == 1 ? '1 eviction allowed' : workload.evictionsAllowed > 1 ? string(workload.evictionsAllowed) + ' evictions allowed' : 'no eviction allowed' }}",
        }),
        {
          each: 'disruptionBudgets',
          whenEmpty: 'not-applicable',
          rule: 'budget.allowsEviction',
          found:
            "{{ budget.states }}: {{ budget.allowsEviction ? 'an eviction is allowed' : 'no eviction allowed' }}",
        },
      ],
      expected: 'at least 1 eviction at minimum replicas',
      fix: {
        title:
          "Allow one eviction at a time{{ failing.size() == 0 ? '' : ': ' + failing.join(', ') }}",
        steps: [
          snippetStep(
            'Where there is no budget, add one that selects the pods:',
            'yaml',
            `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${FAILING_NAME}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app.kubernetes.io/name: ${FAILING_NAME}
`,
          ),
          'Where the budget allows no eviction, replace `minAvailable` by `maxUnavailable: 1`: it stays right when the number of replicas changes, and a node can be drained.',
        ],
        url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
      },
      sameAs: [
        'kube-linter pdb-min-available',
        'kube-linter pdb-max-unavailable',
        'kube-score deployment-has-poddisruptionbudget',
      ],
    },
    spread: {
      level: 'silver',
      title: 'Instances are kept apart',
      rules: [
        everyWorkload({
          where: SEVERAL_INSTANCES,
          rule: 'workload.spread',
          found:
            "{{ workload.spread ? 'instances over nodes or zones' : 'nothing that keeps its pods apart' }}",
        }),
      ],
      expected:
        'topology spread or anti-affinity that selects the pod itself in its own namespace',
      fix: {
        title: `Spread the instances of ${failingOr(
          'every workload',
        )} over nodes`,
        steps: [
          snippetStep(
            'In the pod template, with the labels that the pods bear:',
            'yaml',
            `
spec:
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          app.kubernetes.io/name: ${FAILING_NAME}
`,
          ),
          'Where there is anti-affinity already, make its selector match the labels of the pods, and leave `namespaces` out.',
        ],
        url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
      },
      sameAs: [
        'kube-linter no-anti-affinity',
        'kube-score deployment-has-host-podantiaffinity',
      ],
    },
    'rolling-update': {
      level: 'silver',
      title: 'Updates roll, and leave capacity',
      rules: [
        everyWorkload({
          where: LONG_RUNNING,
          rule: 'workload.rolls && workload.leavesCapacity',
          found:
            "{{ workload.strategy }}{{ !workload.rolls ? ', which does not roll' : workload.leavesCapacity ? ', capacity stays' : ', no pod has to stay' }}",
        }),
      ],
      expected:
        'a strategy that replaces pods step by step and leaves at least one',
      fix: {
        title: `Let updates of ${failingOr('every workload')} roll`,
        steps: [
          snippetStep(
            'In the workload:',
            'yaml',
            `
spec:
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
`,
          ),
          'A StatefulSet or a DaemonSet calls it `updateStrategy`.',
        ],
        url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
      },
      sameAs: ['kube-linter no-rolling-update-strategy'],
    },
    'graceful-shutdown': {
      level: 'silver',
      title: 'Requests in progress end before a stop',
      rules: [
        everyWorkload({
          where: LONG_RUNNING,
          rule: 'workload.gracefulShutdown && workload.terminationGraceSeconds > 0',
          found:
            "{{ !workload.gracefulShutdown ? 'neither a preStop hook nor SIGTERM handling' : workload.terminationGraceSeconds > 0 ? 'a shutdown within ' + string(workload.terminationGraceSeconds) + ' s' : 'no time to shut down' }}",
        }),
      ],
      expected:
        'a preStop hook or declared SIGTERM handling inside the grace period',
      fix: {
        title: `Let ${failingOr(
          'every workload',
        )} finish its requests before it stops`,
        steps: [
          'On SIGTERM stop accepting, finish what is in progress, close the connections, then exit.',
          snippetStep(
            'Give the endpoints time to forget the pod, inside the grace period:',
            'yaml',
            `
spec:
  terminationGracePeriodSeconds: 30
  containers:
    - name: server
      lifecycle:
        preStop:
          exec:
            command: ['sleep', '5']
`,
          ),
        ],
        url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
      },
    },
    degrades: {
      level: 'silver',
      title: 'What happens without optional dependencies is known',
      rules: [
        {
          rule: 'degradation.documented',
          found:
            "{{ degradation.documented ? 'dependencies named, with what happens without them' : 'nothing written down or tested' }}",
        },
      ],
      expected:
        'optional dependencies named, with what happens without each of them',
      fix: {
        title:
          'Name the optional dependencies, and what happens without each of them',
        steps: [
          snippetStep(
            'Write `docs/degradation.md`, or a section of that name in a runbook:',
            'markdown',
            `
## Degradation

| dependency | without it |
| --- | --- |
| recommendations | the page shows bestsellers; checkout is untouched |
`,
          ),
          'Better: test it, by a test that takes the dependency away and still expects an answer.',
          'Where the choice has a cost, record it as a tradeoff.',
        ],
      },
    },
    'multi-zone': {
      level: 'gold',
      title: 'Instances and state survive the loss of a zone',
      rules: [
        everyWorkload({
          where: SEVERAL_INSTANCES,
          rule: 'workload.zoneSpread',
          found:
            "{{ workload.zoneSpread ? 'instances over zones' : 'instances that may share a zone' }}",
        }),
        {
          when: DATASTORE_EXISTS,
          rule: 'datastore.failover',
          found:
            "{{ datastore.failover ? 'a datastore that fails over' : 'a datastore that does not fail over' }}",
        },
      ],
      expected:
        'instances in more than one zone, and a datastore that fails over',
      fix: {
        title: `Spread ${failingOr('every workload')} and its state over zones`,
        steps: [
          snippetStep(
            'In the pod template:',
            'yaml',
            `
spec:
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          app.kubernetes.io/name: ${FAILING_NAME}
`,
          ),
          'Give the datastore a standby in another zone, with automatic failover.',
          'Where one zone is enough, record the tradeoff between cost and availability.',
        ],
        url: 'https://kubernetes.io/docs/setup/best-practices/multiple-zones/',
      },
    },
    'failure-drill': {
      level: 'gold',
      title: 'The loss of an instance or zone was rehearsed',
      params: { withinDays: 180 },
      rules: [doneRecently('drill.failureAt')],
      expected: 'within {{ params.withinDays }} days',
      fix: {
        title: 'Rehearse the loss of an instance or of a zone',
        steps: [
          'Agree on a time with the team, and say what you expect to happen.',
          'In production, or where it is the same in every respect that counts, delete a pod or cordon and drain the nodes of a zone under usual load. Watch errors, latency and how long recovery takes.',
          'Write down what happened and what you change; then push the drill as evidence, or attest it with a link to the notes.',
        ],
        url: 'https://principlesofchaos.org/',
      },
    },
  },
});

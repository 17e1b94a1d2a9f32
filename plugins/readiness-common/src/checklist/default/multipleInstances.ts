import { defineQuestion } from './defineQuestion';
import { everyWorkload, SCALABLE } from './rules';
import { FAILING_NAME, failingOr, snippetStep } from './templates';

export const multipleInstances = defineQuestion({
  id: 'multiple-instances',
  question: {
    number: 1,
    title: 'Can the service run with more than one instance?',
    shortTitle: 'Instances',
    quality: 'availability',
  },
  checks: {
    replicas: {
      level: 'bronze',
      title: 'At least {{ params.minimum }} instances run',
      params: { minimum: { default: 2, byTier: { '1': 3 } } },
      rules: [
        everyWorkload({
          where: SCALABLE,
          rule: 'workload.minReplicas >= params.minimum',
          // Where an autoscaler targets the workload its minimum counts, and
          // `replicas` is without effect.
          faultOn: 'autoscaler',
          found:
            "{{ workload.minReplicas }} {{ workload.minReplicas == 1 ? 'instance' : 'instances' }}",
        }),
      ],
      expected: 'at least {{ params.minimum }}, for tier {{ entity.tier }}',
      fix: {
        title: `Run at least {{ params.minimum }} instances of ${failingOr(
          'every workload',
        )}`,
        steps: [
          snippetStep(
            'In the workload, set the number of replicas:',
            'yaml',
            `
spec:
  replicas: {{ params.minimum }}
`,
          ),
          'Where an autoscaler targets the workload, raise its `minReplicas` (KEDA: `minReplicaCount`) to {{ params.minimum }} instead: its minimum is what counts.',
        ],
        url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/',
      },
      sameAs: [
        'Polaris deploymentMissingReplicas',
        'kube-score deployment-replicas',
        'kube-linter minimum-three-replicas',
      ],
    },
    stateless: {
      level: 'silver',
      title: 'No instance keeps state of its own',
      rules: [
        everyWorkload({
          // A volume for one writer says nothing about a workload that runs
          // a single instance.
          where: `${SCALABLE} && (workload.maxReplicas > 1 || workload.singleWriterVolumes.size() == 0)`,
          rule: 'workload.singleWriterVolumes.size() == 0',
          found:
            "{{ workload.singleWriterVolumes.size() == 0 ? 'no ReadWriteOnce or hostPath volume' : 'up to ' + string(workload.maxReplicas) + ' instances on ' + workload.singleWriterVolumes.join(', ') }}",
        }),
      ],
      expected: 'no ReadWriteOnce or hostPath volume under several instances',
      fix: {
        title: `Move the state of ${failingOr(
          'every workload',
        )} out of its instances`,
        steps: [
          'Keep sessions, files and queues in a datastore, an object store or a queue that all instances share.',
          'Then remove the volume from the workload. Where each instance needs a disk of its own, use a StatefulSet with `volumeClaimTemplates`.',
        ],
        url: 'https://12factor.net/processes',
      },
    },
    autoscaling: {
      level: 'silver',
      title: 'An autoscaler can add instances',
      rules: [
        everyWorkload({
          where: SCALABLE,
          rule: 'workload.autoscaled',
          // The workload is not wrong: an autoscaler has to be added.
          faultOn: '',
          found:
            "{{ workload.autoscaled ? string(workload.minReplicas) + ' to ' + string(workload.maxReplicas) + ' instances' : 'no autoscaler' }}",
        }),
        {
          each: 'autoscalers',
          whenEmpty: 'not-applicable',
          rule: 'autoscaler.targetExists && autoscaler.maxReplicas > autoscaler.minReplicas',
          found:
            "{{ !autoscaler.targetExists ? 'a target that does not exist, ' + autoscaler.target : string(autoscaler.minReplicas) + ' to ' + string(autoscaler.maxReplicas) + ' instances' }}",
        },
      ],
      expected: 'maximum above minimum, on every workload',
      fix: {
        title: `Give ${failingOr('every workload')} an autoscaler`,
        steps: [
          snippetStep(
            'Add an autoscaler beside the workload, with a minimum that carries the usual load:',
            'yaml',
            `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: ${FAILING_NAME}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${FAILING_NAME}
  minReplicas: 3
  maxReplicas: 12
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`,
          ),
          'Remove `replicas` from the workload, so that a deployment does not undo what the autoscaler did.',
          'Where an autoscaler names a workload that does not exist, correct `scaleTargetRef`.',
        ],
        url: 'https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/',
      },
      sameAs: ['kube-linter dangling-horizontalpodautoscaler'],
    },
  },
});

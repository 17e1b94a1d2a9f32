import { defineQuestion } from './defineQuestion';
import { doneRecently, everyWorkload, LONG_RUNNING } from './rules';
import { failingOr, snippetStep } from './templates';

export const rollback = defineQuestion({
  id: 'rollback',
  question: {
    number: 5,
    title: 'Is there a rollback process?',
    shortTitle: 'Rollback',
    quality: 'availability',
  },
  checks: {
    'pinned-images': {
      level: 'bronze',
      title: 'Every image is pinned',
      rules: [
        everyWorkload({
          rule: 'workload.unpinnedImages.size() == 0',
          found:
            "{{ workload.unpinnedImages.size() == 0 ? 'a tag or a digest on every image' : workload.unpinnedImages.join(', ') }}",
        }),
      ],
      expected: 'no image untagged or tagged latest',
      fix: {
        title: `Pin the images of ${failingOr('every workload')}`,
        steps: [
          snippetStep(
            'Name the version that was built, by a tag that never moves or by its digest:',
            'yaml',
            `
containers:
  - name: server
    image: registry.example.com/{{ entity.name }}:2026.11.23-1
`,
          ),
          'Let the pipeline write the tag, such as by `kustomize edit set image`, so that a rollback is a revert.',
        ],
        url: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
      },
      sameAs: [
        'kube-linter latest-tag',
        'Polaris tagNotSpecified',
        'kube-score container-image-tag',
      ],
    },
    'deployments-recorded': {
      level: 'bronze',
      title: 'Deployments to production are known',
      rules: [
        {
          rule: 'deployments.production > 0',
          found:
            "{{ deployments.production == 1 ? '1 deployment' : string(deployments.production) + ' deployments' }}",
        },
      ],
      expected: 'at least 1 deployment to production on record',
      fix: {
        title: 'Record each deployment to production',
        steps: [
          'With GitHub Actions, give the job that deploys `environment: production`: GitHub then keeps a deployment and its status.',
          'With Argo CD, add the annotation `argocd/app-name` to the entity.',
          'With anything else, let the pipeline push the deployment when it ends.',
        ],
      },
    },
    'revision-history': {
      level: 'silver',
      title: 'Old revisions are kept',
      rules: [
        everyWorkload({
          where: LONG_RUNNING,
          rule: 'workload.revisionHistoryLimit > 0',
          found:
            "{{ workload.revisionHistoryLimit == 0 ? 'no old revisions' : workload.revisionHistoryLimit == 1 ? '1 old revision' : string(workload.revisionHistoryLimit) + ' old revisions' }}",
        }),
      ],
      expected: 'at least 1 old revision to return to',
      fix: {
        title: `Keep old revisions of ${failingOr('every workload')}`,
        steps: [
          snippetStep(
            'In the workload; without the field Kubernetes keeps ten:',
            'yaml',
            `
spec:
  revisionHistoryLimit: 5
`,
          ),
        ],
        url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#revision-history-limit',
      },
    },
    'rollback-path': {
      level: 'silver',
      title: 'The way back is prepared',
      rules: [
        {
          rule: "rollback.path != ''",
          found:
            "{{ rollback.path == '' ? 'nothing prepared' : rollback.path }}",
        },
      ],
      expected:
        'a rollback workflow, an analysed rollout, or a written command',
      fix: {
        title: 'Prepare the way back',
        steps: [
          snippetStep(
            'Either a workflow that anyone on call can start, `.github/workflows/rollback.yaml`:',
            'yaml',
            `
name: Rollback
on: workflow_dispatch
jobs:
  rollback:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: kubectl rollout undo deployment/{{ entity.name }}
`,
          ),
          'or an Argo Rollout with an analysis, which goes back by itself;',
          snippetStep(
            'or at least the command, in a runbook:',
            'markdown',
            `
## Rollback

    kubectl rollout undo deployment/{{ entity.name }}
`,
          ),
        ],
        url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-back-a-deployment',
      },
    },
    'rollback-proven': {
      level: 'gold',
      title: 'A rollback was done or rehearsed',
      params: { withinDays: 180 },
      rules: [doneRecently('rollback.provenAt')],
      expected: 'within {{ params.withinDays }} days',
      fix: {
        title: 'Rehearse a rollback',
        steps: [
          'Deploy a harmless change, roll it back by the prepared way, and measure how long it took until the old version served all traffic.',
          'Mind what does not roll back by itself: schema migrations, messages of a new form, caches.',
          'A rollback that a source of deployments sees counts by itself; otherwise push it as evidence, or attest it with a link.',
        ],
      },
    },
  },
});

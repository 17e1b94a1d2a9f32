import { DATASTORE_OF_RECORD_EXISTS } from './conditions';
import { defineQuestion } from './defineQuestion';
import { namesOr, snippetStep } from './templates';

export const changeSafety = defineQuestion({
  id: 'change-safety',
  question: {
    title: 'Are changes safe and repeatable?',
    shortTitle: 'Changes',
    quality: 'maintainability',
  },
  checks: {
    'automated-tests': {
      level: 'bronze',
      title: 'Every change is tested',
      rules: [
        {
          rule: 'ci.runsTests',
          found:
            "{{ ci.runsTests ? 'a pipeline that runs the tests' : 'no pipeline that runs tests' }}",
        },
      ],
      expected: 'a pipeline that runs the tests on every change',
      fix: {
        title: 'Run the tests on every change',
        steps: [
          snippetStep(
            'In `.github/workflows/ci.yaml`, with the command of the language:',
            'yaml',
            `
name: CI
on:
  pull_request:
  push:
    branches: [main]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: make test
`,
          ),
          'Make the job required before a merge.',
        ],
      },
    },
    'repeatable-pipeline': {
      level: 'silver',
      title: 'Build and deployment come from versioned files',
      rules: [
        {
          rule: 'pipeline.builds && pipeline.deploys',
          found:
            "{{ pipeline.builds ? 'a build from files' : 'no build from files' }}, {{ pipeline.deploys ? 'a deployment from files' : 'no deployment from files' }}",
        },
      ],
      expected:
        'a pipeline for both, or a controller that reads the repository',
      fix: {
        title: 'Let versioned files build and deploy the service',
        steps: [
          'Build the image in the pipeline that ran the tests, and push it under a tag of its own.',
          snippetStep(
            'Deploy from the same repository, by a job or by Argo CD:',
            'yaml',
            `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: {{ entity.name }}
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://git.example.com/{{ entity.name }}.git
    path: deploy/overlays/production
    targetRevision: main
  destination:
    server: https://kubernetes.default.svc
    namespace: {{ entity.name }}
  syncPolicy:
    automated:
      prune: true
`,
          ),
        ],
        url: 'https://opengitops.dev/',
      },
    },
    'infrastructure-as-code': {
      level: 'silver',
      title: 'Infrastructure is code',
      rules: [
        {
          rule: 'infrastructure.asCode.size() > 0',
          found: namesOr('infrastructure.asCode', 'none in the repository'),
        },
      ],
      expected: 'Kubernetes manifests, Terraform, Helm or their like',
      fix: {
        title: 'Keep what the service runs on in the repository',
        steps: [
          'Begin with what was last changed by hand: export it, commit it, and apply it from there.',
          'Databases, queues, buckets and permissions belong to it, in Terraform, OpenTofu, Pulumi or Crossplane.',
        ],
      },
    },
    'schema-migrations': {
      level: 'silver',
      title: 'Schema migrations are versioned, and run apart from the start',
      rules: [
        {
          when: DATASTORE_OF_RECORD_EXISTS,
          rule: 'migrations.versioned && migrations.separate',
          found:
            "{{ !migrations.versioned ? 'no versioned migrations' : migrations.separate ? 'versioned migrations in a step of their own' : 'versioned migrations that run as the service starts' }}",
        },
      ],
      expected: 'versioned files, run by a step of their own',
      fix: {
        title: 'Version the schema, and migrate in a step of its own',
        steps: [
          'Keep each change as a numbered file, with a tool such as Flyway, Liquibase, Alembic, golang-migrate or Prisma.',
          snippetStep(
            'Run it before the new version is rolled out, not as each instance starts:',
            'yaml',
            `
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ entity.name }}-migrate
  annotations:
    argocd.argoproj.io/hook: PreSync
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example.com/{{ entity.name }}:2026.11.23-1
          args: ['migrate']
`,
          ),
          'Keep each step compatible with the version before, so that a rollback still finds a schema it knows.',
        ],
        url: 'https://martinfowler.com/articles/evodb.html',
      },
    },
  },
});

import { defineFact } from '../define';

export const deliveryFacts = [
  defineFact(
    'deployments.production',
    'int',
    ['github', 'argocd', 'pushed'],
    'Deployments to production that are known.',
  ),
  defineFact(
    'deployments.lastAt',
    'timestamp',
    ['github', 'argocd', 'pushed'],
    'When the last deployment to production that succeeded ended.',
  ),
  defineFact(
    'rollback.path',
    'string',
    ['repository', 'kubernetes'],
    'How a rollback is done: workflow, rollout or command; empty where none is written.',
  ),
  defineFact(
    'rollback.provenAt',
    'timestamp',
    ['github', 'argocd', 'pushed', 'attestation'],
    'When a rollback was last done or rehearsed.',
  ),
  defineFact(
    'degradation.documented',
    'bool',
    ['repository', 'tradeoffs', 'attestation'],
    'Optional dependencies are named, with what happens without them.',
  ),
  defineFact(
    'ci.runsTests',
    'bool',
    ['repository', 'github'],
    'A pipeline runs the tests on every change.',
  ),
  defineFact(
    'pipeline.builds',
    'bool',
    ['repository'],
    'The build comes from a versioned pipeline file.',
  ),
  defineFact(
    'pipeline.deploys',
    'bool',
    ['repository'],
    'The deployment comes from versioned files: a pipeline, Argo CD or Flux.',
  ),
  defineFact(
    'infrastructure.asCode',
    'strings',
    ['repository'],
    'Infrastructure definitions in the repository: Kubernetes, Terraform, Helm and their like.',
  ),
  defineFact(
    'migrations.versioned',
    'bool',
    ['repository'],
    'Schema migrations are versioned files.',
  ),
  defineFact(
    'migrations.separate',
    'bool',
    ['repository'],
    'Migrations run apart from the start of the service.',
  ),
  defineFact(
    'tradeoffs.axes',
    'strings',
    ['tradeoffs'],
    'Axes on which a record is in force.',
  ),
  defineFact(
    'tradeoffs.designSteps',
    'int',
    ['tradeoffs'],
    'Of the eight design steps, those covered or not applicable.',
  ),
];

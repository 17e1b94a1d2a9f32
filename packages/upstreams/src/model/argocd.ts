import { uidOf } from './kubernetes/ObjectMeta';
import type { Company } from './Company';
import type { CompanyDeployment, CompanyService } from './types';

/** History entries that Argo CD keeps. */
const HISTORY = 10;

const RESOURCES = {
  CronJob: { group: 'batch', version: 'v1' },
  Deployment: { group: 'apps', version: 'v1' },
  Rollout: { group: 'argoproj.io', version: 'v1alpha1' },
  StatefulSet: { group: 'apps', version: 'v1' },
} as const;

/** What the repository server knows of a commit. */
export interface RevisionMetadata {
  author: string;
  date: string;
  message: string;
  tags: string[];
}

/** The company's Argo CD: an application for each service that it deploys. */
export class ArgoCdModel {
  constructor(private readonly company: Company) {}

  /** All applications, by name. */
  get applications() {
    return this.company.services
      .filter(service => service.application !== undefined)
      .map(service => this.#applicationOf(service, service.application ?? ''))
      .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  }

  application(name: string) {
    const service = this.company.services.find(
      ({ application }) => application === name,
    );
    return service && this.#applicationOf(service, name);
  }

  /** A commit that an application deployed. */
  revision(application: string, sha: string): RevisionMetadata | undefined {
    const service = this.company.services.find(
      item => item.application === application,
    );
    const deployment =
      service &&
      this.#deploymentsOf(service).find(({ commit }) => commit.sha === sha);
    return (
      deployment && {
        author: `${deployment.deployedBy} <${deployment.deployedBy}@users.example>`,
        date: withoutFraction(deployment.commit.committedAt),
        message: deployment.commit.message,
        tags: [deployment.version],
      }
    );
  }

  #deploymentsOf({ name }: CompanyService): CompanyDeployment[] {
    return this.company
      .deploymentsOf(name)
      .filter(({ via }) => via === 'argocd');
  }

  #applicationOf(service: CompanyService, name: string) {
    const { runtime, states } = service;
    const deployments = this.#deploymentsOf(service);
    const succeeded = deployments.filter(
      ({ result }) => result === 'succeeded',
    );
    const last = deployments.at(-1);
    const source = {
      repoURL: `https://github.example/${
        service.repository?.slug ?? `${this.company.organisation}/${name}`
      }.git`,
      path: 'deploy',
      targetRevision: 'main',
    };
    const destination = {
      server: `https://${runtime?.cluster ?? 'nowhere'}.example:6443`,
      namespace: runtime?.namespace ?? 'default',
    };
    const first = succeeded.length - HISTORY;
    return {
      metadata: {
        name,
        namespace: 'argocd',
        uid: uidOf('Application', name),
        resourceVersion: String(this.company.version),
        generation: deployments.length + 1,
        creationTimestamp: '2024-01-01T00:00:00Z',
        labels: { 'backstage.io/kubernetes-id': service.name },
      },
      spec: {
        project: service.team,
        source,
        destination,
        syncPolicy: { automated: { prune: true, selfHeal: false } },
        revisionHistoryLimit: HISTORY,
      },
      status: {
        resources: (runtime?.workloads ?? []).map(workload => ({
          ...RESOURCES[workload.kind],
          kind: workload.kind,
          namespace: destination.namespace,
          name: workload.name,
          status: 'Synced',
        })),
        sync: {
          status: states.includes('out-of-sync') ? 'OutOfSync' : 'Synced',
          comparedTo: { source, destination },
          revision: succeeded.at(-1)?.commit.sha ?? '',
        },
        health: {
          status: states.includes('failing-rollout') ? 'Degraded' : 'Healthy',
        },
        history: succeeded
          .map((deployment, id) => ({
            id,
            revision: deployment.commit.sha,
            deployedAt: withoutFraction(
              deployment.finishedAt ?? deployment.startedAt,
            ),
            deployStartedAt: withoutFraction(deployment.startedAt),
            source,
            initiatedBy: { username: deployment.deployedBy },
          }))
          .slice(Math.max(0, first)),
        reconciledAt: withoutFraction(this.company.now().toISOString()),
        sourceType: 'Kustomize',
        summary: {
          images: last
            ? [`registry.lumenara.example/${service.name}:${last.version}`]
            : [],
        },
        ...(last ? { operationState: operationState(last, source) } : {}),
      },
    };
  }
}

function operationState(
  deployment: CompanyDeployment,
  source: { repoURL: string; path: string; targetRevision: string },
) {
  const { commit, deployedBy, finishedAt, result, startedAt } = deployment;
  const phases = {
    succeeded: 'Succeeded',
    failed: 'Failed',
    'in-progress': 'Running',
  } as const;
  return {
    operation: {
      sync: { revision: commit.sha },
      initiatedBy: { username: deployedBy },
      retry: {},
    },
    phase: phases[result],
    message: result === 'failed' ? 'one or more objects failed to apply' : '',
    startedAt: withoutFraction(startedAt),
    ...(finishedAt === undefined
      ? {}
      : { finishedAt: withoutFraction(finishedAt) }),
    syncResult: { revision: commit.sha, source },
  };
}

/** Kubernetes writes no fractions of a second. */
function withoutFraction(time: string): string {
  return time.replace(/\.\d+Z$/, 'Z');
}

import type { Deployment } from '@airworthy/plugin-readiness-common';
import type {
  EvidenceWebhook,
  InOwnName,
  SourceEntity,
  WebhookContext,
  WebhookOutcome,
} from '@airworthy/plugin-readiness-node';
import { InputError } from '@backstage/errors';
import type { EventParams } from '@backstage/plugin-events-node';
import type { z, ZodType } from 'zod';
import { linkRepository, SLUG_ANNOTATION } from '../collect/linkRepository';
import type { AccountConfig } from '../config';
import { ownerOfEnvironment } from '../deployments/attributeDeployments';
import {
  deploymentStatusEvent,
  pushEvent,
  repositoryEvent,
  workflowRunEvent,
} from './schemas';

/** The topic of what GitHub posts, as the events plugin names it. */
export const GITHUB_TOPIC = 'github';

/** Events after which a repository is asked about again. */
const REFRESHING = new Set([
  'branch_protection_rule',
  'code_scanning_alert',
  'dependabot_alert',
  'repository',
  'repository_ruleset',
  'secret_scanning_alert',
]);

/**
 * Reads what GitHub posts. A deployment is told of at once, and its entity is
 * asked about again, which adds what the event does not hold: when the commit
 * was made, and whether it was there before. Of alerts nothing is read but where
 * they are.
 */
export class GithubWebhook implements EvidenceWebhook {
  readonly id = 'github';
  readonly topics = [GITHUB_TOPIC];
  readonly #accounts: readonly AccountConfig[];

  constructor(options: { accounts: readonly AccountConfig[] }) {
    this.#accounts = options.accounts;
  }

  async handle(
    event: EventParams,
    context: WebhookContext,
  ): Promise<WebhookOutcome[]> {
    const kind = kindOf(event);
    const payload = event.eventPayload;
    if (kind === 'deployment_status') {
      return this.#deployed(
        read(deploymentStatusEvent, payload, kind),
        context,
      );
    }
    if (kind === 'workflow_run') {
      const { action, repository } = read(workflowRunEvent, payload, kind);
      return action === 'completed' ? this.#refresh(repository, context) : [];
    }
    if (kind === 'push') {
      const { ref, repository } = read(pushEvent, payload, kind);
      return ref === `refs/heads/${repository.default_branch}`
        ? this.#refresh(repository, context)
        : [];
    }
    return kind !== undefined && REFRESHING.has(kind)
      ? this.#refresh(read(repositoryEvent, payload, kind).repository, context)
      : [];
  }

  async #deployed(
    event: z.infer<typeof deploymentStatusEvent>,
    context: WebhookContext,
  ): Promise<WebhookOutcome[]> {
    const { repository, deployment } = event;
    const environment = (
      deployment.original_environment ?? deployment.environment
    ).toLowerCase();
    const outcomes: WebhookOutcome[] = [];
    for (const account of this.#accountsOf(repository)) {
      const entities = await findEntities(repository.full_name, context);
      const linked = entities.flatMap(entity => {
        const link = linkRepository(entity, account);
        return 'entity' in link ? [link.entity] : [];
      });
      const owner = ownerOfEnvironment(
        environment,
        linked,
        account.environments,
      );
      if (owner && 'entityRef' in owner) {
        const told = readDeployment(event);
        outcomes.push({
          source: sourceOf(account),
          deployments: told ? [{ ...told, ...owner }] : [],
          refresh: [owner.entityRef],
        });
      }
    }
    return outcomes;
  }

  async #refresh(
    repository: z.infer<typeof repositoryEvent>['repository'],
    context: WebhookContext,
  ): Promise<WebhookOutcome[]> {
    const accounts = this.#accountsOf(repository);
    if (accounts.length === 0) {
      return [];
    }
    const refresh = (await findEntities(repository.full_name, context)).map(
      ({ ref }) => ref,
    );
    return refresh.length === 0
      ? []
      : accounts.map(account => ({ source: sourceOf(account), refresh }));
  }

  #accountsOf({
    full_name,
    html_url,
  }: z.infer<typeof repositoryEvent>['repository']): AccountConfig[] {
    const owner = full_name.split('/')[0].toLowerCase();
    const host = URL.canParse(html_url) ? new URL(html_url).host : undefined;
    return this.#accounts.filter(
      account =>
        account.organization.toLowerCase() === owner && account.host === host,
    );
  }
}

function sourceOf({ name }: AccountConfig): string {
  return `github:${name}`;
}

function kindOf({ metadata }: EventParams): string | undefined {
  const kind = metadata?.['x-github-event'];
  return Array.isArray(kind) ? kind[0] : kind;
}

function read<T>(schema: ZodType<T>, payload: unknown, kind: string): T {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(
      `The event ${kind} of GitHub has another shape than expected: ${issue.path.join(
        '.',
      )}: ${issue.message}`,
    );
  }
  return parsed.data;
}

async function findEntities(
  slug: string,
  context: WebhookContext,
): Promise<SourceEntity[]> {
  return context.findByAnnotation(SLUG_ANNOTATION, slug);
}

/** Nothing for a status that only says that a newer deployment took its place. */
function readDeployment({
  deployment,
  deployment_status: status,
  repository,
}: z.infer<typeof deploymentStatusEvent>):
  | Omit<InOwnName<Deployment>, 'entityRef' | 'environment'>
  | undefined {
  if (status.state === 'inactive') {
    return undefined;
  }
  const ended = ['success', 'failure', 'error'].includes(status.state);
  return {
    key: deployment.node_id,
    commit: {
      sha: deployment.sha,
      url: `${repository.html_url}/commit/${deployment.sha}`,
    },
    ...(deployment.creator ? { deployedBy: deployment.creator.login } : {}),
    startedAt: new Date(deployment.created_at).toISOString(),
    ...(ended ? { finishedAt: new Date(status.created_at).toISOString() } : {}),
    result: resultOf(status.state),
    rollback: /^rollback\b/i.test(deployment.task),
    url: status.log_url || `${repository.html_url}/deployments`,
  };
}

function resultOf(state: string): Deployment['result'] {
  if (state === 'success') {
    return 'succeeded';
  }
  return state === 'failure' || state === 'error' ? 'failed' : 'in-progress';
}

import { z } from 'zod';

const repository = z.object({ full_name: z.string(), html_url: z.string() });

/** What every event of a repository tells. */
export const repositoryEvent = z.object({ repository });

/** `deployment_status` */
export const deploymentStatusEvent = z.object({
  repository,
  deployment: z.object({
    node_id: z.string(),
    sha: z.string(),
    ref: z.string(),
    task: z.string(),
    environment: z.string(),
    original_environment: z.string().optional(),
    created_at: z.string(),
    creator: z.object({ login: z.string() }).nullable(),
  }),
  deployment_status: z.object({
    state: z.string(),
    created_at: z.string(),
    log_url: z.string().optional(),
  }),
});

/** `push` */
export const pushEvent = z.object({
  ref: z.string(),
  repository: repository.extend({ default_branch: z.string() }),
});

/** `workflow_run` */
export const workflowRunEvent = z.object({ action: z.string(), repository });

import { z } from 'zod';

/** What GraphQL answers: data, problems, or some of both. */
export function graphqlAnswer<T extends z.ZodType>(data: T) {
  return z.object({
    data: data.nullish(),
    errors: z
      .array(z.object({ type: z.string().optional(), message: z.string() }))
      .optional(),
  });
}

function nodesOf<T extends z.ZodType>(node: T) {
  return z.object({ nodes: z.array(node.nullable()).nullable() });
}

const deployment = z.object({
  id: z.string(),
  environment: z.string().nullable(),
  originalEnvironment: z.string().nullable(),
  createdAt: z.string(),
  task: z.string().nullable(),
  commitOid: z.string(),
  commit: z.object({ committedDate: z.string(), url: z.string() }).nullable(),
  ref: z.object({ name: z.string(), prefix: z.string() }).nullable(),
  creator: z.object({ login: z.string() }).nullable(),
  statuses: nodesOf(
    z.object({
      state: z.string(),
      createdAt: z.string(),
      logUrl: z.string().nullable(),
    }),
  ).nullable(),
});

const deploymentPage = nodesOf(deployment).extend({
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    endCursor: z.string().nullable(),
  }),
});

const ownersFile = z
  .object({
    text: z.string().nullish(),
    isTruncated: z.boolean().optional(),
  })
  .nullable();

const repositoryState = z.object({
  id: z.string(),
  url: z.string(),
  hasVulnerabilityAlertsEnabled: z.boolean(),
  defaultBranchRef: z
    .object({
      name: z.string(),
      target: z.object({ oid: z.string() }).nullable(),
      branchProtectionRule: z
        .object({
          requiresApprovingReviews: z.boolean(),
          requiredApprovingReviewCount: z.number().nullable(),
        })
        .nullable(),
      refUpdateRule: z
        .object({ requiredApprovingReviewCount: z.number().nullable() })
        .nullable(),
      rules: nodesOf(
        z.object({
          parameters: z
            .object({ requiredApprovingReviewCount: z.number().optional() })
            .nullable(),
        }),
      ).nullable(),
    })
    .nullable(),
  deployments: nodesOf(
    z.object({
      id: z.string(),
      latestStatus: z.object({ id: z.string(), state: z.string() }).nullable(),
    }),
  ),
});

const repositoryDetails = z.object({
  id: z.string(),
  codeowners: z
    .object({
      errors: z.array(
        z.object({
          path: z.string(),
          line: z.number(),
          column: z.number(),
          kind: z.string(),
          message: z.string(),
        }),
      ),
    })
    .nullable(),
  inGithub: ownersFile,
  inRoot: ownersFile,
  inDocs: ownersFile,
  deployments: deploymentPage,
});

/** Of a query by ids: null for what is gone or may not be seen. */
export const statesAnswer = graphqlAnswer(
  z.object({ nodes: z.array(repositoryState.nullable()) }),
);

export const detailsAnswer = graphqlAnswer(
  z.object({ nodes: z.array(repositoryDetails.nullable()) }),
);

export const deploymentsAnswer = graphqlAnswer(
  z.object({ node: z.object({ deployments: deploymentPage }).nullable() }),
);

/** `GET /orgs/{org}/repos` */
export const repositoriesAnswer = z.array(
  z.object({
    node_id: z.string(),
    full_name: z.string(),
    archived: z.boolean().optional(),
    security_and_analysis: z
      .object({
        secret_scanning: z.object({ status: z.string().optional() }).nullish(),
      })
      .nullish(),
  }),
);

/**
 * Alerts of an organization. Where they are is all that is read: the rest of an
 * alert may hold what must not be known.
 */
export const alertsAnswer = z.array(
  z.object({ repository: z.object({ full_name: z.string() }) }),
);

/** What went wrong, of any REST call. */
export const failedAnswer = z.object({ message: z.string() });

export type RepositoryState = z.infer<typeof repositoryState>;
export type RepositoryDetails = z.infer<typeof repositoryDetails>;
export type GithubDeployment = z.infer<typeof deployment>;
export type DeploymentPage = z.infer<typeof deploymentPage>;

import type {
  GithubDeploymentRecord,
  GithubModel,
  GithubRepository,
} from '../../model';

/** Nothing of that id, or nothing that may be seen. */
export class NotFoundError extends Error {}

interface Paging {
  first?: number;
  after?: string;
}

interface DeploymentArguments extends Paging {
  environments?: string[];
}

/** The entry to the graph, in the shape that default resolvers read. */
export function rootOf(github: GithubModel) {
  const nodeOf = (id: string) => {
    const repository = github.repositoryByNodeId(id);
    return repository
      ? repositoryNode(github, repository)
      : new NotFoundError(
          `Could not resolve to a node with the global id of '${id}'`,
        );
  };
  return {
    node: ({ id }: { id: string }) => nodeOf(id),
    nodes: ({ ids }: { ids: string[] }) => ids.map(nodeOf),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = github.repository(`${owner}/${name}`);
      return repository
        ? repositoryNode(github, repository)
        : new NotFoundError(
            `Could not resolve to a Repository with the name '${owner}/${name}'.`,
          );
    },
  };
}

function repositoryNode(github: GithubModel, repository: GithubRepository) {
  const { slug, requiredReviews, protectedBy } = repository;
  const byRule = protectedBy === 'branch-protection' && requiredReviews > 0;
  const text = repository.codeowners;
  return {
    __typename: 'Repository',
    id: repository.nodeId,
    nameWithOwner: slug,
    url: `https://github.com/${slug}`,
    isArchived: repository.archived,
    hasVulnerabilityAlertsEnabled: repository.vulnerabilityAlerts,
    defaultBranchRef: {
      name: 'main',
      prefix: 'refs/heads/',
      target: { __typename: 'Commit', oid: repository.head },
      branchProtectionRule: byRule
        ? {
            requiresApprovingReviews: true,
            requiredApprovingReviewCount: requiredReviews,
          }
        : null,
      refUpdateRule: byRule
        ? { requiredApprovingReviewCount: requiredReviews }
        : null,
      rules: () => ({
        nodes:
          protectedBy === 'ruleset' && requiredReviews > 0
            ? [
                { type: 'DELETION', parameters: null },
                {
                  type: 'PULL_REQUEST',
                  parameters: {
                    __typename: 'PullRequestParameters',
                    requiredApprovingReviewCount: requiredReviews,
                  },
                },
              ]
            : [],
      }),
    },
    codeowners:
      text === undefined
        ? null
        : {
            errors: repository.codeownersFaults.map(fault => ({
              ...fault,
              path: '.github/CODEOWNERS',
              suggestion: null,
              message: `${fault.kind} on line ${fault.line}: make sure the team exists and has write access to the repository`,
            })),
          },
    object: ({ expression }: { expression?: string }) =>
      expression === 'HEAD:.github/CODEOWNERS' && text !== undefined
        ? { __typename: 'Blob', text, isTruncated: false }
        : null,
    deployments: (paging: DeploymentArguments) => {
      const { environments } = paging;
      const records = github
        .deploymentsOf(repository)
        .filter(
          ({ environment }) => environments?.includes(environment) ?? true,
        );
      return page(records, paging, record => deploymentNode(slug, record));
    },
  };
}

function deploymentNode(slug: string, record: GithubDeploymentRecord) {
  const { deployment, environment, nodeId } = record;
  const { commit, startedAt, finishedAt, version } = deployment;
  const statuses = statusesOf(slug, record);
  return {
    __typename: 'Deployment',
    id: nodeId,
    databaseId: deployment.id % 2_147_483_647,
    environment,
    originalEnvironment: environment,
    createdAt: startedAt,
    updatedAt: record.replacedAt ?? finishedAt ?? startedAt,
    task: 'deploy',
    commitOid: commit.sha,
    commit: {
      oid: commit.sha,
      committedDate: commit.committedAt,
      url: `https://github.com/${slug}/commit/${commit.sha}`,
    },
    ref: { name: version, prefix: 'refs/tags/' },
    creator: { __typename: 'User', login: deployment.deployedBy },
    latestStatus: statuses.at(-1) ?? null,
    // Newest first, as GitHub has it.
    statuses: (paging: Paging) =>
      page([...statuses].reverse(), paging, status => status),
  };
}

function statusesOf(slug: string, record: GithubDeploymentRecord) {
  const { deployment, nodeId, replacedAt } = record;
  const { id, startedAt, finishedAt, result } = deployment;
  const status = (state: string, createdAt: string) => ({
    __typename: 'DeploymentStatus',
    id: `${nodeId}_${state}`,
    state,
    createdAt,
    updatedAt: createdAt,
    logUrl: `https://github.com/${slug}/actions/runs/${id}`,
  });
  return [
    status('IN_PROGRESS', startedAt),
    ...(finishedAt
      ? [status(result === 'succeeded' ? 'SUCCESS' : 'FAILURE', finishedAt)]
      : []),
    ...(replacedAt ? [status('INACTIVE', replacedAt)] : []),
  ];
}

/** A connection of up to a hundred nodes, as GitHub bounds them. */
function page<T, Node>(
  items: readonly T[],
  { first = 100, after }: Paging,
  nodeOf: (item: T) => Node,
) {
  if (first < 1 || first > 100) {
    throw new Error('`first` must be between 1 and 100');
  }
  const from = after
    ? Number(Buffer.from(after, 'base64url').toString().replace('cursor:', ''))
    : 0;
  const nodes = items.slice(from, from + first);
  const end = from + nodes.length;
  return {
    totalCount: items.length,
    nodes: nodes.map(nodeOf),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: from > 0,
      startCursor: null,
      endCursor: Buffer.from(`cursor:${end}`).toString('base64url'),
    },
  };
}

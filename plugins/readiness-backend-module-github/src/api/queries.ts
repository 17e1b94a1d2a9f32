/** Repositories in one query about their state. */
export const STATES_AT_A_TIME = 50;

/** Repositories in one query about their details, which cost more to answer. */
export const DETAILS_AT_A_TIME = 25;

/** Deployments of one repository that come with its details. */
export const DEPLOYMENTS_AT_A_TIME = 30;

const DEPLOYMENT_FIELDS = `
  fragment DeploymentFields on Deployment {
    id
    environment
    originalEnvironment
    createdAt
    task
    commitOid
    commit { committedDate url }
    ref { name prefix }
    creator { login }
    statuses(first: 30) { nodes { state createdAt logUrl } }
  }
`;

/**
 * What tells whether a repository changed, and what is cheap beside it. The
 * deployments are the newest few, since several may be under way.
 */
export const STATES_QUERY = `
  query RepositoryStates($ids: [ID!]!, $environments: [String!]!) {
    nodes(ids: $ids) {
      ... on Repository {
        id
        url
        hasVulnerabilityAlertsEnabled
        defaultBranchRef {
          name
          target { oid }
          branchProtectionRule {
            requiresApprovingReviews
            requiredApprovingReviewCount
          }
          refUpdateRule { requiredApprovingReviewCount }
          rules(first: 50) {
            nodes {
              parameters {
                ... on PullRequestParameters { requiredApprovingReviewCount }
              }
            }
          }
        }
        deployments(
          environments: $environments
          first: 5
          orderBy: { field: CREATED_AT, direction: DESC }
        ) {
          nodes { id latestStatus { id state } }
        }
      }
    }
  }
`;

/** What is read of a repository when its state changed. */
export const DETAILS_QUERY = `
  query RepositoryDetails(
    $ids: [ID!]!
    $environments: [String!]!
    $deployments: Int!
  ) {
    nodes(ids: $ids) {
      ... on Repository {
        id
        codeowners { errors { path line column kind message } }
        inGithub: object(expression: "HEAD:.github/CODEOWNERS") { ...Owners }
        inRoot: object(expression: "HEAD:CODEOWNERS") { ...Owners }
        inDocs: object(expression: "HEAD:docs/CODEOWNERS") { ...Owners }
        deployments(
          environments: $environments
          first: $deployments
          orderBy: { field: CREATED_AT, direction: DESC }
        ) {
          pageInfo { hasNextPage endCursor }
          nodes { ...DeploymentFields }
        }
      }
    }
  }
  fragment Owners on Blob { text isTruncated }
  ${DEPLOYMENT_FIELDS}
`;

/** Older deployments of one repository, for one that is new or deploys often. */
export const DEPLOYMENTS_QUERY = `
  query OlderDeployments($id: ID!, $environments: [String!]!, $after: String!) {
    node(id: $id) {
      ... on Repository {
        deployments(
          environments: $environments
          first: 100
          after: $after
          orderBy: { field: CREATED_AT, direction: DESC }
        ) {
          pageInfo { hasNextPage endCursor }
          nodes { ...DeploymentFields }
        }
      }
    }
  }
  ${DEPLOYMENT_FIELDS}
`;

/** All queries, for the test that holds them against the schema of GitHub. */
export const queries = { STATES_QUERY, DETAILS_QUERY, DEPLOYMENTS_QUERY };

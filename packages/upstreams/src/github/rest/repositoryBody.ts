import type { GithubRepository } from '../../model';

/** Addresses of a repository that have nothing after its name. */
const PATHS = [
  'archive/{archive_format}{/ref}',
  'assignees{/user}',
  'branches{/branch}',
  'collaborators{/collaborator}',
  'comments{/number}',
  'commits{/sha}',
  'compare/{base}...{head}',
  'contents/{+path}',
  'contributors',
  'deployments',
  'downloads',
  'events',
  'forks',
  'hooks',
  'issues{/number}',
  'keys{/key_id}',
  'labels{/name}',
  'languages',
  'merges',
  'milestones{/number}',
  'notifications{?since,all,participating}',
  'pulls{/number}',
  'releases{/id}',
  'stargazers',
  'statuses/{sha}',
  'subscribers',
  'subscription',
  'tags',
  'teams',
];

/** Those whose name is not the first word of the path. */
const NAMED_PATHS: Record<string, string> = {
  blobs_url: 'git/blobs{/sha}',
  git_commits_url: 'git/commits{/sha}',
  git_refs_url: 'git/refs{/sha}',
  git_tags_url: 'git/tags{/sha}',
  issue_comment_url: 'issues/comments{/number}',
  issue_events_url: 'issues/events{/number}',
  trees_url: 'git/trees{/sha}',
};

/** A `simple-repository`, as alerts carry it. */
export function simpleRepositoryBody(
  repository: GithubRepository,
  apiUrl: string,
) {
  const { id, nodeId, name, slug, owner } = repository;
  const url = `${apiUrl}/repos/${slug}`;
  return {
    id,
    node_id: nodeId,
    name,
    full_name: slug,
    owner: ownerBody(owner, apiUrl),
    private: true,
    html_url: `https://github.com/${slug}`,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(
      PATHS.map(path => [`${/^[a-z]+/.exec(path)?.[0]}_url`, `${url}/${path}`]),
    ),
    ...Object.fromEntries(
      Object.entries(NAMED_PATHS).map(([key, path]) => [key, `${url}/${path}`]),
    ),
  };
}

/** A `minimal-repository`, as lists of an organization have it. */
export function repositoryBody(repository: GithubRepository, apiUrl: string) {
  const { archived, createdAt, secretScanning } = repository;
  return {
    ...simpleRepositoryBody(repository, apiUrl),
    archived,
    disabled: false,
    default_branch: 'main',
    visibility: 'private',
    created_at: createdAt,
    updated_at: createdAt,
    pushed_at: createdAt,
    security_and_analysis: {
      secret_scanning: { status: secretScanning ? 'enabled' : 'disabled' },
    },
  };
}

function ownerBody(login: string, apiUrl: string) {
  const url = `${apiUrl}/users/${login}`;
  return {
    login,
    id: 1,
    node_id: 'O_1',
    avatar_url: 'https://github.com/identicons/1.png',
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: 'Organization',
    site_admin: false,
  };
}

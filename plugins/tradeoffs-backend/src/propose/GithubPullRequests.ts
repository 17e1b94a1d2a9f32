import { InputError, NotFoundError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  type GithubCredentialsProvider,
  type ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import type { ProposedFile, PullRequests } from './PullRequests';

/** Proposes to repositories on GitHub, with the credentials of the integration. */
export class GithubPullRequests implements PullRequests {
  readonly #integrations: ScmIntegrations;
  readonly #credentials: GithubCredentialsProvider;

  constructor(options: { integrations: ScmIntegrations }) {
    this.#integrations = options.integrations;
    this.#credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
  }

  serves(repository: string): boolean {
    const config = this.#integrations.github.byUrl(repository)?.config;
    return config?.token !== undefined || (config?.apps ?? []).length > 0;
  }

  async propose(file: ProposedFile): Promise<string> {
    const { owner, repo, base } = placeOf(file.repository);
    const octokit = await this.#octokit(file.repository);
    const branch = file.branch;
    const { data: baseRef } = await octokit.git.getRef({
      owner,
      repo,
      ref: `heads/${base}`,
    });
    await this.#branchFrom(octokit, {
      owner,
      repo,
      branch,
      sha: baseRef.object.sha,
    });
    await octokit.repos.createOrUpdateFileContents({
      owner,
      repo,
      path: file.path,
      branch,
      message: file.title,
      content: Buffer.from(file.content, 'utf8').toString('base64'),
      sha: await fileSha(octokit, { owner, repo, path: file.path, branch }),
    });
    const { data: open } = await octokit.pulls.list({
      owner,
      repo,
      state: 'open',
      head: `${owner}:${branch}`,
      base,
    });
    if (open.length > 0) {
      return open[0].html_url;
    }
    const { data: created } = await octokit.pulls.create({
      owner,
      repo,
      head: branch,
      base,
      title: file.title,
      body: file.description,
    });
    return created.html_url;
  }

  async #branchFrom(
    octokit: Octokit,
    target: { owner: string; repo: string; branch: string; sha: string },
  ): Promise<void> {
    const { owner, repo, branch, sha } = target;
    try {
      await octokit.git.createRef({
        owner,
        repo,
        ref: `refs/heads/${branch}`,
        sha,
      });
    } catch (error) {
      // 422: the branch of an earlier proposal, which goes on.
      if (statusOf(error) !== 422) {
        throw error;
      }
    }
  }

  async #octokit(repository: string): Promise<Octokit> {
    const config = this.#integrations.github.byUrl(repository)?.config;
    const { token } = await this.#credentials.getCredentials({
      url: repository,
    });
    if (!config || !token) {
      throw new InputError(
        `No token for ${
          new URL(repository).host
        } is configured under integrations.github`,
      );
    }
    return new Octokit({ auth: token, baseUrl: config.apiBaseUrl });
  }
}

async function fileSha(
  octokit: Octokit,
  at: { owner: string; repo: string; path: string; branch: string },
): Promise<string | undefined> {
  try {
    const { data } = await octokit.repos.getContent({
      owner: at.owner,
      repo: at.repo,
      path: at.path,
      ref: at.branch,
    });
    return Array.isArray(data) ? undefined : data.sha;
  } catch (error) {
    if (statusOf(error) === 404) {
      return undefined;
    }
    throw error;
  }
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number'
    ? error.status
    : undefined;
}

/** `https://host/owner/repo/tree/main/` in parts. */
function placeOf(repository: string): {
  owner: string;
  repo: string;
  base: string;
} {
  const [owner, repo, kind, ...branch] = new URL(repository).pathname
    .split('/')
    .filter(part => part !== '')
    .map(decodeURIComponent);
  if (!owner || !repo || !['tree', 'blob'].includes(kind) || !branch.length) {
    throw new NotFoundError(
      `${repository} names no branch of a repository on GitHub`,
    );
  }
  return { owner, repo: repo.replace(/\.git$/, ''), base: branch.join('/') };
}

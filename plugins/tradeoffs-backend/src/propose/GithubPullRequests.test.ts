import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GithubPullRequests } from './GithubPullRequests';

const API = 'https://api.github.com/repos/acme/shop';
const REPOSITORY = 'https://github.com/acme/shop/tree/main/';
const PULL = 'https://github.com/acme/shop/pull/7';

const FILE = {
  repository: REPOSITORY,
  path: 'docs/decisions/0007.md',
  branch: 'tradeoffs/shop-0007',
  title: 'Run in one zone',
  description: 'From the portal.',
  content: '# Run in one zone – für jetzt\n',
};

describe('GithubPullRequests', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const written: Array<Record<string, unknown>> = [];
  let opened: Array<Record<string, unknown>> = [];

  beforeEach(() => {
    written.length = 0;
    opened = [];
    server.use(
      http.get(`${API}/git/ref/:ref*`, () =>
        HttpResponse.json({ object: { sha: 'base-sha' } }),
      ),
      http.post(`${API}/git/refs`, () =>
        HttpResponse.json({}, { status: 201 }),
      ),
      http.get(`${API}/contents/:path*`, () =>
        HttpResponse.json({}, { status: 404 }),
      ),
      http.put<never, Record<string, unknown>>(
        `${API}/contents/:path*`,
        async ({ request }) => {
          written.push(await request.json());
          return HttpResponse.json({}, { status: 201 });
        },
      ),
      http.get(`${API}/pulls`, () => HttpResponse.json([])),
      http.post<never, Record<string, unknown>>(
        `${API}/pulls`,
        async ({ request }) => {
          opened.push(await request.json());
          return HttpResponse.json({ html_url: PULL }, { status: 201 });
        },
      ),
    );
  });

  function create(token?: string): GithubPullRequests {
    return new GithubPullRequests({
      integrations: ScmIntegrations.fromConfig(
        mockServices.rootConfig({
          data: {
            integrations: {
              github: [{ host: 'github.com', ...(token && { token }) }],
            },
          },
        }),
      ),
    });
  }

  it('writes a file on a branch of its own and opens a pull request', async () => {
    await expect(create('made-up').propose(FILE)).resolves.toBe(PULL);
    expect(written).toEqual([
      {
        branch: FILE.branch,
        message: FILE.title,
        content: Buffer.from(FILE.content, 'utf8').toString('base64'),
      },
    ]);
    expect(opened).toEqual([
      {
        head: FILE.branch,
        base: 'main',
        title: FILE.title,
        body: FILE.description,
      },
    ]);
  });

  it('goes on with an earlier proposal instead of opening another', async () => {
    server.use(
      http.post(`${API}/git/refs`, () =>
        HttpResponse.json(
          { message: 'Reference already exists' },
          { status: 422 },
        ),
      ),
      http.get(`${API}/contents/:path*`, () =>
        HttpResponse.json({ sha: 'file-sha' }),
      ),
      http.get(`${API}/pulls`, () => HttpResponse.json([{ html_url: PULL }])),
    );
    await expect(create('made-up').propose(FILE)).resolves.toBe(PULL);
    expect(written).toMatchObject([{ sha: 'file-sha' }]);
    expect(opened).toEqual([]);
  });

  it('fails where the host refuses, and shows no token', async () => {
    server.use(
      http.put(`${API}/contents/:path*`, () =>
        HttpResponse.json(
          { message: 'Resource not accessible' },
          { status: 403 },
        ),
      ),
    );
    const proposal = create('made-up').propose(FILE);
    await expect(proposal).rejects.toThrow('Resource not accessible');
    await expect(proposal).rejects.not.toThrow(/made-up/);
    expect(opened).toEqual([]);
  });

  it('refuses what is no branch of a repository', async () => {
    await expect(
      create('made-up').propose({
        ...FILE,
        repository: 'https://github.com/acme',
      }),
    ).rejects.toThrow(/names no branch of a repository on GitHub/);
  });

  it('serves hosts for which there are credentials alone', async () => {
    expect(create('made-up').serves(REPOSITORY)).toBe(true);
    expect(create().serves(REPOSITORY)).toBe(false);
    expect(create('made-up').serves('https://git.example.com/a/b')).toBe(false);
    await expect(create().propose(FILE)).rejects.toThrow(
      /No token for github.com/,
    );
  });
});

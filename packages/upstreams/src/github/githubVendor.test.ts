import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { getResponse } from 'msw';
import { z } from 'zod';
import { Company } from '../model';
import { createStrictSchema } from '../schemas';
import { createGithubHandlers } from './createGithubHandlers';
import operations from './operations.json';
import { LEAKED_SECRET } from './rest';

const BASE_URL = 'http://github.test';

/** Checks an answer against what GitHub's OpenAPI document says of it. */
function validatorOf(path: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const found = z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .parse(operations.schemas)[path];
  return ajv.compile(createStrictSchema(found));
}

describe('the stand-in for GitHub', () => {
  const company = Company.demo({ now: () => new Date('2026-11-23T12:00:00Z') });
  const handlers = createGithubHandlers(company, { baseUrl: BASE_URL });

  async function ask(path: string, init: RequestInit = {}) {
    const response = await getResponse(
      handlers,
      new Request(`${BASE_URL}/api/${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${company.tokens.github}`,
          ...init.headers,
        },
      }),
    );
    if (!response) {
      throw new Error(`Nothing answers ${path}`);
    }
    return response;
  }

  async function query(text: string, variables: Record<string, unknown>) {
    const response = await ask('graphql', {
      method: 'POST',
      body: JSON.stringify({ query: text, variables }),
      headers: { 'content-type': 'application/json' },
    });
    return response.json();
  }

  it.each([
    'repos',
    'secret-scanning/alerts',
    'dependabot/alerts',
    'code-scanning/alerts',
  ])('answers /orgs/{org}/%s as documented', async path => {
    const response = await ask(`v3/orgs/${company.organisation}/${path}`);
    const body: unknown = await response.json();
    const validate = validatorOf(`/orgs/{org}/${path}`);
    validate(body);
    expect(validate.errors).toBeNull();
    expect(z.array(z.unknown()).parse(body).length).toBeGreaterThan(0);
  });

  it('would be caught with a field that GitHub has not', async () => {
    const response = await ask(`v3/orgs/${company.organisation}/repos`);
    const [first] = z
      .array(z.record(z.string(), z.unknown()))
      .parse(await response.json());
    const validate = validatorOf('/orgs/{org}/repos');
    expect(validate([{ ...first, stars: 5 }])).toBe(false);
    expect(validate([{ ...first, id: 'one' }])).toBe(false);
  });

  it('hides secrets only where it is asked to', async () => {
    const path = `v3/orgs/${company.organisation}/secret-scanning/alerts`;
    expect(await (await ask(path)).text()).toContain(LEAKED_SECRET);
    expect(await (await ask(`${path}?hide_secret=true`)).text()).not.toContain(
      LEAKED_SECRET,
    );
  });

  it('pages, counts down its limit, and says when nothing changed', async () => {
    const path = `v3/orgs/${company.organisation}/repos?per_page=2`;
    const first = await ask(path);
    expect(first.headers.get('link')).toContain('page=2>; rel="next"');
    expect(await first.json()).toHaveLength(2);
    const limit = Number(first.headers.get('x-ratelimit-remaining'));
    const etag = first.headers.get('etag') ?? '';
    const again = await ask(path, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(Number(again.headers.get('x-ratelimit-remaining'))).toBe(limit);
    const second = await ask(`${path}&page=2`);
    expect(Number(second.headers.get('x-ratelimit-remaining'))).toBe(limit - 1);
  });

  it('refuses a query that the schema of GitHub does not allow', async () => {
    const answer = await query('{ viewer { shoeSize } }', {});
    expect(answer).toEqual({
      errors: [
        expect.objectContaining({
          message: expect.stringContaining('shoeSize'),
        }),
      ],
    });
  });

  it('answers null and an error for what is not there', async () => {
    const [repository] = company.github.repositories;
    const answer = await query(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: [repository.nodeId, 'R_nothing'] },
    );
    expect(answer.data.nodes).toEqual([{ id: repository.nodeId }, null]);
    expect(answer.errors).toEqual([
      expect.objectContaining({ type: 'NOT_FOUND', path: ['nodes', 1] }),
    ]);
  });

  it('refuses another token', async () => {
    const refused = await ask('v3/orgs/x/repos', {
      headers: { authorization: 'Bearer guessed' },
    });
    expect(refused.status).toBe(401);
  });
});

import { http, HttpResponse } from 'msw';
import { z } from 'zod';
import { hasAuthorization, type Vendor } from '../standIn';
import { executeGithubQuery } from './graphql';
import { createRestHandlers } from './rest';

const querySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).optional(),
});

const DOCUMENTATION = 'https://docs.github.com/rest';

/** GitHub: REST below `/api/v3`, GraphQL at `/api/graphql`. */
export const githubVendor: Vendor = {
  id: 'github',
  accepts: (request, tokens) =>
    hasAuthorization(request, tokens.github, ['Bearer ', 'bearer ', 'token ']),
  answers: {
    unauthorized: () =>
      HttpResponse.json(
        {
          message: 'Bad credentials',
          documentation_url: DOCUMENTATION,
          status: '401',
        },
        { status: 401 },
      ),
    tooManyRequests: retryAfter =>
      HttpResponse.json(
        {
          message:
            'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          documentation_url: DOCUMENTATION,
        },
        { status: 429, headers: { 'retry-after': String(retryAfter) } },
      ),
    serverError: () =>
      HttpResponse.json({ message: 'Server Error' }, { status: 502 }),
    notFound: () =>
      HttpResponse.json(
        {
          message: 'Not Found',
          documentation_url: DOCUMENTATION,
          status: '404',
        },
        { status: 404 },
      ),
  },
  createHandlers: (company, { baseUrl }) => [
    ...createRestHandlers(company, `${baseUrl}/api/v3`),
    http.post(`${baseUrl}/api/graphql`, async ({ request }) => {
      const body = querySchema.safeParse(await request.json());
      return body.success
        ? HttpResponse.json(await executeGithubQuery(company.github, body.data))
        : HttpResponse.json(
            { message: 'A query attribute must be specified' },
            { status: 400 },
          );
    }),
  ],
};

import { HttpResponse } from 'msw';
import { hasAuthorization, type Vendor } from '../standIn';
import { createListHandlers } from './createListHandlers';

function failure(
  status: number,
  code: number,
  message: string,
  headers?: Record<string, string>,
): Response {
  return HttpResponse.json({ error: { message, code } }, { status, headers });
}

/** The REST API of PagerDuty, version 2. */
export const pagerdutyVendor: Vendor = {
  id: 'pagerduty',
  accepts: (request, tokens) =>
    hasAuthorization(request, tokens.pagerduty, ['Token token=']),
  answers: {
    unauthorized: () => failure(401, 2006, 'Invalid Authentication'),
    tooManyRequests: retryAfter =>
      failure(429, 2020, 'Rate Limit Exceeded', {
        'retry-after': String(retryAfter),
        'ratelimit-limit': '960',
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(retryAfter),
      }),
    serverError: () => failure(500, 2000, 'Internal Server Error'),
    notFound: () => failure(404, 2100, 'Not Found'),
  },
  createHandlers: (company, { baseUrl }) =>
    createListHandlers(company, baseUrl),
};

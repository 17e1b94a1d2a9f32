import { hasAuthorization, type Vendor } from '../standIn';
import { createApplicationHandlers } from './createApplicationHandlers';
import { failureAnswer } from './failureAnswer';

/** The API server of Argo CD. */
export const argocdVendor: Vendor = {
  id: 'argocd',
  accepts: (request, tokens) =>
    hasAuthorization(request, tokens.argocd, ['Bearer ']),
  answers: {
    unauthorized: () => failureAnswer(401, 16, 'no session information'),
    tooManyRequests: retryAfter =>
      failureAnswer(429, 8, 'too many requests', {
        'retry-after': String(retryAfter),
      }),
    serverError: () => failureAnswer(500, 13, 'internal error'),
    notFound: () => failureAnswer(404, 5, 'Not Found'),
  },
  createHandlers: createApplicationHandlers,
};

import { HttpResponse } from 'msw';
import { hasAuthorization, type Vendor } from '../standIn';

// Argo CD answers with the shapes of grpc-gateway; the code is gRPC's.
function failure(
  httpStatus: number,
  code: number,
  message: string,
  headers?: Record<string, string>,
): Response {
  return HttpResponse.json(
    { error: message, code, message },
    { status: httpStatus, headers },
  );
}

/** The API server of Argo CD. */
export const argocdVendor: Vendor = {
  id: 'argocd',
  accepts: (request, tokens) =>
    hasAuthorization(request, tokens.argocd, ['Bearer ']),
  answers: {
    unauthorized: () => failure(401, 16, 'no session information'),
    tooManyRequests: retryAfter =>
      failure(429, 8, 'too many requests', {
        'retry-after': String(retryAfter),
      }),
    serverError: () => failure(500, 13, 'internal error'),
    notFound: () => failure(404, 5, 'Not Found'),
  },
  createHandlers: () => [],
};

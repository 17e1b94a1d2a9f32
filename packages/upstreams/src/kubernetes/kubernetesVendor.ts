import { HttpResponse } from 'msw';
import { hasAuthorization, type Vendor } from '../standIn';

function status(
  code: number,
  reason: string,
  message: string,
  headers?: Record<string, string>,
): Response {
  return HttpResponse.json(
    {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      code,
    },
    { status: code, headers },
  );
}

/** The API servers of all clusters, each below `/<cluster>`. */
export const kubernetesVendor: Vendor = {
  id: 'kubernetes',
  accepts: (request, tokens) =>
    hasAuthorization(request, tokens.kubernetes, ['Bearer ']),
  answers: {
    unauthorized: () => status(401, 'Unauthorized', 'Unauthorized'),
    tooManyRequests: retryAfter =>
      status(
        429,
        'TooManyRequests',
        'Too many requests, please try again later.',
        { 'retry-after': String(retryAfter) },
      ),
    serverError: () =>
      status(500, 'InternalError', 'Internal error occurred: etcd is gone'),
    notFound: () =>
      status(
        404,
        'NotFound',
        'the server could not find the requested resource',
      ),
  },
  createHandlers: () => [],
};

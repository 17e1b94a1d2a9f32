import { hasAuthorization, type Vendor } from '../standIn';
import { createResourceHandlers } from './createResourceHandlers';
import { notFoundAnswer, statusAnswer } from './statusAnswer';

/** The API servers of all clusters, each below `/<cluster>`. */
export const kubernetesVendor: Vendor = {
  id: 'kubernetes',
  accepts: (request, tokens) =>
    hasAuthorization(request, tokens.kubernetes, ['Bearer ']),
  answers: {
    unauthorized: () => statusAnswer(401, 'Unauthorized', 'Unauthorized'),
    tooManyRequests: retryAfter =>
      statusAnswer(
        429,
        'TooManyRequests',
        'Too many requests, please try again later.',
        { 'retry-after': String(retryAfter) },
      ),
    serverError: () =>
      statusAnswer(
        500,
        'InternalError',
        'Internal error occurred: etcd is gone',
      ),
    notFound: notFoundAnswer,
  },
  createHandlers: createResourceHandlers,
};

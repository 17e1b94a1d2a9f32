import { HttpResponse } from 'msw';

/** A refusal as the API server puts it: meta/v1 Status. */
export function statusAnswer(
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

/** No such path, kind or object. */
export function notFoundAnswer(): Response {
  return statusAnswer(
    404,
    'NotFound',
    'the server could not find the requested resource',
  );
}

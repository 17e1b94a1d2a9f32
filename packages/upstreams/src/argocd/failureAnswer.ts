import { HttpResponse } from 'msw';

/** A refusal in the shape of grpc-gateway; the code is gRPC's. */
export function failureAnswer(
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

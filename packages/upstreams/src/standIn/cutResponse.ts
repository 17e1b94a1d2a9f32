/** Marks an answer whose connection the server has to close. */
export const CUT_HEADER = 'x-stand-in-cut';

/** The first half of an answer that announces all of it; one without a body is whole. */
export async function cutResponse(
  response: Response,
  how: 'abort' | 'short',
): Promise<Response> {
  if (response.body === null) {
    return response;
  }
  const whole = new Uint8Array(await response.arrayBuffer());
  const half = whole.slice(0, Math.floor(whole.length / 2));
  const headers = new Headers(response.headers);
  headers.set('content-length', String(Math.max(whole.length, 1)));
  if (how === 'short') {
    headers.set(CUT_HEADER, 'true');
    return new Response(half, { status: response.status, headers });
  }
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) {
        controller.error(new Error('The connection was lost'));
      } else {
        sent = true;
        controller.enqueue(half);
      }
    },
  });
  return new Response(body, { status: response.status, headers });
}

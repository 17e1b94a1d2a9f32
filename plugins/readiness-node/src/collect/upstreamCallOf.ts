import type { UpstreamCall } from '../http';
import type { CollectContext } from '../sources';

/**
 * Who asks an upstream in a run: its signal ends the request, and its health
 * row counts it.
 *
 * @public
 */
export function upstreamCallOf(
  context: Pick<CollectContext, 'signal' | 'countCall'>,
): UpstreamCall {
  return { signal: context.signal, countCall: () => context.countCall() };
}

import type { TradeoffsApi } from '@airworthy/plugin-tradeoffs-common';
import {
  useApiResource,
  type Resource,
} from '@airworthy/plugin-readiness-react';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';

/**
 * Reads something from the tradeoffs back end and keeps it.
 *
 * @param key - names what is read, arguments included; another key reads
 *   anew. `undefined` reads nothing.
 * @param options - `keep`: what was read by the key before stays until the new
 *   answer is there, for keys that differ by a filter alone.
 */
export function useResource<T>(
  key: string | undefined,
  read: (api: TradeoffsApi) => Promise<T>,
  options: { keep?: boolean } = {},
): Resource<T> {
  return useApiResource(tradeoffsApiRef, key, read, options);
}

import { createApiRef } from '@backstage/core-plugin-api';
import type { TradeoffsApi } from '@airworthy/plugin-tradeoffs-common';

/**
 * Reads and writes of the tradeoffs back end.
 *
 * @public
 */
export const tradeoffsApiRef = createApiRef<TradeoffsApi>({
  id: 'plugin.tradeoffs.api',
});

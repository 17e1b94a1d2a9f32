import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { NotInstalledTradeoffs } from './NotInstalledTradeoffs';
import type { TradeoffsService } from './TradeoffsService';

/**
 * Tradeoff records for other back ends. Without the tradeoffs plugin it is
 * there, too, and says that nothing is installed.
 *
 * @public
 */
export const tradeoffsServiceRef = createServiceRef<TradeoffsService>({
  id: 'tradeoffs.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => new NotInstalledTradeoffs(),
    }),
});

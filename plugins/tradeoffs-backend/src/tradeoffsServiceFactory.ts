import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { tradeoffsServiceRef } from '@airworthy/plugin-tradeoffs-node';
import { HttpTradeoffs } from './HttpTradeoffs';

/**
 * Lets other plugins ask the tradeoffs plugin. Part of this package's default
 * export; a back end that runs without the plugin adds it alone to ask another.
 *
 * @public
 */
export const tradeoffsServiceFactory = createServiceFactory({
  service: tradeoffsServiceRef,
  deps: { auth: coreServices.auth, discovery: coreServices.discovery },
  factory: options => new HttpTradeoffs(options),
});

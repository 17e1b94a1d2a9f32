import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { tradeoffsPlugin } from './plugin';
import { tradeoffsServiceFactory } from './tradeoffsServiceFactory';

/**
 * The plugin, and what lets other plugins ask it.
 *
 * @public
 */
export const tradeoffsFeatures = createBackendFeatureLoader({
  *loader() {
    yield tradeoffsPlugin;
    yield tradeoffsServiceFactory;
  },
});

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { readUpstreamsConfig } from './readUpstreamsConfig';
import { startDemo } from './startDemo';

/**
 * Starts the stand-ins of the demo's company, and its real Prometheus and
 * Alertmanager, where the config has `upstreams`; ends them with the back end.
 * A portal whose stand-ins cannot start works all the same: its sources say
 * that they reach nobody.
 */
export const upstreamsPlugin = createBackendPlugin({
  pluginId: 'upstreams',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
      },
      async init({ config, discovery, lifecycle, logger }) {
        const options = readUpstreamsConfig(config);
        if (!options) {
          return;
        }
        const demo = await startDemo({
          ...options,
          logger,
          readinessUrl: () => discovery.getBaseUrl('readiness'),
        });
        lifecycle.addShutdownHook(() => demo.stop());
      },
    });
  },
});

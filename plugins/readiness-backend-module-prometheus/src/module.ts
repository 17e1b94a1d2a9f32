import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { readinessSourcesExtensionPoint } from '@airworthy/plugin-readiness-node';
import { AlertmanagerSource } from './collect/AlertmanagerSource';
import { PrometheusSource } from './collect/PrometheusSource';
import { WorkloadUseSource } from './collect/WorkloadUseSource';
import { readServers } from './config';

/**
 * Adds an evidence source for each Prometheus of `readiness.prometheus.servers`,
 * and one for each Alertmanager behind them.
 *
 * @public
 */
export const readinessModulePrometheus = createBackendModule({
  pluginId: 'readiness',
  moduleId: 'prometheus',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: readinessSourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        for (const server of readServers(config)) {
          sources.addSource(PrometheusSource.create(server, { logger }));
          const { alertmanager, requestToUse } = server;
          if (requestToUse) {
            sources.addSource(
              WorkloadUseSource.create({ server, requestToUse, logger }),
            );
          }
          if (alertmanager) {
            sources.addSource(
              AlertmanagerSource.create({ server, alertmanager, logger }),
            );
          }
        }
      },
    });
  },
});

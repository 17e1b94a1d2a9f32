import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { tradeoffsPermissions } from '@airworthy/plugin-tradeoffs-common';
import { registerActions } from './actions/registerActions';
import { readTradeoffsConfig } from './config/readTradeoffsConfig';
import { createTradeoffs } from './createTradeoffs';
import { openDatabase } from './database';
import {
  loadRecordResources,
  recordResourceRef,
  recordRules,
} from './permissions';
import { scheduleTasks } from './scheduleTasks';

/**
 * Indexes tradeoff records from repositories, keeps those written in the
 * portal, and serves them.
 *
 * @public
 */
export const tradeoffsPlugin = createBackendPlugin({
  pluginId: 'tradeoffs',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const config = readTradeoffsConfig(services.config);
        const knex = await openDatabase(services.database);
        services.permissionsRegistry.addResourceType({
          resourceRef: recordResourceRef,
          permissions: tradeoffsPermissions,
          rules: recordRules,
          getResources: ids => loadRecordResources(knex, ids),
        });
        const tradeoffs = createTradeoffs({
          ...services,
          knex,
          tradeoffsConfig: config,
          integrations: ScmIntegrations.fromConfig(services.config),
          now: () => Date.now(),
        });
        services.httpRouter.use(tradeoffs.router);
        registerActions({
          registry: services.actionsRegistry,
          access: tradeoffs.access,
          list: tradeoffs.list,
          reader: tradeoffs.reader,
        });
        services.lifecycle.addStartupHook(async () => {
          await scheduleTasks({
            tradeoffs,
            scheduler: services.scheduler,
            schedule: config.schedule,
          });
        });
        services.lifecycle.addShutdownHook(async () => {
          await tradeoffs.settled();
        });
      },
    });
  },
});

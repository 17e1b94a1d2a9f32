import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { RecordCollatorFactory } from './RecordCollatorFactory';

const SCHEDULE_KEY = 'search.collators.tradeoffs.schedule';

/**
 * Puts tradeoff records into the portal's search.
 *
 * @public
 */
export const searchModuleTradeoffs = createBackendModule({
  pluginId: 'search',
  moduleId: 'tradeoffs-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const schedule = config.getOptionalConfig(SCHEDULE_KEY);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            schedule
              ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
              : {
                  frequency: { minutes: 10 },
                  timeout: { minutes: 15 },
                  initialDelay: { seconds: 30 },
                },
          ),
          factory: new RecordCollatorFactory({ auth, discovery }),
        });
      },
    });
  },
});

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ReadinessClient } from '@airworthy/plugin-readiness-common';
import { readinessApiRef } from './api/readinessApiRef';
import {
  newRecordRouteRef,
  recordRouteRef,
  registerRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

/**
 * The plugin for apps of the classic frontend system.
 *
 * @public
 */
export const readinessPlugin = createPlugin({
  id: 'readiness',
  apis: [
    createApiFactory({
      api: readinessApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new ReadinessClient({ fetchApi }),
    }),
  ],
  routes: { root: rootRouteRef },
  externalRoutes: {
    template: templateRouteRef,
    register: registerRouteRef,
    newRecord: newRecordRouteRef,
    record: recordRouteRef,
  },
});

/**
 * The page `/readiness`: overview, services, checks and sources.
 *
 * @public
 */
export const ReadinessPage = readinessPlugin.provide(
  createRoutableExtension({
    name: 'ReadinessPage',
    component: () =>
      import('./page/ReadinessPage').then(module => module.ReadinessPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The content of an entity's tab "Readiness", for the path `/readiness`.
 *
 * @public
 */
export const EntityReadinessContent = readinessPlugin.provide(
  createComponentExtension({
    name: 'EntityReadinessContent',
    component: {
      lazy: () =>
        import('./entity/EntityReadinessContent').then(
          module => module.EntityReadinessContent,
        ),
    },
  }),
);

/**
 * A card for an entity's overview: what runs, and the last deployments.
 *
 * @public
 */
export const EntityDeploymentsCard = readinessPlugin.provide(
  createComponentExtension({
    name: 'EntityDeploymentsCard',
    component: {
      lazy: () =>
        import('./card/EntityDeploymentsCard').then(
          module => module.EntityDeploymentsCard,
        ),
    },
  }),
);

/**
 * A card for an entity's overview: what fires, and what was resolved lately.
 *
 * @public
 */
export const EntityAlertsCard = readinessPlugin.provide(
  createComponentExtension({
    name: 'EntityAlertsCard',
    component: {
      lazy: () =>
        import('./card/EntityAlertsCard').then(
          module => module.EntityAlertsCard,
        ),
    },
  }),
);

/**
 * A card for an entity's overview: level, next steps, age of the evidence.
 *
 * @public
 */
export const EntityReadinessCard = readinessPlugin.provide(
  createComponentExtension({
    name: 'EntityReadinessCard',
    component: {
      lazy: () =>
        import('./card/EntityReadinessCard').then(
          module => module.EntityReadinessCard,
        ),
    },
  }),
);

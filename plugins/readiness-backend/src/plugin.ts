import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  readinessAttestationCreatePermission,
  readinessEvidencePushPermission,
  readinessOwnershipConfirmPermission,
  readinessScorecardReadPermission,
  readinessScorecardRefreshPermission,
  readinessSourceRunPermission,
  type ChecklistOverrides,
  type FactDefinition,
} from '@airworthy/plugin-readiness-common';
import {
  readinessChecklistExtensionPoint,
  readinessEvidenceExtensionPoint,
  readinessFactsExtensionPoint,
  readinessSourcesExtensionPoint,
  type EvidenceWebhook,
} from '@airworthy/plugin-readiness-node';
import { tradeoffsServiceRef } from '@airworthy/plugin-tradeoffs-node';
import { Refresher } from './collect';
import { readReadinessConfig } from './config';
import { createReadiness } from './createReadiness';
import { openDatabase } from './database';
import { EvaluationQueue } from './evaluate';
import { DefaultReadinessMetrics } from './metrics';
import { SIGNED_PATH } from './push';
import { scheduleTasks, SourceRunner } from './schedule';
import { createService } from './service';
import { ChangeSignal } from './signals/ChangeSignal';
import { SourceSet } from './sources/SourceSet';
import { loadScorecardResources } from './visibility/loadScorecardResources';
import { scorecardResourceRef, scorecardRules } from './visibility';
import { AnnotationIndex, WebhookDispatcher } from './webhooks';

/**
 * Collects evidence, evaluates scorecards, stores and serves them.
 *
 * @public
 */
export const readinessPlugin = createBackendPlugin({
  pluginId: 'readiness',
  register(env) {
    const sources = new SourceSet();
    const facts: FactDefinition[] = [];
    const overrides: ChecklistOverrides[] = [];
    const webhooks: EvidenceWebhook[] = [];
    env.registerExtensionPoint(readinessSourcesExtensionPoint, {
      addSource: source => sources.add(source),
    });
    env.registerExtensionPoint(readinessFactsExtensionPoint, {
      addFacts: (...added) => facts.push(...added),
    });
    env.registerExtensionPoint(readinessChecklistExtensionPoint, {
      addOverrides: added => overrides.push(added),
    });

    env.registerExtensionPoint(readinessEvidenceExtensionPoint, {
      addWebhook: webhook => webhooks.push(webhook),
    });

    env.registerInit({
      deps: {
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
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootLifecycle: coreServices.rootLifecycle,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tradeoffs: tradeoffsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { config: rootConfig, lifecycle, logger, scheduler } = services;
        const config = readReadinessConfig(rootConfig);
        const knex = await openDatabase(services.database);
        const now = () => Date.now();
        const queue = new EvaluationQueue({ knex });
        const metrics = DefaultReadinessMetrics.create({
          metrics: services.metrics,
          queueDepth: () => queue.depth(),
        });
        const changeSignal = new ChangeSignal({
          signals: services.signals,
          logger,
        });
        const readiness = await createReadiness({
          knex,
          config,
          catalog: services.catalog,
          auth: services.auth,
          logger,
          metrics,
          queue,
          appBaseUrl: rootConfig.getString('app.baseUrl'),
          sources: sources.list(),
          facts,
          overrides,
          tradeoffs: services.tradeoffs,
          onChanged: () => changeSignal.notify(),
          now,
        });

        services.permissionsRegistry.addPermissions([
          readinessEvidencePushPermission,
          readinessSourceRunPermission,
        ]);
        services.permissionsRegistry.addResourceType({
          resourceRef: scorecardResourceRef,
          permissions: [
            readinessScorecardReadPermission,
            readinessScorecardRefreshPermission,
            readinessAttestationCreatePermission,
            readinessOwnershipConfirmPermission,
          ],
          rules: scorecardRules,
          getResources: refs => loadScorecardResources(knex, refs),
        });

        const refresher = new Refresher({
          collector: readiness.collector,
          sources: readiness.sources,
          queue,
          logger,
          now,
        });
        const runner = new SourceRunner({ ...readiness, scheduler });
        const dispatcher = new WebhookDispatcher({
          webhooks,
          annotations: new AnnotationIndex({ ...readiness, now }),
          entities: readiness.entities,
          live: readiness.recorder,
          refresher,
          runner,
          sources: readiness.sources,
          logger,
          now,
        });
        const service = createService({
          ...services,
          runner,
          knex,
          refresher,
          readiness,
          readinessConfig: config,
          readinessMetrics: metrics,
          now,
        });
        services.httpRouter.use(service.router);
        services.httpRouter.addAuthPolicy({
          path: '/badge',
          allow: 'user-cookie',
        });
        // They are signed: a signature is looked at before anything else.
        services.httpRouter.addAuthPolicy({
          path: SIGNED_PATH,
          allow: 'unauthenticated',
        });

        // Evaluation takes a core for itself: the portal starts first.
        services.rootLifecycle.addStartupHook(() => readiness.loop.start());
        lifecycle.addStartupHook(async () => {
          await scheduleTasks({
            readiness,
            config,
            scheduler,
            logger,
            maintain: service.maintain,
            now,
          });
          await dispatcher.subscribe(services.events);
          await readiness.tradeoffSync?.subscribe(services.events);
        });
        lifecycle.addShutdownHook(async () => {
          changeSignal.stop();
          await refresher.settled();
          await readiness.loop.stop();
          await readiness.tradeoffSync?.settled();
        });
      },
    });
  },
});

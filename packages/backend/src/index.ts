import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
// The demo lets everyone do everything. A company puts its own policy here.
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

backend.add(import('@airworthy/plugin-readiness-backend'));
backend.add(import('@airworthy/plugin-readiness-backend-module-repository'));
backend.add(import('@airworthy/plugin-readiness-backend-module-argocd'));
backend.add(import('@airworthy/plugin-readiness-backend-module-github'));
backend.add(import('@airworthy/plugin-readiness-backend-module-kubernetes'));
backend.add(import('@airworthy/plugin-readiness-backend-module-pagerduty'));
backend.add(import('@airworthy/plugin-readiness-backend-module-prometheus'));

backend.add(import('@airworthy/plugin-tradeoffs-backend'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);

backend.add(import('@backstage/plugin-techdocs-backend'));

backend.add(import('@backstage/plugin-search-backend'));
// On SQLite this module steps aside and the in-memory engine serves.
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));
backend.add(import('@airworthy/plugin-search-backend-module-tradeoffs'));

backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Stand-ins for the systems that evidence comes from: where the config has
// `upstreams`, which is the demo and the tests.
backend.add(import('@airworthy/upstreams/feature'));

backend.start();

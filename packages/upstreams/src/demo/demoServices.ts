import type { CompanyService, CompanyWorkload } from '../model';

/** A service of the demo, beside what happens with it. */
export type DemoService = CompanyService & {
  /** Deployments to production in an average week. */
  perWeek: number;
};

type Details = Omit<
  DemoService,
  'entityRef' | 'name' | 'team' | 'lifecycle' | 'states' | 'perWeek'
> &
  Partial<Pick<DemoService, 'lifecycle' | 'states' | 'perWeek'>>;

function service(name: string, team: string, details: Details): DemoService {
  return {
    entityRef: `component:default/${name}`,
    name,
    team,
    lifecycle: 'production',
    states: [],
    perWeek: 0,
    repository: { slug: `lumenara/${name}` },
    ...details,
  };
}

function deployment(
  name: string,
  replicas: number,
  care: CompanyWorkload['care'],
  more: Partial<CompanyWorkload> = {},
): CompanyWorkload {
  return { kind: 'Deployment', name, replicas, care, ...more };
}

const EU = 'lumenara-eu';
const US = 'lumenara-us';

/** The services of `examples/`, as Lumenara's systems know them. */
export const demoServices: DemoService[] = [
  service('payments-api', 'payments-core', {
    tier: 1,
    delivery: 'github',
    perWeek: 6,
    pagerService: 'PPAYAPI',
    runtime: {
      cluster: EU,
      namespace: 'payments',
      workloads: [
        deployment('payments-api', 4, 'exemplary', {
          minReplicas: 3,
          maxReplicas: 12,
        }),
        deployment('payments-worker', 3, 'exemplary', {
          minReplicas: 3,
          maxReplicas: 20,
        }),
      ],
    },
  }),
  service('payments-ledger', 'payments-core', {
    tier: 1,
    delivery: 'github',
    perWeek: 1.5,
    pagerService: 'PLEDGER',
    states: ['alert-firing', 'incident-open'],
    runtime: {
      cluster: EU,
      namespace: 'payments',
      workloads: [
        deployment('payments-ledger', 3, 'exemplary', {
          minReplicas: 3,
          maxReplicas: 6,
        }),
      ],
    },
  }),
  service('fraud-scoring', 'risk', {
    tier: 2,
    delivery: 'github',
    perWeek: 2,
    pagerService: 'PFRAUDS',
    runtime: {
      cluster: EU,
      namespace: 'payments',
      workloads: [
        deployment('fraud-scoring', 2, 'exemplary', {
          minReplicas: 2,
          maxReplicas: 8,
        }),
      ],
    },
  }),
  service('checkout-api', 'checkout', {
    tier: 2,
    delivery: 'github',
    perWeek: 4,
    pagerService: 'PCHECKO',
    states: ['rolled-back'],
    runtime: {
      cluster: EU,
      namespace: 'checkout',
      workloads: [
        deployment('checkout-api', 3, 'exemplary', {
          minReplicas: 2,
          maxReplicas: 10,
        }),
      ],
    },
  }),
  service('storefront-web', 'checkout', {
    tier: 2,
    delivery: 'github',
    perWeek: 5,
    pagerService: 'PSTOREF',
    runtime: {
      cluster: EU,
      namespace: 'checkout',
      workloads: [
        deployment('storefront-web', 3, 'exemplary', {
          minReplicas: 3,
          maxReplicas: 12,
        }),
      ],
    },
  }),
  service('inventory', 'catalog', {
    tier: 1,
    delivery: 'argocd',
    perWeek: 3,
    application: 'inventory',
    pagerService: 'PINVENT',
    runtime: {
      cluster: EU,
      namespace: 'catalog',
      workloads: [
        {
          kind: 'Rollout',
          name: 'inventory',
          replicas: 3,
          minReplicas: 3,
          maxReplicas: 9,
          care: 'exemplary',
        },
      ],
    },
  }),
  service('product-search', 'discovery', {
    tier: 2,
    delivery: 'github',
    perWeek: 1,
    pagerService: 'PSEARCH',
    // The repository declares three; somebody scaled it by hand.
    states: ['alert-silenced'],
    runtime: {
      cluster: EU,
      namespace: 'catalog',
      workloads: [deployment('product-search', 1, 'plain')],
    },
  }),
  service('cart', 'checkout', {
    tier: 2,
    repository: { slug: 'lumenara/commerce-monorepo', path: 'services/cart' },
    delivery: 'argocd',
    perWeek: 2,
    application: 'cart',
    pagerService: 'PCARTSV',
    runtime: {
      cluster: EU,
      namespace: 'commerce',
      workloads: [
        deployment('cart', 3, 'exemplary', { minReplicas: 3, maxReplicas: 9 }),
      ],
    },
  }),
  service('pricing', 'catalog', {
    tier: 2,
    repository: {
      slug: 'lumenara/commerce-monorepo',
      path: 'services/pricing',
    },
    delivery: 'argocd',
    perWeek: 1,
    application: 'pricing',
    pagerService: 'PPRICIN',
    states: ['out-of-sync'],
    runtime: {
      cluster: EU,
      namespace: 'commerce',
      workloads: [deployment('pricing', 4, 'plain')],
    },
  }),
  service('wishlist', 'catalog', {
    repository: {
      slug: 'lumenara/commerce-monorepo',
      path: 'services/wishlist',
    },
    delivery: 'argocd',
    perWeek: 0.2,
    application: 'wishlist',
    runtime: {
      cluster: EU,
      namespace: 'commerce',
      workloads: [deployment('wishlist', 2, 'plain')],
    },
  }),
  service('reviews', 'catalog', {
    tier: 3,
    delivery: 'github',
    perWeek: 0.5,
    pagerService: 'PREVIEW',
    states: ['codeowners-broken'],
    runtime: {
      cluster: EU,
      namespace: 'catalog',
      workloads: [
        deployment('reviews', 2, 'plain', { minReplicas: 2, maxReplicas: 4 }),
      ],
    },
  }),
  service('recommendations', 'discovery', {
    tier: 3,
    delivery: 'github',
    perWeek: 0.7,
    states: [
      'failing-rollout',
      'secret-leaked',
      'vulnerable',
      'branch-unprotected',
    ],
    runtime: {
      cluster: EU,
      namespace: 'catalog',
      workloads: [
        deployment('live-recommendations', 4, 'bare', { running: 3 }),
      ],
    },
  }),
  service('catalog-import', 'catalog-tools', {
    tier: 3,
    delivery: 'github',
    perWeek: 0.3,
    // The catalog names an application and a pager service that are gone.
    states: ['link-not-found'],
    runtime: {
      cluster: EU,
      namespace: 'catalog',
      workloads: [deployment('catalog-import', 1, 'bare')],
    },
  }),
  service('streaming-origin', 'streaming', {
    tier: 1,
    delivery: 'github',
    perWeek: 1,
    pagerService: 'PSTREAM',
    runtime: {
      cluster: US,
      namespace: 'streaming',
      workloads: [
        {
          kind: 'StatefulSet',
          name: 'streaming-origin',
          replicas: 6,
          care: 'exemplary',
        },
      ],
    },
  }),
  service('media-images', 'media-pipeline', {
    tier: 2,
    delivery: 'github',
    perWeek: 0.5,
    pagerService: 'PMEDIAI',
    states: ['pager-disabled', 'vulnerable'],
    runtime: {
      cluster: US,
      namespace: 'streaming',
      workloads: [deployment('media-images', 3, 'bare')],
    },
  }),
  service('subtitles', 'media-pipeline', {
    tier: 3,
    delivery: 'github',
    perWeek: 0.5,
    states: ['alert-routed-to-nobody'],
    runtime: {
      cluster: US,
      namespace: 'streaming',
      workloads: [
        deployment('subtitles', 2, 'plain', { minReplicas: 2, maxReplicas: 4 }),
      ],
    },
  }),
  service('devices-ingest', 'devices', {
    tier: 2,
    delivery: 'github',
    perWeek: 3,
    pagerService: 'PDEVICE',
    runtime: {
      cluster: US,
      namespace: 'devices',
      workloads: [
        deployment('devices-ingest', 3, 'exemplary', {
          minReplicas: 3,
          maxReplicas: 24,
        }),
      ],
    },
  }),
  service('telemetry-writer', 'telemetry', {
    tier: 2,
    delivery: 'github',
    perWeek: 1,
    pagerService: 'PTELEME',
    states: ['out-of-memory', 'alert-without-runbook', 'vulnerable'],
    runtime: {
      cluster: US,
      namespace: 'telemetry',
      workloads: [
        deployment('telemetry-writer', 2, 'bare', {
          minReplicas: 2,
          maxReplicas: 10,
        }),
      ],
    },
  }),
  service('tenant-api', 'tenancy', {
    tier: 2,
    delivery: 'github',
    perWeek: 1.5,
    pagerService: 'PTENANT',
    runtime: {
      cluster: EU,
      namespace: 'tenants',
      workloads: [
        deployment('tenant-api', 2, 'plain', {
          minReplicas: 2,
          maxReplicas: 6,
        }),
      ],
    },
  }),
  service('webhook-delivery', 'messaging', {
    tier: 2,
    delivery: 'github',
    perWeek: 1,
    states: ['alert-routed-to-nobody'],
    runtime: {
      cluster: EU,
      namespace: 'messaging',
      workloads: [deployment('webhook-delivery', 2, 'plain')],
    },
  }),
  service('sso-bridge', 'identity', {
    tier: 2,
    lifecycle: 'deprecated',
    pagerService: 'PSSOBRI',
    runtime: {
      cluster: EU,
      namespace: 'identity',
      workloads: [deployment('sso-bridge', 2, 'plain')],
    },
  }),
  service('metrics-rollup', 'data', {
    tier: 3,
    delivery: 'github',
    perWeek: 0.4,
    runtime: {
      cluster: US,
      namespace: 'data',
      workloads: [
        deployment('metrics-rollup', 2, 'plain'),
        {
          kind: 'CronJob',
          name: 'metrics-rollup-daily',
          replicas: 1,
          care: 'plain',
        },
      ],
    },
  }),
  service('notebook-preview', 'data', {
    lifecycle: 'experimental',
    delivery: 'github',
    perWeek: 2,
    runtime: {
      cluster: US,
      namespace: 'data',
      workloads: [deployment('notebook-preview', 1, 'bare')],
    },
  }),
  // Runs on machines of its own, and nothing but the Git host knows it.
  service('legacy-billing', 'payments-ops', { states: ['vulnerable'] }),
  service('vendor-crm', 'payments-ops', { tier: 3, repository: undefined }),
];

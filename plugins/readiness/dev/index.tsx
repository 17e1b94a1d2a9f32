import type { Entity } from '@backstage/catalog-model';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import readinessPlugin from '../src/alpha';
import { readinessApiRef } from '../src/api/readinessApiRef';
import { fleet, largeFleet } from './fleet';
import { InMemoryReadinessApi } from './InMemoryReadinessApi';

// `?services=10000` in the address shows a fleet of that size.
const size = Number(
  new URLSearchParams(window.location.search).get('services'),
);

const entities = fleet.map((row): Entity => {
  const ownedBy = row.owner ? [{ type: 'ownedBy', targetRef: row.owner }] : [];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: row.name, namespace: 'default' },
    spec: {
      type: 'service',
      lifecycle: row.lifecycle,
      owner: row.owner,
      system: row.system,
    },
    relations: [
      ...ownedBy,
      { type: 'partOf', targetRef: row.system ?? 'system:default/none' },
    ],
  };
});

const readiness = readinessPlugin.withOverrides({
  extensions: [
    readinessPlugin.getExtension('api:readiness').override({
      params: defineParams =>
        defineParams({
          api: readinessApiRef,
          deps: {},
          factory: () =>
            new InMemoryReadinessApi({
              rows: size > 0 ? largeFleet(size) : undefined,
            }),
        }),
    }),
  ],
});

const catalog = catalogPlugin.withOverrides({
  extensions: [
    catalogPlugin.getExtension('api:catalog').override({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities }),
        }),
    }),
  ],
});

const gallery = createFrontendModule({
  pluginId: 'readiness',
  extensions: [
    PageBlueprint.make({
      name: 'gallery',
      params: {
        path: '/gallery',
        title: 'Components',
        loader: async () => {
          const { Gallery } = await import('./Gallery');
          return <Gallery />;
        },
      },
    }),
  ],
});

createDevApp({ features: [catalog, readiness, gallery] });

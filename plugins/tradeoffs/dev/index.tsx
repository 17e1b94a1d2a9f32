import type { Entity } from '@backstage/catalog-model';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import tradeoffsPlugin from '../src/alpha';
import { tradeoffsApiRef } from '../src/api/tradeoffsApiRef';
import { InMemoryTradeoffsApi } from './InMemoryTradeoffsApi';

const entities = ['payments-api', 'checkout-api'].map(
  (name): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments-core' },
      { type: 'partOf', targetRef: 'system:default/payments' },
    ],
  }),
);

const tradeoffs = tradeoffsPlugin.withOverrides({
  extensions: [
    tradeoffsPlugin.getExtension('api:tradeoffs').override({
      params: defineParams =>
        defineParams({
          api: tradeoffsApiRef,
          deps: {},
          factory: () => new InMemoryTradeoffsApi(),
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

createDevApp({ features: [catalog, tradeoffs] });

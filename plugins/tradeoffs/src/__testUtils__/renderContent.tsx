import type { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  catalogApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { TradeoffsApi } from '@airworthy/plugin-tradeoffs-common';
import type { ReactElement } from 'react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { InMemoryTradeoffsApi } from '../../dev/InMemoryTradeoffsApi';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';
import { rootRouteRef } from '../routes';

/** The service that the invented company tells in full. */
export const paymentsApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  spec: { type: 'service' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments-core' },
    { type: 'partOf', targetRef: 'system:default/payments' },
  ],
};

/** The invented company, with some of its answers replaced. */
export function fakeApi(
  answers: Partial<TradeoffsApi> = {},
): InMemoryTradeoffsApi {
  return Object.assign(new InMemoryTradeoffsApi(), answers);
}

/** An answer that never comes. */
export function pending<T>(): Promise<T> {
  return new Promise(() => {});
}

function Address() {
  const { pathname, search } = useLocation();
  return <input aria-label="address" readOnly value={`${pathname}${search}`} />;
}

/** @internal */
export interface RenderContentOptions {
  api?: TradeoffsApi;
  /** Path and query to begin at. */
  at?: string;
  entity?: Entity;
}

/**
 * Renders content as the classic frontend system does, with the address that
 * it keeps its state in beside it.
 */
export async function renderContent(
  element: ReactElement,
  options: RenderContentOptions = {},
) {
  const { api = fakeApi(), at = '/', entity } = options;
  const rendered = await renderInTestApp(
    <TestApiProvider
      apis={[
        [tradeoffsApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [paymentsApi] })],
      ]}
    >
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        <Routes>
          <Route path="/tradeoffs/*" element={element} />
          <Route path="*" element={<p>elsewhere</p>} />
        </Routes>
      )}
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [at],
      mountedRoutes: {
        '/tradeoffs': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return { container: rendered.container, api };
}

/** Path and query that {@link renderContent} is at. */
export function address(): string {
  return screen.getByLabelText<HTMLInputElement>('address').value;
}

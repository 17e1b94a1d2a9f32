import type { Entity } from '@backstage/catalog-model';
import { identityApiRef, type IdentityApi } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';
import type { ReactElement } from 'react';
import { useLocation } from 'react-router-dom';
import { InMemoryReadinessApi } from '../../dev/InMemoryReadinessApi';
import { readinessApiRef } from '../api/readinessApiRef';
import {
  newRecordRouteRef,
  recordRouteRef,
  registerRouteRef,
  rootRouteRef,
  templateRouteRef,
} from '../routes';

/** The service that the development company tells in full. */
export const paymentsApi: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/payments-core' }],
};

/** The development company, with some of its answers replaced. */
export function fakeApi(answers: Partial<ReadinessApi> = {}): ReadinessApi {
  return Object.assign(new InMemoryReadinessApi(), answers);
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
  api?: ReadinessApi;
  /** Path and query to begin at. */
  at?: string;
  /** What the reader is or belongs to. */
  own?: string[];
  entity?: Entity;
}

/** @internal */
export interface RenderedContent {
  container: HTMLElement;
  rerender(element: ReactElement): void;
  unmount(): void;
  api: ReadinessApi;
}

/**
 * Renders content as the classic frontend system does, with the address that
 * it keeps its state in beside it.
 */
export async function renderContent(
  element: ReactElement,
  options: RenderContentOptions = {},
): Promise<RenderedContent> {
  const { api = fakeApi(), at = '/', own = [], entity } = options;
  const identityApi: IdentityApi = mockApis.identity({
    userEntityRef: 'user:default/guest',
    ownershipEntityRefs: own,
  });
  const rendered = await renderInTestApp(
    <TestApiProvider
      apis={[
        [readinessApiRef, api],
        [identityApiRef, identityApi],
      ]}
    >
      {entity ? (
        <EntityProvider entity={entity}>{element}</EntityProvider>
      ) : (
        element
      )}
      <Address />
    </TestApiProvider>,
    {
      routeEntries: [at],
      mountedRoutes: {
        '/readiness': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/create/:namespace/:templateName': templateRouteRef,
        '/catalog-import': registerRouteRef,
        '/tradeoffs/new': newRecordRouteRef,
        '/tradeoffs/records/:id': recordRouteRef,
      },
    },
  );
  return {
    container: rendered.container,
    rerender: rendered.rerender,
    unmount: rendered.unmount,
    api,
  };
}

/** Path and query that {@link renderContent} is at. */
export function address(): string {
  return screen.getByLabelText<HTMLInputElement>('address').value;
}

import { FlatRoutes } from '@backstage/core-app-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { InMemoryTradeoffsApi } from '../dev/InMemoryTradeoffsApi';
import {
  EntityTradeoffsContent,
  TradeoffsPage,
  tradeoffsApiRef,
  tradeoffsPlugin,
} from '.';
import { rootRouteRef } from './routes';
import { paymentsApi } from './__testUtils__/renderContent';

const apis = [
  [tradeoffsApiRef, new InMemoryTradeoffsApi()],
  [catalogApiRef, catalogApiMock()],
] as const;

describe('the plugin in the classic frontend system', () => {
  it('brings its API and its routes', () => {
    expect([...tradeoffsPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      tradeoffsApiRef.id,
    ]);
    expect(Object.keys(tradeoffsPlugin.routes)).toEqual([
      'root',
      'record',
      'editRecord',
      'newRecord',
    ]);
  });

  it('has a page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <FlatRoutes>
          <Route path="/tradeoffs" element={<TradeoffsPage />} />
        </FlatRoutes>
      </TestApiProvider>,
      {
        routeEntries: ['/tradeoffs?scope=all'],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(
      await screen.findByRole('link', { name: 'Run in one zone' }),
    ).toHaveAttribute('href', '/tradeoffs/records/r7');
  });

  it('has content for an entity page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={paymentsApi}>
          <EntityTradeoffsContent />
        </EntityProvider>
      </TestApiProvider>,
      {
        mountedRoutes: {
          '/tradeoffs': rootRouteRef,
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(
      await screen.findByText('5 of 6 axes decided, 1 contradicted'),
    ).toBeInTheDocument();
  });
});

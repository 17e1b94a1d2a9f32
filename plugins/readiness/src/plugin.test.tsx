import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { InMemoryReadinessApi } from '../dev/InMemoryReadinessApi';
import {
  EntityAlertsCard,
  EntityDeploymentsCard,
  EntityReadinessCard,
  EntityReadinessContent,
  ReadinessPage,
  readinessApiRef,
  readinessPlugin,
} from '.';
import { withWindowWidth } from './__testUtils__/layout';
import { paymentsApi } from './__testUtils__/renderContent';

const apis = [[readinessApiRef, new InMemoryReadinessApi()]] as const;

describe('the plugin in the classic frontend system', () => {
  withWindowWidth(1440);

  it('brings its API and its routes', () => {
    expect([...readinessPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      readinessApiRef.id,
    ]);
    expect(Object.keys(readinessPlugin.routes)).toEqual(['root']);
  });

  it('has a page with its tabs', async () => {
    const user = userEvent.setup();
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <Routes>
          <Route path="/readiness/*" element={<ReadinessPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/readiness'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByText(
        '68 services counted; 2 experimental previews left out',
      ),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Checks' }));
    expect(
      await screen.findByText('62 checks, 12 inactive'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Sources' }));
    expect(
      await screen.findByText('7 sources, 1 does not answer'),
    ).toBeInTheDocument();
  });

  it('has cards for deployments and alerts', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={paymentsApi}>
          <EntityDeploymentsCard />
          <EntityAlertsCard />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByText('Deployed weekly, lead time 3 hours.', {
        exact: false,
      }),
    ).toBeInTheDocument();
    expect(await screen.findByText('1 firing, 1 silenced')).toBeInTheDocument();
  });

  it('has content and a card for an entity page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={paymentsApi}>
          <EntityReadinessCard />
          <EntityReadinessContent />
        </EntityProvider>
      </TestApiProvider>,
      {
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(
      await screen.findByRole('link', { name: 'Open scorecard' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('region', { name: 'Questions' }),
    ).toBeInTheDocument();
  });
});

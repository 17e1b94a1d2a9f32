import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { InMemoryTradeoffsApi } from '../dev/InMemoryTradeoffsApi';
import tradeoffsPlugin from './alpha';
import { tradeoffsApiRef } from './api/tradeoffsApiRef';
import { rootRouteRef } from './routes';
import { paymentsApi } from './__testUtils__/renderContent';

const inMemory = createFrontendModule({
  pluginId: 'tradeoffs',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: tradeoffsApiRef,
          deps: {},
          factory: () => new InMemoryTradeoffsApi(),
        }),
    }),
  ],
});

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

describe('the plugin in the new frontend system', () => {
  it('has a page with all records, and one for each', async () => {
    const { unmount } = renderTestApp({
      features: [tradeoffsPlugin, inMemory],
      apis: [[catalogApiRef, catalogApiMock()]],
      initialRouteEntries: ['/tradeoffs?scope=all'],
      mountedRoutes,
    });
    expect(
      await screen.findByRole('link', { name: 'Run in one zone' }),
    ).toHaveAttribute('href', '/tradeoffs/records/r7');
    unmount();
    renderTestApp({
      features: [tradeoffsPlugin, inMemory],
      apis: [[catalogApiRef, catalogApiMock()]],
      initialRouteEntries: ['/tradeoffs/records/r7'],
      mountedRoutes,
    });
    expect(
      await screen.findByRole('heading', { name: 'Run in one zone', level: 1 }),
    ).toBeInTheDocument();
  });

  it.each([
    ['Component', true],
    ['System', true],
    ['Group', false],
  ])('has a tab for a %s: %s', (kind, applies) => {
    const tab = createExtensionTester(
      tradeoffsPlugin.getExtension('entity-content:tradeoffs'),
    );
    const filter = tab.get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(filter?.({ ...paymentsApi, kind })).toBe(applies);
  });

  it('has a tab with the positions of an entity', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: paymentsApi }),
        tradeoffsPlugin.getExtension('entity-content:tradeoffs'),
      ],
      apis: [
        [tradeoffsApiRef, new InMemoryTradeoffsApi()],
        [catalogApiRef, catalogApiMock()],
      ],
      mountedRoutes: { '/tradeoffs': rootRouteRef },
    });
    expect(
      await screen.findByText('5 of 6 axes decided, 1 contradicted'),
    ).toBeInTheDocument();
  });
});

describe('the API of the plugin', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('reads from the back end of the plugin', async () => {
    const asked: string[] = [];
    server.use(
      http.get('*/api/tradeoffs/records', ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json({
          items: [],
          total: 0,
          counts: { status: {}, state: {} },
        });
      }),
      http.get('*/api/tradeoffs/axes', () =>
        HttpResponse.json({ axes: [], designSteps: [] }),
      ),
    );
    renderTestApp({
      features: [tradeoffsPlugin],
      apis: [[catalogApiRef, catalogApiMock()]],
      initialRouteEntries: ['/tradeoffs'],
      mountedRoutes,
    });
    expect(
      await screen.findByText('No tradeoff record is known yet'),
    ).toBeInTheDocument();
    expect(asked).toContain('?scope=mine&limit=1');
  });
});

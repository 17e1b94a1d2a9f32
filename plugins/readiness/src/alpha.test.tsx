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
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { checklist } from '../dev/fleet';
import { InMemoryReadinessApi } from '../dev/InMemoryReadinessApi';
import readinessPlugin from './alpha';
import { readinessApiRef } from './api/readinessApiRef';
import { withWindowWidth } from './__testUtils__/layout';
import { paymentsApi } from './__testUtils__/renderContent';

const inMemory = createFrontendModule({
  pluginId: 'readiness',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: readinessApiRef,
          deps: {},
          factory: () => new InMemoryReadinessApi(),
        }),
    }),
  ],
});

describe('the plugin in the new frontend system', () => {
  withWindowWidth(1440);

  it('has a page that begins with the overview and leads to the others', async () => {
    const user = userEvent.setup();
    renderTestApp({
      features: [readinessPlugin, inMemory],
      initialRouteEntries: ['/readiness'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByRole('heading', { name: 'Overview' }),
    ).toBeInTheDocument();
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

  it.each([
    ['Component', true],
    ['Group', false],
  ])('has a tab for a %s: %s', (kind, applies) => {
    const entity = { ...paymentsApi, kind };
    const tab = createExtensionTester(
      readinessPlugin.getExtension('entity-content:readiness'),
    );
    const filter = tab.get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(filter?.(entity)).toBe(applies);
  });

  it('has a tab that explains the scorecard of an entity', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: paymentsApi }),
        readinessPlugin.getExtension('entity-content:readiness'),
      ],
      apis: [
        [readinessApiRef, new InMemoryReadinessApi()],
        [catalogApiRef, catalogApiMock()],
      ],
    });
    expect(
      await screen.findByRole('heading', { name: 'Next: 2 checks to Silver' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['deployments', 'Deployments', /Deployed weekly/],
    ['alerts', 'Alerts', /1 firing/],
  ] as const)(
    'has a card for the %s of an entity',
    async (name, title, text) => {
      renderTestApp({
        extensions: [
          createTestEntityPage({ entity: paymentsApi }),
          readinessPlugin.getExtension(`entity-card:readiness/${name}`),
        ],
        apis: [
          [readinessApiRef, new InMemoryReadinessApi()],
          [catalogApiRef, catalogApiMock()],
        ],
      });
      const card = await screen.findByRole('region', { name: title });
      expect(await within(card).findByText(text)).toBeInTheDocument();
    },
  );

  it('has a card for the overview of an entity', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: paymentsApi }),
        readinessPlugin.getExtension('entity-card:readiness/summary'),
      ],
      apis: [
        [readinessApiRef, new InMemoryReadinessApi()],
        [catalogApiRef, catalogApiMock()],
      ],
    });
    const card = await screen.findByRole('region', { name: 'Readiness' });
    expect(await within(card).findByText('Bronze')).toBeInTheDocument();
  });
});

describe('the API of the plugin', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('reads from the back end of the plugin', async () => {
    const asked: string[] = [];
    server.use(
      http.get('*/api/readiness/checklist', ({ request }) => {
        asked.push(new URL(request.url).pathname);
        return HttpResponse.json(checklist);
      }),
      http.get('*/api/readiness/checks', () =>
        HttpResponse.json({ items: [], inactive: [] }),
      ),
      http.get('*/api/readiness/sources', () =>
        HttpResponse.json({ items: [] }),
      ),
    );
    renderTestApp({
      features: [readinessPlugin],
      initialRouteEntries: ['/readiness/checks'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    });
    expect(
      await screen.findByText(/Default checklist v7 · evaluated/),
    ).toBeInTheDocument();
    expect(asked[0]).toBe('/api/readiness/checklist');
  });
});

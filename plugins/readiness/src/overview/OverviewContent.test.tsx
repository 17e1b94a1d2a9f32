import { NotAllowedError, ResponseError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';
import { InMemoryReadinessApi } from '../../dev/InMemoryReadinessApi';
import {
  address,
  fakeApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { OverviewContent } from './OverviewContent';

expect.extend(toHaveNoViolations);

function render(answers: Partial<ReadinessApi> = {}, at = '/') {
  return renderContent(<OverviewContent />, { api: fakeApi(answers), at });
}

const region = (name: string) => screen.findByRole('region', { name });

describe('OverviewContent', () => {
  it('says how many services hold each level, and how that changed', async () => {
    const { container } = await render();
    const levels = await region('Levels');
    expect(
      screen.getByText('68 services counted; 2 experimental previews left out'),
    ).toBeInTheDocument();
    expect(
      within(levels)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Gold5+2', 'Silver18+5', 'Bronze29−1', 'No level16−6']);
    expect(
      await within(levels).findByRole('img', { name: /^Services by level/ }),
    ).toBeInTheDocument();
    expect(levels).toHaveTextContent(/checklist v7 added 3 checks/);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('turns the trend into a table', async () => {
    const user = userEvent.setup();
    await render();
    const levels = await region('Levels');
    await user.click(
      await within(levels).findByRole('button', { name: 'View as table' }),
    );
    expect(
      within(levels).getByRole('columnheader', { name: 'Silver' }),
    ).toBeInTheDocument();
    expect(within(levels).getAllByRole('row').length).toBeGreaterThan(5);
  });

  it('leads from a fix to the services that it lifts', async () => {
    await render();
    const fixes = await region('Fixes that lift the most');
    const [first] = within(fixes).getAllByRole('listitem');
    expect(first).toHaveTextContent('7 services to Silver');
    expect(first).toHaveTextContent('disruption-budget · 24 fail it');
    const href = within(first)
      .getByRole('link', { name: 'Show the 7' })
      .getAttribute('href');
    const query = new URLSearchParams(href?.split('?')[1]);
    expect(href).toMatch(/^\/readiness\/services\?/);
    expect(query.getAll('status')).toEqual([
      'disruption-budget:fail',
      'disruption-budget:unknown',
    ]);
    expect(query.get('only')?.split(',')).toHaveLength(7);
  });

  it('shows the rate of each question, as bars and as a table', async () => {
    const user = userEvent.setup();
    await render();
    const rates = await region('Pass rate by question');
    expect(within(rates).getAllByRole('listitem')[0]).toHaveTextContent(
      /1Can the service run with more than one instance\?94%\+2/,
    );
    await user.click(
      within(rates).getByRole('button', { name: 'View as table' }),
    );
    expect(
      within(rates).getByRole('row', { name: /more than one instance/ }),
    ).toHaveTextContent('94%');
  });

  it('lists what stopped passing, and what began to', async () => {
    const user = userEvent.setup();
    await render();
    const regressions = await region('Regressions this week');
    expect(
      within(regressions).getByRole('link', { name: 'devices-ingest' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/devices-ingest/readiness?check=disruption-budget',
    );
    await user.click(
      within(regressions).getByRole('button', { name: '6 improved' }),
    );
    expect(
      within(regressions).getAllByText(/It was put right/).length,
    ).toBeGreaterThan(0);
  });

  it('rolls up by team or otherwise, and sorts', async () => {
    const user = userEvent.setup();
    await render();
    const teams = await region('By team');
    const firstRow = () => within(teams).getAllByRole('row')[1];
    expect(firstRow()).toHaveTextContent('data');
    expect(
      within(firstRow()).getByRole('img', { name: '3 No level' }),
    ).toBeInTheDocument();
    await user.click(within(teams).getByRole('button', { name: 'Services' }));
    await user.click(within(teams).getByRole('button', { name: 'Services' }));
    expect(address()).toContain('sort=-services');
    expect(within(firstRow()).getAllByRole('cell')[0]).toHaveTextContent('7');

    await user.click(
      within(teams).getByRole('button', { name: 'Roll up by owner' }),
    );
    await user.click(await screen.findByRole('option', { name: 'system' }));
    expect(await region('By system')).toBeInTheDocument();
    expect(address()).toContain('by=system');
  });

  it('keeps its rows while another filter is read', async () => {
    const user = userEvent.setup();
    const api = new InMemoryReadinessApi();
    await render({
      getRollup: query =>
        query.owner?.length ? pending() : api.getRollup(query),
    });
    await region('Levels');
    await user.click(screen.getByRole('button', { name: 'Owner all' }));
    await user.click(await screen.findByRole('option', { name: /^risk/ }));
    expect(address()).toContain('owner=group%3Adefault%2Frisk');
    await user.keyboard('{Escape}');
    expect(await region('Levels')).toHaveTextContent('Gold5');
    expect(
      screen.getByRole('progressbar', { name: 'Reading again' }),
    ).toBeInTheDocument();
  });

  it('shows its shape while it is cold', async () => {
    await render({ getRollup: () => pending() });
    expect(
      screen.getByRole('status', { name: 'Loading the overview' }),
    ).toBeInTheDocument();
  });

  it('tells "none yet" from "no match"', async () => {
    const user = userEvent.setup();
    await render({}, '/?owner=group:default/gone');
    expect(await screen.findByText('No service matches')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(await region('Fixes that lift the most')).toBeInTheDocument();
  });

  it('invites to register where there is nothing', async () => {
    await renderContent(<OverviewContent />, {
      api: new InMemoryReadinessApi({ rows: [] }),
    });
    expect(
      await screen.findByText('No service has a scorecard yet'),
    ).toBeInTheDocument();
  });

  it('is its own state where the reader lacks permission', async () => {
    await render({
      getRollup: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(
      await screen.findByText('You may not see scorecards'),
    ).toBeInTheDocument();
  });

  it('says what the service answered where it broke', async () => {
    const error = await ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: {
            name: 'ServiceUnavailableError',
            message: 'database unavailable',
          },
          response: { statusCode: 503 },
        }),
        { status: 503, headers: { 'content-type': 'application/json' } },
      ),
    );
    await render({
      getRollup: async () => {
        throw error;
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '503, database unavailable',
    );
  });
});

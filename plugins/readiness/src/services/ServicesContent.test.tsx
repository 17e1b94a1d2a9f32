import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';
import { ago, fleet, largeFleet } from '../../dev/fleet';
import { InMemoryReadinessApi } from '../../dev/InMemoryReadinessApi';
import { withLayout, withWindowWidth } from '../__testUtils__/layout';
import {
  address,
  fakeApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { ServicesContent } from './ServicesContent';

expect.extend(toHaveNoViolations);

// Small: what is looked for by role is looked for among all that is drawn.
withLayout({ width: 400, height: 300 });

interface Options {
  answers?: Partial<ReadinessApi>;
  at?: string;
  own?: string[];
}

async function render({ answers, at = '/', own }: Options = {}) {
  return renderContent(<ServicesContent />, {
    api: fakeApi(answers),
    at,
    own,
  });
}

const grid = () => screen.findByRole('grid', { name: 'Services by check' });

describe('ServicesContent on a wide screen', () => {
  withWindowWidth(1440);

  it('is a grid that says how large it is and names each cell', async () => {
    const { container } = await render();
    const matrix = await grid();
    // Three rows of header, 70 services and the 9 systems above them.
    expect(matrix).toHaveAttribute('aria-rowcount', '82');
    expect(matrix).toHaveAttribute('aria-colcount', '63');
    expect(
      within(matrix).getByRole('gridcell', {
        name: 'device-gateway, disruption-budget: fail',
      }),
    ).toBeInTheDocument();
    expect(
      within(matrix).getByRole('columnheader', { name: /replicas Bronze/ }),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('draws a few rows of many', async () => {
    await renderContent(<ServicesContent />, {
      api: new InMemoryReadinessApi({ rows: largeFleet(2000) }),
    });
    const matrix = await grid();
    expect(Number(matrix.getAttribute('aria-rowcount'))).toBeGreaterThan(2000);
    expect(within(matrix).getAllByRole('row').length).toBeLessThan(80);
  });

  it('moves by keyboard from one tab stop', async () => {
    const user = userEvent.setup();
    await render({ at: '/?group=none&sort=name' });
    const matrix = await grid();
    const stops = () => matrix.querySelectorAll('[tabindex="0"]');
    expect(stops()).toHaveLength(1);
    within(matrix).getByRole('link', { name: 'admin-console' }).focus();

    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      'admin-console, replicas: pass',
    );
    await user.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement).toHaveAccessibleName(
      /^artifact-proxy, stateless:/,
    );
    await user.keyboard('{End}');
    expect(document.activeElement).toHaveAccessibleName(
      /^artifact-proxy, design-covered:/,
    );
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement).toHaveAccessibleName(
      /^webhook-relay, design-covered:|design-covered:/,
    );
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(document.activeElement).toHaveAccessibleName('admin-console');
    await user.keyboard('{ArrowUp}{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('97');
    expect(stops()).toHaveLength(1);
  });

  it('opens a cell with Enter, follows the selection, and returns by Escape', async () => {
    const user = userEvent.setup();
    await render({ at: '/?group=none&sort=name&q=devices-ingest' });
    const matrix = await grid();
    within(matrix).getByRole('link', { name: 'devices-ingest' }).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(address()).toContain('cell=devices-ingest%2Freplicas');
    expect(
      await screen.findByRole('complementary', { name: 'replicas' }),
    ).toBeInTheDocument();

    await user.keyboard('{ArrowRight}');
    expect(
      await screen.findByRole('complementary', { name: 'stateless' }),
    ).toBeInTheDocument();

    await user.keyboard('{Escape}');
    expect(address()).not.toContain('cell=');
    await waitFor(() =>
      expect(document.activeElement).toHaveAccessibleName(
        /^devices-ingest, stateless:/,
      ),
    );
  });

  it('explains the cell that the address names', async () => {
    const { container } = await render({
      at: '/?scope=all&cell=devices-ingest/disruption-budget',
    });
    const drawer = await screen.findByRole('complementary', {
      name: 'disruption-budget',
    });
    expect(
      await within(drawer).findByText('none in deploy/deployment.yaml'),
    ).toBeInTheDocument();
    expect(drawer).toHaveTextContent('at least 1 eviction');
    expect(await within(drawer).findByText('What changed')).toBeInTheDocument();
    expect(drawer).toHaveTextContent('fail: autoscaler minimum 4 to 3');
    expect(drawer).toHaveTextContent('24 of 67 services fail it');
    expect(
      within(drawer).getByRole('link', { name: 'devices-ingest' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/devices-ingest/readiness?check=disruption-budget',
    );
    expect(
      await within(drawer).findByText('deploy/deployment.yaml:12'),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('draws the cell that the address names, whatever else it says', async () => {
    await render({
      at: '/?scope=mine&folded=instance-failure&closed=system:default/devices&cell=devices-ingest/disruption-budget',
      own: ['group:default/risk'],
    });
    const matrix = await grid();
    expect(
      within(matrix).getByRole('gridcell', {
        name: 'devices-ingest, disruption-budget: fail',
      }),
    ).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByText('2 services, 62 checks')).toBeInTheDocument();
    expect(
      screen.getByRole('complementary', { name: 'disruption-budget' }),
    ).toBeInTheDocument();
  });

  it('closes the drawer with the rows that are filtered away', async () => {
    const user = userEvent.setup();
    await render({ at: '/?cell=devices-ingest/disruption-budget' });
    await screen.findByRole('complementary', { name: 'disruption-budget' });
    await user.type(
      screen.getByRole('searchbox', { name: 'Search services' }),
      'payments',
    );
    await waitFor(() => expect(address()).toBe('/?q=payments'));
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });

  it('says so where the address names a cell that is not there', async () => {
    const user = userEvent.setup();
    await render({ at: '/?cell=no-such-service/replicas' });
    expect(
      await screen.findByText(/names replicas of no-such-service/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(address()).toBe('/');
  });

  it("stays among one's own services when a cell is opened", async () => {
    const user = userEvent.setup();
    await render({ own: ['group:default/risk'] });
    const matrix = await grid();
    await user.click(
      within(matrix).getByRole('gridcell', { name: /, replicas: / }),
    );
    await screen.findByRole('complementary', { name: 'replicas' });
    expect(address()).toContain('scope=mine');
    expect(screen.getByText('1 service, 62 checks')).toBeInTheDocument();
  });

  it('shows all that fail one check', async () => {
    const user = userEvent.setup();
    await render({ at: '/?cell=devices-ingest/disruption-budget&q=devices' });
    await user.click(await screen.findByRole('link', { name: 'show them' }));
    expect(address()).toContain('status=disruption-budget%3Afail');
    expect(
      await screen.findByText('24 services, 62 checks'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', {
        name: 'Remove the filter disruption-budget: fail',
      }),
    );
    expect(
      await screen.findByText('70 services, 62 checks'),
    ).toBeInTheDocument();
  });

  it('folds a question to one column and back', async () => {
    const user = userEvent.setup();
    await render();
    const matrix = await grid();
    await user.click(
      within(matrix).getByRole('button', {
        name: '1 Instances Can the service run with more than one instance? 3 checks',
      }),
    );
    expect(address()).toContain('folded=multiple-instances');
    expect(matrix).toHaveAttribute('aria-colcount', '61');
    const [cell] = within(matrix).getAllByRole('gridcell', {
      name: /^device-twin, Instances: 3\/3 pass or accepted$/,
    });
    await user.click(cell);
    expect(matrix).toHaveAttribute('aria-colcount', '63');
  });

  it('closes a group and keeps its rates', async () => {
    const user = userEvent.setup();
    await render();
    const matrix = await grid();
    const group = within(matrix).getByRole('button', { name: /^data / });
    await user.click(group);
    expect(matrix).toHaveAttribute('aria-rowcount', '79');
    expect(
      within(matrix).getByRole('gridcell', { name: 'data, Instances: 100%' }),
    ).toBeInTheDocument();
  });

  it('narrows while typing, without a step to go back', async () => {
    const user = userEvent.setup();
    await render();
    await grid();
    await user.type(
      screen.getByRole('searchbox', { name: 'Search services' }),
      'device',
    );
    await waitFor(() => expect(address()).toBe('/?q=device'));
    expect(screen.getByText('5 services, 62 checks')).toBeInTheDocument();
  });

  it("begins with the reader's own services, all one press away", async () => {
    const user = userEvent.setup();
    await render({ own: ['group:default/risk'] });
    await grid();
    expect(screen.getByText('1 service, 62 checks')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'All 70' }));
    expect(address()).toContain('scope=all');
    expect(screen.getByText('70 services, 62 checks')).toBeInTheDocument();
  });

  it('begins with all where the reader owns none', async () => {
    await render({ own: ['group:default/nobody'] });
    await grid();
    expect(screen.getByText('70 services, 62 checks')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Mine/ }),
    ).not.toBeInTheDocument();
  });

  it('filters by owner and orders, in the address', async () => {
    const user = userEvent.setup();
    await render();
    await grid();
    await user.click(screen.getByRole('button', { name: 'Owner all' }));
    await user.click(await screen.findByRole('option', { name: /^risk/ }));
    await user.keyboard('{Escape}');
    expect(address()).toContain('owner=group%3Adefault%2Frisk');
    expect(screen.getByText('1 service, 62 checks')).toBeInTheDocument();
  });

  it('hides checks by the column chooser', async () => {
    const user = userEvent.setup();
    await render();
    const matrix = await grid();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Columns of the matrix',
    });
    await user.click(
      within(dialog).getByRole('checkbox', { name: 'replicas' }),
    );
    expect(address()).toContain('hidden=replicas');
    expect(matrix).toHaveAttribute('aria-colcount', '62');
  });

  it('saves what the filters leave', async () => {
    const user = userEvent.setup();
    const exportScorecards = jest.fn(async () => new Blob(['service']));
    URL.createObjectURL = jest.fn(() => 'blob:csv');
    URL.revokeObjectURL = jest.fn();
    await render({
      at: '/?level=gold&scope=all',
      answers: { exportScorecards },
    });
    await grid();
    await user.click(screen.getByRole('button', { name: 'Download as CSV' }));
    await waitFor(() =>
      expect(exportScorecards).toHaveBeenCalledWith(
        expect.objectContaining({ level: ['gold'], scope: 'all' }),
      ),
    );
    expect(URL.createObjectURL).toHaveBeenCalled();
  });

  it('shows its shape while it is cold', async () => {
    await render({ answers: { listScorecards: () => pending() } });
    expect(
      screen.getByRole('status', { name: 'Loading the services' }),
    ).toBeInTheDocument();
  });

  it('tells "none yet", with a way to begin, from "no match"', async () => {
    await renderContent(<ServicesContent />, {
      api: new InMemoryReadinessApi({ rows: [] }),
    });
    expect(
      await screen.findByText('No service has a scorecard yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Register a service' }),
    ).toHaveAttribute('href', '/catalog-import');
  });

  it('names the filters that leave none, and clears them', async () => {
    const user = userEvent.setup();
    await render({ at: '/?q=zebra&level=gold' });
    expect(await screen.findByText('No service matches')).toBeInTheDocument();
    expect(
      screen.getByText(
        'These filters leave none: Search services "zebra", Level.',
      ),
    ).toBeInTheDocument();
    const section = screen.getByRole('region', { name: 'Services' });
    await user.click(
      within(section).getByRole('button', { name: 'Clear filters' }),
    );
    expect(await grid()).toBeInTheDocument();
  });

  it('names the source that does not answer above usable rows', async () => {
    const [source] = (await new InMemoryReadinessApi().listSources()).items;
    await render({
      answers: {
        listSources: async () => ({
          items: [
            {
              ...source,
              status: 'failing',
              lastSucceededAt: ago({ minutes: 180 }),
              errors: [{ message: 'connection refused' }],
            },
          ],
        }),
      },
    });
    expect(
      await screen.findByText(`${source.title} does not answer.`),
    ).toBeInTheDocument();
    expect(screen.getByText(/connection refused/)).toBeInTheDocument();
    expect(await grid()).toBeInTheDocument();
  });

  it('can be tried again where it broke', async () => {
    const user = userEvent.setup();
    await render({
      answers: {
        listScorecards: jest
          .fn()
          .mockRejectedValueOnce(new Error('database unavailable'))
          .mockResolvedValue({
            items: fleet,
            total: fleet.length,
            checklist: { id: 'default', version: 7 },
          }),
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('database unavailable');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await grid()).toBeInTheDocument();
  });
});

describe('ServicesContent on a narrow screen', () => {
  withWindowWidth(800);

  it('drops to the list of services', async () => {
    await render({ at: '/?sort=name' });
    const list = await screen.findByRole('list', { name: 'Services by check' });
    const [first] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/admin-console.*Bronze.*applicable pass/);
    expect(first).toHaveAttribute('aria-setsize', '70');
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});

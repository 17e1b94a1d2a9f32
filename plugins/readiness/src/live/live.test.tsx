import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';
import { alertsOf, deploymentsOf, sources } from '../../dev/live';
import {
  fakeApi,
  paymentsApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { EntityAlertsCard } from '../card/EntityAlertsCard';
import { EntityDeploymentsCard } from '../card/EntityDeploymentsCard';

expect.extend(toHaveNoViolations);

function panel(name: string) {
  return screen.findByRole('region', { name });
}

describe('the deployments of a service', () => {
  const render = (answers: Partial<ReadinessApi> = {}) =>
    renderContent(<EntityDeploymentsCard />, {
      api: fakeApi(answers),
      entity: paymentsApi,
    });

  it('say what runs, who brought it, and what went before', async () => {
    const { container } = await render();
    const card = await panel('Deployments');
    expect(
      await within(card).findByText('2026.11.23-2', { selector: 'p' }),
    ).toBeInTheDocument();
    const lines = within(card).getAllByRole('listitem');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toHaveTextContent(
      /2026\.11\.23-2.* by Ines Duarte.*commit 4e1c9aa.* · lead time 3 hours/,
    );
    expect(lines[2]).toHaveTextContent('rolled back');
    expect(lines[3]).toHaveTextContent('failed');
    expect(lines[3]).not.toHaveTextContent('lead time');
    expect(card).toHaveTextContent('Deployed weekly, lead time 3 hours.');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('say which deployments and incidents the metrics rest on', async () => {
    const user = userEvent.setup();
    await render();
    await user.click(
      await screen.findByRole('button', { name: /^How counted/ }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Deployments of payments-api',
    });
    const metrics = await within(dialog).findByRole('table', {
      name: 'Delivery metrics',
    });
    expect(
      within(metrics).getByRole('row', {
        name: /^Change fail rate 2 of 9 9 deployments, 1 incident,/,
      }),
    ).toBeInTheDocument();
    expect(within(metrics).getAllByRole('row')).toHaveLength(6);
    const list = within(dialog).getByRole('table', {
      name: 'The last deployments',
    });
    expect(
      within(list).getByRole('row', {
        name: /failed production 2026\.11\.14-2.* 4e1c9aa.* Tomasz Wrona/,
      }),
    ).toBeInTheDocument();
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  });

  it('say why a metric is not known', async () => {
    const user = userEvent.setup();
    const { items } = deploymentsOf('payments-api');
    await render({
      listDeployments: async () => ({
        items,
        metrics: deploymentsOf('cart').metrics,
      }),
    });
    await user.click(
      await screen.findByRole('button', { name: /^How counted/ }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findAllByText(/^not known: no deployment ended/),
    ).toHaveLength(5);
  });

  it('tell none yet from nobody who could tell', async () => {
    const none = async () => deploymentsOf('cart');
    const { unmount } = await render({ listDeployments: none });
    expect(
      await screen.findByText('No deployment is known yet.'),
    ).toBeInTheDocument();
    unmount();
    await render({
      listDeployments: none,
      listSources: async () => ({
        items: sources.filter(({ emits }) => emits.length === 0),
      }),
    });
    expect(
      await screen.findByText(/^No configured source tells of deployments/),
    ).toBeInTheDocument();
  });

  it('show a shape while cold, and what went wrong', async () => {
    const { unmount } = await render({ listDeployments: () => pending() });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading the deployments',
    );
    unmount();
    await render({
      listDeployments: async () => {
        throw new Error('database unavailable');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'database unavailable',
    );
  });
});

describe('the alerts of a service', () => {
  const render = (answers: Partial<ReadinessApi> = {}) =>
    renderContent(<EntityAlertsCard />, {
      api: fakeApi(answers),
      entity: paymentsApi,
    });

  it('say what fires with its runbook, and who keeps what quiet', async () => {
    const { container } = await render();
    const card = await panel('Alerts');
    expect(
      await within(card).findByText('1 firing, 1 silenced'),
    ).toBeInTheDocument();
    const [firing, silenced, resolved] = within(card).getAllByRole('listitem');
    expect(firing).toHaveTextContent(
      /PaymentsCaptureLatencyHigh.*page · firing for \d+ min/,
    );
    expect(
      within(firing).getByRole('link', {
        name: /^Runbook of PaymentsCaptureLatencyHigh/,
      }),
    ).toHaveAttribute(
      'href',
      'https://docs.example.com/payments/runbooks/capture-latency',
    );
    expect(silenced).toHaveTextContent(
      /ticket · silenced until .* by Luca Ferrari: provider works on it · no runbook/,
    );
    expect(resolved).toHaveTextContent('resolved 26 h ago');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('link nowhere but to the web', async () => {
    await render({
      listAlerts: async () => ({
        items: alertsOf('payments-api').map(alert => ({
          ...alert,
          runbookUrl: 'file:///etc/hosts',
          url: 'ftp://example.com',
        })),
      }),
    });
    expect(
      await screen.findByText('PaymentsCaptureLatencyHigh'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('tell quiet from nobody who looks', async () => {
    const quiet = async () => ({ items: [] });
    const { unmount } = await render({ listAlerts: quiet });
    expect(
      await screen.findByText('Nothing fires, by Alertmanager app-eu.'),
    ).toBeInTheDocument();
    unmount();

    await render({
      listAlerts: quiet,
      listSources: async () => ({ items: [] }),
    });
    expect(
      await screen.findByText(/^No configured source tells of alerts/),
    ).toBeInTheDocument();
  });

  it('name the source that could tell and does not', async () => {
    const scorecard = await fakeApi().getScorecard(
      'component:default/payments-api',
    );
    await render({
      listAlerts: async () => ({ items: [] }),
      getScorecard: async () => ({
        ...scorecard,
        links: scorecard.links.map(link => ({
          ...link,
          status: 'denied' as const,
          message: 'answers 403',
        })),
      }),
    });
    const card = await panel('Alerts');
    expect(
      await within(card).findByText('Whether an alert fires is not known:'),
    ).toBeInTheDocument();
    expect(within(card).getByRole('listitem')).toHaveTextContent(
      'deniedAlertmanager app-eu: answers 403',
    );
  });
});

import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import {
  address,
  fakeApi,
  paymentsApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { EntityTradeoffsContent } from './EntityTradeoffsContent';

expect.extend(toHaveNoViolations);

function renderTab(options: { api?: ReturnType<typeof fakeApi>; at?: string }) {
  return renderContent(<EntityTradeoffsContent />, {
    entity: paymentsApi,
    ...options,
  });
}

function axisRow(title: string): HTMLElement {
  const row = screen
    .getByRole('heading', { name: title, level: 3 })
    .closest('li');
  if (!row) {
    throw new Error(`${title} is no row`);
  }
  return row;
}

describe('EntityTradeoffsContent', () => {
  it('says where the entity stands on each axis, and where it stood', async () => {
    const { container } = await renderTab({});
    expect(
      await screen.findByText('5 of 6 axes decided, 1 contradicted'),
    ).toBeInTheDocument();
    const row = axisRow('Cost versus availability');
    const strip = within(row).getByRole('list');
    expect(
      within(strip).getByText('leans to cost').parentElement,
    ).toHaveAttribute('aria-current', 'true');
    expect(
      within(strip).getByText('was: leans to availability'),
    ).toBeInTheDocument();
    expect(
      within(row).getByRole('link', { name: 'Run in one zone' }),
    ).toHaveAttribute('href', '/tradeoffs/records/r7');
    expect(within(row).getByText('in force')).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: 'spread' })).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/readiness?check=spread',
    );
    expect(within(row).getByRole('link', { name: '0003' })).toHaveAttribute(
      'href',
      '/tradeoffs/records/r3',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('names silence and offers to end it', async () => {
    await renderTab({});
    expect(
      await screen.findByText(
        'No decision recorded on performance versus freshness.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'Record one: Performance versus freshness',
      }),
    ).toHaveAttribute(
      'href',
      '/tradeoffs/new?entity=component%3Adefault%2Fpayments-api&axis=performance-freshness',
    );
  });

  it('shows what live evidence speaks against: claim, value, source and time', async () => {
    await renderTab({});
    await screen.findByText(/axes decided/);
    const row = axisRow('Simplicity versus scalability');
    expect(within(row).getByText('contradicted')).toBeInTheDocument();
    expect(
      within(row).getByText('still accepted; only a person changes that'),
    ).toBeInTheDocument();
    const box = within(row);
    expect(
      box.getByText('peak of at most 400 requests a second'),
    ).toBeInTheDocument();
    expect(box.getByText('612 requests a second')).toBeInTheDocument();
    expect(
      box.getByRole('link', { name: /Prometheus app-eu/ }),
    ).toHaveAttribute('href', 'https://prometheus.example.com/graph');
    expect(
      box.getByText('http.peakRequestsPerSecond <= 400'),
    ).toBeInTheDocument();
    expect(box.getByRole('link', { name: 'Supersede it' })).toHaveAttribute(
      'href',
      '/tradeoffs/new?entity=component%3Adefault%2Fpayments-api&supersedes=r5',
    );
  });

  it('takes unknown for neither, and says what comes from the system', async () => {
    await renderTab({});
    await screen.findByText(/axes decided/);
    expect(
      within(axisRow('Cost versus availability')).getByText(
        'an assumption is unknown',
      ),
    ).toBeInTheDocument();
    const managed = within(axisRow('Managed versus self-managed'));
    expect(managed.getByText('review overdue by 12 days')).toBeInTheDocument();
    expect(managed.getByText(/from system/)).toBeInTheDocument();
  });

  it('lists design steps, acceptances, findings and the sentence beside', async () => {
    await renderTab({});
    const design = await screen.findByRole('region', {
      name: 'Design written down',
    });
    expect(within(design).getByText('6 of 8 steps')).toBeInTheDocument();
    expect(
      within(design).getByRole('link', {
        name: 'Add a heading: Security and access',
      }),
    ).toHaveAttribute(
      'href',
      '/tradeoffs/records/r12/edit?heading=Security+and+access',
    );
    expect(within(design).getByText('5 of 6 axes')).toBeInTheDocument();
    const accepted = screen.getByRole('region', { name: 'Accepted checks' });
    expect(
      within(accepted).getByText(/7 days left, then it fails again/),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'Between records' })).getByText(
        /checkout-api promises restoration within 1 h/,
      ),
    ).toBeInTheDocument();
    const sentence = await screen.findByRole('region', {
      name: 'In one sentence',
    });
    expect(sentence).toHaveTextContent(
      'In the context of payments-api, facing the loss of a zone, we decided for one zone and neglected two zones',
    );
  });

  it('shows supersession as a chart, and as a table that the URL keeps', async () => {
    const user = userEvent.setup();
    const { container } = await renderTab({});
    expect(
      await screen.findByRole('img', {
        name: 'Records over time on each axis',
      }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'View as table' }));
    const table = screen.getByRole('table', { name: 'Supersession' });
    expect(
      within(table).getByRole('row', {
        name: /Cost versus availability Two zones from the start .* Run in one zone$/,
      }),
    ).toBeInTheDocument();
    expect(address()).toContain('timeline=table');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lists the records, contradicted ones first', async () => {
    const user = userEvent.setup();
    const { container } = await renderTab({});
    await user.click(await screen.findByRole('button', { name: 'Records 8' }));
    const [, first] = within(
      screen.getByRole('table', { name: 'Records' }),
    ).getAllByRole('row');
    expect(first).toHaveTextContent(
      'One deployable for payments and refunds reads',
    );
    expect(address()).toContain('layout=records');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is a skeleton until the first answer', async () => {
    await renderTab({ api: fakeApi({ getEntityTradeoffs: pending }) });
    expect(
      screen.getByRole('status', { name: 'Loading the tradeoff records' }),
    ).toBeInTheDocument();
  });

  it('tells "you may not" from "there are none"', async () => {
    await renderTab({
      api: fakeApi({
        getEntityTradeoffs: async () => {
          throw new NotAllowedError('no');
        },
      }),
    });
    expect(
      await screen.findByText('You may not see these tradeoff records'),
    ).toBeInTheDocument();
  });

  it('names the failure and reads again', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    const read = api.getEntityTradeoffs.bind(api);
    let broken = true;
    api.getEntityTradeoffs = async ref => {
      if (broken) {
        throw new Error('gone for a moment');
      }
      return read(ref);
    };
    await renderTab({ api });
    expect(await screen.findByText(/gone for a moment/)).toBeInTheDocument();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/axes decided/)).toBeInTheDocument();
  });

  it('offers nothing to a reader who may not write', async () => {
    const api = fakeApi();
    const read = api.getEntityTradeoffs.bind(api);
    api.getEntityTradeoffs = async ref => ({
      ...(await read(ref)),
      canCreate: false,
    });
    await renderTab({ api });
    await screen.findByText(/axes decided/);
    await waitFor(() =>
      expect(
        screen.queryByRole('link', { name: /Record|Supersede|Add a heading/ }),
      ).not.toBeInTheDocument(),
    );
  });
});

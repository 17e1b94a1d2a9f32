import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import {
  address,
  fakeApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { TradeoffsRoutes } from './TradeoffsRoutes';

expect.extend(toHaveNoViolations);

function renderPage(query = '', api = fakeApi()) {
  return renderContent(<TradeoffsRoutes />, { api, at: `/tradeoffs${query}` });
}

async function rows() {
  const table = await screen.findByRole('table', { name: 'Records' });
  return within(table).getAllByRole('row').slice(1);
}

describe('TradeoffsContent', () => {
  it("begins with the reader's own records, contradicted ones first", async () => {
    const { container } = await renderPage();
    const [first, ...others] = await rows();
    expect(first).toHaveTextContent(
      'One deployable for payments and refunds reads',
    );
    expect(first).toHaveTextContent('contradicted');
    expect(others).toHaveLength(7);
    expect(screen.getByRole('button', { name: 'Mine 8' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('lists what cannot be read with its error', async () => {
    await renderPage('?scope=all');
    const broken = (await rows()).find(row =>
      row.textContent?.includes('Cache the catalog'),
    );
    expect(broken).toHaveTextContent('unparsable');
    expect(broken).toHaveTextContent('1 error, line 3');
  });

  it('keeps its filters in the URL', async () => {
    const user = userEvent.setup();
    await renderPage('?scope=all');
    await rows();
    await user.click(screen.getByRole('button', { name: 'State all' }));
    await user.click(
      await screen.findByRole('option', { name: /^contradicted/ }),
    );
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    expect(address()).toBe('/tradeoffs?scope=all&state=contradicted');
  });

  it('tells no match from nothing, and clears the filters', async () => {
    const user = userEvent.setup();
    await renderPage('?scope=all&q=nothing+like+it');
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(await rows()).toHaveLength(10);
    expect(address()).toBe('/tradeoffs?scope=all');
  });

  it('says how records come about where there is none', async () => {
    const empty = { status: {}, state: {} };
    await renderPage(
      '',
      fakeApi({
        listRecords: async () => ({ items: [], total: 0, counts: empty }),
      }),
    );
    expect(
      await screen.findByText('No tradeoff record is known yet'),
    ).toBeInTheDocument();
  });

  it('shows entities by axes, with silence and contradictions in words', async () => {
    const user = userEvent.setup();
    const { container } = await renderPage('?scope=all');
    await rows();
    await user.click(screen.getByRole('button', { name: 'Fleet' }));
    const row = await screen.findByRole('row', { name: /payments-api/ });
    expect(
      within(row).getByRole('link', { name: 'leans to cost' }),
    ).toHaveAttribute('href', '/tradeoffs/records/r7');
    expect(within(row).getByText('silent')).toBeInTheDocument();
    expect(within(row).getByText('contradicted')).toBeInTheDocument();
    expect(within(row).getByText('review overdue')).toBeInTheDocument();
    expect(address()).toBe('/tradeoffs?scope=all&view=fleet');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('reads more where there is more', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    const list = api.listRecords.bind(api);
    api.listRecords = query =>
      list({ ...query, limit: query?.limit === 1 ? 1 : 4 });
    await renderPage('?scope=all', api);
    expect(await rows()).toHaveLength(4);
    await user.click(
      screen.getByRole('button', { name: 'Show more: 4 of 10' }),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(8));
    await user.click(
      screen.getByRole('button', { name: 'Show more: 8 of 10' }),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(10));
    expect(
      screen.queryByRole('button', { name: /Show more/ }),
    ).not.toBeInTheDocument();
  });

  it('is a skeleton first, and says where the reader may not see', async () => {
    await renderPage('?scope=all', fakeApi({ listRecords: pending }));
    expect(
      screen.getByRole('status', { name: 'Loading the tradeoff records' }),
    ).toBeInTheDocument();
  });

  it('tells "you may not" from "there are none"', async () => {
    await renderPage(
      '?scope=all',
      fakeApi({
        listRecords: async () => {
          throw new NotAllowedError('no');
        },
      }),
    );
    expect(
      await screen.findByText('You may not see tradeoff records'),
    ).toBeInTheDocument();
  });
});

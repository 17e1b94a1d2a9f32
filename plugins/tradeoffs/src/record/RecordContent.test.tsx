import { NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { recordFiles, type DevRecord } from '../../dev/recordFiles';
import { InMemoryTradeoffsApi } from '../../dev/InMemoryTradeoffsApi';
import { TradeoffsRoutes } from '../page/TradeoffsRoutes';
import {
  address,
  fakeApi,
  renderContent,
} from '../__testUtils__/renderContent';

expect.extend(toHaveNoViolations);

function renderRecord(id: string, api = fakeApi(), query = '') {
  return renderContent(<TradeoffsRoutes />, {
    api,
    at: `/tradeoffs/records/${id}${query}`,
  });
}

function withRecord(change: Partial<DevRecord>): InMemoryTradeoffsApi {
  const record = recordFiles.find(file => file.id === 'r7');
  if (!record) {
    throw new Error('the company has no r7');
  }
  return new InMemoryTradeoffsApi([
    ...recordFiles.filter(file => file.id !== 'r7'),
    { ...record, ...change },
  ]);
}

describe('RecordContent', () => {
  it('shows the decision with all that it rests on', async () => {
    const { container } = await renderRecord('r7');
    expect(
      await screen.findByRole('heading', { name: 'Run in one zone', level: 1 }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'In one sentence' }),
    ).toHaveTextContent('we decided for one zone and neglected two zones');
    const positions = screen.getByRole('region', { name: 'Positions' });
    expect(
      await within(positions).findByText('was: leans to availability'),
    ).toBeInTheDocument();
    expect(
      within(positions).getByText('an objective of at most 99.5 %'),
    ).toBeInTheDocument();
    expect(within(positions).getByText('value 0.995')).toBeInTheDocument();
    expect(within(positions).getByText('Unknown:')).toBeInTheDocument();
    expect(
      within(positions).getByText(/the catalog has not been read yet/),
    ).toBeInTheDocument();
    expect(
      within(positions).getByRole('link', { name: /load test/ }),
    ).toHaveAttribute('href', 'https://example.com/load-test');
    const accepted = screen.getByRole('region', { name: 'Accepted checks' });
    expect(within(accepted).getByText(/confirmed by/)).toBeInTheDocument();
    const consequences = screen.getByRole('region', { name: 'Consequences' });
    expect(consequences).toHaveTextContent('improves cost');
    expect(consequences).toHaveTextContent('one zone (chosen)');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('leads from its text to the record before, and shows what changed', async () => {
    await renderRecord('r7');
    expect(
      await screen.findByRole('link', { name: 'the record before' }),
    ).toHaveAttribute('href', '/tradeoffs/records/r3');
    const changes = await screen.findByRole('table', {
      name: 'Changes against Two zones from the start',
    });
    expect(
      within(changes).getByText('# Two zones from the start'),
    ).toBeInTheDocument();
    expect(within(changes).getByText('# Run in one zone')).toBeInTheDocument();
  });

  it('compares with a revision, which the URL keeps', async () => {
    const user = userEvent.setup();
    await renderRecord('r7');
    await user.click(
      await screen.findByRole('button', { name: 'Compare with revision 1' }),
    );
    const changes = await screen.findByRole('table', {
      name: 'Changes since revision 1',
    });
    expect(
      within(changes).getByText(
        '* Bad since the loss of the zone is an outage.',
      ),
    ).toBeInTheDocument();
    expect(address()).toContain('revision=1');
  });

  it('renders hostile Markdown as words', async () => {
    const { container } = await renderRecord(
      'r7',
      withRecord({
        content: `# Hostile

<script>window.hacked = true</script>
<img src=x onerror="window.hacked = true">
<iframe src="https://example.com"></iframe>

[click](javascript:alert(1)) ![pixel](data:image/svg+xml;base64,AAAA)
[file](file:///etc/passwd) <javascript:alert(1)>
`,
      }),
    );
    expect(await screen.findByText('click')).toBeInTheDocument();
    expect(container.querySelector('script, iframe, img')).toBeNull();
    for (const link of container.querySelectorAll('a[href]')) {
      expect(link.getAttribute('href')).not.toMatch(/^(javascript|data|file):/);
    }
    expect(
      screen.queryByRole('link', { name: 'click' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'file' }),
    ).not.toBeInTheDocument();
    expect(window).not.toHaveProperty('hacked');
  });

  it('names what is wrong with a file that cannot be read, with its place', async () => {
    const { container } = await renderRecord('b1');
    expect(
      await screen.findByText(/cannot be read as a tradeoff record/),
    ).toBeInTheDocument();
    const problems = screen.getByRole('region', { name: 'Problems' });
    expect(within(problems).getByText('line 3, column 7')).toBeInTheDocument();
    expect(screen.getByText(/date: 2026-02-30/)).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('confirms the checks that a file accepts', async () => {
    const user = userEvent.setup();
    await renderRecord('r7', withRecord({ confirmed: false }));
    const accepted = await screen.findByRole('region', {
      name: 'Accepted checks',
    });
    expect(
      within(accepted).getByText('Awaits confirmation.'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Confirm the accepted checks' }),
    );
    expect(await screen.findByText('Done.')).toBeInTheDocument();
    await waitFor(() =>
      expect(
        within(accepted).queryByText('Awaits confirmation.'),
      ).not.toBeInTheDocument(),
    );
  });

  it('does nothing where somebody was first, and reads again', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    await renderRecord('r12', api);
    await screen.findByRole('heading', { level: 1 });
    const { content } = await api.getRecord('r12');
    api.saveAs(
      'r12',
      'user:default/ann',
      content.replace('Canary analysis decides', 'The canary decides'),
    );
    await user.click(screen.getByRole('button', { name: 'Deprecate' }));
    expect(
      await screen.findByText(/Somebody changed the record in between/),
    ).toBeInTheDocument();
    expect((await api.getRecord('r12')).status).toBe('accepted');
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    expect(await screen.findByText(/The canary decides/)).toBeInTheDocument();
  });

  it('proposes by pull request what the file lacks', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    const { content, revision } = await api.getRecord('r12');
    await api.updateRecord('r12', { content: `${content}\nMore.\n`, revision });
    await renderRecord('r12', api);
    await user.click(
      await screen.findByRole('button', { name: 'Propose by pull request' }),
    );
    expect(
      await screen.findByRole('link', { name: /Open the pull request/ }),
    ).toHaveAttribute('href', 'https://git.example.com/payments/pull/7');
  });

  it('offers to a reader what the reader may do', async () => {
    const api = fakeApi();
    const read = api.getRecord.bind(api);
    api.getRecord = async id => ({
      ...(await read(id)),
      editable: false,
      canAccept: false,
      canPropose: false,
    });
    await renderRecord('r7', api);
    await screen.findByRole('heading', { level: 1 });
    expect(
      screen.queryByRole('link', { name: 'Edit' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Next' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Export the file' }),
    ).toBeInTheDocument();
  });

  it('says that there is no such record', async () => {
    await renderRecord(
      'nothing',
      fakeApi({
        getRecord: async () => {
          throw new NotFoundError('none');
        },
      }),
    );
    expect(
      await screen.findByText('There is no such tradeoff record'),
    ).toBeInTheDocument();
  });
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { TradeoffsRoutes } from '../page/TradeoffsRoutes';
import {
  address,
  fakeApi,
  renderContent,
} from '../__testUtils__/renderContent';

expect.extend(toHaveNoViolations);

function renderEditor(at: string, api = fakeApi()) {
  return renderContent(<TradeoffsRoutes />, { api, at: `/tradeoffs${at}` });
}

async function ready() {
  return screen.findByRole('region', { name: 'Decision' });
}

describe('the editor', () => {
  afterEach(() => window.sessionStorage.clear());

  it('saves a record that nobody touched byte for byte', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    const before = (await api.getRecord('r7')).content;
    await renderEditor('/records/r7/edit', api);
    await ready();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address()).toBe('/tradeoffs/records/r7'));
    const after = await api.getRecord('r7');
    expect(after.revision).toBe(3);
    expect(after.content).toBe(before);
  });

  it('moves a position by keyboard, and changes nothing but that', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    const before = (await api.getRecord('r12')).content;
    await renderEditor('/records/r12/edit', api);
    await ready();
    const group = screen.getByRole('group', {
      name: 'Position on Automation versus control',
    });
    const current = within(group).getByRole('radio', {
      name: 'leans to automation',
    });
    expect(current).toBeChecked();
    await user.click(current);
    await user.keyboard('{ArrowRight}');
    expect(
      within(group).getByRole('radio', { name: 'balanced' }),
    ).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address()).toBe('/tradeoffs/records/r12'));
    const after = await api.getRecord('r12');
    expect(after.content).toBe(before.replace('position: -1', 'position: 0'));
  });

  it('judges while it is written, and does not save what is wrong', async () => {
    const { container } = await renderEditor('/records/r7/edit');
    await ready();
    expect(screen.queryByText('Error')).not.toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Review in'), {
      target: { value: 'soon' },
    });
    expect(
      await screen.findByText(/is a number and days, weeks, months or years/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the body as it will be shown', async () => {
    const user = userEvent.setup();
    await renderEditor('/records/r7/edit');
    await ready();
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(
      screen.getByRole('heading', { name: 'Requirements' }),
    ).toBeInTheDocument();
  });

  it('shows both texts where two people edited one record, and loses none', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    const before = (await api.getRecord('r7')).content;
    const { container } = await renderEditor('/records/r7/edit', api);
    await ready();
    const theirs = before.replace('There is one customer', 'There are two');
    api.saveAs('r7', 'user:default/ann', theirs);
    fireEvent.change(screen.getByLabelText('Review in'), {
      target: { value: '3 months' },
    });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const conflict = await screen.findByRole('region', {
      name: 'Somebody saved in between',
    });
    const mine = before.replace('184 days', '3 months');
    expect(within(conflict).getByLabelText('Your text')).toHaveValue(mine);
    expect(within(conflict).getByLabelText('What is stored now')).toHaveValue(
      theirs,
    );
    expect(
      within(conflict).getByRole('table', {
        name: 'What your text changes of theirs',
      }),
    ).toHaveTextContent('review_in: 3 months');
    // Nothing was written over.
    expect((await api.getRecord('r7')).content).toBe(theirs);
    expect(await axe(container)).toHaveNoViolations();

    fireEvent.change(within(conflict).getByLabelText('Your text'), {
      target: { value: theirs.replace('184 days', '3 months') },
    });
    await user.click(
      within(conflict).getByRole('button', {
        name: 'Save my text over theirs',
      }),
    );
    await waitFor(() => expect(address()).toBe('/tradeoffs/records/r7'));
    expect((await api.getRecord('r7')).content).toBe(
      theirs.replace('184 days', '3 months'),
    );
  });

  it('asks before a text that is not saved is left, and keeps it', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    await renderEditor('/records/r7/edit', api);
    await ready();
    fireEvent.change(screen.getByLabelText('Review in'), {
      target: { value: '3 months' },
    });
    await user.click(screen.getByRole('link', { name: 'Cancel' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Leave without saving?',
    });
    await user.click(within(dialog).getByRole('button', { name: 'Stay' }));
    expect(address()).toBe('/tradeoffs/records/r7/edit');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await user.click(screen.getByRole('link', { name: 'Cancel' }));
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(address()).toBe('/tradeoffs/records/r7'));

    await user.click(await screen.findByRole('link', { name: 'Edit' }));
    await ready();
    expect(screen.getByLabelText('Review in')).toHaveValue('3 months');
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    expect(screen.getByLabelText('Review in')).toHaveValue('184 days');
  });

  it('edits as a file what has no form', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    await renderEditor('/records/b1/edit', api);
    const file = await screen.findByRole('textbox', { name: 'File' });
    expect(screen.getByText(/there are no fields/)).toBeInTheDocument();
    const { content } = await api.getRecord('b1');
    fireEvent.change(file, {
      target: { value: content.replace('2026-02-30', '2026-02-28') },
    });
    await user.click(screen.getByRole('button', { name: 'Form' }));
    await ready();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(address()).toBe('/tradeoffs/records/b1'));
    expect((await api.getRecord('b1')).status).toBe('accepted');
  });

  it('begins a record for a failing check with the check filled in', async () => {
    const user = userEvent.setup();
    const api = fakeApi();
    await renderEditor(
      '/new?entity=component:default/payments-api&accepts=autoscaling',
      api,
    );
    await ready();
    expect(screen.getByLabelText('Check')).toHaveValue('autoscaling');
    expect(
      screen.getByRole('group', {
        name: 'Position on Simplicity versus scalability',
      }),
    ).toBeInTheDocument();
    await user.type(screen.getByLabelText('Title'), 'A fixed number of pods');
    fireEvent.change(screen.getByLabelText('Until'), {
      target: { value: '2027-01-31' },
    });
    const save = screen.getByRole('button', { name: 'Save' });
    await waitFor(() => expect(save).toBeEnabled());
    await user.click(save);
    await waitFor(() =>
      expect(address()).toMatch(/^\/tradeoffs\/records\/p\d+$/),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'A fixed number of pods',
        level: 1,
      }),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'Accepted checks' })).getByText(
        'autoscaling',
      ),
    ).toBeInTheDocument();
  });

  it('asks which entity a record is for', async () => {
    const user = userEvent.setup();
    await renderEditor('/new');
    await user.click(await screen.findByLabelText('Entity'));
    await user.click(
      await screen.findByRole('option', {
        name: 'component:default/payments-api',
      }),
    );
    await ready();
    expect(address()).toBe(
      '/tradeoffs/new?entity=component%3Adefault%2Fpayments-api',
    );
  });

  it('does not let a reader write who may not', async () => {
    const api = fakeApi();
    const read = api.getEntityTradeoffs.bind(api);
    api.getEntityTradeoffs = async ref => ({
      ...(await read(ref)),
      canCreate: false,
    });
    await renderEditor('/new?entity=component:default/payments-api', api);
    expect(
      await screen.findByText('You may not record a tradeoff for this entity'),
    ).toBeInTheDocument();
  });
});

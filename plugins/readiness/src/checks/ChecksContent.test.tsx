import { InputError, NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
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
import { ChecksContent } from './ChecksContent';

expect.extend(toHaveNoViolations);

function render(answers: Partial<ReadinessApi> = {}, at = '/') {
  return renderContent(<ChecksContent />, { api: fakeApi(answers), at });
}

const row = (name: RegExp) => screen.findByRole('button', { name });

describe('ChecksContent', () => {
  it('lists each rule with how the fleet answers it', async () => {
    const { container } = await render();
    expect(await row(/disruption-budget/)).toHaveTextContent(
      /Silver64%24 of 67 fail/,
    );
    expect(screen.getByText('62 checks, 12 inactive')).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens a rule, and leads to those that fail it', async () => {
    const user = userEvent.setup();
    await render();
    const check = await row(/disruption-budget/);
    await user.click(check);
    expect(check).toHaveAttribute('aria-expanded', 'true');
    expect(address()).toContain('check=disruption-budget');
    expect(
      screen.getByText(/kube-linter pdb-min-available/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show the 24 that fail it' }),
    ).toHaveAttribute(
      'href',
      '/readiness/services?scope=all&status=disruption-budget%3Afail',
    );
  });

  it('opens the check that the address names', async () => {
    await render({}, '/?check=spread');
    expect(await row(/spread/)).toHaveAttribute('aria-expanded', 'true');
  });

  it('says what went wrong when a rule was run', async () => {
    const list = await new InMemoryReadinessApi().listChecks();
    await render(
      {
        listChecks: async () => ({
          ...list,
          items: list.items.map(check => ({
            ...check,
            error: check.id === 'spread' ? 'division by zero' : undefined,
          })),
        }),
      },
      '/?check=spread',
    );
    expect(await screen.findByText(/division by zero/)).toBeInTheDocument();
  });

  it('finds by id, by title and by the name of the rule elsewhere', async () => {
    const user = userEvent.setup();
    await render();
    await row(/disruption-budget/);
    const search = screen.getByRole('searchbox', { name: 'Search checks' });
    await user.type(search, 'pdb');
    await waitFor(() => expect(address()).toBe('/?q=pdb'));
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
    await user.clear(search);
    await user.type(search, 'zebra');
    expect(await screen.findByText('No check matches')).toBeInTheDocument();
  });

  it('lists inactive checks with what would activate them', async () => {
    const user = userEvent.setup();
    await render();
    const panel = await screen.findByRole('region', {
      name: '12 inactive checks',
    });
    await user.click(within(panel).getByRole('button', { name: 'Show' }));
    expect(within(panel).getAllByRole('listitem')).toHaveLength(12);
  });

  it('tries a draft against the fleet', async () => {
    const user = userEvent.setup();
    const tryDraftCheck = jest.fn(
      new InMemoryReadinessApi().tryDraftCheck.bind(new InMemoryReadinessApi()),
    );
    await render({ tryDraftCheck });
    const panel = await screen.findByRole('region', { name: 'Try a draft' });
    await user.click(
      within(panel).getByRole('button', { name: 'Run the draft' }),
    );
    expect(
      await within(panel).findByText('22 of 70 would fail'),
    ).toBeInTheDocument();
    expect(tryDraftCheck).toHaveBeenCalledWith({
      check: expect.objectContaining({ question: 'multiple-instances' }),
    });
    const failing = within(panel).getByRole('list', {
      name: 'Services that would fail',
    });
    expect(within(failing).getAllByRole('listitem')).toHaveLength(22);
    expect(within(failing).getAllByRole('link')[0]).toHaveAttribute(
      'href',
      '/catalog/default/component/device-console/readiness',
    );
  });

  it('shows what is wrong with a draft, in the words of the back end', async () => {
    const user = userEvent.setup();
    await render({
      tryDraftCheck: async () => {
        throw new InputError('rules.0.rule, column 10: unknown variable x');
      },
    });
    const panel = await screen.findByRole('region', { name: 'Try a draft' });
    await user.click(
      within(panel).getByRole('button', { name: 'Run the draft' }),
    );
    expect(await within(panel).findByRole('alert')).toHaveTextContent(
      'rules.0.rule, column 10: unknown variable x',
    );
  });

  it('does not send what is no check', async () => {
    const user = userEvent.setup();
    const tryDraftCheck = jest.fn();
    await render({ tryDraftCheck });
    const panel = await screen.findByRole('region', { name: 'Try a draft' });
    const editor = within(panel).getByRole('textbox', {
      name: 'Check, as in app-config.yaml',
    });
    await user.clear(editor);
    await user.type(editor, 'words');
    await user.click(
      within(panel).getByRole('button', { name: 'Run the draft' }),
    );
    expect(await within(panel).findByRole('alert')).toHaveTextContent(
      'A check is a map of keys',
    );
    expect(tryDraftCheck).not.toHaveBeenCalled();
  });

  it('begins a draft from a check', async () => {
    const user = userEvent.setup();
    await render({}, '/?check=replicas');
    await user.click(
      await screen.findByRole('button', { name: 'Try a change' }),
    );
    const editor = screen.getByRole('textbox', {
      name: 'Check, as in app-config.yaml',
    });
    await waitFor(() => expect(editor).toHaveFocus());
    expect(editor).toHaveTextContent('# workload.minReplicas >=');
  });

  it('shows its shape while it is cold', async () => {
    await render({ listChecks: () => pending() });
    expect(
      screen.getByRole('status', { name: 'Loading the checks' }),
    ).toBeInTheDocument();
  });

  it('is its own state where the reader lacks permission', async () => {
    await render({
      listChecks: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(
      await screen.findByText('You may not see the checks'),
    ).toBeInTheDocument();
  });
});

import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';
import { attestationsOf } from '../../dev/live';
import {
  fakeApi,
  paymentsApi,
  renderContent,
} from '../__testUtils__/renderContent';
import { EntityReadinessContent } from '../entity/EntityReadinessContent';

expect.extend(toHaveNoViolations);

async function render(answers: Partial<ReadinessApi> = {}) {
  return renderContent(<EntityReadinessContent />, {
    api: fakeApi(answers),
    entity: paymentsApi,
  });
}

const given = () => screen.findByRole('region', { name: 'Attestations' });
const attest = () =>
  screen.findByRole('button', {
    name: 'Attest: A slow database was rehearsed',
  });

describe('attestations of a service', () => {
  it('say who vouches for what, since when and until when', async () => {
    await render();
    const panel = await given();
    expect(panel).toHaveTextContent('1 in force');
    const [audited, drilled] = within(panel).getAllByRole('listitem');
    expect(audited).toHaveTextContent(
      /auditLog\.exists yes.*by mei\.tanaka.*until.*Reviewed with risk/,
    );
    expect(
      within(audited).getByRole('link', {
        name: /^Evidence for auditLog\.exists/,
      }),
    ).toHaveAttribute('href', 'https://docs.example.com/payments/audit-log');
    expect(drilled).toHaveTextContent('lapsed');
    expect(
      within(drilled).queryByRole('button', { name: /^Revoke/ }),
    ).not.toBeInTheDocument();
  });

  it('are given on a check, with a link and until a date', async () => {
    const user = userEvent.setup();
    const { api } = await render();
    const create = jest.spyOn(api, 'createAttestation');
    await user.click(await attest());
    const dialog = await screen.findByRole('dialog', {
      name: 'Attest: A slow database was rehearsed',
    });
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Attest' }));
    expect(dialog).toHaveTextContent('A date is expected');
    expect(dialog).toHaveTextContent('A link that begins with https://');
    expect(create).not.toHaveBeenCalled();

    await user.type(within(dialog).getByLabelText('Value'), '2026-11-20');
    await user.type(
      within(dialog).getByLabelText('Link'),
      'https://docs.example.com/game-day-8',
    );
    await user.type(within(dialog).getByLabelText('Note'), 'all hands');
    await user.click(within(dialog).getByRole('button', { name: 'Attest' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(create).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRef: 'component:default/payments-api',
        fact: 'drill.lastAt',
        value: '2026-11-20T00:00:00.000Z',
        url: 'https://docs.example.com/game-day-8',
        note: 'all hands',
      }),
    );
    expect(await given()).toHaveTextContent('2 in force');
  });

  it('keep what was typed where the back end refuses', async () => {
    const user = userEvent.setup();
    await render({
      createAttestation: async () => {
        throw new NotAllowedError('only owners may');
      },
    });
    await user.click(await attest());
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Value'), '2026-11-20');
    await user.type(within(dialog).getByLabelText('Link'), 'https://x.example');
    await user.click(within(dialog).getByRole('button', { name: 'Attest' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'only owners may',
    );
    expect(within(dialog).getByLabelText('Link')).toHaveValue(
      'https://x.example',
    );
  });

  it('are taken back after a question', async () => {
    const user = userEvent.setup();
    const { api } = await render();
    const remove = jest.spyOn(api, 'deleteAttestation');
    await user.click(
      within(await given()).getByRole('button', {
        name: 'Revoke the attestation of auditLog.exists',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Revoke the attestation of auditLog.exists?',
    });
    await user.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(remove).toHaveBeenCalledWith('a1'));
    await waitFor(async () =>
      expect(await given()).toHaveTextContent('0 in force'),
    );
  });

  it('are only read by those who may not attest', async () => {
    await render({
      listAttestations: async () => ({
        ...attestationsOf('payments-api'),
        mayAttest: false,
      }),
    });
    const panel = await given();
    expect(within(panel).queryByRole('button')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Attest/ }),
    ).not.toBeInTheDocument();
  });
});

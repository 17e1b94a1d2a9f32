import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';
import { sources } from '../../dev/live';
import {
  address,
  fakeApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { SourcesContent } from './SourcesContent';

expect.extend(toHaveNoViolations);

async function render(answers: Partial<ReadinessApi> = {}, at = '/') {
  return renderContent(<SourcesContent />, { api: fakeApi(answers), at });
}

const row = (name: RegExp) => screen.findByRole('row', { name });

describe('SourcesContent', () => {
  it('says of each source how it does and what it covers', async () => {
    const { container } = await render();
    expect(
      await screen.findByText('7 sources, 1 does not answer'),
    ).toBeInTheDocument();
    const kubernetes = await row(/Kubernetes prod-eu-1/);
    expect(kubernetes).toHaveTextContent('ok');
    expect(kubernetes).toHaveTextContent('8.9 s');
    expect(kubernetes).toHaveTextContent('34');
    expect(kubernetes).toHaveTextContent('61 of 70 services linked');
    const failing = await row(/Prometheus data-eu/);
    expect(failing).toHaveTextContent('failing');
    expect(failing).toHaveTextContent('GET /api/v1/rules answers 403');
    expect(failing).toHaveTextContent('last answered 9 days ago');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens errors, link states and the lines that would link the rest', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    const { container } = await render();
    await user.click(
      await screen.findByRole('button', {
        name: 'Show details of Kubernetes prod-eu-1',
      }),
    );
    expect(address()).toBe('/?source=kubernetes%3Aprod-eu-1');
    expect(
      await screen.findByText('backstage.io/kubernetes-id: device-console'),
    ).toBeInTheDocument();
    expect(screen.getByText('9 of 9')).toBeInTheDocument();
    expect(screen.getByText('The last run met no error.')).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', {
        name: 'Copy the annotation of device-console',
      }),
    );
    expect(written).toHaveBeenCalledWith(
      'backstage.io/kubernetes-id: device-console',
    );
    expect(
      await screen.findByRole('button', { name: 'Copied' }),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('reads the rest of the unlinked services in steps', async () => {
    const user = userEvent.setup();
    await render({}, '/?source=pagerduty:acme');
    expect(await screen.findByText('10 of 18')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('18 of 18')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('names what a source could not read, and where', async () => {
    await render({}, '/?source=repository');
    expect(
      await screen.findByText('mapping values are not allowed here'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('reviews, deploy/values.yaml:14'),
    ).toBeInTheDocument();
  });

  it('runs a source now, and says so', async () => {
    const user = userEvent.setup();
    const runSource = jest.fn(async (source: string) => ({
      source,
      started: true,
    }));
    const listSources = jest.fn(async () => ({ items: sources }));
    await render({ runSource, listSources });
    await user.click(
      await screen.findByRole('button', { name: 'Run Argo CD now' }),
    );
    expect(runSource).toHaveBeenCalledWith('argocd:main');
    expect(await screen.findByText('Argo CD runs.')).toBeInTheDocument();
    await waitFor(() => expect(listSources).toHaveBeenCalledTimes(2));
  });

  it('says why a source could not be run', async () => {
    const user = userEvent.setup();
    await render({
      runSource: async () => {
        throw new Error('no replica is free');
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Run Argo CD now' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Argo CD could not be run: no replica is free.',
    );
  });

  it('offers no run to those who may not, nor twice', async () => {
    await render({
      listSources: async () => ({
        items: [
          { ...sources[0], mayRun: false },
          { ...sources[1], status: 'running' },
        ],
      }),
    });
    expect(
      await screen.findByRole('button', { name: 'Run repository now' }),
    ).toBeDisabled();
    expect(
      screen.queryByRole('button', { name: 'Run Kubernetes prod-eu-1 now' }),
    ).not.toBeInTheDocument();
  });

  it('shows its shape while cold, and tells none from a failure', async () => {
    const { unmount } = await render({ listSources: () => pending() });
    expect(
      screen.getByRole('status', { name: 'Loading the sources' }),
    ).toBeInTheDocument();
    unmount();
    const second = await render({ listSources: async () => ({ items: [] }) });
    expect(
      await screen.findByText('No evidence source is configured'),
    ).toBeInTheDocument();
    second.unmount();
    await render({
      listSources: async () => {
        throw new Error('database unavailable');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The sources could not be read',
    );
  });
});

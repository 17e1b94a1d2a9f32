import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type { ReadinessApi } from '@airworthy/plugin-readiness-common';
import { scorecardOf } from '../../dev/explain';
import { ago, fleet } from '../../dev/fleet';
import {
  address,
  fakeApi,
  paymentsApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { EntityReadinessContent } from './EntityReadinessContent';

expect.extend(toHaveNoViolations);

const scorecard = scorecardOf(
  fleet.filter(row => row.name === 'payments-api')[0],
);

function render(answers: Partial<ReadinessApi> = {}, at = '/') {
  return renderContent(<EntityReadinessContent />, {
    entity: paymentsApi,
    api: fakeApi(answers),
    at,
  });
}

describe('EntityReadinessContent', () => {
  it('leads with the level and the checks to the next one', async () => {
    const { container } = await render();
    const level = await screen.findByRole('region', { name: 'Level' });
    expect(level).toHaveTextContent('Bronze');
    expect(
      within(level).getByRole('img', { name: '52 of 60 applicable pass' }),
    ).toBeInTheDocument();
    expect(level).toHaveTextContent('29 of 31, 2 to go');

    const next = screen.getByRole('region', {
      name: 'Next: 2 checks to Silver',
    });
    expect(within(next).getAllByRole('listitem')[0]).toHaveTextContent(
      'Give payments-worker an autoscaler',
    );
    expect(
      within(next).getByRole('link', {
        name: 'Open template: Give payments-worker an autoscaler',
      }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/create\/default\/add-autoscaler\?formData=/),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens the questions that hold a next check, and others on demand', async () => {
    const user = userEvent.setup();
    await render();
    const first = await screen.findByRole('button', {
      name: /Can the service run with more than one instance/,
    });
    expect(first).toHaveAttribute('aria-expanded', 'true');
    const second = screen.getByRole('button', {
      name: /What happens if one instance fails/,
    });
    expect(second).toHaveAttribute('aria-expanded', 'false');
    await user.click(second);
    expect(second).toHaveAttribute('aria-expanded', 'true');
    expect(address()).toContain('open=');
  });

  it('tells found, expected, evidence, drift and who answers for the rule', async () => {
    const user = userEvent.setup();
    await render();
    const replicas = await screen.findByRole('listitem', {
      name: /At least 3 instances run/,
    });
    expect(replicas).toHaveTextContent('3 running');
    expect(replicas).toHaveTextContent('at least 3, for tier 1');
    expect(replicas).toHaveTextContent('says 2');
    expect(replicas).toHaveTextContent(
      '2 declared, 3 running: workload.minReplicas (deployment/payments-api), by repository and Kubernetes prod-eu-1.',
    );
    await user.click(
      within(replicas).getByRole('button', { name: 'Show rule of replicas' }),
    );
    expect(replicas).toHaveTextContent('workload.minReplicas >=');

    const alert = screen.getByRole('listitem', {
      name: /An alert watches the database/,
    });
    expect(alert).toHaveTextContent('datastore.alerts');
    expect(alert).toHaveTextContent('denied');
    expect(alert).toHaveTextContent('answers 403');
    expect(
      screen.getByRole('listitem', { name: /Retries are bounded/ }),
    ).toHaveTextContent(/payments-0011.*Review is due in 7 days/);
  });

  it('narrows by status, in the address too', async () => {
    const user = userEvent.setup();
    await render();
    const filters = await screen.findByRole('group', { name: 'Show checks' });
    await user.click(
      within(filters).getByRole('button', { name: /Accepted 2/ }),
    );
    expect(address()).toContain('status=accepted');
    expect(
      screen.getByRole('listitem', { name: /Retries are bounded/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('listitem', { name: /At least 3 instances/ }),
    ).not.toBeInTheDocument();
  });

  it('opens and focuses the check that the address names', async () => {
    await render({}, '/?check=disruption-budget');
    const check = await screen.findByRole('listitem', {
      name: /disruption-budget/,
    });
    await waitFor(() =>
      expect(check).toContainElement(document.activeElement as HTMLElement),
    );
  });

  it('shows how to fix a check in place', async () => {
    const user = userEvent.setup();
    await render();
    const next = await screen.findByRole('region', { name: /^Next/ });
    const [button] = within(next).getAllByRole('button', {
      name: 'How to fix: Give payments-worker an autoscaler',
    });
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(next).toHaveTextContent('deploy/hpa-worker.yaml');
  });

  it('copies the next steps as a task', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await render();
    await user.click(
      await screen.findByRole('button', { name: 'Copy as task' }),
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith(
      expect.stringContaining('- [ ] **Give payments-worker an autoscaler**'),
    );
  });

  it('asks the sources again and says what changed', async () => {
    const user = userEvent.setup();
    const repaired = {
      ...scorecard,
      evaluatedAt: ago({ minutes: -1 }),
      questions: scorecard.questions.map(question => ({
        ...question,
        checks: question.checks.map(check =>
          check.id === 'autoscaling'
            ? { ...check, status: 'pass' as const }
            : check,
        ),
      })),
    };
    const refreshScorecard = jest.fn(async () => ({ sources: ['repository'] }));
    const getScorecard = jest
      .fn()
      .mockResolvedValueOnce(scorecard)
      .mockResolvedValue(repaired);
    await render({ refreshScorecard, getScorecard });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByText('The sources answered: 1 check changed.'),
    ).toBeInTheDocument();
    expect(refreshScorecard).toHaveBeenCalledWith(
      'component:default/payments-api',
    );
  });

  it('says so where the sources may not be asked', async () => {
    const user = userEvent.setup();
    await render({
      refreshScorecard: async () => {
        throw new NotAllowedError('not yours');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByText('The sources could not be asked: not yours.'),
    ).toBeInTheDocument();
  });

  it('names the source that does not answer above what can be used', async () => {
    await render();
    expect(
      await screen.findByText(/Prometheus data-eu has denied access since/),
    ).toBeInTheDocument();
    const sources = screen.getByRole('region', { name: 'Evidence sources' });
    expect(sources).toHaveTextContent('5 of 6 linked');
  });

  it('leads a failing check to a new tradeoff record, an accepted one to its own', async () => {
    await render();
    expect(
      (
        await screen.findAllByRole('link', {
          name: 'Record a tradeoff: An autoscaler can add instances',
        })
      )[0],
    ).toHaveAttribute(
      'href',
      '/tradeoffs/new?entity=component%3Adefault%2Fpayments-api&accepts=autoscaling',
    );
    expect(
      screen.getByRole('link', {
        name: 'payments-0011 Retry a capture until the provider answers',
      }),
    ).toHaveAttribute('href', '/tradeoffs/records/payments-0011');
    expect(
      screen.queryByRole('link', {
        name: /^Record a tradeoff: An alert watches the database/,
      }),
    ).not.toBeInTheDocument();
  });

  it('lists inactive checks with what would activate them', async () => {
    const user = userEvent.setup();
    await render();
    const panel = await screen.findByRole('region', {
      name: /inactive checks/,
    });
    await user.click(within(panel).getByRole('button', { name: 'Show' }));
    expect(within(panel).getAllByText(/attestations/).length).toBeGreaterThan(
      0,
    );
  });

  it('turns the trend into a table', async () => {
    const user = userEvent.setup();
    await render();
    const trend = await screen.findByRole('region', { name: '90 days' });
    expect(
      within(trend).getByRole('img', { name: /Checks passing went from/ }),
    ).toBeInTheDocument();
    await user.click(
      within(trend).getByRole('button', { name: 'View as table' }),
    );
    expect(within(trend).getByRole('table')).toBeInTheDocument();
  });

  it('shows its shape while it is cold', async () => {
    await render({ getScorecard: () => pending() });
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading the scorecard',
    );
  });

  it('says whom to ask where the reader may not see it', async () => {
    await render({
      getScorecard: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(
      await screen.findByText('You may not see this scorecard'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open payments-core' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments-core');
  });

  it('tells "none yet" from "broken"', async () => {
    await render({
      getScorecard: async () => {
        throw new NotFoundError('no');
      },
    });
    expect(
      await screen.findByText('There is no scorecard here yet'),
    ).toBeInTheDocument();
  });

  it('can be tried again where it broke', async () => {
    const user = userEvent.setup();
    const getScorecard = jest
      .fn()
      .mockRejectedValueOnce(new Error('database unavailable'))
      .mockResolvedValue(scorecard);
    await render({ getScorecard });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('database unavailable');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('region', { name: 'Level' }),
    ).toBeInTheDocument();
  });
});

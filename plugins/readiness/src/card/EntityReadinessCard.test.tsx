import { NotAllowedError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import type {
  ReadinessApi,
  Scorecard,
} from '@airworthy/plugin-readiness-common';
import { observed, scorecardOf } from '../../dev/explain';
import { ago, fleet } from '../../dev/fleet';
import {
  fakeApi,
  paymentsApi,
  pending,
  renderContent,
} from '../__testUtils__/renderContent';
import { EntityReadinessCard } from './EntityReadinessCard';

expect.extend(toHaveNoViolations);

function scorecardNamed(name: string): Scorecard {
  const scorecard = scorecardOf(fleet.filter(row => row.name === name)[0]);
  return {
    ...scorecard,
    links: scorecard.links.filter(link => link.status === 'ok'),
  };
}

async function renderCard(answers: Partial<ReadinessApi>) {
  const rendered = await renderContent(<EntityReadinessCard />, {
    entity: paymentsApi,
    api: fakeApi(answers),
  });
  return {
    ...rendered,
    card: screen.getByRole('region', { name: 'Readiness' }),
  };
}

describe('EntityReadinessCard', () => {
  it('shows level, next steps and the age of the evidence', async () => {
    const { card, container } = await renderCard({
      getScorecard: async () => scorecardNamed('payments-api'),
    });
    expect(
      await within(card).findByText('Next: 2 checks to Silver'),
    ).toBeInTheDocument();
    expect(card).toHaveTextContent('2 accepted, 1 unknown, 5 fail');
    expect(card).toHaveTextContent(/Evidence \d+ min old/);
    expect(
      within(card).getByRole('link', {
        name: 'Fix: Let us see the alerts on payments-db',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/readiness?check=dependency-alert',
    );
    expect(
      within(card).getByRole('link', { name: 'Open scorecard' }),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says so below the first level', async () => {
    const { card } = await renderCard({
      getScorecard: async () => ({
        ...scorecardNamed('device-console'),
        entityRef: 'component:default/device-console',
      }),
    });
    expect(await within(card).findByText('No level yet')).toBeInTheDocument();
    expect(card).toHaveTextContent(/and \d+ more/);
  });

  it('marks evidence of a source that is past its freshness limit', async () => {
    const scorecard = scorecardNamed('payments-api');
    const { card } = await renderCard({
      getScorecard: async () => ({
        ...scorecard,
        questions: scorecard.questions.map(question => ({
          ...question,
          checks: question.checks.map(check => ({
            ...check,
            evidence: [
              observed('a.b', 1, 'Deployment/x/y', {
                observedAt: ago({ minutes: 180 }),
                expiresAt: ago({ minutes: -60 }),
              }),
            ],
          })),
        })),
        links: [
          {
            source: 'kubernetes:prod-eu-1',
            title: 'Kubernetes',
            status: 'stale',
            since: ago({ minutes: 180 }),
          },
        ],
      }),
    });
    expect(
      await within(card).findByText(/Kubernetes last answered/),
    ).toBeInTheDocument();
    expect(card).toHaveTextContent(
      /Kubernetes last answered 3 h ago\. 62 checks keep their last value until/,
    );
  });

  it('is its own state where the reader lacks permission', async () => {
    const { card } = await renderCard({
      getScorecard: async () => {
        throw new NotAllowedError('no');
      },
    });
    expect(
      await within(card).findByText('You may not see this scorecard'),
    ).toBeInTheDocument();
    expect(
      within(card).queryByRole('button', { name: 'Ask the sources again' }),
    ).not.toBeInTheDocument();
  });

  it('shows its shape while it is cold', async () => {
    const { card } = await renderCard({ getScorecard: () => pending() });
    expect(within(card).getByRole('status')).toHaveTextContent(
      'Loading the scorecard',
    );
  });

  it('can be tried again where the request failed', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    const { card } = await renderCard({
      getScorecard: jest
        .fn()
        .mockRejectedValueOnce(new Error('database unavailable'))
        .mockResolvedValue(scorecardNamed('payments-api')),
    });
    const alert = await within(card).findByRole('alert');
    expect(alert).toHaveTextContent('The scorecard could not be read');
    await user.click(
      within(alert).getByRole('button', { name: 'Copy details' }),
    );
    expect(writeText).toHaveBeenCalledWith(
      expect.stringContaining('database unavailable'),
    );
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await within(card).findByText('Bronze')).toBeInTheDocument();
  });
});

import { ago, fleet } from '../../dev/fleet';
import { declared, observed, scorecardOf } from '../../dev/explain';
import { lastHeard, silentSources } from './sourceAges';

const base = scorecardOf(fleet[0]);
const [question] = base.questions;
const [check] = question.checks;

function withEvidence(evidence: (typeof check)['evidence']) {
  return {
    ...base,
    questions: [{ ...question, checks: [{ ...check, evidence }] }],
  };
}

describe('lastHeard', () => {
  it('takes the newest word of each source', () => {
    const older = ago({ days: 2 });
    const newer = ago({ minutes: 5 });
    const scorecard = withEvidence([
      declared('a.b', 1, 'a.yaml', 1, { observedAt: newer }),
      declared('a.c', 1, 'a.yaml', 2, { observedAt: older }),
    ]);
    expect([...lastHeard(scorecard)]).toEqual([['repository', newer]]);
  });
});

describe('silentSources', () => {
  it('counts the checks that rest on what was said before, and until when', () => {
    const soon = ago({ days: -1 });
    const later = ago({ days: -2 });
    const scorecard = {
      ...withEvidence([
        observed('a.b', 1, 'Deployment/x/y', { expiresAt: later }),
        observed('a.c', 1, 'Deployment/x/y', { expiresAt: soon }),
      ]),
      links: [
        {
          source: 'kubernetes:prod-eu-1',
          title: 'Kubernetes prod-eu-1',
          status: 'stale' as const,
          since: ago({ days: 1 }),
        },
      ],
    };
    expect(silentSources(scorecard)).toMatchObject([
      { title: 'Kubernetes prod-eu-1', checks: 1, keptUntil: soon },
    ]);
  });

  it('is silent about sources that answer, or were never linked', () => {
    const links = (['ok', 'not-linked', 'not-found', 'disabled'] as const).map(
      status => ({
        source: status,
        title: status,
        status,
        since: ago({ days: 1 }),
      }),
    );
    expect(silentSources({ ...base, links })).toEqual([]);
  });
});

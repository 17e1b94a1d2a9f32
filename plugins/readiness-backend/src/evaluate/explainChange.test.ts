import type { Change } from './Change';
import { explainChange } from './explainChange';

function explain(changes: Change[], to: 'pass' | 'unknown' = 'pass') {
  return explainChange({
    to,
    facts: ['workloads', 'runbook.exists'],
    changes,
    titleOf: source => source.toUpperCase(),
  });
}

describe('explainChange', () => {
  it('names the facts that the check reads, and no others', () => {
    expect(
      explain([
        {
          kind: 'fact',
          source: 'repo',
          fact: 'logs.structured',
          from: true,
          to: false,
        },
        {
          kind: 'fact',
          source: 'repo',
          fact: 'workloads.minReplicas',
          member: 'Deployment/a/b',
          from: 4,
          to: 3,
        },
      ]),
    ).toBe('workloads.minReplicas of Deployment/a/b went from 4 to 3 (REPO).');
  });

  it('counts what it does not name', () => {
    const change: Change = {
      kind: 'fact',
      source: 'repo',
      fact: 'workloads.name',
    };
    expect(explain([change, change, change])).toBe(
      'workloads.name changed; workloads.name changed; and 1 more (REPO).',
    );
  });

  it.each<[string, Change[], 'pass' | 'unknown']>([
    [
      'runbook.exists is no longer known; it was true (REPO).',
      [{ kind: 'fact', source: 'repo', fact: 'runbook.exists', from: true }],
      'pass',
    ],
    [
      'K8S: forbidden',
      [{ kind: 'link', source: 'k8s', status: 'denied', message: 'forbidden' }],
      'unknown',
    ],
    [
      'K8S is not found.',
      [{ kind: 'link', source: 'k8s', status: 'not-found' }],
      'unknown',
    ],
    [
      'The catalog changed: tier.',
      [{ kind: 'entity', fields: ['tier'] }],
      'pass',
    ],
    [
      'The rules of the checklist changed.',
      [{ kind: 'checklist' }, { kind: 'entity', fields: [] }],
      'pass',
    ],
    ['The evidence passed its freshness limit.', [], 'unknown'],
    ['Time passed: a limit of the rule was reached.', [], 'pass'],
  ])('says "%s"', (words, changes, to) => {
    expect(explain(changes, to)).toBe(words);
  });
});

import type { MissingFact } from '@airworthy/plugin-readiness-common';
import { groupMissing } from './missingFacts';

function missing(fact: string, reason: string, status: 'denied' | 'ok') {
  return {
    fact,
    reason,
    sources: [{ source: 'kubernetes:prod', title: 'Kubernetes', status }],
  } satisfies MissingFact;
}

describe('groupMissing', () => {
  it('tells once what one outage keeps from several facts', () => {
    const groups = groupMissing([
      missing('workload.minReplicas', 'no answer', 'denied'),
      missing('workload.image', 'no answer', 'denied'),
      missing('workload.minReplicas', 'no answer', 'denied'),
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0].facts).toEqual(['workload.minReplicas', 'workload.image']);
  });

  it('keeps different reasons and states apart', () => {
    const groups = groupMissing([
      missing('a.b', 'no answer', 'denied'),
      missing('a.b', 'nobody said', 'denied'),
      missing('a.b', 'no answer', 'ok'),
    ]);
    expect(groups).toHaveLength(3);
  });
});

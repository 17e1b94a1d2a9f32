import { frameOf } from '@airworthy/plugin-readiness-node';
import { readSlos, sloFacts } from './sloFacts';

const frame = frameOf({
  source: 'prometheus:eu',
  environment: 'production',
  observed: 0,
  freshness: 1000,
});

function sample(name: string, id: string, slo: string, value: number) {
  return {
    labels: { __name__: name, sloth_id: id, sloth_slo: slo },
    value,
  };
}

describe('sloFacts', () => {
  it('puts objective and budget together, keeps equal names apart, and says what is missing', () => {
    const facts = sloFacts(
      readSlos([
        sample('slo:objective:ratio', 'a-uptime', 'uptime', 0.999),
        sample(
          'slo:period_error_budget_remaining:ratio',
          'a-uptime',
          'uptime',
          -0.01234,
        ),
        sample('slo:objective:ratio', 'b-uptime', 'uptime', 0.9),
        sample('slo:period_error_budget_remaining:ratio', 'gone', 'gone', 1),
      ]),
      { frame, publicUrl: 'https://prometheus.test' },
    );
    expect(
      facts.map(({ member, value, missing }) => [member, value, missing]),
    ).toEqual([
      [
        'uptime',
        { name: 'uptime', objective: 0.999, budgetRemaining: -0.012 },
        undefined,
      ],
      [
        'b-uptime',
        { name: 'uptime', objective: 0.9 },
        'no error budget is recorded for it',
      ],
    ]);
  });
});

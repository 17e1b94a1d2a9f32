import { fleet } from '../../dev/fleet';
import { scorecardOf } from '../../dev/explain';
import { taskMarkdown } from './taskMarkdown';

describe('taskMarkdown', () => {
  it('lists what to do, with what was found, where, and how to fix it', () => {
    const row = fleet.filter(({ name }) => name === 'payments-api')[0];
    const text = taskMarkdown(
      scorecardOf(row),
      {
        heading: 'payments-api: 2 checks to Silver',
        found: 'Found',
        expected: 'Expected',
        evidence: 'Evidence',
      },
      'https://portal.example.com/payments-api',
    );
    expect(text).toBe(`## payments-api: 2 checks to Silver

<https://portal.example.com/payments-api>

- [ ] **Give payments-worker an autoscaler** (\`autoscaling\`, fail)
  - Found: payments-worker has none; payments-api 3 to 12
  - Expected: max above min, on every workload
  1. Add \`deploy/hpa-worker.yaml\` with \`minReplicas: 3\` and \`maxReplicas: 12\`.
  2. Name it in \`kustomization.yaml\` below \`resources\`.
- [ ] **Let us see the alerts on payments-db** (\`dependency-alert\`, unknown)
  - Prometheus data-eu has denied our token for 9 days
  - Expected: an alert that names this service
  1. Ask for read access to Prometheus data-eu.
`);
  });
});

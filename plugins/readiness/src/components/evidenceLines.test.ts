import type { Evidence } from '@airworthy/plugin-readiness-common';
import { evidenceLines, placeText } from './evidenceLines';

const base: Evidence = {
  fact: 'workload.minReplicas',
  member: 'Deployment/payments/payments-api',
  value: 3,
  strength: 'observed',
  source: 'kubernetes:prod',
  sourceTitle: 'Kubernetes prod',
  decided: true,
  stale: false,
  observedAt: '2026-11-23T14:02:00Z',
};
const declared: Evidence = {
  ...base,
  value: 2,
  strength: 'declared',
  source: 'repository',
  sourceTitle: 'repository',
  decided: false,
  file: 'deploy/api.yaml',
  line: 7,
};

describe('evidenceLines', () => {
  it('puts what decided first, and says what the weaker one says', () => {
    const lines = evidenceLines([declared, base]);
    expect(lines.map(line => line.strength)).toEqual(['observed', 'declared']);
    expect(lines.map(line => line.says)).toEqual([undefined, 2]);
  });

  it('says nothing of a weaker value that agrees', () => {
    const [, line] = evidenceLines([base, { ...declared, value: 3 }]);
    expect(line.says).toBeUndefined();
  });

  it('gives the fields that stand at one place one line', () => {
    const other = { ...declared, fact: 'workload.image', value: 'api:1' };
    expect(evidenceLines([declared, other])).toHaveLength(1);
    expect(evidenceLines([declared, { ...other, line: 9 }])).toHaveLength(2);
  });

  it('names the place: file and line, else what it is about', () => {
    expect(placeText(declared)).toBe('deploy/api.yaml:7');
    expect(placeText({ ...declared, line: undefined })).toBe('deploy/api.yaml');
    expect(placeText(base)).toBe('deployment/payments-api');
    expect(placeText({ ...base, member: undefined })).toBe(
      'workload.minReplicas',
    );
  });
});

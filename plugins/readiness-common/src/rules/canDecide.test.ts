import { registry } from '../__testUtils__/harness';
import { canDecide } from './canDecide';
import { RuleEnvironment } from './RuleEnvironment';

const environment = new RuleEnvironment(registry);
const supplied = new Set([
  'runbook.exists',
  'workloads',
  'workloads spread',
  'alerts',
  'alerts name',
]);

function decides(source: string, member?: { variable: string; list: string }) {
  const { ast } = environment.compile(source, {
    expects: 'bool',
    ...(member ? { member } : {}),
  });
  return canDecide(
    ast,
    registry,
    (fact, field) =>
      supplied.has(field === undefined ? fact : `${fact} ${field}`),
    member,
  );
}

describe('canDecide', () => {
  it.each([
    ['runbook.exists', true],
    ['owner.members > 1', false],
    ['runbook.exists || owner.members > 1', true],
    ['runbook.exists && owner.members > 1', true],
    ['false && owner.members > 1', true],
    ['true && owner.members > 1', false],
    ['!(owner.members > 1)', false],
    ['has(owner.members)', true],
    ['!has(owner.members) || owner.members > 1', true],
    ['has(owner.members) && owner.members > 1', true],
    ['(entity.tier + owner.members) > 2', false],
    ['"x" in owner.contacts', false],
    ['entity.tier == 1', true],
    ['entity.tier == 1 ? owner.members > 1 : runbook.exists', true],
    ['owner.members > 1 ? true : runbook.exists', false],
    ['workloads.exists(w, w.spread)', true],
    ['workloads.exists(w, w.minReplicas > 1)', false],
    ['alerts.exists(a, a.healthy && a.name == "x")', true],
    ['alerts.filter(a, a.healthy).size() > 0', false],
    ['workloads.exists(w, alerts.exists(a, a.name == w.name))', false],
    ['-owner.members > 1', false],
    ['[1, 2].exists(n, n == entity.tier)', true],
  ])('%s: %p', (source, expected) => {
    expect(decides(source)).toBe(expected);
  });

  it('asks for the fields of the member', () => {
    const workload = { variable: 'workload', list: 'workloads' };
    expect(decides('workload.spread', workload)).toBe(true);
    expect(decides('workload.minReplicas > 1', workload)).toBe(false);
  });
});

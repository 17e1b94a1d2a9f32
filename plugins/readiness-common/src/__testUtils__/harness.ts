import type {
  ChecklistConfig,
  CheckConfig,
  LevelConfig,
  RuleConfig,
} from '../checklist/types';
import { compileChecklist } from '../checklist/compileChecklist';
import type { CompiledChecklist } from '../checklist/CompiledChecklist';
import { evaluateScorecard } from '../evaluation/evaluateScorecard';
import { unpackStatuses } from '../evaluation/packedStatuses';
import type { EvaluationInput, Status } from '../evaluation/types';
import { defineFact, defineListFact, field } from '../facts/define';
import { FactRegistry } from '../facts/FactRegistry';
import type {
  FactRecord,
  LinkState,
  LinkStatus,
  SourceDescriptor,
} from '../facts/types';

/** The moment that all tests evaluate at. */
export const NOW = Date.parse('2026-11-23T12:00:00Z');

/** A few facts of every type, supplied by sources of every strength. */
export const registry = FactRegistry.of([
  defineListFact({
    name: 'workloads',
    singular: 'workload',
    description: 'What runs.',
    suppliedBy: ['kubernetes', 'repository'],
    fields: {
      name: field('string', 'Name.'),
      minReplicas: field('int', 'Least instances.'),
      scalable: field('bool', 'Has a number of replicas.'),
      spread: field('bool', 'Is spread.'),
      volumes: field('strings', 'Volumes.'),
      budget: field('string', 'Key of the budget.'),
      graceful: field('bool', 'Ends well.', ['repository', 'attestation']),
      useRatio: field('double', 'Use.', ['monitor']),
    },
  }),
  defineListFact({
    name: 'alerts',
    singular: 'alert',
    description: 'Alerts.',
    suppliedBy: ['monitor', 'repository'],
    fields: {
      name: field('string', 'Name.'),
      healthy: field('bool', 'Healthy.'),
      about: field('strings', 'Topics.'),
    },
  }),
  defineFact('runbook.exists', 'bool', ['repository'], 'A runbook.'),
  defineFact('runbook.reviewedAt', 'timestamp', ['repository'], 'Reviewed.'),
  defineFact(
    'backup.lastAt',
    'timestamp',
    ['kubernetes', 'attestation'],
    'Backup.',
  ),
  defineFact('owner.members', 'int', ['catalog'], 'Members.'),
  defineFact('owner.contacts', 'strings', ['catalog'], 'Contacts.'),
  defineFact('disk.ratio', 'double', ['kubernetes', 'repository'], 'Disk.'),
  defineFact(
    'traffic.encrypted',
    'bool',
    ['kubernetes', 'repository', 'attestation'],
    'Encrypted.',
  ),
  defineFact('git.host.name', 'string', ['repository'], 'Git host.'),
]);

function source(
  id: string,
  strength: SourceDescriptor['strength'],
  supplies: string[],
): SourceDescriptor {
  const kind = id.split(':')[0];
  return { id, kind, title: id, strength, supplies };
}

/** Sources of the test installation, by id. */
export const sources = {
  kubernetes: source('kubernetes', 'observed', [
    'workloads',
    'backup.lastAt',
    'disk.ratio',
    'traffic.encrypted',
  ]),
  monitor: source('monitor', 'observed', ['alerts', 'workloads']),
  repository: source('repository', 'declared', [
    'workloads',
    'alerts',
    'runbook.exists',
    'runbook.reviewedAt',
    'disk.ratio',
    'traffic.encrypted',
    'git.host.name',
  ]),
  catalog: source('catalog', 'declared', ['owner.members', 'owner.contacts']),
  attestation: source('attestation', 'attested', [
    'workloads',
    'backup.lastAt',
    'traffic.encrypted',
  ]),
} as const;

export type SourceName = keyof typeof sources;

/** A record of that source, fresh for a day unless told. */
export function record(
  from: SourceName,
  name: string,
  value: FactRecord['value'],
  more: Partial<FactRecord> = {},
): FactRecord {
  return {
    name,
    member: '',
    environment: 'production',
    source: sources[from].id,
    strength: sources[from].strength,
    value,
    observedAt: '2026-11-23T11:00:00Z',
    expiresAt: '2026-11-24T11:00:00Z',
    ...more,
  };
}

/** A workload as one source states it; the key has no namespace unless told. */
export function workload(
  from: SourceName,
  key: string,
  fields: Record<string, boolean | number | string | string[]>,
  more: Partial<FactRecord> = {},
): FactRecord {
  const member = key.includes('/') ? key : `Deployment//${key}`;
  return record(from, 'workloads', fields, { member, ...more });
}

/** The states of sources; those that are not named have none. */
export function links(
  states: Partial<Record<SourceName, LinkStatus>>,
): LinkState[] {
  return Object.entries(states).map(([id, status]) => ({
    source: id,
    status,
    since: '2026-11-20T00:00:00Z',
  }));
}

/** Every source of the test installation in one state. */
export function allLinks(status: LinkStatus = 'ok'): LinkState[] {
  return Object.keys(sources).map(id => ({
    source: id,
    status,
    since: '2026-11-20T00:00:00Z',
  }));
}

/** A check with one rule, bronze unless told. */
export function check(
  rules: RuleConfig | RuleConfig[] | string,
  more: Partial<CheckConfig> = {},
): CheckConfig {
  const list = typeof rules === 'string' ? [{ rule: rules }] : rules;
  return {
    question: 'first',
    level: 'bronze',
    title: 'It is well',
    rules: Array.isArray(list) ? list : [list],
    expected: 'all well',
    fix: { title: 'Make it well', steps: ['Do it.'] },
    ...more,
  };
}

/** Three levels, as in the default checklist. */
export const levels: LevelConfig[] = [
  { id: 'bronze', title: 'Bronze' },
  { id: 'silver', title: 'Silver' },
  { id: 'gold', title: 'Gold' },
];

/** A checklist of these checks. */
export function checklist(
  checks: Record<string, CheckConfig>,
  more: Partial<ChecklistConfig> = {},
): ChecklistConfig {
  return {
    id: 'small',
    title: 'Small checklist',
    version: 1,
    levels,
    appliesTo: { kind: 'Component' },
    preview: { 'spec.lifecycle': 'experimental' },
    questions: {
      first: { title: 'First?', shortTitle: 'First', quality: 'availability' },
      second: { title: 'Second?', shortTitle: 'Second', quality: 'security' },
    },
    checks,
    ...more,
  };
}

/** A checklist of these checks, compiled. */
export function compile(
  checks: Record<string, CheckConfig>,
  options: {
    sources?: readonly SourceDescriptor[];
    more?: Partial<ChecklistConfig>;
  } = {},
): CompiledChecklist {
  return compileChecklist(checklist(checks, options.more), {
    registry,
    sources: options.sources ?? Object.values(sources),
  });
}

/** What decides a scorecard: all sources answer unless told. */
export function input(
  facts: readonly FactRecord[],
  more: Partial<EvaluationInput> = {},
): EvaluationInput {
  return {
    entity: {
      ref: 'component:default/shop',
      kind: 'component',
      namespace: 'default',
      name: 'shop',
      type: 'service',
      tier: 3,
      owner: 'group:default/core',
      tags: ['web'],
      entity: {
        kind: 'Component',
        metadata: { name: 'shop' },
        spec: { type: 'service', lifecycle: 'production' },
      },
    },
    facts,
    links: allLinks(),
    now: NOW,
    ...more,
  };
}

/** The statuses of an evaluation by check. */
export function statuses(
  compiled: CompiledChecklist,
  given: EvaluationInput,
): Record<string, Status> {
  const unpacked = unpackStatuses(evaluateScorecard(compiled, given).statuses);
  return Object.fromEntries(
    compiled.columns.map(({ id }, index) => [id, unpacked[index].status]),
  );
}

/** The status of a checklist with one check of one rule. */
export function statusOf(
  rule: RuleConfig | RuleConfig[] | string,
  facts: readonly FactRecord[],
  more: Partial<EvaluationInput> = {},
  params?: CheckConfig['params'],
): Status {
  const compiled = compile({ only: check(rule, params ? { params } : {}) });
  return statuses(compiled, input(facts, more)).only;
}

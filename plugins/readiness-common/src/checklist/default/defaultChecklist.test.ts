import { FactRegistry } from '../../facts/FactRegistry';
import { explainScorecard } from '../../evaluation/explainScorecard';
import type { CheckExplanation } from '../../evaluation/types';
import { parseChecklist } from '../checklistSchema';
import { compileChecklist } from '../compileChecklist';
import { defaultChecklist } from './defaultChecklist';
import { checkFixtures } from './fixtures/checkFixtures';
import {
  sourcesOfEveryKind,
  toEvaluationInput,
} from './fixtures/toEvaluationInput';
import type { CheckFixture } from './fixtures/types';
import { job, workload } from './fixtures/values';

const registry = FactRegistry.create();

const compiled = compileChecklist(defaultChecklist, {
  registry,
  sources: sourcesOfEveryKind(registry),
});

function explainAll(
  fixture: Pick<CheckFixture, 'facts' | 'lifecycle' | 'links' | 'tier'>,
): Map<string, CheckExplanation> {
  const scorecard = explainScorecard(
    compiled,
    toEvaluationInput(
      { check: '', given: '', expected: 'unknown', ...fixture },
      registry,
    ),
  );
  return new Map(
    scorecard.questions.flatMap(({ checks }) =>
      checks.map(check => [check.id, check] as const),
    ),
  );
}

function explain(
  id: string,
  fixture: Parameters<typeof explainAll>[0],
): CheckExplanation {
  const explanation = explainAll(fixture).get(id);
  if (!explanation) {
    throw new Error(`${id} is not active`);
  }
  return explanation;
}

/** Ids that other tools match on, in order, with the first letter of the level. */
const QUESTIONS: Record<string, string> = {
  'multiple-instances': 'B replicas, S stateless, S autoscaling',
  'instance-failure':
    'B readiness-probe, B liveness-probe, S distinct-probes, S disruption-budget, S spread, S rolling-update, S graceful-shutdown, S degrades, G multi-zone, G failure-drill',
  'slow-dependency':
    'B timeouts, S bounded-retries, S connection-pool, S dead-letter, S dependency-alert, G latency-drill',
  telemetry:
    'B metrics, B alerts, S alerts-routed, S logs, S traces, S dashboard, G slo',
  rollback:
    'B pinned-images, B deployments-recorded, S revision-history, S rollback-path, G rollback-proven',
  secrets: 'B no-clear-secrets, S secret-manager, S secret-scanning',
  backups: 'B backup-recent, S restore-tested, S recovery-objectives',
  'least-privilege':
    'B own-service-account, B no-cluster-admin, B no-wildcard-rbac, S no-secret-access, B non-root, B not-privileged, B no-privilege-escalation, S read-only-root, S branch-protection, S audit-log',
  encryption:
    'B ingress-tls, S certificate-valid, S network-policy, S encrypted-at-rest, G encrypted-in-transit',
  capacity: 'B requests-limits, S load-test, S right-sized, S headroom-alert',
  runbooks: 'B runbook-exists, S alerts-have-runbooks, G runbook-fresh',
  ownership:
    'B owner-resolves, B owner-has-members, S owner-contact, S on-call, S codeowners-agrees, G bus-factor',
  'supply-chain': 'B dependency-scanning, S image-scanning, S update-bot',
  'change-safety':
    'B automated-tests, S repeatable-pipeline, S infrastructure-as-code, S schema-migrations',
  design: 'S tradeoffs-recorded, G design-covered',
};

const QUESTION_TEXTS = [
  'Can the service run with more than one instance?',
  'What happens if one instance fails?',
  'What happens if the database becomes slow?',
  'Are logs, metrics, traces, and alerts available?',
  'Is there a rollback process?',
  'Are secrets stored safely?',
  'Are backups enabled and tested?',
  'Are access permissions based on least privilege?',
  'Is traffic encrypted where required?',
  'Are capacity limits known?',
  'Are runbooks available for common incidents?',
  'Is ownership clear for each service and component?',
];

function checksByQuestion(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(defaultChecklist.questions).map(question => [
      question,
      Object.entries(defaultChecklist.checks)
        .filter(([, check]) => check.question === question)
        .map(
          ([id, check]) => `${check.level[0].toLocaleUpperCase('en-US')} ${id}`,
        )
        .join(', '),
    ]),
  );
}

describe('the default checklist', () => {
  it('has the shape of what users write', () => {
    expect(parseChecklist(defaultChecklist)).toEqual(defaultChecklist);
  });

  it('asks the fifteen questions with their checks, in order', () => {
    const actual = checksByQuestion();
    expect(Object.entries(actual)).toEqual(Object.entries(QUESTIONS));
    expect(Object.keys(defaultChecklist.checks)).toEqual(
      Object.values(QUESTIONS).flatMap(checks =>
        checks.split(', ').map(check => check.slice(2)),
      ),
    );
    expect(Object.keys(defaultChecklist.checks)).toHaveLength(74);
  });

  it('numbers the twelve questions, with their own words', () => {
    const numbered = Object.values(defaultChecklist.questions).filter(
      question => question.number !== undefined,
    );
    expect(numbered.map(({ title }) => title)).toEqual(QUESTION_TEXTS);
    expect(numbered.map(({ number }) => number)).toEqual(
      QUESTION_TEXTS.map((_, index) => index + 1),
    );
  });

  it('has every check active where every kind of source is configured', () => {
    expect(compiled.inactive).toEqual([]);
    expect(compiled.columns.map(({ id }) => id)).toEqual(
      Object.keys(defaultChecklist.checks),
    );
  });

  it('keeps what the repository and the catalog can answer active without more', () => {
    const alone = compileChecklist(defaultChecklist, {
      registry,
      sources: sourcesOfEveryKind(registry).filter(({ kind }) =>
        ['repository', 'catalog'].includes(kind),
      ),
    });
    expect(
      alone.inactive.map(({ id, activatedBy }) => [id, activatedBy]),
    ).toEqual([
      ['failure-drill', ['pushed', 'attestation']],
      ['latency-drill', ['pushed', 'attestation']],
      ['alerts-routed', ['alertmanager', 'pagerduty']],
      ['deployments-recorded', ['github', 'argocd', 'pushed']],
      ['rollback-proven', ['github', 'argocd', 'pushed', 'attestation']],
      ['secret-scanning', ['github']],
      ['backup-recent', ['kubernetes', 'pushed', 'attestation']],
      ['restore-tested', ['kubernetes', 'pushed', 'attestation']],
      ['branch-protection', ['github']],
      ['certificate-valid', ['kubernetes']],
      ['load-test', ['pushed', 'attestation']],
      ['right-sized', ['prometheus']],
      ['on-call', ['pagerduty']],
      ['tradeoffs-recorded', ['tradeoffs']],
      ['design-covered', ['tradeoffs']],
    ]);
  });

  it.each([
    ['service', true],
    ['website', true],
    ['library', false],
  ])('has a scorecard for a component of type %s: %s', (type, expected) => {
    expect(compiled.appliesTo({ kind: 'Component', spec: { type } })).toBe(
      expected,
    );
    expect(compiled.appliesTo({ kind: 'API', spec: { type } })).toBe(false);
  });

  it('takes what is experimental for a preview', () => {
    const of = (lifecycle: string) => ({
      kind: 'Component',
      spec: { lifecycle },
    });
    expect(compiled.isPreview(of('experimental'))).toBe(true);
    expect(compiled.isPreview(of('production'))).toBe(false);
  });

  it('asks ownership, secrets and least privilege alone of what is deprecated', () => {
    const applicable = (lifecycle: string) =>
      [...explainAll({ facts: {}, lifecycle }).values()]
        .filter(({ status }) => status !== 'not-applicable')
        .map(({ id }) => id);
    expect(applicable('production')).toEqual(
      Object.keys(defaultChecklist.checks),
    );
    expect(applicable('deprecated')).toEqual(
      ['secrets', 'least-privilege', 'ownership'].flatMap(question =>
        QUESTIONS[question].split(', ').map(check => check.slice(2)),
      ),
    );
  });
});

describe('the fixtures of the default checklist', () => {
  const known = new Set(Object.keys(defaultChecklist.checks));

  it.each([...known])('say when %s passes and when it fails', id => {
    const expected = checkFixtures
      .filter(({ check }) => check === id)
      .map(fixture => fixture.expected);
    expect(expected).toContain('pass');
    expect(expected).toContain('fail');
  });

  it('are of checks and facts that exist', () => {
    expect(checkFixtures.filter(({ check }) => !known.has(check))).toEqual([]);
    expect(
      checkFixtures
        .flatMap(({ facts }) => Object.keys(facts))
        .filter(name => !registry.get(name)),
    ).toEqual([]);
  });

  it('name fields that exist', () => {
    const unknown = checkFixtures.flatMap(({ facts }) =>
      Object.entries(facts).flatMap(([list, members]) =>
        registry.list(list) && Array.isArray(members)
          ? members
              .flatMap(member => Object.keys(member))
              .filter(field => !registry.field(list, field))
          : [],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('are told apart', () => {
    const titles = checkFixtures.map(
      ({ check, given }) => `${check}: ${given}`,
    );
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('with', () => {
  it.each(
    checkFixtures.map(
      fixture =>
        [fixture.given, fixture.check, fixture.expected, fixture] as const,
    ),
  )('%s, %s is %s', (_given, id, expected, fixture) => {
    const { status, members, ruleError } = explain(id, fixture);
    const failing = members
      .filter(member => status === 'fail' && member.status === 'fail')
      .map(({ name }) => name);
    expect({ ruleError, status, failing: failing.sort() }).toEqual({
      ruleError: undefined,
      status: expected,
      failing: [...(fixture.failing ?? [])].sort(),
    });
  });
});

describe('the words of a check', () => {
  it.each(
    checkFixtures
      .filter(({ expected }) => expected === 'pass' || expected === 'fail')
      .map(fixture => [fixture.check, fixture.given, fixture] as const),
  )('leave nothing open for %s with %s', (id, _given, fixture) => {
    const { title, found, expected, message, fix } = explain(id, fixture);
    expect(found).toBeTruthy();
    expect(
      [title, found, expected, message, fix.title, ...fix.steps].filter(
        text => text?.includes('unknown') || text?.includes('{{'),
      ),
    ).toEqual([]);
  });

  it.each(compiled.columns.map(({ id }) => id))(
    'give steps for %s, with snippets that are closed',
    id => {
      const { fix } = explain(id, { facts: {} });
      expect(fix.steps.length).toBeGreaterThan(0);
      for (const step of fix.steps) {
        expect((step.match(/^```/gm) ?? []).length % 2).toBe(0);
      }
    },
  );

  it('name the members that fail', () => {
    const explanation = explain('autoscaling', {
      facts: {
        workloads: [
          workload({ autoscaled: true, minReplicas: 3, maxReplicas: 12 }),
          workload({ name: 'worker', autoscaled: false }),
        ],
        autoscalers: [],
      },
    });
    expect(explanation.fix.title).toBe('Give worker an autoscaler');
    expect(explanation.message).toBe(
      'Found no autoscaler (worker). Expected maximum above minimum, on every workload.',
    );
    expect(explanation.fix.steps[0]).toContain('    name: worker\n');
  });
});

describe('what is missing', () => {
  const missingFor = (fixture: Parameters<typeof explainAll>[0]) =>
    explain('bounded-retries', fixture).missing.map(({ fact }) => fact);

  it('is the drivers alone where no catalog is asked', () => {
    expect(missingFor({ facts: {}, links: { catalog: 'not-linked' } })).toEqual(
      ['datastore.drivers'],
    );
  });

  it('is the Resources too while the catalog does not answer', () => {
    expect(missingFor({ facts: {}, links: { catalog: 'error' } })).toEqual([
      'datastore.resources',
      'datastore.drivers',
    ]);
  });
});

describe('the object at fault', () => {
  const faultsOf = (id: string, facts: CheckFixture['facts']) =>
    explain(id, { facts })
      .members.filter(({ status }) => status === 'fail')
      .map(({ member, faultOn }) => faultOn ?? member);

  it('is the autoscaler where its minimum counts, else the workload', () => {
    const autoscaler = 'HorizontalPodAutoscaler/shop/web';
    expect(
      faultsOf('replicas', {
        workloads: [
          workload({ minReplicas: 1, autoscaler }),
          workload({ name: 'worker', minReplicas: 1 }),
        ],
      }),
    ).toEqual([autoscaler, 'Deployment/shop/worker']);
  });

  it('is the budget that allows nothing, else the workload without one', () => {
    const budget = 'PodDisruptionBudget/shop/web';
    expect(
      faultsOf('disruption-budget', {
        workloads: [
          workload({ budgeted: true, budget, evictionsAllowed: 0 }),
          workload({ name: 'worker', budgeted: false }),
        ],
        disruptionBudgets: [],
      }),
    ).toEqual([budget, 'Deployment/shop/worker']);
  });

  it('is none where an autoscaler has to be added', () => {
    expect(
      faultsOf('autoscaling', {
        workloads: [workload({ autoscaled: false })],
        autoscalers: [],
      }),
    ).toEqual(['']);
  });

  it('is the autoscaler whose target is gone', () => {
    expect(
      faultsOf('autoscaling', {
        workloads: [job()],
        autoscalers: [
          {
            kind: 'HorizontalPodAutoscaler',
            name: 'old',
            target: 'Deployment/old',
            targetExists: false,
            minReplicas: 1,
            maxReplicas: 10,
          },
        ],
      }),
    ).toEqual(['HorizontalPodAutoscaler/shop/old']);
  });
});

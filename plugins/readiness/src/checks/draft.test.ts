import {
  draftAsConfig,
  draftExample,
  readDraft,
  replacingExample,
} from './draft';

describe('readDraft', () => {
  it('reads a check as it is written in app-config.yaml', () => {
    expect(readDraft(draftExample('secrets', 'gold'))).toMatchObject({
      ok: true,
      draft: {
        check: {
          question: 'secrets',
          level: 'gold',
          rules: [{ each: 'workloads', whenEmpty: 'unknown' }],
        },
      },
    });
  });

  it('names the check that it replaces', () => {
    expect(readDraft('level: gold', 'replicas')).toEqual({
      ok: true,
      draft: { id: 'replicas', check: { level: 'gold' } },
    });
  });

  it('says where the text is not YAML', () => {
    expect(readDraft('level: gold\n  rule: : x')).toMatchObject({
      ok: false,
      line: expect.any(Number),
      message: expect.stringContaining('line'),
    });
  });

  it.each(['', 'just words', '- a\n- b', '3'])(
    'takes %j for no check',
    text => {
      expect(readDraft(text)).toEqual({ ok: false, message: 'notMap' });
    },
  );
});

describe('examples', () => {
  it('show the rule that a draft would replace, as a comment', () => {
    const text = replacingExample({
      id: 'replicas',
      question: 'multiple-instances',
      level: 'bronze',
      title: '',
      expected: '',
      rules: ['workload.minReplicas >= 2\n|| entity.tier > 2'],
      sameAs: [],
      acceptable: true,
      params: {},
      counts: {
        pass: 0,
        fail: 0,
        unknown: 0,
        'not-applicable': 0,
        accepted: 0,
      },
      passRate: 0,
      facts: [],
      sources: [],
      attestable: [],
    });
    expect(text).toContain('# workload.minReplicas >= 2\n# || entity.tier > 2');
    expect(readDraft(text)).toMatchObject({
      ok: true,
      draft: { check: { level: 'bronze' } },
    });
  });

  it('stand in app-config.yaml below their id', () => {
    expect(
      draftAsConfig('my-check', 'level: gold\nrules:\n  - rule: a\n'),
    ).toBe(
      `readiness:
  checklist:
    checks:
      my-check:
        level: gold
        rules:
          - rule: a
`,
    );
  });
});

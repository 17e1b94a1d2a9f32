import { MAX_RECORD_LENGTH, parseRecord } from './parseRecord';

const AIRWORTHY = `---
status: accepted
date: 2026-03-14
decision-makers: [group:default/payments]
last_reviewed_on: 2026-03-14
review_in: 6 months
links: [{ kind: supersedes, target: 0003-one-zone.md }]
airworthy:
  schemaVersion: 1
  id: payments-0007
  entityRefs: [Component:default/Payments-API]
  reversibility: two-way
  tradeoffs:
    - axis: cost-availability
      position: -2
      rationale: One zone until the second customer signs.
      qualityAttributes: [{ name: cost, effect: improves }, { name: availability, effect: degrades }]
      assumptions:
        - { id: slo, rule: "slo.objective <= 0.995", for: 24h }
  accepts: [{ check: replicas, until: 2026-09-14 }]
  design:
    requirements: { state: covered, heading: Requirements }
---
# Run in one zone

## Considered Options

* One zone
* Two zones

## Decision Outcome

Chosen option: "One zone", because it costs half.
`;

function parse(text: string, file = 'docs/decisions/0007-one-zone.md') {
  return parseRecord({ file, text });
}

describe('parseRecord', () => {
  it('reads a record with tradeoffs', () => {
    const { record, problems } = parse(AIRWORTHY);
    expect(problems).toEqual([]);
    expect(record).toMatchObject({
      id: 'payments-0007',
      title: 'Run in one zone',
      format: 'airworthy',
      status: 'accepted',
      date: '2026-03-14',
      decisionMakers: ['group:default/payments'],
      entityRefs: ['component:default/payments-api'],
      reversibility: 'two-way',
      accepts: [{ check: 'replicas', until: '2026-09-14' }],
      options: ['One zone', 'Two zones'],
      chosenOption: 'One zone',
    });
    expect(record?.tradeoffs[0].assumptions[0].for).toBe('24h');
  });

  it('reads Nygard', () => {
    const { record } = parse(
      '# 2. Use PostgreSQL\n\nDate: 2020-02-01\n\n## Status\n\nSuperseded by [4. Use a managed one](0004-managed.md)\n\n## Context\n\nWe need data.\n\n## Decision\n\nPostgreSQL.\n\n## Consequences\n\nWe run it.\n',
      'doc/adr/0002-use-postgresql.md',
    );
    expect(record).toMatchObject({
      id: '0002-use-postgresql',
      title: 'Use PostgreSQL',
      format: 'nygard',
      status: 'superseded',
      supersededBy: '0004-managed.md',
      date: '2020-02-01',
    });
  });

  it('reads MADR 2', () => {
    const { record } = parse(
      '# Use Markdown\n\n* Status: accepted\n* Deciders: Ada, Grace\n* Date: 2019-05-06\n\n## Considered Options\n\n* Markdown\n* Word\n\n## Decision Outcome\n\nChosen option: "Markdown", because it diffs.\n',
    );
    expect(record).toMatchObject({
      format: 'madr-2',
      status: 'accepted',
      decisionMakers: ['Ada', 'Grace'],
      date: '2019-05-06',
    });
  });

  it('reads MADR 3 and 4', () => {
    expect(
      parse(
        '---\nstatus: proposed\ndate: 2022-01-02\ndeciders: Ada\n---\n# T\n',
      ).record,
    ).toMatchObject({ format: 'madr-3', decisionMakers: ['Ada'] });
    expect(
      parse(
        '---\nstatus: rejected\ndate: 2024-01-02\ndecision-makers: Ada, Grace\n---\n# T\n',
      ).record,
    ).toMatchObject({ format: 'madr-4', decisionMakers: ['Ada', 'Grace'] });
  });

  it('reads log4brains', () => {
    expect(
      parse('# Use it\n\n- Status: draft\n- Date: 2021-03-04\n- Tags: dev\n')
        .record,
    ).toMatchObject({ format: 'log4brains', status: 'draft' });
  });

  it.each([
    [
      'a date that is no day',
      '---\nstatus: accepted\ndate: 2026-02-30\n---\n# T\n',
      { line: 3, column: 7, code: 'invalid-date' },
    ],
    [
      'an unknown status',
      '---\nstatus: maybe\n---\n# T\n',
      { code: 'unknown-status' },
    ],
    [
      'a position off the axis',
      '---\nairworthy:\n  schemaVersion: 1\n  tradeoffs:\n    - axis: cost-availability\n      position: 3\n---\n# T\n',
      { line: 6, column: 17, code: 'invalid-field' },
    ],
    [
      'a key that is not ours',
      '---\nairworthy:\n  schemaVersion: 1\n  acepts: []\n---\n# T\n',
      { line: 3, code: 'invalid-field' },
    ],
    [
      'front matter that is a program',
      '---js\nmodule.exports = {}\n---\n# T\n',
      { line: 1, column: 1, code: 'front-matter-language' },
    ],
    [
      'front matter without an end',
      '---\nstatus: accepted\n# T\n',
      { line: 1, column: 1, code: 'unclosed-front-matter' },
    ],
    [
      'YAML that does not parse',
      '---\nstatus: accepted\ndate: [\n---\n# T\n',
      { code: 'invalid-yaml' },
    ],
    [
      'a bomb of aliases',
      `---\na: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n# T\n`,
      { code: 'too-many-aliases' },
    ],
    [
      'a file beyond the limit',
      `# T\n${'x'.repeat(MAX_RECORD_LENGTH)}`,
      { line: 1, column: 1, code: 'too-large' },
    ],
    ['no title', 'Just a text.\n', { code: 'no-title' }],
  ])('names %s', (_, text, expected) => {
    const { record, problems } = parse(text);
    expect(record).toBeUndefined();
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          file: 'docs/decisions/0007-one-zone.md',
          severity: 'error',
          ...expected,
        }),
      ]),
    );
  });

  it('warns of an unfilled template', () => {
    const { record, problems } = parse(
      '---\nstatus: draft\n---\n# T\n\n{describe the context}\n',
    );
    expect(record).toBeDefined();
    expect(problems.map(problem => problem.code)).toEqual([
      'unfilled-template',
    ]);
  });

  it('takes a heading inside a code fence for code', () => {
    const { record } = parse('# T\n\n```\n## Decision\n```\n');
    expect(record?.sections.map(section => section.title)).toEqual(['T']);
  });

  it('reads a file with a byte order mark and CRLF', () => {
    const { record } = parse(
      '\uFEFF---\r\nstatus: accepted\r\ndate: 2026-01-31\r\n---\r\n# T\r\n',
    );
    expect(record).toMatchObject({ status: 'accepted', date: '2026-01-31' });
  });
});

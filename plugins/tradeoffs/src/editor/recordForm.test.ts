import { parseRecord } from '@airworthy/plugin-tradeoffs-common';
import { applyForm, baseOf, titleOf, withTitle } from './recordForm';

const record = `---
# Kept: comments, order and quotes.
status: "accepted"
date: 2026-03-14
decision-makers: [group:default/payments]   # who
review_in: 6 months
airworthy:
  schemaVersion: 1
  id: payments-0007
  entityRefs: [component:default/payments-api]
  tradeoffs:
    - axis: cost-availability
      position: -1
      assumptions:
        - { id: slo, rule: "slo.objective <= 0.995", for: 24h }
  accepts: [{ check: spread, until: 2026-12-14 }]
---
# Run in one zone

## Context

One customer.
`;

const dialects: Array<[string, string]> = [
  ['MADR 4 with our key', record],
  ['the same with CRLF', record.replace(/\n/g, '\r\n')],
  ['the same after a byte order mark', `\uFEFF${record}`],
  ['without a last line end', record.trimEnd()],
  [
    'Nygard',
    '# 1. Use PostgreSQL\n\nDate: 2020-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nData.\n',
  ],
  [
    'MADR 2',
    '# Use PostgreSQL\n\n* Status: accepted\n* Deciders: ann, bob\n* Date: 2020-01-02\n\n## Considered Options\n\n* PostgreSQL\n* files\n',
  ],
];

function edited(
  content: string,
  change: Partial<NonNullable<ReturnType<typeof baseOf>['form']>>,
) {
  const base = baseOf(content);
  if (!base.form) {
    throw new Error('the text has no form');
  }
  return applyForm(base, { ...base.form, ...change });
}

describe('applyForm', () => {
  it.each(dialects)('gives the same bytes for %s', (_name, content) => {
    expect(baseOf(content).form).toBeDefined();
    expect(edited(content, {})).toBe(content);
  });

  it('leaves alone what a change does not concern', () => {
    expect(edited(record, { reviewIn: '3 months' })).toBe(
      record.replace('6 months', '3 months'),
    );
    expect(
      edited(record, { body: baseOf(record).form?.body.replace('One', 'Two') }),
    ).toBe(record.replace('One customer', 'Two customer'));
  });

  it('takes back what was changed and changed back', () => {
    const changed = edited(record, { reviewIn: '1 year' });
    expect(changed).not.toBe(record);
    expect(edited(changed, { reviewIn: '6 months' })).toBe(record);
  });

  it('writes positions and acceptances as the format wants them', () => {
    const base = baseOf(record);
    const tradeoffs = base.form?.tradeoffs ?? [];
    const content = edited(record, {
      tradeoffs: [{ ...tradeoffs[0], position: 2, rationale: 'Two zones.' }],
      accepts: [{ check: 'replicas', until: '2027-01-31' }],
      reversibility: 'two-way',
    });
    const { record: parsed, problems } = parseRecord({
      file: 'record.md',
      text: content,
    });
    expect(problems.filter(problem => problem.severity === 'error')).toEqual(
      [],
    );
    expect(parsed).toMatchObject({
      id: 'payments-0007',
      reversibility: 'two-way',
      accepts: [{ check: 'replicas', until: '2027-01-31' }],
      tradeoffs: [
        {
          position: 2,
          rationale: 'Two zones.',
          assumptions: [
            { id: 'slo', rule: 'slo.objective <= 0.995', for: '24h' },
          ],
        },
      ],
    });
    expect(content).toContain('# Kept: comments, order and quotes.');
  });

  it('adds our part to a record of another dialect', () => {
    const content = edited(dialects[4][1], {
      accepts: [{ check: 'replicas', until: '2027-01-31' }],
    });
    const { record: parsed, problems } = parseRecord({
      file: 'record.md',
      text: content,
    });
    expect(problems.filter(problem => problem.severity === 'error')).toEqual(
      [],
    );
    expect(parsed?.accepts).toEqual([
      { check: 'replicas', until: '2027-01-31' },
    ]);
    expect(content.endsWith(dialects[4][1])).toBe(true);
  });

  it('has no form for what cannot be read', () => {
    expect(baseOf('---\nstatus: [\n---\n# Title\n').form).toBeUndefined();
  });
});

describe('withTitle', () => {
  it('changes the heading, or adds it', () => {
    expect(withTitle('intro\n# Old\n\ntext', 'New $&')).toBe(
      'intro\n# New $&\n\ntext',
    );
    expect(withTitle('text', 'New')).toBe('# New\n\ntext');
    expect(titleOf('# Run in one zone\n')).toBe('Run in one zone');
  });
});

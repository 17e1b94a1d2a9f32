/** The text of a record that may be accepted. */
export function recordText(
  options: {
    id?: string;
    title?: string;
    status?: string;
    entity?: string;
    more?: string;
    accepts?: string;
    assumptions?: string;
    position?: number;
    axis?: string;
    links?: string;
    measure?: string;
    reviewed?: string;
    makers?: string;
  } = {},
): string {
  const {
    id = 'payments-0007',
    title = 'Run in one zone',
    status = 'accepted',
    entity = 'component:default/payments-api',
    axis = 'cost-availability',
    position = -2,
    reviewed = new Date().toISOString().slice(0, 10),
    makers = 'group:default/payments',
  } = options;
  return `---
status: ${status}
date: 2026-03-14
decision-makers: [${makers}]
last_reviewed_on: ${reviewed}   # a comment that stays
review_in: 6 months
${options.links ? `links: ${options.links}\n` : ''}airworthy:
  schemaVersion: 1
  id: ${id}
  entityRefs: [${entity}]
  tradeoffs:
    - axis: ${axis}
      position: ${position}
      rationale: One zone until the second customer signs.
      qualityAttributes:
        - { name: cost, effect: improves }
        - { name: availability, effect: degrades }
${
  options.measure
    ? `      scenario: { stimulus: loss of the zone, responseMeasure: ${options.measure} }\n`
    : ''
}${options.assumptions ? `      assumptions: ${options.assumptions}\n` : ''}${
    options.accepts ? `  accepts: ${options.accepts}\n` : ''
  }---
# ${title}

## Considered Options

- One zone
- Two zones

## Decision Outcome

Chosen option: "One zone", because it is cheaper. Rollback, monitoring and failure are written below.
${options.more ?? ''}`;
}

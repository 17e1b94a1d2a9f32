/** A record of the invented company: its file, and what the facts make of it. */
export interface DevRecord {
  id: string;
  file?: string;
  owner: string;
  system?: string;
  content: string;
  /** What the facts are, by the id of the assumption. */
  facts?: Record<
    string,
    {
      state: 'holds' | 'contradicted' | 'unknown';
      value?: string;
      source?: string;
      url?: string;
      /** Minutes ago. */
      observed?: number;
      /** Hours ago. */
      since?: number;
      reason?: string;
    }
  >;
  /** Somebody who may confirm what the file accepts has done so. */
  confirmed?: boolean;
}

const DAY = 86_400_000;

/** A day as `YYYY-MM-DD`, counted from today. */
export function day(offset: number): string {
  return new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
}

const paymentsApi = 'component:default/payments-api';
const core = 'group:default/payments-core';
const payments = 'system:default/payments';

const prose = `
## Rollback

The release before it is deployed again.

## Failure handling

An outage of the provider is retried; what fails is alerted on.
`;

/**
 * The records of payments-api as the page is drawn with them, one of its
 * system, one of a service that depends on it, and one that cannot be read.
 */
export const recordFiles: DevRecord[] = [
  {
    id: 'r3',
    file: 'docs/decisions/0003-two-zones.md',
    owner: core,
    system: payments,
    content: `---
status: superseded by 0007-run-in-one-zone.md
date: ${day(-652)}
decision-makers: [${core}]
airworthy:
  schemaVersion: 1
  id: payments-0003
  entityRefs: [${paymentsApi}]
  tradeoffs:
    - axis: cost-availability
      position: 1
---
# Two zones from the start
${prose}`,
  },
  {
    id: 'r4',
    file: 'docs/decisions/0004-write-once.md',
    owner: core,
    system: payments,
    content: `---
status: superseded by 0011-retry-a-capture.md
date: ${day(-630)}
decision-makers: [${core}]
airworthy:
  schemaVersion: 1
  id: payments-0004
  entityRefs: [${paymentsApi}]
  tradeoffs:
    - axis: consistency-availability
      position: -1
---
# Write once, then confirm
${prose}`,
  },
  {
    id: 'r5',
    file: 'docs/decisions/0005-one-deployable.md',
    owner: core,
    system: payments,
    content: `---
status: accepted
date: ${day(-584)}
last_reviewed_on: ${day(-219)}
review_in: 12 months
decision-makers: [${core}]
airworthy:
  schemaVersion: 1
  id: payments-0005
  entityRefs: [${paymentsApi}]
  reversibility: two-way
  tradeoffs:
    - axis: simplicity-scalability
      position: -2
      rationale: One thing to run while the peak stays small.
      qualityAttributes:
        - { name: maintainability, effect: improves }
        - { name: scalability, effect: degrades }
      assumptions:
        - id: peak
          claim: peak of at most 400 requests a second
          rule: http.peakRequestsPerSecond <= 400
          for: 24h
---
# One deployable for payments and refunds reads

## Components

One process serves payments and the reads of refunds.

## Data flow

Requests come through the gateway and end in one database.

## Considered Options

* one deployable
* two services

## Decision Outcome

Chosen option: "one deployable", because there is one thing to run.
${prose}`,
    facts: {
      peak: {
        state: 'contradicted',
        value: '612 requests a second',
        source: 'Prometheus app-eu',
        url: 'https://prometheus.example.com/graph',
        observed: 1,
        since: 76,
      },
    },
  },
  {
    id: 'r6',
    file: 'docs/decisions/0006-a-person-approves.md',
    owner: core,
    system: payments,
    content: `---
status: superseded by 0012-deploy-on-green.md
date: ${day(-551)}
decision-makers: [${core}]
airworthy:
  schemaVersion: 1
  id: payments-0006
  entityRefs: [${paymentsApi}]
  tradeoffs:
    - axis: automation-control
      position: 1
---
# A person approves every deployment
${prose}`,
  },
  {
    id: 'r7',
    file: 'docs/decisions/0007-run-in-one-zone.md',
    owner: core,
    system: payments,
    confirmed: true,
    content: `---
# Kept as it is: comments, order and quotes.
status: "accepted"
date: ${day(-247)}
last_reviewed_on: ${day(-163)}
review_in: 184 days
decision-makers: [${core}]
links: [{ kind: supersedes, target: 0003-two-zones.md }]
airworthy:
  schemaVersion: 1
  id: payments-0007
  entityRefs: [${paymentsApi}]
  reversibility: two-way
  tradeoffs:
    - axis: cost-availability
      position: -1
      rationale: One zone until the second customer; restored within 4 h.
      qualityAttributes: [{ name: cost, effect: improves }, { name: availability, effect: degrades }]
      scenario: { stimulus: the loss of a zone, response: restore elsewhere, responseMeasure: 4 h to restore }
      assumptions:
        - { id: slo, claim: an objective of at most 99.5 %, rule: "slo.objective <= 0.995", for: 24h }
        - { id: tier, claim: no service of tier 1 reads from it, rule: "dependents.all(d, d.tier > 1)" }
      revisitWhen: [tier becomes 1]
      evidence: [{ title: load test, url: "https://example.com/load-test", observedAt: ${day(
        -260,
      )} }]
  accepts: [{ check: spread, until: ${day(21)} }]
---
# Run in one zone

## Context and Problem Statement

There is one customer. See [the record before](0003-two-zones.md).

## Requirements

Restored within four hours.

## Considered Options

* one zone
* two zones

## Decision Outcome

Chosen option: "one zone", because it costs half.

### Consequences

* Good, because it costs half.
* Bad, because the loss of the zone is an outage.
${prose}`,
    facts: {
      slo: {
        state: 'holds',
        value: '0.995',
        source: 'repository',
        observed: 12,
      },
      tier: {
        state: 'unknown',
        reason: 'dependents: the catalog has not been read yet',
      },
    },
  },
  {
    id: 'r11',
    file: 'docs/decisions/0011-retry-a-capture.md',
    owner: core,
    system: payments,
    content: `---
status: accepted
date: ${day(-161)}
last_reviewed_on: ${day(-83)}
review_in: 90 days
decision-makers: [${core}]
links: [{ kind: supersedes, target: 0004-write-once.md }]
airworthy:
  schemaVersion: 1
  id: payments-0011
  entityRefs: [${paymentsApi}]
  reversibility: one-way
  tradeoffs:
    - axis: consistency-availability
      position: -2
      rationale: A capture must not be lost; the queue absorbs the wait.
  accepts: [{ check: bounded-retries, until: ${day(7)} }]
---
# Retry a capture until the provider answers
${prose}`,
    confirmed: true,
  },
  {
    id: 'r12',
    file: 'docs/decisions/0012-deploy-on-green.md',
    owner: core,
    system: payments,
    content: `---
status: accepted
date: ${day(-95)}
last_reviewed_on: ${day(-92)}
review_in: 180 days
decision-makers: [${core}]
links: [{ kind: supersedes, target: 0006-a-person-approves.md }]
airworthy:
  schemaVersion: 1
  id: payments-0012
  entityRefs: [${paymentsApi}]
  reversibility: two-way
  tradeoffs:
    - axis: automation-control
      position: -1
      rationale: Canary analysis decides; a person approves migrations.
  design:
    monitoring-alerting: { state: covered, heading: Canary analysis }
---
# Deploy on green, approve schema changes

## Canary analysis

Error rate and latency of the canary decide.
${prose}`,
  },
  {
    id: 's1',
    file: 'docs/decisions/sys-0001-managed-postgresql.md',
    owner: core,
    content: `---
status: accepted
date: ${day(-745)}
last_reviewed_on: ${day(-377)}
review_in: 365 days
decision-makers: [${core}]
airworthy:
  schemaVersion: 1
  id: payments-sys-0001
  entityRefs: [${payments}]
  reversibility: one-way
  tradeoffs:
    - axis: managed-self-managed
      position: -2
      rationale: The vendor carries patching and failover, in its regions.
---
# Managed PostgreSQL for the whole system
${prose}`,
  },
  {
    id: 'c4',
    file: 'docs/decisions/0004-restore-within-an-hour.md',
    owner: 'group:default/commerce',
    system: 'system:default/commerce',
    content: `---
status: accepted
date: ${day(-40)}
review_in: 6 months
decision-makers: [group:default/commerce]
airworthy:
  schemaVersion: 1
  id: checkout-0004
  entityRefs: [component:default/checkout-api]
  tradeoffs:
    - axis: cost-availability
      position: 2
      rationale: A checkout that is down sells nothing.
  accepts: [{ check: load-test, until: ${day(60)} }]
---
# Restore the checkout within an hour
${prose}`,
  },
  {
    id: 'b1',
    file: 'docs/decisions/0005-caching.md',
    owner: 'group:default/commerce',
    system: 'system:default/commerce',
    content: `---
status: accepted
date: 2026-02-30
airworthy:
  schemaVersion: 1
  entityRefs: [component:default/checkout-api]
---
# Cache the catalog
`,
  },
];

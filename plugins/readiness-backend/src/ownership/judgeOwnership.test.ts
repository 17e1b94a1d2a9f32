import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import { judgeOwnership } from './judgeOwnership';
import { OwnerFinder } from './OwnerFinder';
import type { OwnershipInput, StatedFact } from './OwnershipInput';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse('2026-11-02T09:00:00Z');

function owner(
  kind: 'group' | 'user',
  name: string,
  options: {
    annotations?: Record<string, string>;
    memberOf?: string[];
    title?: string;
  } = {},
): SourceEntity {
  const { annotations = {}, memberOf = [], title } = options;
  return {
    ref: `${kind}:default/${name}`,
    kind,
    namespace: 'default',
    name,
    title,
    tier: 3,
    tags: [],
    annotations,
    entity: {
      relations: memberOf.map(group => ({
        type: 'memberOf',
        targetRef: `group:default/${group}`,
      })),
    },
  };
}

const OWNERS = new OwnerFinder([
  owner('group', 'shop', {
    annotations: {
      'pagerduty.com/team-id': 'P1',
      'github.com/team-slug': 'acme/shop',
    },
  }),
  owner('group', 'money', {
    title: 'Money',
    annotations: {
      'pagerduty.com/team-id': 'P2',
      'github.com/team-slug': 'money',
    },
  }),
  owner('group', 'empty', {
    annotations: { 'github.com/team-slug': 'acme/empty' },
  }),
  owner('user', 'ada', {
    memberOf: ['shop'],
    annotations: { 'github.com/user-login': 'ada-gh' },
    title: 'Ada',
  }),
  owner('user', 'grace', {
    memberOf: ['money'],
    annotations: { 'github.com/user-login': 'grace-gh' },
    title: 'Grace',
  }),
]);

function facts(
  stated: Record<string, FactRecord['value']>,
): Map<string, StatedFact> {
  return new Map(
    Object.entries({
      'owner.ref': 'group:default/shop',
      'owner.exists': true,
      'owner.kind': 'Group',
      'owner.members': 2,
      'owner.contacts': ['shop@example.com'],
      ...stated,
    }).map(([name, value]) => [
      name,
      { value, source: name.startsWith('onCall') ? 'PagerDuty' : 'GitHub' },
    ]),
  );
}

function input(
  stated: Record<string, FactRecord['value']> = {},
  changes: Partial<OwnershipInput> = {},
): OwnershipInput {
  return {
    facts: facts(stated),
    deployments: [],
    confirmation: undefined,
    knownSince: NOW,
    ownerGoneAt: undefined,
    owners: OWNERS,
    limits: { confirmForMs: 90 * DAY, deployedWithinMs: 90 * DAY },
    now: NOW,
    ...changes,
    entity: {
      entityId: 1,
      ref: 'component:default/cart',
      kind: 'component',
      tier: 3,
      owner: 'group:default/shop',
      systemOwner: undefined,
      annotations: { 'github.com/project-slug': 'acme/cart' },
      ...changes.entity,
    },
  };
}

const unowned = {
  ...input().entity,
  owner: undefined,
};

function deployments(people: string[]) {
  return people.map((deployedBy, index) => ({
    deployedBy,
    at: NOW - (index + 1) * DAY,
  }));
}

function found(given: OwnershipInput): string[] {
  return (judgeOwnership(given)?.findings ?? []).map(
    ({ finding, severity, text }) => `${finding} (${severity}): ${text}`,
  );
}

describe('judgeOwnership', () => {
  it('finds nothing where a group with people owns it', () => {
    expect(judgeOwnership(input())).toMatchObject({
      findings: [],
      state: 'clear',
      ownerIsGroup: true,
      hasMember: true,
      hasContact: true,
      confirmed: false,
      onCall: undefined,
      dueAt: NOW + DAY,
    });
  });

  it('waits for facts about the owner of today', () => {
    expect(
      judgeOwnership(input({ 'owner.ref': 'group:default/money' })),
    ).toBeUndefined();
    expect(judgeOwnership({ ...input(), facts: new Map() })).toBeUndefined();
  });

  it.each<[string, OwnershipInput, string]>([
    [
      'no owner',
      { ...input(), facts: new Map(), entity: unowned },
      'no-owner (high): spec.owner is missing, or names nothing that can be read',
    ],
    [
      'an owner that was never there',
      input({ 'owner.exists': false, 'owner.contacts': [] }),
      'owner-not-found (high): shop is not in the catalog',
    ],
    [
      'an owner that left',
      input({ 'owner.exists': false }, { ownerGoneAt: NOW - 3 * DAY }),
      'owner-not-found (high): shop left the catalog on 2026-10-30',
    ],
    [
      'a person',
      input(
        { 'owner.ref': 'user:default/ada', 'owner.kind': 'User' },
        { entity: { ...input().entity, owner: 'user:default/ada' } },
      ),
      'owner-is-person (high): spec.owner names a User, Ada',
    ],
    [
      'an empty group',
      input({ 'owner.members': 0 }),
      'empty-group (high): shop has no members, also in its child groups',
    ],
    [
      'a group of one',
      input({ 'owner.members': 1 }),
      'single-member-group (medium): Ada is the only member',
    ],
    [
      'no contact',
      input({ 'owner.contacts': [] }),
      'no-contact (low): shop has no e-mail, chat or page in its file',
    ],
    [
      'nobody on call',
      input({ 'onCall.people': 0 }),
      'no-on-call (medium): nobody is on call now',
    ],
    [
      'nobody on call for what is critical',
      input({ 'onCall.people': 0 }, { entity: { ...input().entity, tier: 1 } }),
      'no-on-call (high): nobody is on call now',
    ],
    [
      'another team on call',
      input({ 'onCall.people': 1, 'onCall.teams': ['P2'] }),
      'on-call-differs (high): PagerDuty pages Money',
    ],
    [
      'another team in CODEOWNERS',
      input({
        'codeowners.owners': ['@acme/money'],
        'owner.handles': ['@acme/shop', '@ada-gh'],
      }),
      'codeowners-differs (medium): CODEOWNERS names @acme/money',
    ],
    [
      'lines of CODEOWNERS that count for nothing',
      input({ 'codeowners.errors': ['CODEOWNERS:6 Unknown owner', 'b', 'c'] }),
      'codeowners-invalid (medium): CODEOWNERS:6 Unknown owner, and 2 more',
    ],
    [
      'deployments by others alone',
      input({}, { deployments: deployments(Array(3).fill('grace-gh')) }),
      'owner-not-deploying (medium): all 3 deployments since 2026-10-30 are by others: Grace',
    ],
    [
      'a confirmation that lapsed',
      input(
        {},
        {
          confirmation: {
            owner: 'group:default/shop',
            until: NOW,
            confirmedBy: 'user:default/ada',
            confirmedAt: NOW - 90 * DAY,
          },
        },
      ),
      'not-confirmed (low): last confirmed on 2026-08-04 by Ada',
    ],
    [
      'an owner that nobody ever confirmed',
      input({}, { knownSince: NOW - 90 * DAY }),
      'not-confirmed (low): never confirmed',
    ],
    [
      'an orphan',
      input(
        {},
        {
          entity: {
            ...input().entity,
            annotations: { 'backstage.io/orphan': 'true' },
          },
        },
      ),
      'orphan (medium): no location of the catalog names its file any more',
    ],
  ])('finds %s', (_, given, expected) => {
    expect(found(given)).toEqual([expected]);
  });

  it.each<[string, OwnershipInput]>([
    [
      'the paged team is the owner',
      input({ 'onCall.people': 1, 'onCall.teams': ['P2', 'P1'] }),
    ],
    [
      'CODEOWNERS names a member, in any case',
      input({
        'codeowners.owners': ['@Ada-GH'],
        'owner.handles': ['@acme/shop', '@ada-gh'],
      }),
    ],
    ['CODEOWNERS is not there', input({ 'codeowners.owners': [] })],
    [
      'a member deployed once',
      input(
        {},
        { deployments: deployments(['grace-gh', 'grace-gh', 'ada-gh']) },
      ),
    ],
    [
      'a machine deploys',
      input({}, { deployments: deployments(Array(5).fill('ci-bot')) }),
    ],
    [
      'others deployed long ago',
      input(
        {},
        {
          deployments: deployments(Array(4).fill('grace-gh')).map(entry => ({
            ...entry,
            at: entry.at - 90 * DAY,
          })),
        },
      ),
    ],
  ])('finds nothing where %s', (_, given) => {
    expect(found(given)).toEqual([]);
  });

  it('takes the word of a person for who the owner is', () => {
    const doubtful = input(
      { 'onCall.people': 1, 'onCall.teams': ['P2'], 'owner.contacts': [] },
      { deployments: deployments(Array(3).fill('grace-gh')) },
    );
    expect(judgeOwnership(doubtful)?.findings).toHaveLength(3);
    const confirmation = {
      owner: 'group:default/shop',
      until: NOW + 5000,
      confirmedBy: 'user:default/ada',
      confirmedAt: NOW - DAY,
    };
    expect(judgeOwnership({ ...doubtful, confirmation })).toMatchObject({
      findings: [{ finding: 'no-contact' }],
      confirmed: true,
      dueAt: NOW + 5000,
    });
    expect(
      judgeOwnership({
        ...doubtful,
        confirmation: { ...confirmation, owner: 'group:default/money' },
      })?.findings,
    ).toHaveLength(3);
  });

  it.each<[string, OwnershipInput, object | undefined]>([
    [
      'who deploys it',
      input(
        { 'codeowners.owners': ['@acme/shop'] },
        {
          deployments: deployments([
            'grace-gh',
            'ada-gh',
            'grace-gh',
            'grace-gh',
            'ci-bot',
          ]),
        },
      ),
      {
        owner: 'group:default/money',
        from: 'deployments',
        text: '3 of 5 deployments',
      },
    ],
    [
      'CODEOWNERS, past an empty group',
      input({ 'codeowners.owners': ['@acme/empty', '@acme/money'] }),
      { owner: 'group:default/money', from: 'codeowners' },
    ],
    [
      'who is paged',
      input({ 'onCall.teams': ['P9', 'P2'] }),
      {
        owner: 'group:default/money',
        from: 'on-call',
        text: 'paged by PagerDuty',
      },
    ],
    [
      'the owner of its system',
      input(
        {},
        { entity: { ...input().entity, systemOwner: 'group:default/money' } },
      ),
      { owner: 'group:default/money', from: 'system' },
    ],
    [
      'nobody, where the only candidate is empty',
      input(
        {},
        { entity: { ...input().entity, systemOwner: 'group:default/empty' } },
      ),
      undefined,
    ],
  ])('suggests by %s', (_, given, expected) => {
    const verdict = judgeOwnership(given);
    expect({ suggestion: verdict?.suggestion }).toMatchObject({
      suggestion: expected,
    });
  });
});

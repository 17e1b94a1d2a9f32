import { humanizeRef } from './humanizeRef';
import { editUrlOf } from './editUrlOf';
import type { OwnershipInput, StatedFact } from './OwnershipInput';
import { suggestOwner } from './suggestOwner';
import type { FoundFinding, OwnershipState, OwnershipVerdict } from './types';

const DAY = 24 * 60 * 60 * 1000;

/** Nobody on call is worse for what matters more. */
const CRITICAL_TIER = 2;

/** Fewer deployments say nothing about who looks after a service. */
const MIN_DEPLOYMENTS = 3;

const ORPHAN = 'backstage.io/orphan';
const CATALOG = 'Catalog';

/** What the catalog's own source says of an owner. */
interface OwnerFacts {
  exists: boolean;
  kind: string;
  members: number;
  contacts: number;
}

const NO_OWNER: OwnerFacts = {
  exists: false,
  kind: '',
  members: 0,
  contacts: 0,
};

/**
 * Audits the owner of one entity. Pure: the same input gives the same verdict.
 *
 * @returns undefined where the catalog's own facts are not collected yet, or
 *   speak of an owner that the entity had before
 */
export function judgeOwnership(
  input: OwnershipInput,
): OwnershipVerdict | undefined {
  const { entity, facts, now } = input;
  const about = entity.owner !== undefined ? readOwner(input) : NO_OWNER;
  if (!about) {
    return undefined;
  }
  const confirmed = isConfirmed(input);
  const onCallPeople = numberOf(facts.get('onCall.people'));
  const findings = [
    ...ownerFindings(input, about),
    ...onCallFindings(input, confirmed),
    ...codeownersFindings(input, confirmed),
    ...deploymentFindings(input, about, confirmed),
    ...confirmationFindings(input, about, confirmed),
    ...orphanFindings(input),
  ];
  return {
    findings,
    state: stateOf(findings),
    ownerIsGroup: about.kind === 'Group',
    hasMember: about.kind === 'Group' && about.members > 0,
    hasContact: about.contacts > 0,
    confirmed,
    onCall: onCallPeople === undefined ? undefined : onCallPeople > 0,
    suggestion: suggestOwner(input),
    editUrl: editUrlOf(entity.annotations),
    dueAt: dueAt(input, now),
  };
}

function readOwner({ entity, facts }: OwnershipInput): OwnerFacts | undefined {
  const exists = facts.get('owner.exists')?.value;
  if (facts.get('owner.ref')?.value !== entity.owner || exists === undefined) {
    return undefined;
  }
  const contacts = facts.get('owner.contacts')?.value;
  return {
    exists: exists === true,
    kind: String(facts.get('owner.kind')?.value ?? ''),
    members: numberOf(facts.get('owner.members')) ?? 0,
    contacts: Array.isArray(contacts) ? contacts.length : 0,
  };
}

function ownerFindings(
  { entity, owners, ownerGoneAt }: OwnershipInput,
  about: OwnerFacts,
): FoundFinding[] {
  const { owner } = entity;
  if (owner === undefined) {
    return [
      {
        finding: 'no-owner',
        severity: 'high',
        text: 'spec.owner is missing, or names nothing that can be read',
        source: CATALOG,
      },
    ];
  }
  const name = humanizeRef(owner);
  if (!about.exists) {
    return [
      {
        finding: 'owner-not-found',
        severity: 'high',
        text:
          ownerGoneAt === undefined
            ? `${name} is not in the catalog`
            : `${name} left the catalog on ${dayOf(ownerGoneAt)}`,
        source: CATALOG,
      },
    ];
  }
  const findings: FoundFinding[] = [];
  if (about.kind !== 'Group') {
    findings.push({
      finding: 'owner-is-person',
      severity: 'high',
      text: `spec.owner names a ${about.kind}, ${owners.titleOf(owner)}`,
      source: CATALOG,
    });
  } else if (about.members === 0) {
    findings.push({
      finding: 'empty-group',
      severity: 'high',
      text: `${name} has no members, also in its child groups`,
      source: CATALOG,
    });
  } else if (about.members === 1) {
    const [only] = owners.membersOf(owner);
    findings.push({
      finding: 'single-member-group',
      severity: 'medium',
      text: `${only ? owners.titleOf(only) : 'one person'} is the only member`,
      source: CATALOG,
    });
  }
  if (about.contacts === 0) {
    findings.push({
      finding: 'no-contact',
      severity: 'low',
      text: `${name} has no e-mail, chat or page in its file`,
      source: CATALOG,
    });
  }
  return findings;
}

function onCallFindings(
  { entity, facts, owners }: OwnershipInput,
  confirmed: boolean,
): FoundFinding[] {
  const people = facts.get('onCall.people');
  if (people && numberOf(people) === 0) {
    return [
      {
        finding: 'no-on-call',
        severity: entity.tier <= CRITICAL_TIER ? 'high' : 'medium',
        text: 'nobody is on call now',
        source: people.source,
        url: people.url,
      },
    ];
  }
  const teams = facts.get('onCall.teams');
  const own = entity.owner && owners.pagerdutyTeamOf(entity.owner);
  const paged = textsOf(teams);
  if (
    !teams ||
    !own ||
    confirmed ||
    paged.length === 0 ||
    paged.includes(own)
  ) {
    return [];
  }
  const names = paged.map(team => {
    const group = owners.groupOfPagerdutyTeam(team);
    return group ? owners.titleOf(group) : team;
  });
  return [
    {
      finding: 'on-call-differs',
      severity: 'high',
      text: `${teams.source} pages ${names.join(', ')}`,
      source: teams.source,
      url: teams.url,
    },
  ];
}

function codeownersFindings(
  { facts }: OwnershipInput,
  confirmed: boolean,
): FoundFinding[] {
  const findings: FoundFinding[] = [];
  const named = facts.get('codeowners.owners');
  const handles = facts.get('owner.handles');
  const expected = new Set(textsOf(handles).map(name => name.toLowerCase()));
  const found = textsOf(named);
  if (
    named &&
    !confirmed &&
    found.length > 0 &&
    expected.size > 0 &&
    !found.some(name => expected.has(name.toLowerCase()))
  ) {
    findings.push({
      finding: 'codeowners-differs',
      severity: 'medium',
      text: `CODEOWNERS names ${found.join(', ')}`,
      source: named.source,
      url: named.url,
    });
  }
  const errors = facts.get('codeowners.errors');
  const [first, ...others] = textsOf(errors);
  if (errors && first !== undefined) {
    findings.push({
      finding: 'codeowners-invalid',
      severity: 'medium',
      text: others.length > 0 ? `${first}, and ${others.length} more` : first,
      source: errors.source,
      url: errors.url,
    });
  }
  return findings;
}

function deploymentFindings(
  { entity, deployments, owners, limits, now }: OwnershipInput,
  about: OwnerFacts,
  confirmed: boolean,
): FoundFinding[] {
  const { owner } = entity;
  const known = deployments.filter(
    ({ at, deployedBy }) =>
      at >= now - limits.deployedWithinMs && owners.personOf(deployedBy),
  );
  if (
    owner === undefined ||
    confirmed ||
    about.kind !== 'Group' ||
    known.length < MIN_DEPLOYMENTS
  ) {
    return [];
  }
  const members = owners.membersOf(owner);
  const people = known.map(
    ({ deployedBy }) => owners.personOf(deployedBy) ?? '',
  );
  if (people.some(person => members.has(person))) {
    return [];
  }
  const since = Math.min(...known.map(({ at }) => at));
  const names = [...new Set(people)]
    .slice(0, 3)
    .map(ref => owners.titleOf(ref));
  return [
    {
      finding: 'owner-not-deploying',
      severity: 'medium',
      text: `all ${known.length} deployments since ${dayOf(
        since,
      )} are by others: ${names.join(', ')}`,
      source: 'Deployments',
    },
  ];
}

function confirmationFindings(
  { confirmation, entity, knownSince, limits, now, owners }: OwnershipInput,
  about: OwnerFacts,
  confirmed: boolean,
): FoundFinding[] {
  if (!about.exists || confirmed) {
    return [];
  }
  const last = confirmation?.owner === entity.owner ? confirmation : undefined;
  // What is new has its time; nobody is told off on the first day.
  if (!last && now - knownSince < limits.confirmForMs) {
    return [];
  }
  return [
    {
      finding: 'not-confirmed',
      severity: 'low',
      text: last
        ? `last confirmed on ${dayOf(last.confirmedAt)} by ${owners.titleOf(
            last.confirmedBy,
          )}`
        : 'never confirmed',
      source: 'Confirmations',
    },
  ];
}

function orphanFindings({ entity }: OwnershipInput): FoundFinding[] {
  return entity.annotations[ORPHAN] === 'true'
    ? [
        {
          finding: 'orphan',
          severity: 'medium',
          text: 'no location of the catalog names its file any more',
          source: CATALOG,
        },
      ]
    : [];
}

function isConfirmed({ confirmation, entity, now }: OwnershipInput): boolean {
  return (
    confirmation !== undefined &&
    confirmation.owner === entity.owner &&
    confirmation.until > now
  );
}

function stateOf(findings: readonly FoundFinding[]): OwnershipState {
  if (
    findings.some(
      ({ finding }) => finding === 'no-owner' || finding === 'owner-not-found',
    )
  ) {
    return 'unowned';
  }
  return findings.length > 0 ? 'doubtful' : 'clear';
}

/** Looked at daily at least: what is missed is never missed for long. */
function dueAt(
  { confirmation, knownSince, limits }: OwnershipInput,
  now: number,
): number {
  return Math.min(
    now + DAY,
    ...[confirmation?.until, knownSince + limits.confirmForMs].filter(
      (time): time is number => time !== undefined && time > now,
    ),
  );
}

function numberOf(fact: StatedFact | undefined): number | undefined {
  return typeof fact?.value === 'number' ? fact.value : undefined;
}

function textsOf(fact: StatedFact | undefined): string[] {
  return Array.isArray(fact?.value) ? fact.value.map(String) : [];
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

import type { OwnerSuggestion } from '@airworthy/plugin-readiness-common';
import type { OwnershipInput } from './OwnershipInput';

/** Fewer deployments say nothing about who looks after a service. */
const MIN_DEPLOYMENTS = 3;

/**
 * Who should own an entity, by what is seen: who deploys it, whom CODEOWNERS
 * names, who is paged, who owns its system. Only a group that exists and has
 * members is suggested.
 */
export function suggestOwner(
  input: OwnershipInput,
): OwnerSuggestion | undefined {
  return (
    byDeployments(input) ??
    byCodeowners(input) ??
    byOnCall(input) ??
    bySystem(input)
  );
}

function byDeployments(input: OwnershipInput): OwnerSuggestion | undefined {
  const { deployments, owners, entity } = input;
  const counts = new Map<string, number>();
  for (const { deployedBy } of deployments) {
    const person = owners.personOf(deployedBy);
    for (const group of person ? owners.groupsOf(person) : []) {
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
  }
  const [best] = [...counts]
    .filter(([group]) => owners.canOwn(group))
    .sort(
      ([a, countOfA], [b, countOfB]) =>
        countOfB - countOfA ||
        // The owner of today stays where another has done no more.
        Number(b === entity.owner) - Number(a === entity.owner) ||
        (a < b ? -1 : 1),
    );
  if (!best || best[1] < MIN_DEPLOYMENTS || best[1] * 2 < deployments.length) {
    return undefined;
  }
  return {
    owner: best[0],
    from: 'deployments',
    text: `${best[1]} of ${deployments.length} deployments`,
  };
}

function byCodeowners({
  facts,
  owners,
  entity,
}: OwnershipInput): OwnerSuggestion | undefined {
  const named = facts.get('codeowners.owners')?.value;
  for (const handle of Array.isArray(named) ? named : []) {
    const group = owners.groupOfHandle(String(handle), entity.annotations);
    if (group && owners.canOwn(group)) {
      return { owner: group, from: 'codeowners', text: 'from CODEOWNERS' };
    }
  }
  return undefined;
}

function byOnCall({
  facts,
  owners,
}: OwnershipInput): OwnerSuggestion | undefined {
  const teams = facts.get('onCall.teams');
  for (const team of Array.isArray(teams?.value) ? teams.value : []) {
    const group = owners.groupOfPagerdutyTeam(String(team));
    if (group && owners.canOwn(group)) {
      return {
        owner: group,
        from: 'on-call',
        text: `paged by ${teams?.source ?? 'the source of on-call'}`,
      };
    }
  }
  return undefined;
}

function bySystem({
  entity,
  owners,
}: OwnershipInput): OwnerSuggestion | undefined {
  const { systemOwner } = entity;
  return systemOwner && owners.canOwn(systemOwner)
    ? { owner: systemOwner, from: 'system', text: 'owns its system' }
    : undefined;
}

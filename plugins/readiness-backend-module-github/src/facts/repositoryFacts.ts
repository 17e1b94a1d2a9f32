import type { FactRecord, FactValue } from '@airworthy/plugin-readiness-common';
import type { FactFrame } from '@airworthy/plugin-readiness-node';
import type { RepositoryState } from '../api/schemas';
import type { AlertCount, AlertCounts } from '../collect/AlertCounts';

/** What is known of a repository besides CODEOWNERS and deployments. */
export interface ObservedRepository {
  /** In lower case. */
  slug: string;
  state: RepositoryState;
  /** Undefined where the token may not see it. */
  secretScanning?: boolean;
}

/**
 * The facts of a repository that all its entities share. A count is stated of
 * what is on alone: no alert of a scanner that is off means nothing.
 */
export function repositoryFacts(
  repository: ObservedRepository,
  counts: AlertCounts,
  frame: FactFrame,
): FactRecord[] {
  const { slug, state } = repository;
  const say = (
    name: string,
    said: { value: FactValue } | { missing: string },
    place: string,
  ): FactRecord => ({
    ...frame,
    name,
    member: '',
    ...said,
    origins: { '': { url: `${state.url}/${place}` } },
  });
  const facts = [
    say(
      'branchProtection.reviews',
      { value: requiredReviews(state) },
      'settings/rules',
    ),
  ];

  const secrets = counts.of('secretScanning', slug);
  // Open alerts prove that it is on, whoever may see the settings.
  const scansSecrets =
    repository.secretScanning ?? (isPositive(secrets) || undefined);
  facts.push(
    say(
      'secretScanning.enabled',
      scansSecrets === undefined
        ? {
            missing:
              'the token may not see the settings of the repository (it needs administration: read)',
          }
        : { value: scansSecrets },
      'settings/security_analysis',
    ),
  );
  if (scansSecrets !== false && secrets) {
    facts.push(
      say('secretScanning.openAlerts', secrets, 'security/secret-scanning'),
    );
  }

  const vulnerable = counts.of('dependabot', slug);
  // That this scanner is off does not say that no other one runs.
  if (state.hasVulnerabilityAlertsEnabled) {
    facts.push(
      say('dependencyScanning.enabled', { value: true }, 'security/dependabot'),
    );
    if (vulnerable) {
      facts.push(
        say(
          'dependencyScanning.openCritical',
          vulnerable,
          'security/dependabot',
        ),
      );
    }
  }

  const code = counts.of('codeScanning', slug);
  if (code) {
    facts.push(say('codeScanning.openAlerts', code, 'security/code-scanning'));
  }
  return facts;
}

/**
 * Approving reviews that the default branch needs, by the strictest of its
 * branch protection and the rulesets of repository and organization.
 */
function requiredReviews({ defaultBranchRef }: RepositoryState): number {
  const { branchProtectionRule, refUpdateRule, rules } = defaultBranchRef ?? {};
  return Math.max(
    0,
    branchProtectionRule?.requiresApprovingReviews
      ? branchProtectionRule.requiredApprovingReviewCount ?? 0
      : 0,
    refUpdateRule?.requiredApprovingReviewCount ?? 0,
    ...(rules?.nodes ?? []).map(
      rule => rule?.parameters?.requiredApprovingReviewCount ?? 0,
    ),
  );
}

function isPositive(count: AlertCount | undefined): boolean {
  return count !== undefined && 'value' in count && count.value > 0;
}

import type { GithubModel, GithubRepository } from '../../model';
import { simpleRepositoryBody } from './repositoryBody';

/** In the form of a secret, and none. */
export const LEAKED_SECRET = 'sk_live_made_up_secret_of_the_stand_in';

const FOUND_AT = '2026-11-02T08:00:00Z';

/** Open alerts of secret scanning; the secrets only where they are not hidden. */
export function secretScanningAlerts(
  github: GithubModel,
  apiUrl: string,
  options: { hideSecret: boolean },
) {
  return eachOf(github, apiUrl, ({ leakedSecrets, secretScanning }) =>
    secretScanning ? leakedSecrets : [],
  ).map(({ item, number, url, htmlUrl, repository }) => ({
    number,
    created_at: FOUND_AT,
    updated_at: FOUND_AT,
    url: `${url}/secret-scanning/alerts/${number}`,
    html_url: `${htmlUrl}/security/secret-scanning/${number}`,
    locations_url: `${url}/secret-scanning/alerts/${number}/locations`,
    state: 'open',
    resolution: null,
    resolved_at: null,
    resolved_by: null,
    resolution_comment: null,
    secret_type: item,
    secret_type_display_name: 'Stripe API Key',
    ...(options.hideSecret ? {} : { secret: LEAKED_SECRET }),
    push_protection_bypassed: false,
    push_protection_bypassed_by: null,
    push_protection_bypassed_at: null,
    validity: 'active',
    publicly_leaked: false,
    multi_repo: false,
    repository,
  }));
}

/** Open alerts of Dependabot, all of them critical. */
export function dependabotAlerts(github: GithubModel, apiUrl: string) {
  return eachOf(
    github,
    apiUrl,
    ({ vulnerableDependencies, vulnerabilityAlerts }) =>
      vulnerabilityAlerts ? vulnerableDependencies : [],
  ).map(({ item, number, url, htmlUrl, repository }) => {
    const vulnerability = {
      package: { ecosystem: 'maven', name: item },
      severity: 'critical',
      vulnerable_version_range: '< 2.15.0',
      first_patched_version: { identifier: '2.15.0' },
    };
    return {
      number,
      state: 'open',
      dependency: {
        package: vulnerability.package,
        manifest_path: 'pom.xml',
        scope: 'runtime',
      },
      security_advisory: {
        ghsa_id: 'GHSA-jfh8-c2jp-5v3q',
        cve_id: 'CVE-2021-44228',
        summary: 'Remote code injection in Log4j',
        description: 'Remote code injection in Log4j',
        vulnerabilities: [vulnerability],
        severity: 'critical',
        cvss: {
          score: 10,
          vector_string: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
        },
        cwes: [{ cwe_id: 'CWE-502', name: 'Deserialization' }],
        identifiers: [{ type: 'CVE', value: 'CVE-2021-44228' }],
        references: [
          { url: 'https://nvd.nist.gov/vuln/detail/CVE-2021-44228' },
        ],
        published_at: '2021-12-10T00:40:56Z',
        updated_at: FOUND_AT,
        withdrawn_at: null,
      },
      security_vulnerability: vulnerability,
      url: `${url}/dependabot/alerts/${number}`,
      html_url: `${htmlUrl}/security/dependabot/${number}`,
      created_at: FOUND_AT,
      updated_at: FOUND_AT,
      dismissed_at: null,
      dismissed_by: null,
      dismissed_reason: null,
      dismissed_comment: null,
      fixed_at: null,
      repository,
    };
  });
}

/** Open alerts of code scanning: one where dependencies are vulnerable too. */
export function codeScanningAlerts(github: GithubModel, apiUrl: string) {
  return eachOf(github, apiUrl, ({ vulnerableDependencies }) =>
    vulnerableDependencies.length > 0 ? ['java/path-injection'] : [],
  ).map(({ item, number, url, htmlUrl, repository }) => ({
    number,
    created_at: FOUND_AT,
    updated_at: FOUND_AT,
    url: `${url}/code-scanning/alerts/${number}`,
    html_url: `${htmlUrl}/security/code-scanning/${number}`,
    instances_url: `${url}/code-scanning/alerts/${number}/instances`,
    state: 'open',
    fixed_at: null,
    dismissed_by: null,
    dismissed_at: null,
    dismissed_reason: null,
    dismissed_comment: null,
    rule: {
      id: item,
      name: item,
      severity: 'error',
      security_severity_level: 'high',
      description: 'Uncontrolled data used in a path',
    },
    tool: { name: 'CodeQL', guid: null, version: '2.20.0' },
    most_recent_instance: {
      ref: 'refs/heads/main',
      analysis_key: '.github/workflows/codeql.yaml:analyze',
      environment: '{}',
      category: 'java',
      state: 'open',
      commit_sha: 'd99612c3e1f2970085cfbaeadf8f010ef69bad83',
      message: { text: 'This path depends on a value of the user.' },
      location: {
        path: 'src/main/java/Files.java',
        start_line: 12,
        end_line: 12,
        start_column: 3,
        end_column: 40,
      },
      classifications: [],
    },
    repository,
  }));
}

/** One entry for each finding of each repository that is in use. */
function eachOf(
  github: GithubModel,
  apiUrl: string,
  findings: (repository: GithubRepository) => string[],
) {
  return github.repositories
    .filter(({ archived }) => !archived)
    .flatMap(repository =>
      findings(repository).map((item, index) => ({
        item,
        number: index + 1,
        url: `${apiUrl}/repos/${repository.slug}`,
        htmlUrl: `https://github.com/${repository.slug}`,
        repository: simpleRepositoryBody(repository, apiUrl),
      })),
    );
}

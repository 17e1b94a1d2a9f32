import { defineFact } from '../define';

export const securityFacts = [
  defineFact(
    'secrets.inClear',
    'strings',
    ['repository'],
    'Committed files that hold a secret by a known pattern, as file:line and the pattern; never the value.',
  ),
  defineFact(
    'secrets.used',
    'bool',
    ['kubernetes', 'repository'],
    'The workloads read secrets.',
  ),
  defineFact(
    'secrets.managers',
    'strings',
    ['kubernetes', 'repository'],
    'What supplies the secrets: ExternalSecret, SealedSecret, Vault, CSI.',
  ),
  defineFact(
    'secretScanning.enabled',
    'bool',
    ['github'],
    'Secret scanning is on.',
  ),
  defineFact(
    'secretScanning.openAlerts',
    'int',
    ['github'],
    'Open alerts of secret scanning.',
  ),
  defineFact(
    'branchProtection.reviews',
    'int',
    ['github'],
    'Approving reviews that the default branch needs.',
  ),
  defineFact(
    'audit.logged',
    'bool',
    ['repository', 'attestation'],
    'Sensitive operations are audited.',
  ),
  defineFact(
    'transit.encrypted',
    'bool',
    ['kubernetes', 'repository', 'attestation'],
    'Strict mutual TLS, or declared encryption to the datastores.',
  ),
  defineFact(
    'dependencyScanning.enabled',
    'bool',
    ['github', 'repository'],
    'Dependencies are scanned for known vulnerabilities.',
  ),
  defineFact(
    'dependencyScanning.openCritical',
    'int',
    ['github'],
    'Open critical alerts of dependency scanning.',
  ),
  defineFact(
    'imageScanning.enabled',
    'bool',
    ['kubernetes', 'repository'],
    'Images are scanned for known vulnerabilities.',
  ),
  defineFact(
    'updateBot.configured',
    'bool',
    ['repository'],
    'Renovate or Dependabot proposes updates.',
  ),
];

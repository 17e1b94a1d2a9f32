import { defineQuestion } from './defineQuestion';
import { failingOr, namesOr, snippetStep } from './templates';

export const secrets = defineQuestion({
  id: 'secrets',
  question: {
    number: 6,
    title: 'Are secrets stored safely?',
    shortTitle: 'Secrets',
    quality: 'security',
  },
  asksDeprecated: true,
  checks: {
    'no-clear-secrets': {
      level: 'bronze',
      title: 'No secret stands in clear',
      rules: [
        {
          rule: 'secrets.inClear.size() == 0',
          found: namesOr('secrets.inClear', 'none in committed files'),
        },
        {
          each: 'workloads',
          // Committed files are judged by themselves, with or without
          // workloads and ConfigMaps.
          whenEmpty: 'not-applicable',
          rule: 'workload.clearSecrets.size() == 0',
          found: namesOr(
            'workload.clearSecrets',
            'none in environment variables',
          ),
        },
        {
          each: 'configMaps',
          whenEmpty: 'not-applicable',
          rule: 'configMap.clearSecrets.size() == 0',
          found: namesOr('configMap.clearSecrets', 'none in its keys'),
        },
      ],
      expected:
        'no secret value in an environment variable, a ConfigMap or a committed file',
      fix: {
        title: `Take the secrets out of ${failingOr('what is committed')}`,
        steps: [
          'Take each of them for known to others: issue a new one where it came from, and revoke the old one. Deleting the line does not undo its history.',
          snippetStep(
            'Keep the value in a secret store, and refer to it:',
            'yaml',
            `
env:
  - name: DATABASE_PASSWORD
    valueFrom:
      secretKeyRef:
        name: {{ entity.name }}-database
        key: password
`,
          ),
        ],
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      },
      sameAs: [
        'kube-linter env-var-secret',
        'Polaris sensitiveContainerEnvVar',
      ],
    },
    'secret-manager': {
      level: 'silver',
      title: 'A secret manager supplies the secrets',
      rules: [
        {
          // About the service as a whole: a Deployment that reads a secret is
          // not at fault, whatever supplies it.
          when: 'secrets.used',
          rule: 'secrets.managers.size() > 0',
          found: namesOr('secrets.managers', 'plain Secrets'),
        },
      ],
      expected: 'ExternalSecret, SealedSecret, Vault or a CSI store',
      fix: {
        title: 'Let a secret manager supply the secrets',
        steps: [
          snippetStep(
            'With the External Secrets operator, name where each value comes from:',
            'yaml',
            `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ entity.name }}-database
spec:
  refreshInterval: 1h
  secretStoreRef:
    kind: ClusterSecretStore
    name: NAME-OF-THE-STORE
  target:
    name: {{ entity.name }}-database
  data:
    - secretKey: password
      remoteRef:
        key: {{ entity.name }}/database
        property: password
`,
          ),
          'Delete the plain Secret, wherever it is kept.',
        ],
        url: 'https://external-secrets.io/latest/',
      },
    },
    'secret-scanning': {
      level: 'silver',
      title: 'Secret scanning is on, with no open alert',
      rules: [
        {
          rule: 'secretScanning.enabled && secretScanning.openAlerts == 0',
          found:
            "{{ !secretScanning.enabled ? 'scanning off' : secretScanning.openAlerts == 0 ? 'scanning on, no open alert' : secretScanning.openAlerts == 1 ? '1 open alert' : string(secretScanning.openAlerts) + ' open alerts' }}",
        },
      ],
      expected: 'on, with no open alert',
      fix: {
        title: 'Turn secret scanning on, and close what it finds',
        steps: [
          'In the settings of the repository, under Advanced Security, enable secret scanning and push protection.',
          'For each open alert, revoke the secret first, then close the alert as revoked.',
        ],
        url: 'https://docs.github.com/en/code-security/secret-scanning/introduction/about-secret-scanning',
      },
    },
  },
});

import { defineQuestion } from './defineQuestion';
import { snippetStep } from './templates';

export const supplyChain = defineQuestion({
  id: 'supply-chain',
  question: {
    title: 'Are images and dependencies scanned and patched?',
    shortTitle: 'Supply chain',
    quality: 'security',
  },
  checks: {
    'dependency-scanning': {
      level: 'bronze',
      title: 'Dependencies are scanned, with no open critical alert',
      rules: [
        {
          // A workflow or a bot in the repository says that scanning is on; how
          // many alerts are open only the host knows, where one is asked.
          rule: 'dependencyScanning.enabled && (!has(dependencyScanning.openCritical) || dependencyScanning.openCritical == 0)',
          found:
            "{{ !dependencyScanning.enabled ? 'scanning off' : !has(dependencyScanning.openCritical) ? 'scanning on' : dependencyScanning.openCritical == 0 ? 'scanning on, no open critical alert' : dependencyScanning.openCritical == 1 ? '1 open critical alert' : string(dependencyScanning.openCritical) + ' open critical alerts' }}",
        },
      ],
      expected: 'on, with no open critical alert',
      fix: {
        title: 'Scan the dependencies, and close what is critical',
        steps: [
          snippetStep(
            'With Trivy on the runner, on every change and every night, in `.github/workflows/dependencies.yaml`:',
            'yaml',
            `
name: Dependencies
on:
  pull_request:
  schedule:
    - cron: '0 3 * * *'
jobs:
  scan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: trivy fs --scanners vuln --severity CRITICAL --exit-code 1 .
`,
          ),
          'Or enable Dependabot alerts in the settings of the repository, and update what they name.',
        ],
        url: 'https://docs.github.com/en/code-security/dependabot/dependabot-alerts/about-dependabot-alerts',
      },
    },
    'image-scanning': {
      level: 'silver',
      title: 'Images are scanned',
      rules: [
        {
          rule: 'imageScanning.enabled',
          found: "{{ imageScanning.enabled ? 'scanning on' : 'scanning off' }}",
        },
      ],
      expected: 'a scan in the pipeline, or of what runs',
      fix: {
        title: 'Scan the image before it is pushed',
        steps: [
          snippetStep(
            'In the job that builds it:',
            'yaml',
            `
- run: >-
    trivy image --severity CRITICAL,HIGH --ignore-unfixed --exit-code 1
    registry.example.com/{{ entity.name }}:$GITHUB_SHA
`,
          ),
          'What runs already is scanned by an operator in the cluster, such as trivy-operator.',
        ],
        url: 'https://trivy.dev/latest/',
      },
    },
    'update-bot': {
      level: 'silver',
      title: 'A bot proposes updates',
      rules: [
        {
          rule: 'updateBot.configured',
          found:
            "{{ updateBot.configured ? 'a configuration' : 'neither Renovate nor Dependabot' }}",
        },
      ],
      expected: 'a configuration of Renovate or Dependabot',
      fix: {
        title: 'Let a bot propose updates',
        steps: [
          snippetStep(
            'Either `.github/dependabot.yml`, with the ecosystems in use:',
            'yaml',
            `
version: 2
updates:
  - package-ecosystem: npm
    directory: /
    schedule:
      interval: weekly
    groups:
      minor:
        update-types: ['minor', 'patch']
  - package-ecosystem: docker
    directory: /
    schedule:
      interval: weekly
`,
          ),
          snippetStep(
            'or `renovate.json`:',
            'text',
            `
{
  "$schema": "https://docs.renovatebot.com/renovate-schema.json",
  "extends": ["config:recommended"]
}
`,
          ),
        ],
        url: 'https://docs.renovatebot.com/',
      },
    },
  },
});

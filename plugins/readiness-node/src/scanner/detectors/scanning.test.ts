import { scanningDetector } from './scanning';
import { runDetector } from './testing/createTestContext';

const IMAGE = 'imageScanning.enabled';
const DEPENDENCIES = 'dependencyScanning.enabled';

function steps(...written: string[]) {
  return {
    '.github/workflows/ci.yaml': `on: push\njobs:\n  a:\n    steps:\n${written
      .map(step => `      - ${step}\n`)
      .join('')}`,
  };
}

function detect(files: Record<string, string>) {
  return runDetector(scanningDetector, { files });
}

describe('scanningDetector', () => {
  it.each([
    ['run: trivy image --exit-code 1 app:1', true, false],
    [
      '{ uses: aquasecurity/trivy-action@0.28.0, with: { image-ref: "app:1" } }',
      true,
      false,
    ],
    [
      '{ uses: aquasecurity/trivy-action@0.28.0, with: { scan-type: fs } }',
      false,
      true,
    ],
    ['{ uses: anchore/scan-action@v5, with: { image: "app:1" } }', true, false],
    ['run: grype app:1', true, false],
    ['run: grype dir:.', false, true],
    ['uses: snyk/actions/docker@master', true, false],
    ['uses: snyk/actions/node@master', false, true],
    ['uses: actions/dependency-review-action@v4', false, true],
    ['run: npm audit --audit-level=high', false, true],
    ['run: npm install --no-audit', false, false],
    ['run: govulncheck ./...', false, true],
    ['run: docker build .', false, false],
  ])('%s: image %p, dependencies %p', async (step, image, dependencies) => {
    const findings = await detect(steps(step));
    expect(findings.facts).toEqual({
      [IMAGE]: image,
      [DEPENDENCIES]: dependencies,
    });
    expect(findings.origins[image ? IMAGE : DEPENDENCIES]).toBe(
      image || dependencies ? '.github/workflows/ci.yaml:5' : undefined,
    );
  });

  it('knows the templates of GitLab', async () => {
    const findings = await detect({
      '.gitlab-ci.yml':
        'include:\n  - template: Security/Container-Scanning.gitlab-ci.yml\n  - template: Jobs/Dependency-Scanning.gitlab-ci.yml\n',
    });
    expect(findings.facts).toEqual({ [IMAGE]: true, [DEPENDENCIES]: true });
  });

  it('knows a registry that scans what is pushed', async () => {
    const findings = await detect({
      'infra/main.tf':
        'resource "aws_ecr_repository" "a" {\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
    });
    expect(findings.facts[IMAGE]).toBe(true);
    expect(findings.origins[IMAGE]).toBe('infra/main.tf:3');
  });

  it('states false without any pipeline', async () => {
    expect((await detect({})).facts).toEqual({
      [IMAGE]: false,
      [DEPENDENCIES]: false,
    });
  });

  it('cannot tell what a pipeline elsewhere does', async () => {
    const findings = await detect({
      '.github/workflows/ci.yaml':
        'on: push\njobs:\n  a:\n    uses: acme/flows/.github/workflows/all.yml@v1\n',
    });
    expect(findings.facts).toEqual({});
    expect(Object.keys(findings.gaps)).toEqual([IMAGE, DEPENDENCIES]);
  });

  it.each([
    [
      '.github/dependabot.yml',
      'updates:\n  - package-ecosystem: npm\n    groups:\n      all: { applies-to: security-updates }\n',
      true,
    ],
    [
      '.github/dependabot.yml',
      'updates:\n  - package-ecosystem: npm\n    open-pull-requests-limit: 0\n',
      true,
    ],
    [
      'renovate.json',
      '{ "extends": ["config:recommended"], "osvVulnerabilityAlerts": true }',
      true,
    ],
    [
      'renovate.json',
      '{ "vulnerabilityAlerts": { "labels": ["security"] } }',
      true,
    ],
    [
      'renovate.json',
      '{ "enabled": false, "osvVulnerabilityAlerts": true }',
      false,
    ],
    ['renovate.json', '{ "extends": ["config:recommended"] }', undefined],
    [
      '.github/dependabot.yml',
      'updates:\n  - package-ecosystem: npm\n',
      undefined,
    ],
  ])('with %s %s: dependencies %p', async (path, text, dependencies) => {
    const findings = await detect({ [path]: text });
    expect(findings.facts[DEPENDENCIES]).toBe(dependencies);
    expect(findings.gaps[DEPENDENCIES]?.length ?? 0).toBe(
      dependencies === undefined ? 1 : 0,
    );
  });
});

import { runDetector } from '../testing/createTestContext';
import { pipelinesDetector } from './pipelines';

function workflow(run: string, on = '[pull_request]') {
  return `name: ci
on: ${on}
jobs:
  main:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: ${JSON.stringify(run)}
`;
}

function detect(
  files: Record<string, string>,
  options: {
    sourcePath?: string;
    annotations?: Record<string, string>;
    manifests?: string[];
  } = {},
) {
  return runDetector(pipelinesDetector, { files, ...options });
}

describe('pipelinesDetector', () => {
  it('states false without any pipeline file', async () => {
    const findings = await detect({ 'src/a.ts': '' });
    expect(findings.facts).toEqual({
      'ci.runsTests': false,
      'pipeline.builds': false,
      'pipeline.deploys': false,
    });
  });

  it.each([
    'npm test',
    'yarn --immutable test:unit',
    'npx vitest run',
    'go test ./...',
    './mvnw -B verify',
    './gradlew build',
    'pip install -r requirements.txt && pytest -q',
    'cargo nextest run',
    'bundle exec rspec',
    'node --test',
    'make test',
  ])('sees that %s runs tests', async run => {
    const findings = await detect({
      '.github/workflows/ci.yaml': workflow(run),
    });
    expect(findings.facts['ci.runsTests']).toBe(true);
    expect(findings.origins['ci.runsTests']).toBe(
      '.github/workflows/ci.yaml:8',
    );
  });

  it.each([
    'npm run lint',
    './mvnw -B package -DskipTests',
    './gradlew build -x test',
    'pip install pytest',
    'npx playwright install',
    'echo "npm test"',
  ])('does not take %s for tests', async run => {
    const findings = await detect({
      '.github/workflows/ci.yaml': workflow(run),
    });
    expect(findings.facts['ci.runsTests']).toBe(false);
  });

  it.each([
    ['[pull_request]', true],
    ['push', true],
    ['{ push: { branches: [main] } }', true],
    ['{ push: { tags: ["v*"] } }', false],
    ['{ workflow_dispatch: {} }', false],
    ['{ schedule: [{ cron: "0 1 * * *" }] }', false],
  ])('on %s the tests run on every change: %p', async (on, runs) => {
    const findings = await detect({
      '.github/workflows/ci.yaml': workflow('npm test', on),
    });
    expect(findings.facts['ci.runsTests']).toBe(runs);
  });

  it('follows npm scripts, targets and shell scripts', async () => {
    const findings = await detect({
      '.github/workflows/ci.yaml': workflow('make all'),
      Makefile:
        'all: verify image\n\nverify:\n\tnpm run checks\n\nimage:\n\t@./scripts/image.sh\n',
      'package.json': '{ "scripts": { "checks": "vitest run" } }',
      'scripts/image.sh':
        '#!/bin/sh\n# docker push\ndocker buildx \\\n  build .\nhelm upgrade --install a chart\n',
    });
    expect(findings.facts).toEqual({
      'ci.runsTests': true,
      'pipeline.builds': true,
      'pipeline.deploys': true,
    });
  });

  it('is not taken in by the script that npm writes', async () => {
    const findings = await detect({
      '.github/workflows/ci.yaml': workflow('npm test'),
      'package.json':
        '{ "scripts": { "test": "echo \\"Error: no test specified\\" && exit 1" } }',
    });
    expect(findings.facts['ci.runsTests']).toBe(false);
  });

  it('follows workflows and actions of the repository', async () => {
    const findings = await detect({
      '.github/workflows/ci.yaml':
        'on: pull_request\njobs:\n  a:\n    uses: ./.github/workflows/checks.yaml\n',
      '.github/workflows/checks.yaml':
        'on: workflow_call\njobs:\n  a:\n    steps:\n      - uses: ./.github/actions/verify\n',
      '.github/actions/verify/action.yml':
        'runs:\n  using: composite\n  steps:\n    - run: go test ./...\n',
    });
    expect(findings.facts['ci.runsTests']).toBe(true);
    expect(findings.origins['ci.runsTests']).toBe(
      '.github/actions/verify/action.yml:4',
    );
  });

  it('cannot tell what a workflow of another repository does', async () => {
    const findings = await detect({
      '.github/workflows/ci.yaml':
        'on: pull_request\njobs:\n  a:\n    uses: acme/workflows/.github/workflows/standard.yml@v1\n',
    });
    expect(findings.facts).toEqual({});
    expect(findings.gaps['ci.runsTests'][0]).toContain(
      'acme/workflows/.github/workflows/standard.yml@v1, which is not in this repository',
    );
  });

  it('says which system it does not understand', async () => {
    const findings = await detect({ '.travis.yml': 'language: node_js' });
    expect(findings.facts).toEqual({});
    expect(findings.gaps['pipeline.builds'][0]).toContain(
      '.travis.yml is not understood',
    );
  });

  it('leaves out what is for another service of a monorepo', async () => {
    const files = {
      'services/a/x.ts': '',
      'services/b/x.ts': '',
      '.github/workflows/b.yaml': workflow(
        'npm test',
        '{ pull_request: { paths: ["services/b/**"] } }',
      ),
      '.github/workflows/all.yaml':
        'on: push\njobs:\n  b:\n    steps:\n      - run: go test ./...\n        working-directory: services/b\n',
    };
    expect(
      (await detect(files, { sourcePath: 'services/a' })).facts['ci.runsTests'],
    ).toBe(false);
    expect(
      (await detect(files, { sourcePath: 'services/b' })).facts['ci.runsTests'],
    ).toBe(true);
  });

  it.each([
    [
      '.gitlab-ci.yml',
      'test:\n  script:\n    - npm ci\n    - npm test\ncontainer:\n  script: docker build .\nproduction:\n  when: manual\n  script: [kubectl apply -k deploy]\n',
    ],
    [
      '.circleci/config.yml',
      'jobs:\n  a:\n    steps:\n      - run: npm test\n      - run: { name: Build, command: docker build . }\n      - run: helm upgrade a .\n',
    ],
    [
      'azure-pipelines.yml',
      'stages:\n  - jobs:\n      - steps:\n          - script: dotnet test\n          - task: Docker@2\n            inputs: { command: buildAndPush }\n          - bash: kubectl apply -f deploy\n',
    ],
    [
      'Jenkinsfile',
      "pipeline {\n  steps {\n    sh 'npm test'\n    sh '''\n      docker build .\n      kubectl set image deployment/a a=b\n    '''\n  }\n}\n",
    ],
  ])('reads %s', async (path, text) => {
    const findings = await detect({ [path]: text });
    expect(findings.facts).toEqual({
      'ci.runsTests': true,
      'pipeline.builds': true,
      'pipeline.deploys': true,
    });
  });

  it('does not count the tests of a manual GitLab job', async () => {
    const findings = await detect({
      '.gitlab-ci.yml': 'a:\n  when: manual\n  script: npm test\n',
    });
    expect(findings.facts['ci.runsTests']).toBe(false);
  });

  it('knows Argo CD and Flux', async () => {
    const application =
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\n';
    const byObject = await detect(
      { 'deploy/app.yaml': application },
      { manifests: ['deploy/app.yaml'] },
    );
    expect(byObject.origins['pipeline.deploys']).toBe('deploy/app.yaml:1');
    const byFile = await detect({ 'argocd/app.yaml': application });
    expect(byFile.facts['pipeline.deploys']).toBe(true);
    const byAnnotation = await detect(
      {},
      { annotations: { 'argocd/app-name': 'a' } },
    );
    expect(byAnnotation.facts['pipeline.deploys']).toBe(true);
  });

  it('cannot tell who applies manifests that no step applies', async () => {
    const findings = await detect(
      {
        '.github/workflows/ci.yaml': workflow('npm test'),
        'deploy/a.yaml': 'kind: Deployment\nmetadata: { name: a }\n',
      },
      { manifests: ['deploy/a.yaml'] },
    );
    expect(findings.facts).toEqual({
      'ci.runsTests': true,
      'pipeline.builds': false,
    });
    expect(findings.gaps['pipeline.deploys']).toHaveLength(1);
  });

  it('does not take the way back for a deployment', async () => {
    const findings = await detect({
      '.github/workflows/rollback.yaml': workflow(
        'kubectl rollout undo deployment/a',
        'workflow_dispatch',
      ),
    });
    expect(findings.facts['pipeline.deploys']).toBe(false);
  });
});

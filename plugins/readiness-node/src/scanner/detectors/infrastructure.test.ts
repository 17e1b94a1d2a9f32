import { infrastructureDetector } from './infrastructure';
import { runDetector } from './testing/createTestContext';

async function detect(files: Record<string, string>, manifests: string[] = []) {
  const { facts } = await runDetector(infrastructureDetector, {
    files,
    manifests,
  });
  return facts['infrastructure.asCode'];
}

describe('infrastructureDetector', () => {
  it.each([
    ['infra/main.tf', 'Terraform'],
    ['chart/Chart.yaml', 'Helm'],
    ['deploy/base/kustomization.yaml', 'Kustomize'],
    ['Pulumi.yaml', 'Pulumi'],
    ['cdk.json', 'AWS CDK'],
    ['infra/main.bicep', 'Bicep'],
  ])('knows %s', async (path, name) => {
    expect(await detect({ [path]: '' })).toEqual([name]);
  });

  it('names all, objects and stacks too', async () => {
    expect(
      await detect(
        {
          'a.yaml': 'kind: Deployment\nmetadata: { name: a }',
          'main.tf': '',
          'cloudformation/network.yaml':
            'AWSTemplateFormatVersion: "2010-09-09"',
        },
        ['a.yaml'],
      ),
    ).toEqual(['CloudFormation', 'Kubernetes', 'Terraform']);
  });

  it('states that there is none', async () => {
    expect(
      await detect({
        'src/a.ts': '',
        'node_modules/x/main.tf': '',
        'email/template.yaml': 'a: 1',
      }),
    ).toEqual([]);
  });
});

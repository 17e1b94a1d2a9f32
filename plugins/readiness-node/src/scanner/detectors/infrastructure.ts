import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { baseName, extensionOf } from './support/paths';
import { stringAt } from './support/values';

/** What a file of this name or extension defines. */
const BY_PATH: ReadonlyArray<[string, (path: string) => boolean]> = [
  ['Kustomize', path => /^kustomization(?:\.ya?ml)?$/i.test(baseName(path))],
  [
    'Helm',
    path =>
      baseName(path) === 'Chart.yaml' ||
      /^helmfile\.ya?ml$/.test(baseName(path)),
  ],
  [
    'Terraform',
    path => extensionOf(path) === 'tf' || path.endsWith('.tf.json'),
  ],
  ['OpenTofu', path => extensionOf(path) === 'tofu'],
  ['Terragrunt', path => baseName(path) === 'terragrunt.hcl'],
  ['Pulumi', path => /^Pulumi\.ya?ml$/.test(baseName(path))],
  ['AWS CDK', path => baseName(path) === 'cdk.json'],
  ['AWS SAM', path => baseName(path) === 'samconfig.toml'],
  [
    'Serverless Framework',
    path => /^serverless\.(?:ya?ml|ts|js)$/.test(baseName(path)),
  ],
  ['Bicep', path => extensionOf(path) === 'bicep'],
  [
    'Ansible',
    path =>
      baseName(path) === 'ansible.cfg' ||
      /(?:^|\/)playbooks?\/[^/]+\.ya?ml$/.test(path),
  ],
  ['Nomad', path => /\.nomad(?:\.hcl)?$/.test(path)],
  ['Fly.io', path => baseName(path) === 'fly.toml'],
];

const OTHER_FOLDER =
  /(?:^|\/)(?:node_modules|vendor|\.terraform|testdata|fixtures)\//;

async function fromCloudFormation(
  context: DetectorContext,
): Promise<Origin | undefined> {
  for (const path of context.files) {
    if (
      !/(?:template|stack|cloudformation)[\w./-]{0,80}\.(?:ya?ml|json)$/i.test(
        path,
      )
    ) {
      continue;
    }
    const document = (await context.documents(path))?.[0];
    if (stringAt(document?.value, 'AWSTemplateFormatVersion') !== undefined) {
      return { file: path, line: 1 };
    }
  }
  return undefined;
}

/** `infrastructure.asCode`. */
export const infrastructureDetector: Detector = {
  name: 'infrastructure',
  facts: ['infrastructure.asCode'],
  async detect(context) {
    const found = new Map<string, Origin>();
    const object = context.objects.at(0);
    if (object) {
      found.set('Kubernetes', object.origin);
    }
    for (const [name, defines] of BY_PATH) {
      const path = context.files.find(
        file => !OTHER_FOLDER.test(file) && defines(file),
      );
      if (path !== undefined) {
        found.set(name, { file: path, line: 1 });
      }
    }
    const stack = await fromCloudFormation(context);
    if (stack) {
      found.set('CloudFormation', stack);
    }
    context.fact(
      'infrastructure.asCode',
      [...found.keys()].sort(),
      [...found.values()].at(0),
    );
  },
};

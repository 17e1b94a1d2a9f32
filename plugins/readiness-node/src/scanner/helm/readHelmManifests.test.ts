import { promises as fs } from 'node:fs';
import { delimiter } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ProductionNames } from '../environment/ProductionNames';
import { RepositoryFiles } from '../files/RepositoryFiles';
import { resolveScanLimits } from '../limits';
import { createMemoryTree } from '../tree';
import { stringOf } from '../yaml';
import { readHelmManifests } from './readHelmManifests';

const CHART = {
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'chart/values.yaml': 'replicas: 1\n',
  'chart/values-production.yaml': 'replicas: 3\n',
  'chart/values-staging.yaml': 'replicas: 1\n',
  'chart/templates/_helpers.tpl': '{{ define "x" }}{{ end }}',
  'chart/templates/deployment.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Release.Name }}\n',
  'chart/templates/account.yaml':
    'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: shop\n',
};

/** Prints what it was asked, as a template of the chart would. */
const FAKE_HELM = `#!/bin/sh
cat <<END
---
# Source: shop/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata:
  name: $2
  annotations:
    values: "$(basename "$5")"
    template: "$(head -n 2 "$3/templates/deployment.yaml" | tail -n 1)"
END
`;

const NOT_HELM = `#!/bin/sh
echo "Error: found in Chart.yaml, but missing in charts/: redis" >&2
exit 1
`;

describe('readHelmManifests', () => {
  const directory = createMockDirectory();
  const path = process.env.PATH;

  afterEach(() => {
    process.env.PATH = path;
  });

  async function install(script: string): Promise<void> {
    directory.setContent({ helm: script });
    await fs.chmod(directory.resolve('helm'), 0o755);
    process.env.PATH = [directory.path, path].join(delimiter);
  }

  async function read(contents: Record<string, string>) {
    const files = new RepositoryFiles(
      createMemoryTree(contents),
      resolveScanLimits(),
    );
    const set = await readHelmManifests(files, new ProductionNames());
    return {
      ...set,
      errors: files.errors,
      objects: set.manifests.map(
        ({ root }) =>
          `${stringOf(root, 'kind')}/${stringOf(root, 'metadata', 'name')} ${
            root.place.file
          }`,
      ),
    };
  }

  it('renders with the values for production', async () => {
    await install(FAKE_HELM);
    const { objects, manifests, gaps, taken, ownedFiles } = await read(CHART);
    expect(objects).toEqual([
      'Deployment/shop chart/templates/deployment.yaml',
    ]);
    expect(
      stringOf(manifests[0].root, 'metadata', 'annotations', 'values'),
    ).toBe('values-production.yaml');
    expect(
      stringOf(manifests[0].root, 'metadata', 'annotations', 'template'),
    ).toBe('kind: Deployment');
    expect(gaps).toEqual([]);
    expect(taken).toEqual([
      {
        source: 'chart/Chart.yaml',
        title: 'chart (rendered with chart/values-production.yaml)',
      },
    ]);
    expect(ownedFiles.has('chart/values.yaml')).toBe(true);
  });

  it('takes what is plain YAML and says what is not, where helm is missing', async () => {
    directory.setContent({});
    process.env.PATH = directory.path;
    const { objects, gaps, errors } = await read(CHART);
    expect(objects).toEqual([
      'ServiceAccount/shop chart/templates/account.yaml',
    ]);
    const reason = 'the chart chart was not rendered: helm is not installed';
    expect(gaps).toEqual([
      { path: 'chart/Chart.yaml', reason, kinds: new Set(['Deployment']) },
    ]);
    expect(errors).toEqual([{ file: 'chart/Chart.yaml', message: reason }]);
  });

  it('does not guess what a library or a dependency would make', async () => {
    directory.setContent({});
    process.env.PATH = directory.path;
    const { gaps } = await read({
      'Chart.yaml': 'name: shop\ndependencies: [{ name: common }]\n',
      'templates/all.yaml': '{{ include "common.all" . }}\n',
    });
    expect(gaps).toMatchObject([{ path: 'Chart.yaml', kinds: undefined }]);
  });

  it('says what helm says where a chart fails', async () => {
    await install(NOT_HELM);
    const { gaps } = await read(CHART);
    expect(gaps).toMatchObject([
      {
        reason:
          'the chart chart was not rendered: Error: found in Chart.yaml, but missing in charts/: redis',
      },
    ]);
  });

  it('leaves what is beside a chart at the root of a repository', async () => {
    await install(FAKE_HELM);
    const { ownedFiles } = await read({
      ...Object.fromEntries(
        Object.entries(CHART).map(([name, text]) => [
          name.replace('chart/', ''),
          text,
        ]),
      ),
      'catalog-info.yaml': 'kind: Component\n',
      'k8s/policy.yaml': 'kind: NetworkPolicy\n',
    });
    expect(ownedFiles.has('templates/deployment.yaml')).toBe(true);
    expect(ownedFiles.has('values-production.yaml')).toBe(true);
    expect(ownedFiles.has('catalog-info.yaml')).toBe(false);
    expect(ownedFiles.has('k8s/policy.yaml')).toBe(false);
  });

  it('leaves the charts inside a chart to it', async () => {
    await install(FAKE_HELM);
    const { manifests } = await read({
      ...CHART,
      'chart/charts/redis/Chart.yaml': 'name: redis\n',
      'chart/charts/redis/templates/a.yaml': 'apiVersion: v1\nkind: Service\n',
    });
    expect(manifests).toHaveLength(1);
  });
});

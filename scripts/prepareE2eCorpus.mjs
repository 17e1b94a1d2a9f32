/**
 * Lays a repository of manifests that nobody here wrote beside the demo
 * organisation, for the end-to-end tests: the conformance corpus where it lies
 * beside the checkout, else two Deployments.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments, stringify } from 'yaml';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = resolve(
  root,
  '../shared/conformance/corpus/online-boutique.yaml',
);
const folder = join(root, 'data', 'e2e-corpus', 'boutique');

const OWN = ['frontend', 'cartservice']
  .map(
    name => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - { name: server, image: ${name}:1.0.0 }
`,
  )
  .join('');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const manifests = join(folder, 'online-boutique.yaml');
if (existsSync(corpus)) {
  copyFileSync(corpus, manifests);
} else {
  writeFileSync(manifests, OWN);
}
const deployments = parseAllDocuments(readFileSync(manifests, 'utf8'))
  .map(document => document.toJS())
  .filter(object => object?.kind === 'Deployment');
writeFileSync(
  join(folder, 'catalog-info.yaml'),
  deployments
    .map(({ metadata }) =>
      stringify({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: metadata.name },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: 'group:default/checkout',
        },
      }),
    )
    .join('---\n'),
);

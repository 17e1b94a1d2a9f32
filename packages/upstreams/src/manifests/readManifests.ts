import { access, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import {
  applyPatch,
  type Manifest,
  manifestSchema,
  patchOperationsSchema,
} from './Manifest';

const KUSTOMIZATION = 'kustomization.yaml';
const PRODUCTION = join('overlays', 'production', KUSTOMIZATION);

const kustomizationSchema = z.object({
  namespace: z.string().optional(),
  namePrefix: z.string().default(''),
  resources: z.array(z.string()).default([]),
  labels: z
    .array(
      z.object({
        pairs: z.record(z.string(), z.string()),
        includeTemplates: z.boolean().default(false),
      }),
    )
    .default([]),
  replicas: z
    .array(z.object({ name: z.string(), count: z.number() }))
    .default([]),
  patches: z
    .array(
      z.object({
        path: z.string().optional(),
        patch: z.string().optional(),
        target: z
          .object({ kind: z.string(), name: z.string().optional() })
          .optional(),
      }),
    )
    .default([]),
});

/**
 * The objects that a repository of the demo deploys to production: of its
 * overlay for production, or else of all of its YAML files. Covers what these
 * repositories use of Kustomize, no more; what is no YAML or is a template of
 * Helm is left out.
 */
export async function readManifests(folder: string): Promise<Manifest[]> {
  const files = await findYaml(folder);
  const overlay = files.find(file => file.endsWith(PRODUCTION));
  return overlay
    ? renderKustomization(overlay)
    : (await Promise.all(files.map(readObjects))).flat();
}

async function findYaml(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const charts = files
    .filter(file => file.endsWith(`${sep}Chart.yaml`))
    .map(file => dirname(file) + sep);
  return files.filter(file => !charts.some(chart => file.startsWith(chart)));
}

async function readObjects(file: string): Promise<Manifest[]> {
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  return documents.flatMap(document =>
    document.errors.length > 0 ? [] : unwrap(document.toJS()),
  );
}

function unwrap(content: unknown): Manifest[] {
  const manifest = manifestSchema.safeParse(content);
  if (!manifest.success) {
    return [];
  }
  const { kind, items } = manifest.data;
  return kind === 'List' && Array.isArray(items)
    ? items.flatMap(unwrap)
    : [manifest.data];
}

async function renderKustomization(file: string): Promise<Manifest[]> {
  const kustomization = kustomizationSchema.parse(
    parseAllDocuments(await readFile(file, 'utf8'))[0].toJS(),
  );
  const folder = dirname(file);
  const { namespace, namePrefix } = kustomization;
  const objects: Manifest[] = [];
  for (const resource of kustomization.resources) {
    objects.push(...(await readResource(join(folder, resource))));
  }
  for (const { path, patch, target } of kustomization.patches) {
    const text = path
      ? await readFile(join(folder, path), 'utf8')
      : patch ?? '';
    const content: unknown = parseAllDocuments(text)[0].toJS();
    patchObjects(objects, content, target);
  }
  for (const object of objects) {
    const { metadata } = object;
    for (const { name, count } of kustomization.replicas) {
      if (metadata.name === name && object.spec?.replicas !== undefined) {
        object.spec.replicas = count;
      }
    }
    metadata.name = `${namePrefix}${metadata.name}`;
    metadata.namespace = namespace ?? metadata.namespace;
    for (const { pairs, includeTemplates } of kustomization.labels) {
      metadata.labels = { ...metadata.labels, ...pairs };
      const template = object.spec?.template?.metadata;
      if (includeTemplates && template) {
        template.labels = { ...template.labels, ...pairs };
      }
    }
  }
  return objects;
}

async function readResource(path: string): Promise<Manifest[]> {
  if (!(await stat(path)).isDirectory()) {
    return readObjects(path);
  }
  const file = join(path, KUSTOMIZATION);
  await access(file);
  return renderKustomization(file);
}

function patchObjects(
  objects: Manifest[],
  content: unknown,
  target: { kind: string; name?: string } | undefined,
): void {
  const operations = patchOperationsSchema.safeParse(content);
  const merge = manifestSchema.safeParse(content);
  const wanted =
    target ??
    (merge.success
      ? { kind: merge.data.kind, name: merge.data.metadata.name }
      : undefined);
  for (const object of objects) {
    const isMeant =
      object.kind === wanted?.kind &&
      (wanted.name === undefined || object.metadata.name === wanted.name);
    if (isMeant) {
      applyPatch(
        object,
        operations.success ? operations.data : { merge: content },
      );
    }
  }
}

import { InputError } from '@backstage/errors';
import type { RepositoryFiles } from '../files/RepositoryFiles';
import { isBuiltInGroup, groupOf, nameOf } from '../kubernetes/objects';
import {
  itemsOf,
  nodeAt,
  stringOf,
  withValueAt,
  type LocatedMap,
  type LocatedNode,
  type Place,
} from '../yaml';
import { parseYaml } from '../yaml/parseYaml';
import { applyJsonPatch } from './jsonPatch';
import { resolvePath, type Kustomization } from './KustomizationIndex';
import { idOf, isNamed, type Resource } from './Resource';
import { ResourceSelector } from './ResourceSelector';
import { strategicMerge } from './strategicMerge';

/** One patch of a kustomization, read. */
interface Patch {
  /** Documents of a strategic merge, or the list of a JSON patch. */
  documents: readonly LocatedNode[];
  target: LocatedNode | undefined;
  /** Where the kustomization names it, for errors. */
  place: Place;
}

/** What the build of a kustomization says besides its objects. */
export interface BuildReport {
  /** A patch or a file that does not do what it should. */
  problem(place: Place, message: string): void;
  /** Objects that may differ from what is built, or be missing. */
  gap(reason: string, kinds?: ReadonlySet<string>): void;
}

class PatchReader {
  constructor(
    private readonly kustomization: Kustomization,
    private readonly files: RepositoryFiles,
    private readonly report: BuildReport,
  ) {}

  /** `patchesStrategicMerge` and `patches`. */
  async early(): Promise<Patch[]> {
    const { root } = this.kustomization;
    const patches: Patch[] = [];
    for (const item of itemsOf(root, 'patchesStrategicMerge')) {
      if (item.type === 'scalar' && typeof item.value === 'string') {
        const documents = /^\s*\{|\n/.test(item.value)
          ? this.inline(item)
          : await this.fromFile(item.value, item.place);
        patches.push({ documents, target: undefined, place: item.place });
      }
    }
    for (const item of itemsOf(root, 'patches')) {
      patches.push(await this.entry(item));
    }
    return patches;
  }

  /** `patchesJson6902`, which Kustomize applies after names and labels. */
  async late(): Promise<Patch[]> {
    const patches: Patch[] = [];
    for (const item of itemsOf(this.kustomization.root, 'patchesJson6902')) {
      patches.push(await this.entry(item));
    }
    return patches;
  }

  private async entry(item: LocatedNode): Promise<Patch> {
    return {
      documents: await this.documentsOf(item),
      target: nodeAt(item, ['target']),
      place: item.place,
    };
  }

  private async documentsOf(
    item: LocatedNode,
  ): Promise<readonly LocatedNode[]> {
    const path = stringOf(item, 'path');
    if (path !== undefined) {
      return await this.fromFile(path, item.place);
    }
    const inline = nodeAt(item, ['patch']);
    return inline ? this.inline(inline) : [];
  }

  private async fromFile(
    entry: string,
    place: Place,
  ): Promise<readonly LocatedNode[]> {
    const path = resolvePath(this.kustomization.folder, entry);
    if (path === undefined || !this.files.has(path)) {
      this.report.problem(place, `the patch ${entry} does not exist`);
      this.report.gap(
        `${place.file}:${place.line} names the patch ${entry}, which does not exist`,
      );
      return [];
    }
    const { documents, errors } = await this.files.parse(path);
    if (errors.length > 0) {
      this.report.gap(errors[0].message);
    }
    return documents.map(({ root }) => root);
  }

  /** A patch written inside the kustomization: its lines are the file's. */
  private inline(node: LocatedNode): readonly LocatedNode[] {
    if (node.type !== 'scalar' || typeof node.value !== 'string') {
      return [];
    }
    const { documents, errors } = parseYaml(node.value, {
      file: node.place.file,
      maxAliases: this.files.limits.maxYamlAliases,
      maxDepth: this.files.limits.maxDepth,
    });
    if (errors.length > 0) {
      const message = `the patch in ${node.place.file}:${node.place.line} is not YAML: ${errors[0].message}`;
      this.report.problem(node.place, message);
      this.report.gap(message);
    }
    // The text of a block begins on the line after its key.
    const offset = node.value.includes('\n')
      ? node.place.line
      : node.place.line - 1;
    return documents.map(({ root }) => moveDown(root, offset));
  }
}

function moveDown(node: LocatedNode, lines: number): LocatedNode {
  const place = { ...node.place, line: node.place.line + lines };
  if (node.type === 'scalar') {
    return { ...node, place };
  }
  return node.type === 'list'
    ? { ...node, place, items: node.items.map(item => moveDown(item, lines)) }
    : {
        ...node,
        place,
        entries: new Map(
          [...node.entries].map(([key, value]) => [
            key,
            moveDown(value, lines),
          ]),
        ),
      };
}

/** Whether a strategic merge patch names an object. */
function isNamedBy(patch: LocatedMap, resource: Resource): boolean {
  const id = idOf(resource);
  const namespace = stringOf(patch, 'metadata', 'namespace') ?? '';
  return (
    stringOf(patch, 'kind') === id.kind &&
    groupOf(stringOf(patch, 'apiVersion') ?? '') === groupOf(id.apiVersion) &&
    isNamed(resource, nameOf(patch) ?? '') &&
    (namespace === '' || id.namespace === '' || namespace === id.namespace)
  );
}

function applyTo(
  resource: Resource,
  document: LocatedNode,
  kustomization: Kustomization,
): Resource | undefined {
  const { root } = resource;
  const withRoot = (changed: LocatedNode | undefined): Resource | undefined =>
    changed?.type === 'map'
      ? {
          ...resource,
          root: changed,
          sources: resource.sources.includes(document.place.file)
            ? resource.sources
            : [...resource.sources, document.place.file],
        }
      : undefined;
  if (document.type === 'list') {
    return withRoot(applyJsonPatch(root, document.items));
  }
  if (document.type !== 'map') {
    return resource;
  }
  const merged = strategicMerge(root, document, {
    mergesLists:
      isBuiltInGroup(groupOf(idOf(resource).apiVersion)) ||
      // A schema of its own tells Kustomize how to merge custom resources.
      kustomization.root.entries.has('openapi'),
  });
  if (!merged) {
    return undefined;
  }
  // A patch with a target may be called anything: the object keeps its name.
  let kept: LocatedNode = merged;
  for (const path of [['kind'], ['apiVersion'], ['metadata', 'name']]) {
    const own = nodeAt(root, path);
    if (own) {
      kept = withValueAt(kept, path, own);
    }
  }
  return withRoot(kept);
}

function applyPatch(
  resources: readonly Resource[],
  patch: Patch,
  kustomization: Kustomization,
  report: BuildReport,
): Resource[] {
  let result = [...resources];
  for (const document of patch.documents) {
    const selector = patch.target
      ? ResourceSelector.fromNode(patch.target)
      : undefined;
    let count = 0;
    result = result.flatMap(resource => {
      const isSelected = selector
        ? selector.selects(resource)
        : document.type === 'map' && isNamedBy(document, resource);
      if (!isSelected) {
        return [resource];
      }
      count += 1;
      return applyTo(resource, document, kustomization) ?? [];
    });
    if (count === 0) {
      report.problem(
        patch.place,
        `the patch in ${document.place.file}:${document.place.line} matches no object`,
      );
    }
  }
  return result;
}

/** Applies those patches of a kustomization that come at one of two moments. */
export async function applyPatches(
  resources: readonly Resource[],
  kustomization: Kustomization,
  files: RepositoryFiles,
  moment: 'early' | 'late',
  report: BuildReport,
): Promise<Resource[]> {
  const reader = new PatchReader(kustomization, files, report);
  const patches =
    moment === 'early' ? await reader.early() : await reader.late();
  let result = [...resources];
  for (const patch of patches) {
    try {
      result = applyPatch(result, patch, kustomization, report);
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      const message = `the patch in ${patch.place.file}:${patch.place.line} does not apply: ${error.message}`;
      report.problem(patch.place, message);
      report.gap(message);
    }
  }
  return result;
}

import type { RepositoryFiles } from '../files/RepositoryFiles';
import { readManifests } from '../kubernetes/objects';
import { gapOfBrokenFile } from '../manifests/readPlainManifests';
import type { ManifestGap } from '../manifests/ManifestGap';
import type { ScanError } from '../types';
import type { Place } from '../yaml';
import { generate } from './generators';
import {
  entriesOf,
  resolvePath,
  type Kustomization,
  type KustomizationIndex,
} from './KustomizationIndex';
import { applyPatches, type BuildReport } from './patches';
import type { Resource } from './Resource';
import { transformImages } from './transformers/images';
import { transformLabels } from './transformers/labels';
import { transformNames, transformNamespace } from './transformers/names';
import { currentNamesOf, updateReferences } from './transformers/references';
import { transformReplicas } from './transformers/replicas';

/** Objects of one build: bases that multiply each other stop here. */
const MAX_RESOURCES = 5_000;

/** Keys that change objects in a way that is not followed. */
const UNFOLLOWED_KEYS = [
  'generators',
  'helmCharts',
  'helmChartInflationGenerator',
  'replacements',
  'transformers',
  'vars',
];

const LABEL_KEYS = ['commonLabels', 'labels', 'commonAnnotations'];

/** What a kustomization makes. */
export interface Build {
  resources: readonly Resource[];
  gaps: readonly ManifestGap[];
}

function isRemote(entry: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|git@|git::)/i.test(entry) ||
    /[?&]ref=/.test(entry) ||
    /^(?:github\.com|gitlab\.com|bitbucket\.org)\//.test(entry)
  );
}

/**
 * Builds kustomizations from the files of a repository, as `kustomize build`
 * does: nothing is fetched and nothing is run. What it cannot follow is a gap.
 */
export class KustomizationBuilder {
  private readonly builds = new Map<string, Promise<Build>>();

  constructor(
    private readonly index: KustomizationIndex,
    private readonly files: RepositoryFiles,
  ) {}

  async build(kustomization: Kustomization): Promise<Build> {
    return await this.buildWithin(kustomization, []);
  }

  private async buildWithin(
    kustomization: Kustomization,
    within: readonly string[],
  ): Promise<Build> {
    const { folder } = kustomization;
    if (within.includes(folder)) {
      const circle = [...within.slice(within.indexOf(folder)), folder];
      const reason = `kustomizations build on each other in a circle: ${circle.join(
        ' → ',
      )}`;
      this.report(kustomization.root.place, reason);
      return { resources: [], gaps: [gapAt(kustomization, reason)] };
    }
    if (within.length >= this.files.limits.maxDepth) {
      const reason = `kustomizations build on each other more than ${this.files.limits.maxDepth} deep (limit maxDepth)`;
      this.report(kustomization.root.place, reason);
      return { resources: [], gaps: [gapAt(kustomization, reason)] };
    }
    let build = this.builds.get(folder);
    if (!build) {
      build = this.run(kustomization, [], within);
      // What is built inside a circle is not what is built outside of it.
      if (within.length === 0 || !this.isInCircle(folder)) {
        this.builds.set(folder, build);
      }
    }
    return await build;
  }

  private isInCircle(folder: string): boolean {
    const seen = new Set<string>();
    const pending = [...(this.index.at(folder)?.buildsOn ?? [])];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next === folder) {
        return true;
      }
      if (!seen.has(next)) {
        seen.add(next);
        pending.push(...(this.index.at(next)?.buildsOn ?? []));
      }
    }
    return false;
  }

  private async run(
    kustomization: Kustomization,
    initial: readonly Resource[],
    within: readonly string[],
  ): Promise<Build> {
    const gaps: ManifestGap[] = [];
    const report: BuildReport = {
      problem: (place, message) => this.report(place, message),
      gap: (reason, kinds) =>
        gaps.push({ ...gapAt(kustomization, reason), kinds }),
    };
    let resources: Resource[] = [...initial];
    for (const entry of entriesOf(kustomization.root, 'resources', 'bases')) {
      const added = await this.resource(kustomization, entry, within, report);
      gaps.push(...added.gaps);
      resources.push(...added.resources);
    }
    for (const entry of entriesOf(kustomization.root, 'components')) {
      const folder = resolvePath(kustomization.folder, entry.value);
      const component =
        folder === undefined ? undefined : this.index.at(folder);
      if (!component) {
        this.missing(kustomization, entry, report);
        continue;
      }
      // A component changes what was gathered before it.
      const changed = within.includes(component.folder)
        ? await this.buildWithin(component, within)
        : await this.run(component, resources, [
            ...within,
            kustomization.folder,
          ]);
      resources = [...changed.resources];
      gaps.push(...changed.gaps);
    }
    if (resources.length > MAX_RESOURCES) {
      report.gap(
        `${kustomization.file} makes more than ${MAX_RESOURCES} objects, and the rest is not looked at`,
      );
      resources = resources.slice(0, MAX_RESOURCES);
    }
    for (const key of UNFOLLOWED_KEYS) {
      const node = kustomization.root.entries.get(key);
      if (node) {
        const reason = `${kustomization.file}:${node.place.line} uses ${key}, which is not followed`;
        this.report(node.place, reason);
        report.gap(reason);
      }
    }
    resources = await generate(resources, kustomization, this.files);
    resources = await this.transform(resources, kustomization, report);
    return {
      resources: resources.map(resource =>
        resource.sources.includes(kustomization.file)
          ? resource
          : {
              ...resource,
              sources: [...resource.sources, kustomization.file],
            },
      ),
      gaps: distinct(gaps),
    };
  }

  private async transform(
    initial: Resource[],
    kustomization: Kustomization,
    report: BuildReport,
  ): Promise<Resource[]> {
    const { root } = kustomization;
    let resources = await applyPatches(
      initial,
      kustomization,
      this.files,
      'early',
      report,
    );
    if (root.entries.has('namespace')) {
      resources = resources.map(resource => ({
        ...resource,
        root: transformNamespace(resource, root),
      }));
    }
    if (root.entries.has('namePrefix') || root.entries.has('nameSuffix')) {
      resources = resources.map(resource => transformNames(resource, root));
    }
    if (LABEL_KEYS.some(key => root.entries.has(key))) {
      resources = resources.map(resource => ({
        ...resource,
        root: transformLabels(resource, root),
      }));
    }
    resources = await applyPatches(
      resources,
      kustomization,
      this.files,
      'late',
      report,
    );
    if (root.entries.has('replicas')) {
      resources = resources.map(resource => ({
        ...resource,
        root: transformReplicas(resource, root),
      }));
    }
    if (root.entries.has('images')) {
      resources = resources.map(resource => ({
        ...resource,
        root: transformImages(resource.root, root),
      }));
    }
    if (resources.every(resource => resource.formerNames.length === 0)) {
      return resources;
    }
    const currentName = currentNamesOf(resources);
    return resources.map(resource => updateReferences(resource, currentName));
  }

  /** What one entry of `resources` brings: a file, or another kustomization. */
  private async resource(
    kustomization: Kustomization,
    entry: { value: string; line: number },
    within: readonly string[],
    report: BuildReport,
  ): Promise<Build> {
    const path = resolvePath(kustomization.folder, entry.value);
    const base = path === undefined ? undefined : this.index.at(path);
    if (base) {
      return await this.buildWithin(base, [...within, kustomization.folder]);
    }
    if (path !== undefined && this.files.has(path)) {
      return await this.file(path);
    }
    this.missing(kustomization, entry, report);
    return { resources: [], gaps: [] };
  }

  private async file(path: string): Promise<Build> {
    const file = await this.files.parse(path);
    const gap =
      gapOfBrokenFile(path, file) ??
      (file.text === undefined
        ? { reason: `${path} could not be read`, path, kinds: undefined }
        : undefined);
    return {
      resources: file.documents
        .flatMap(({ root }) => readManifests(root))
        .map(root => ({ root, formerNames: [], sources: [path] })),
      gaps: gap ? [gap] : [],
    };
  }

  private missing(
    kustomization: Kustomization,
    entry: { value: string; line: number },
    report: BuildReport,
  ): void {
    const place = { file: kustomization.file, line: entry.line };
    const what = isRemote(entry.value)
      ? `the remote resource ${entry.value}, which is not fetched`
      : `${entry.value}, which does not exist`;
    const reason = `${place.file}:${place.line} names ${what}`;
    this.report(place, reason);
    report.gap(reason);
  }

  private report(place: Place, message: string): void {
    const error: ScanError = { ...place, message };
    if (
      !this.files.errors.some(
        known =>
          known.file === error.file &&
          known.line === error.line &&
          known.message === error.message,
      )
    ) {
      this.files.errors.push(error);
    }
  }
}

/** Bases that several build on bring the same gap several times. */
function distinct(gaps: readonly ManifestGap[]): ManifestGap[] {
  return [...new Map(gaps.map(gap => [gap.reason, gap])).values()];
}

function gapAt(kustomization: Kustomization, reason: string): ManifestGap {
  return { reason, path: kustomization.file, kinds: undefined };
}

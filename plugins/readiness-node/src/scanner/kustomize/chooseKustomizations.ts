import {
  isBelowOverlayFolder,
  type ProductionNames,
} from '../environment/ProductionNames';
import { stringOf } from '../yaml';
import type { Kustomization, KustomizationIndex } from './KustomizationIndex';

/** Which kustomizations stand for production. */
export interface ChosenKustomizations {
  /** To build, and what to call each: `deploy/overlays/production`. */
  chosen: Array<{ kustomization: Kustomization; title: string }>;
  /** Families of overlays of which none is for production. */
  undecided: Array<{ folder: string; reason: string }>;
}

function isComponent({ root }: Kustomization): boolean {
  return stringOf(root, 'kind') === 'Component';
}

/** Kustomizations that share a base, directly or not, in the order of paths. */
function familiesOf(index: KustomizationIndex): Kustomization[][] {
  const neighbours = new Map<string, Set<string>>();
  for (const { folder, buildsOn } of index.all) {
    for (const other of buildsOn) {
      neighbours.set(folder, (neighbours.get(folder) ?? new Set()).add(other));
      neighbours.set(other, (neighbours.get(other) ?? new Set()).add(folder));
    }
  }
  const seen = new Set<string>();
  const families: Kustomization[][] = [];
  for (const { folder } of index.all) {
    if (seen.has(folder)) {
      continue;
    }
    const family: Kustomization[] = [];
    const pending = [folder];
    seen.add(folder);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const kustomization = index.at(next);
      if (kustomization) {
        family.push(kustomization);
      }
      for (const other of neighbours.get(next) ?? []) {
        if (!seen.has(other)) {
          seen.add(other);
          pending.push(other);
        }
      }
    }
    families.push(family.sort((a, b) => (a.folder < b.folder ? -1 : 1)));
  }
  return families;
}

/** Those among a set that no other of the set builds on. */
function outermost(
  among: readonly Kustomization[],
  index: KustomizationIndex,
): Kustomization[] {
  const below = new Set<string>();
  for (const { buildsOn } of among) {
    const pending = [...buildsOn];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (!below.has(next)) {
        below.add(next);
        pending.push(...(index.at(next)?.buildsOn ?? []));
      }
    }
  }
  const outer = among.filter(({ folder }) => !below.has(folder));
  // In a circle each builds on the others: the build names it.
  return outer.length > 0 ? outer : among.slice(0, 1);
}

function titleOf({ folder }: Kustomization): string {
  return folder || '.';
}

/**
 * Chooses what stands for production: of each family of kustomizations all
 * overlays that production's names match, by folder or by namespace. Overlays
 * of which none matches leave it undecided; without overlays it is the base.
 */
export function chooseKustomizations(
  index: KustomizationIndex,
  names: ProductionNames,
): ChosenKustomizations {
  const chosen: ChosenKustomizations['chosen'] = [];
  const undecided: ChosenKustomizations['undecided'] = [];
  for (const family of familiesOf(index)) {
    const candidates = family.filter(member => !isComponent(member));
    if (candidates.length === 0) {
      continue;
    }
    const hintOf = ({ folder, root }: Kustomization) =>
      names.ofFolder(folder) ??
      names.ofNamespace(stringOf(root, 'namespace') ?? '');
    const production = candidates.filter(
      member => hintOf(member) === 'production',
    );
    if (production.length > 0) {
      for (const kustomization of outermost(production, index)) {
        chosen.push({ kustomization, title: titleOf(kustomization) });
      }
      continue;
    }
    const roots = outermost(candidates, index);
    const overlays = roots.filter(
      root => hintOf(root) === 'other' || isBelowOverlayFolder(root.folder),
    );
    if (overlays.length > 0) {
      undecided.push({
        folder: commonFolder(candidates),
        reason: `of the overlays ${overlays
          .map(titleOf)
          .join(', ')} none is for production (${names.describe()})`,
      });
      continue;
    }
    for (const kustomization of roots) {
      chosen.push({
        kustomization,
        title: `${titleOf(kustomization)} (the base: there is no overlay)`,
      });
    }
  }
  return { chosen, undecided };
}

/** The folder that holds all of a family. */
function commonFolder(family: readonly Kustomization[]): string {
  const [first, ...rest] = family.map(({ folder }) => folder.split('/'));
  const shared = first.findIndex((segment, position) =>
    rest.some(other => other[position] !== segment),
  );
  return (shared < 0 ? first : first.slice(0, shared)).join('/');
}

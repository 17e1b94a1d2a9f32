import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { baseName, extensionOf, foldersOf } from './support/paths';
import { ownershipOfFiles, serviceNames } from './support/serviceNames';
import { listAt, numberAt, stringAt } from './support/values';

interface Objective {
  name: string;
  /** As written: a percentage in Sloth, a ratio or a percentage in OpenSLO. */
  objective: number | undefined;
  service: string | undefined;
  own: boolean;
  origin: Origin;
  objectiveOrigin: Origin;
}

type OriginOf = (path: ReadonlyArray<string | number>) => Origin;

/** A share of 1; 99.9 becomes 0.999 and not the double beside it. */
function ratioOf(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}

/** Whether the name of a file says that it may hold objectives. */
function mayHoldObjectives(path: string): boolean {
  return (
    ['yaml', 'yml'].includes(extensionOf(path)) &&
    (/slo|objective/i.test(baseName(path)) ||
      foldersOf(path).some(folder =>
        ['slo', 'slos', 'openslo', 'sloth'].includes(folder),
      ))
  );
}

/** Sloth's own format, and the body of its custom resource. */
function readSloth(
  value: unknown,
  root: readonly string[],
  own: boolean,
  originOf: OriginOf,
): Objective[] {
  return listAt(value, ...root, 'slos').map((slo, index) => {
    const path = [...root, 'slos', index];
    const objective = numberAt(slo, 'objective');
    return {
      name: stringAt(slo, 'name') ?? `slo ${index + 1}`,
      objective: objective === undefined ? undefined : ratioOf(objective),
      service: stringAt(value, ...root, 'service'),
      own,
      origin: originOf(path),
      objectiveOrigin: originOf([...path, 'objective']),
    };
  });
}

function readOpenSlo(
  value: unknown,
  own: boolean,
  originOf: OriginOf,
): Objective[] {
  if (stringAt(value, 'kind') !== 'SLO') {
    return [];
  }
  const name = stringAt(value, 'metadata', 'name') ?? 'slo';
  const objectives = listAt(value, 'spec', 'objectives');
  return objectives.map((objective, index) => {
    const path = ['spec', 'objectives', index];
    const ratio = numberAt(objective, 'target');
    const percent = numberAt(objective, 'targetPercent');
    return {
      name: objectives.length === 1 ? name : `${name} ${index + 1}`,
      objective:
        ratio ?? (percent === undefined ? undefined : ratioOf(percent)),
      service: stringAt(value, 'spec', 'service'),
      own,
      origin: originOf(path),
      objectiveOrigin: originOf([
        ...path,
        ratio === undefined ? 'targetPercent' : 'target',
      ]),
    };
  });
}

function readDocument(
  value: unknown,
  own: boolean,
  originOf: OriginOf,
): Objective[] {
  const apiVersion = stringAt(value, 'apiVersion') ?? '';
  if (apiVersion.startsWith('openslo/')) {
    return readOpenSlo(value, own, originOf);
  }
  if (stringAt(value, 'kind') === 'PrometheusServiceLevel') {
    return readSloth(value, ['spec'], own, originOf);
  }
  return (stringAt(value, 'version') ?? '').startsWith('prometheus/')
    ? readSloth(value, [], own, originOf)
    : [];
}

async function readObjectives(
  context: DetectorContext,
): Promise<{ objectives: Objective[]; unread: string[] }> {
  const objectives: Objective[] = [];
  const unread: string[] = [];
  const seen = new Set<string | undefined>();
  for (const object of context.objects) {
    if (object.kind === 'PrometheusServiceLevel' || object.kind === 'SLO') {
      seen.add(object.origin.file);
      objectives.push(
        ...readDocument(object.object, true, path => object.originOf(path)),
      );
    }
  }
  const own = new Set(context.files);
  for (const path of context.allFiles.filter(mayHoldObjectives)) {
    if (seen.has(path)) {
      continue;
    }
    const documents = await context.documents(path);
    if (!documents) {
      unread.push(path);
      continue;
    }
    for (const document of documents) {
      objectives.push(
        ...readDocument(document.value, own.has(path), keys => ({
          file: path,
          line: document.lineOf(keys),
        })),
      );
    }
  }
  return { objectives, unread };
}

/** `slos`, from Sloth and OpenSLO. */
export const slosDetector: Detector = {
  name: 'slos',
  facts: ['slos'],
  async detect(context) {
    const { objectives, unread } = await readObjectives(context);
    const names = serviceNames(context);
    const filesAre = await ownershipOfFiles(context);
    const keys = new Set<string>();
    for (const {
      name,
      objective,
      service,
      own,
      origin,
      objectiveOrigin,
    } of objectives) {
      const isNamed = service !== undefined && names.has(service);
      const isAround =
        own &&
        (filesAre === 'alone' ||
          (filesAre === 'untold' && service === undefined));
      if (!isNamed && !isAround) {
        continue;
      }
      let key = name;
      for (let copy = 2; keys.has(key); copy += 1) {
        key = `${name} ${copy}`;
      }
      keys.add(key);
      context.member(
        'slos',
        key,
        objective === undefined ? { name } : { name, objective },
        { '': origin, objective: objectiveOrigin },
      );
      if (objective === undefined) {
        context.gap(
          'slos',
          `${origin.file} states no objective for ${name}`,
          key,
        );
      }
    }
    for (const path of unread) {
      context.gap('slos', `${path} could not be read, and may hold objectives`);
    }
    if (
      objectives.length === 0 &&
      unread.length === 0 &&
      context.objects.length === 0
    ) {
      context.gap(
        'slos',
        'the repository holds neither manifests nor objectives, which may be kept elsewhere',
      );
    }
  },
};

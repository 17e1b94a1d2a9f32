import type { Workload } from '../kubernetes/workloads/Workload';
import type { ScanEntity } from '../types';

const LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';
const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const NAME_LABEL = 'app.kubernetes.io/name';

/** Finds the workloads that a rule may match, without trying them all. */
export class WorkloadIndex {
  readonly #byLabel = new Map<string, Set<Workload>>();
  readonly #byName = new Map<string, Set<Workload>>();

  constructor(private readonly all: readonly Workload[]) {
    for (const workload of all) {
      push(this.#byName, workload.name, workload);
      for (const labels of [
        workload.labels,
        workload.podLabels,
        pick(workload.annotations, KUBERNETES_ID),
        pick(workload.podAnnotations, KUBERNETES_ID),
      ]) {
        for (const [name, value] of Object.entries(labels)) {
          push(this.#byLabel, `${name}=${value}`, workload);
        }
      }
    }
  }

  candidatesOf(entity: ScanEntity): Workload[] {
    const id = entity.annotations[KUBERNETES_ID] ?? entity.name;
    return [
      ...new Set([
        ...this.#selectable(entity.annotations[LABEL_SELECTOR]),
        ...(this.#byLabel.get(`${KUBERNETES_ID}=${id}`) ?? []),
        ...(this.#byLabel.get(`${NAME_LABEL}=${entity.name}`) ?? []),
        ...(this.#byName.get(entity.name) ?? []),
      ]),
    ];
  }

  /** Those with one label that a selector asks for, where it asks for one. */
  #selectable(selector: string | undefined): Iterable<Workload> {
    if (selector === undefined) {
      return [];
    }
    const equality =
      /(?:^|,)\s*([\w./-]{1,320})\s*={1,2}\s*([\w.-]{1,63})\s*(?:,|$)/.exec(
        selector.slice(0, 2000),
      );
    return equality
      ? this.#byLabel.get(`${equality[1]}=${equality[2]}`) ?? []
      : this.all;
  }
}

function push(
  map: Map<string, Set<Workload>>,
  key: string,
  workload: Workload,
): void {
  const known = map.get(key);
  if (known) {
    known.add(workload);
  } else {
    map.set(key, new Set([workload]));
  }
}

function pick(
  values: Readonly<Record<string, string>>,
  name: string,
): Record<string, string> {
  return values[name] === undefined ? {} : { [name]: values[name] };
}

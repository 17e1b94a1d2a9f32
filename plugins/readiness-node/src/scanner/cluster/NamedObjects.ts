import { namesEntity } from '../attribution/attributeObjects';
import { stringEntriesAt } from '../json/values';
import type { KubernetesObject } from '../kubernetes/objects';
import type { ScanEntity } from '../types';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const NAME_LABEL = 'app.kubernetes.io/name';

/** Objects by what they may name an entity with. */
export class NamedObjects {
  readonly #byName = new Map<string, Set<KubernetesObject>>();

  constructor(objects: readonly KubernetesObject[]) {
    for (const object of objects) {
      const labels = {
        ...stringEntriesAt(object.object, 'metadata', 'annotations'),
        ...stringEntriesAt(object.object, 'metadata', 'labels'),
      };
      for (const name of [
        object.name,
        labels[KUBERNETES_ID],
        labels[NAME_LABEL],
      ]) {
        if (name !== undefined) {
          this.#byName.set(
            name,
            (this.#byName.get(name) ?? new Set<KubernetesObject>()).add(object),
          );
        }
      }
    }
  }

  of(entity: ScanEntity): KubernetesObject[] {
    const id = entity.annotations[KUBERNETES_ID] ?? entity.name;
    return [...new Set([id, entity.name])]
      .flatMap(name => [...(this.#byName.get(name) ?? [])])
      .filter(object => namesEntity(object, entity));
  }
}

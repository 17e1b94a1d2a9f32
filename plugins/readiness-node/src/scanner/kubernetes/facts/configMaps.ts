import { Member } from '../../facts/Member';
import { stringEntriesAt } from '../../json/values';
import { findSecretInVariable, findSecretsInText } from '../../secrets';
import type { KubernetesObject, ObjectSet } from '../objects';

/** The ConfigMaps among objects. */
export function readConfigMaps(objects: ObjectSet): KubernetesObject[] {
  return objects.ofKind('ConfigMap').filter(object => object.group === '');
}

/** A ConfigMap as a member of the list fact `configMaps`. */
export function configMapMember(configMap: KubernetesObject): Member {
  const clear = Object.entries(stringEntriesAt(configMap.object, 'data'))
    .filter(
      ([key, value]) =>
        findSecretInVariable(key, value) !== undefined ||
        // A key may hold a whole file.
        (value.includes('\n') && findSecretsInText(value).length > 0),
    )
    .map(([key]) => key);
  return new Member(configMap.key, configMap.origin)
    .set('name', configMap.name)
    .set(
      'clearSecrets',
      clear,
      clear.length > 0 ? configMap.originOf(['data', clear[0]]) : undefined,
    );
}

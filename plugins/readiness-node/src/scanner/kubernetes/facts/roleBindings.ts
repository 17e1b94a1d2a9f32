import type { JsonValue } from '@backstage/types';
import { Member } from '../../facts/Member';
import { listAt, stringAt } from '../../json/values';
import type { KubernetesObject, ObjectSet } from '../objects';
import { SECRET_VERBS, secretVerbsOf } from './roles';

/**
 * What the roles that every cluster has grant on Secrets:
 * kubernetes.io, Using RBAC Authorization, user-facing roles.
 */
const BUILT_IN_SECRET_VERBS: Readonly<Record<string, readonly string[]>> = {
  admin: SECRET_VERBS,
  'cluster-admin': SECRET_VERBS,
  edit: SECRET_VERBS,
  view: [],
};

/** A service account, wherever a binding may name one. */
export interface AccountReference {
  /** `*` where a binding names all accounts. */
  name: string;
  /** Empty where none is written, `*` where it names all. */
  namespace: string;
}

function readSubject(
  subject: JsonValue,
  binding: KubernetesObject,
): AccountReference | undefined {
  const kind = stringAt(subject, 'kind');
  const name = stringAt(subject, 'name') ?? '';
  if (kind === 'ServiceAccount') {
    return {
      name,
      namespace: stringAt(subject, 'namespace') ?? binding.namespace,
    };
  }
  const parts = name.split(':');
  if (kind === 'User' && name.startsWith('system:serviceaccount:')) {
    return { namespace: parts[2] ?? '', name: parts[3] ?? '' };
  }
  if (kind === 'Group' && name.startsWith('system:serviceaccounts')) {
    return { namespace: parts[2] ?? '*', name: '*' };
  }
  if (kind === 'Group' && name === 'system:authenticated') {
    return { namespace: '*', name: '*' };
  }
  return undefined;
}

/** The RoleBindings and ClusterRoleBindings among objects. */
export function readRoleBindings(objects: ObjectSet): KubernetesObject[] {
  return objects
    .ofKind('RoleBinding', 'ClusterRoleBinding')
    .filter(object => object.group === 'rbac.authorization.k8s.io');
}

/** The service accounts that a binding names. */
export function accountsOf(binding: KubernetesObject): AccountReference[] {
  return listAt(binding.object, 'subjects').flatMap(subject => {
    const account = readSubject(subject, binding);
    return account ? [account] : [];
  });
}

/** The roles among the objects that a binding names. */
export function rolesOf(
  binding: KubernetesObject,
  objects: ObjectSet,
): KubernetesObject[] {
  const kind = stringAt(binding.object, 'roleRef', 'kind') ?? '';
  const name = stringAt(binding.object, 'roleRef', 'name') ?? '';
  return objects.named(kind, name, binding);
}

function secretVerbs(
  binding: KubernetesObject,
  objects: ObjectSet,
): string[] | undefined {
  if (accountsOf(binding).length === 0) {
    return [];
  }
  const roles = rolesOf(binding, objects);
  if (roles.length > 0) {
    const granted = new Set(roles.flatMap(secretVerbsOf));
    return SECRET_VERBS.filter(verb => granted.has(verb));
  }
  const name = stringAt(binding.object, 'roleRef', 'name') ?? '';
  const isBuiltIn =
    stringAt(binding.object, 'roleRef', 'kind') === 'ClusterRole' &&
    Object.hasOwn(BUILT_IN_SECRET_VERBS, name);
  return isBuiltIn ? [...BUILT_IN_SECRET_VERBS[name]] : undefined;
}

/** A binding as a member of the list fact `roleBindings`. */
export function roleBindingMember(
  binding: KubernetesObject,
  objects: ObjectSet,
): Member {
  const role = binding.originOf(['roleRef', 'name']);
  return new Member(binding.key, binding.origin)
    .set('kind', binding.kind)
    .set('name', binding.name)
    .set(
      'clusterAdmin',
      stringAt(binding.object, 'roleRef', 'kind') === 'ClusterRole' &&
        stringAt(binding.object, 'roleRef', 'name') === 'cluster-admin' &&
        accountsOf(binding).length > 0,
      role,
    )
    .setIfKnown('secretVerbs', secretVerbs(binding, objects), {
      origin: role,
      otherwise: `the role that ${binding.name} binds is not in ${objects.where}`,
    });
}

import type { JsonValue } from '@backstage/types';
import { Member } from '../../facts/Member';
import { listAt, stringsAt } from '../../json/values';
import type { NodePath } from '../../yaml';
import type { KubernetesObject, ObjectSet } from '../objects';

/** What a role may do with Secrets, of what least privilege asks about. */
export const SECRET_VERBS = ['get', 'list', 'watch', 'create', 'delete'];

/** The Roles and ClusterRoles among objects. */
export function readRoles(objects: ObjectSet): KubernetesObject[] {
  return objects
    .ofKind('Role', 'ClusterRole')
    .filter(object => object.group === 'rbac.authorization.k8s.io');
}

function wildcardsOf(rule: JsonValue): string[] {
  const resources = stringsAt(rule, 'resources');
  return [
    ...(stringsAt(rule, 'verbs').includes('*')
      ? [
          resources.includes('*') || resources.length === 0
            ? 'verbs'
            : `verbs of ${resources.join(', ')}`,
        ]
      : []),
    ...(resources.includes('*') ? ['resources'] : []),
  ];
}

/** A role as a member of the list fact `roles`. */
export function roleMember(role: KubernetesObject): Member {
  const wildcards: string[] = [];
  let first: NodePath | undefined;
  for (const [index, rule] of listAt(role.object, 'rules').entries()) {
    const found = wildcardsOf(rule);
    if (found.length > 0 && !first) {
      first = [
        'rules',
        index,
        found[0].startsWith('verbs') ? 'verbs' : 'resources',
      ];
    }
    wildcards.push(...found);
  }
  return new Member(role.key, role.origin)
    .set('kind', role.kind)
    .set('name', role.name)
    .set('wildcards', [...new Set(wildcards)], first && role.originOf(first));
}

/** Of {@link SECRET_VERBS}, those that a role grants. */
export function secretVerbsOf(role: KubernetesObject): string[] {
  const granted = new Set<string>();
  for (const rule of listAt(role.object, 'rules')) {
    const groups = stringsAt(rule, 'apiGroups');
    const resources = stringsAt(rule, 'resources');
    if (
      (groups.includes('') || groups.includes('*')) &&
      (resources.includes('secrets') || resources.includes('*'))
    ) {
      const verbs = stringsAt(rule, 'verbs');
      for (const verb of verbs.includes('*') ? SECRET_VERBS : verbs) {
        granted.add(verb);
      }
    }
  }
  return SECRET_VERBS.filter(verb => granted.has(verb));
}

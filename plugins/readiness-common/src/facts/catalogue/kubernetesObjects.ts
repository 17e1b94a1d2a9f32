import { defineListFact, field } from '../define';

const CLUSTER = ['kubernetes', 'repository'];

/** HorizontalPodAutoscalers and KEDA ScaledObjects. */
export const autoscalers = defineListFact({
  name: 'autoscalers',
  singular: 'autoscaler',
  description: 'The autoscalers of the service.',
  suppliedBy: CLUSTER,
  fields: {
    kind: field('string', 'HorizontalPodAutoscaler or ScaledObject.'),
    name: field('string', 'The name of the object.'),
    target: field('string', 'The workload it names, as kind/name.'),
    targetExists: field('bool', 'The workload it names exists.'),
    minReplicas: field('int', 'Its minimum, 1 where none is given.'),
    maxReplicas: field('int', 'Its maximum.'),
  },
});

/** PodDisruptionBudgets. */
export const disruptionBudgets = defineListFact({
  name: 'disruptionBudgets',
  singular: 'budget',
  description: 'The disruption budgets of the service.',
  suppliedBy: CLUSTER,
  fields: {
    name: field('string', 'The name of the object.'),
    states: field('string', 'What it states, such as "minAvailable 3".'),
    allowsEviction: field(
      'bool',
      'Allows at least one eviction at the minimum number of replicas of what it selects.',
    ),
  },
});

/** Roles and ClusterRoles that the service brings or is bound to. */
export const roles = defineListFact({
  name: 'roles',
  singular: 'role',
  description: 'The access roles of the service.',
  suppliedBy: CLUSTER,
  fields: {
    kind: field('string', 'Role or ClusterRole.'),
    name: field('string', 'The name of the object.'),
    wildcards: field(
      'strings',
      'Where a wildcard stands: "verbs of secrets", "resources".',
    ),
  },
});

/** RoleBindings and ClusterRoleBindings to the service's accounts. */
export const roleBindings = defineListFact({
  name: 'roleBindings',
  singular: 'binding',
  description: 'The bindings that give the service its access.',
  suppliedBy: CLUSTER,
  fields: {
    kind: field('string', 'RoleBinding or ClusterRoleBinding.'),
    name: field('string', 'The name of the object.'),
    clusterAdmin: field('bool', 'Binds cluster-admin to a service account.'),
    secretVerbs: field(
      'strings',
      'Of get, list, watch, create, delete: those it grants on secrets.',
    ),
  },
});

/** ConfigMaps. */
export const configMaps = defineListFact({
  name: 'configMaps',
  singular: 'configMap',
  description: 'The ConfigMaps of the service.',
  suppliedBy: CLUSTER,
  fields: {
    name: field('string', 'The name of the object.'),
    clearSecrets: field(
      'strings',
      'Keys that hold a secret in clear: names, never values.',
    ),
  },
});

/** Ingresses, Gateways and Routes that lead to the service. */
export const ingresses = defineListFact({
  name: 'ingresses',
  singular: 'ingress',
  description: 'Where traffic enters: Ingresses, Gateways and Routes.',
  suppliedBy: CLUSTER,
  fields: {
    kind: field('string', 'Ingress, Gateway, HTTPRoute or Route.'),
    name: field('string', 'The name of the object.'),
    withoutTls: field(
      'strings',
      'Hosts, listeners or routes that are served without TLS.',
    ),
  },
});

/** cert-manager Certificates. */
export const certificates = defineListFact({
  name: 'certificates',
  singular: 'certificate',
  description: 'The certificates that serve the service.',
  suppliedBy: ['kubernetes'],
  fields: {
    name: field('string', 'The name of the object.'),
    notAfter: field('timestamp', 'When it expires.'),
  },
});

import { listAt, stringAt, valueAt } from '../json/values';
import type { KubernetesModel } from '../kubernetes/KubernetesModel';
import {
  backendsOf,
  readIngresses,
  routesOfGateway,
} from '../kubernetes/facts/ingresses';
import {
  accountsOf,
  readRoleBindings,
  rolesOf,
} from '../kubernetes/facts/roleBindings';
import {
  isSameNamespace,
  readLabelSelector,
  type KubernetesObject,
} from '../kubernetes/objects';
import {
  configMapNames,
  secretNames,
} from '../kubernetes/workloads/environment';
import type { Workload } from '../kubernetes/workloads/Workload';

/** Kinds that select pods by `spec.selector`, besides budgets and policies. */
const POD_SELECTING_KINDS = [
  'AuthorizationPolicy',
  'PeerAuthentication',
  'PodMonitor',
  'RequestAuthentication',
  'Sidecar',
];

/** What makes the Secret that a workload reads, and how it names it. */
const SECRET_MAKERS: Readonly<Record<string, readonly string[]>> = {
  Certificate: ['spec', 'secretName'],
  ExternalSecret: ['spec', 'target', 'name'],
  OnePasswordItem: ['metadata', 'name'],
  SealedSecret: ['spec', 'template', 'metadata', 'name'],
  VaultDynamicSecret: ['spec', 'destination', 'name'],
  VaultStaticSecret: ['spec', 'destination', 'name'],
};

function accountOf(
  workload: Workload,
  model: KubernetesModel,
): KubernetesObject[] {
  const name =
    stringAt(workload.podSpec, 'serviceAccountName') ??
    stringAt(workload.podSpec, 'serviceAccount') ??
    'default';
  return model.objects.named('ServiceAccount', name, workload);
}

function bindingsOf(
  workload: Workload,
  model: KubernetesModel,
): KubernetesObject[] {
  const name = stringAt(workload.podSpec, 'serviceAccountName') ?? 'default';
  return readRoleBindings(model.objects).filter(binding =>
    accountsOf(binding).some(
      account =>
        (account.name === name || account.name === '*') &&
        (account.namespace === '*' || isSameNamespace(account, workload)),
    ),
  );
}

function configurationOf(
  workload: Workload,
  model: KubernetesModel,
): KubernetesObject[] {
  const { objects } = model;
  const secrets = secretNames(workload);
  const volumes = listAt(workload.podSpec, 'volumes');
  return [
    ...configMapNames(workload).flatMap(name =>
      objects.named('ConfigMap', name, workload),
    ),
    ...secrets.flatMap(name => objects.named('Secret', name, workload)),
    ...objects
      .ofKind(...Object.keys(SECRET_MAKERS))
      .filter(
        maker =>
          isSameNamespace(maker, workload) &&
          secrets.includes(
            stringAt(maker.object, ...SECRET_MAKERS[maker.kind]) ?? maker.name,
          ),
      ),
    ...volumes.flatMap(volume => [
      ...objects.named(
        'PersistentVolumeClaim',
        stringAt(volume, 'persistentVolumeClaim', 'claimName') ?? '',
        workload,
      ),
      ...objects.named(
        'SecretProviderClass',
        stringAt(volume, 'csi', 'volumeAttributes', 'secretProviderClass') ??
          '',
        workload,
      ),
    ]),
  ];
}

function waysIn(
  services: readonly KubernetesObject[],
  model: KubernetesModel,
): KubernetesObject[] {
  const leadsToService = (ingress: KubernetesObject) =>
    services.some(
      service =>
        isSameNamespace(service, ingress) &&
        backendsOf(ingress).includes(service.name),
    );
  const ingresses = readIngresses(model.objects);
  const direct = ingresses.filter(leadsToService);
  const gateways = ingresses.filter(
    ingress =>
      ingress.kind === 'Gateway' &&
      routesOfGateway(ingress, model.objects).some(route =>
        direct.includes(route),
      ),
  );
  return [...direct, ...gateways];
}

function selecting(
  workload: Workload,
  services: readonly KubernetesObject[],
  model: KubernetesModel,
): KubernetesObject[] {
  const { objects } = model;
  return [
    ...model.networkPoliciesOf(workload).map(policy => policy.object),
    ...objects.ofKind(...POD_SELECTING_KINDS).filter(
      object =>
        isSameNamespace(object, workload) &&
        // Without a selector they hold for the whole namespace.
        (readLabelSelector(valueAt(object.object, 'spec', 'selector') ?? {})?.(
          workload.podLabels,
        ) ??
          false),
    ),
    ...objects.ofKind('ServiceMonitor').filter(monitor => {
      const selects = readLabelSelector(
        valueAt(monitor.object, 'spec', 'selector'),
      );
      return services.some(service =>
        selects?.(
          Object.fromEntries(
            Object.entries(
              valueAt(service.object, 'metadata', 'labels') ?? {},
            ).map(([key, value]) => [key, String(value)]),
          ),
        ),
      );
    }),
  ];
}

/**
 * The objects that a workload needs or that name it: its Services and what
 * leads to them, budgets, autoscalers, policies, its account with what it may
 * do, and where its configuration comes from.
 */
export function relatedObjects(
  workload: Workload,
  model: KubernetesModel,
): Set<KubernetesObject> {
  const services = model.servicesOf(workload);
  const bindings = bindingsOf(workload, model);
  return new Set([
    workload.object,
    ...model.autoscalersOf(workload).map(autoscaler => autoscaler.object),
    ...model.budgetsOf(workload).map(budget => budget.object),
    ...services,
    ...waysIn(services, model),
    ...accountOf(workload, model),
    ...bindings,
    ...bindings.flatMap(binding => rolesOf(binding, model.objects)),
    ...configurationOf(workload, model),
    ...selecting(workload, services, model),
  ]);
}

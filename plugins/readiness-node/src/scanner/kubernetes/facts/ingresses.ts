import type { JsonValue } from '@backstage/types';
import { Member } from '../../facts/Member';
import {
  booleanAt,
  isRecord,
  listAt,
  recordAt,
  stringAt,
  stringEntriesAt,
  stringsAt,
  valueAt,
} from '../../json/values';
import type { KubernetesObject, ObjectSet } from '../objects';

/**
 * Annotations by which a cloud's load balancer gets its certificate, so that
 * an Ingress needs no `tls`.
 */
const CERTIFICATE_ANNOTATIONS = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'networking.gke.io/managed-certificates',
];

/** Kinds by which traffic enters, and the group of each. */
const INGRESS_GROUPS: Readonly<Record<string, readonly string[]>> = {
  Gateway: ['gateway.networking.k8s.io', 'networking.istio.io'],
  HTTPRoute: ['gateway.networking.k8s.io'],
  Ingress: ['networking.k8s.io', 'extensions'],
  Route: ['route.openshift.io'],
};

/** The Ingresses, Gateways, HTTPRoutes and Routes among objects. */
export function readIngresses(objects: ObjectSet): KubernetesObject[] {
  return objects
    .ofKind(...Object.keys(INGRESS_GROUPS))
    .filter(object => INGRESS_GROUPS[object.kind].includes(object.group));
}

function coversHost(pattern: string, host: string): boolean {
  return (
    pattern === host ||
    (pattern.startsWith('*.') &&
      host.slice(host.indexOf('.')) === pattern.slice(1))
  );
}

function ingressWithoutTls(ingress: KubernetesObject): string[] {
  const annotations = stringEntriesAt(
    ingress.object,
    'metadata',
    'annotations',
  );
  if (
    CERTIFICATE_ANNOTATIONS.some(name => annotations[name]) ||
    annotations['traefik.ingress.kubernetes.io/router.tls'] === 'true'
  ) {
    return [];
  }
  const tls = listAt(ingress.object, 'spec', 'tls');
  // An entry without hosts is for whatever host there is.
  const coversAll = tls.some(entry => stringsAt(entry, 'hosts').length === 0);
  const covered = tls.flatMap(entry => stringsAt(entry, 'hosts'));
  const rules = listAt(ingress.object, 'spec', 'rules');
  const hosts =
    rules.length > 0 ? rules.map(rule => stringAt(rule, 'host') ?? '*') : ['*'];
  return [
    ...new Set(
      hosts.filter(
        host =>
          !coversAll &&
          !(host === '*' && covered.length > 0) &&
          !covered.some(pattern => coversHost(pattern, host)),
      ),
    ),
  ];
}

/** Whether all that a route does is to send people to HTTPS. */
function redirectsToHttps(route: KubernetesObject): boolean {
  const rules = listAt(route.object, 'spec', 'rules');
  return (
    rules.length > 0 &&
    rules.every(rule =>
      listAt(rule, 'filters').some(
        filter =>
          stringAt(filter, 'type') === 'RequestRedirect' &&
          stringAt(filter, 'requestRedirect', 'scheme') === 'https',
      ),
    )
  );
}

/** References of a route to a Gateway: all listeners, or one section. */
function parentsOf(route: KubernetesObject): JsonValue[] {
  return listAt(route.object, 'spec', 'parentRefs').filter(
    parent => (stringAt(parent, 'kind') ?? 'Gateway') === 'Gateway',
  );
}

function gatewaysOf(
  parent: JsonValue,
  route: KubernetesObject,
  objects: ObjectSet,
): KubernetesObject[] {
  return objects
    .named('Gateway', stringAt(parent, 'name') ?? '', {
      namespace: stringAt(parent, 'namespace') ?? route.namespace,
    })
    .filter(gateway => gateway.group === 'gateway.networking.k8s.io');
}

/** The HTTPRoutes that a listener of a Gateway serves. */
function routesOf(
  gateway: KubernetesObject,
  listener: string | undefined,
  objects: ObjectSet,
): KubernetesObject[] {
  return objects.ofKind('HTTPRoute').filter(route =>
    parentsOf(route).some(parent => {
      const section = stringAt(parent, 'sectionName');
      return (
        gatewaysOf(parent, route, objects).includes(gateway) &&
        (section === undefined || section === listener)
      );
    }),
  );
}

function isPlainListener(listener: JsonValue): boolean {
  return stringAt(listener, 'protocol') === 'HTTP';
}

function gatewayWithoutTls(
  gateway: KubernetesObject,
  objects: ObjectSet,
): string[] {
  return listAt(gateway.object, 'spec', 'listeners').flatMap(
    (listener, index) => {
      const name = stringAt(listener, 'name');
      if (!isPlainListener(listener)) {
        return [];
      }
      const routes = routesOf(gateway, name, objects);
      return routes.length > 0 && routes.every(redirectsToHttps)
        ? []
        : [name ?? `listeners[${index}]`];
    },
  );
}

function istioGatewayWithoutTls(gateway: KubernetesObject): string[] {
  return listAt(gateway.object, 'spec', 'servers').flatMap((server, index) => {
    const protocol = stringAt(server, 'port', 'protocol')?.toUpperCase() ?? '';
    return ['HTTP', 'HTTP2', 'GRPC'].includes(protocol) &&
      booleanAt(server, 'tls', 'httpsRedirect') !== true
      ? [stringAt(server, 'port', 'name') ?? `servers[${index}]`]
      : [];
  });
}

/** Undefined where a Gateway of the route is not among the objects. */
function routeWithoutTls(
  route: KubernetesObject,
  objects: ObjectSet,
): string[] | undefined {
  if (redirectsToHttps(route)) {
    return [];
  }
  const hosts = stringsAt(route.object, 'spec', 'hostnames');
  const parents = parentsOf(route);
  let isKnown = parents.length > 0;
  for (const parent of parents) {
    const gateways = gatewaysOf(parent, route, objects);
    const section = stringAt(parent, 'sectionName');
    const listeners = gateways
      .flatMap(gateway => listAt(gateway.object, 'spec', 'listeners'))
      .filter(
        listener =>
          section === undefined || stringAt(listener, 'name') === section,
      );
    if (listeners.some(isPlainListener)) {
      return hosts.length > 0 ? hosts : [route.name];
    }
    isKnown &&= listeners.length > 0;
  }
  return isKnown ? [] : undefined;
}

function openShiftRouteWithoutTls(route: KubernetesObject): string[] {
  const tls = valueAt(route.object, 'spec', 'tls');
  const isEncrypted =
    isRecord(tls) && stringAt(tls, 'insecureEdgeTerminationPolicy') !== 'Allow';
  return isEncrypted
    ? []
    : [stringAt(route.object, 'spec', 'host') ?? route.name];
}

function withoutTls(
  object: KubernetesObject,
  objects: ObjectSet,
): string[] | undefined {
  switch (object.kind) {
    case 'Gateway':
      return object.group === 'networking.istio.io'
        ? istioGatewayWithoutTls(object)
        : gatewayWithoutTls(object, objects);
    case 'HTTPRoute':
      return routeWithoutTls(object, objects);
    case 'Route':
      return openShiftRouteWithoutTls(object);
    default:
      return ingressWithoutTls(object);
  }
}

/** Names of the Services that traffic is sent to. */
export function backendsOf(ingress: KubernetesObject): string[] {
  const { object } = ingress;
  const rules = listAt(object, 'spec', 'rules');
  const backends: Array<string | undefined> = [];
  if (ingress.kind === 'Ingress') {
    const paths = rules.flatMap(rule => listAt(rule, 'http', 'paths'));
    for (const backend of [
      recordAt(object, 'spec', 'defaultBackend'),
      recordAt(object, 'spec', 'backend'),
      ...paths.map(path => recordAt(path, 'backend')),
    ]) {
      backends.push(
        stringAt(backend, 'service', 'name'),
        stringAt(backend, 'serviceName'),
      );
    }
  } else if (ingress.kind === 'HTTPRoute') {
    backends.push(
      ...rules
        .flatMap(rule => listAt(rule, 'backendRefs'))
        .filter(
          backend => (stringAt(backend, 'kind') ?? 'Service') === 'Service',
        )
        .map(backend => stringAt(backend, 'name')),
    );
  } else if (ingress.kind === 'Route') {
    backends.push(
      stringAt(object, 'spec', 'to', 'name'),
      ...listAt(object, 'spec', 'alternateBackends').map(backend =>
        stringAt(backend, 'name'),
      ),
    );
  }
  return [...new Set(backends.filter(backend => backend !== undefined))];
}

/** The HTTPRoutes through which a Gateway serves. */
export function routesOfGateway(
  gateway: KubernetesObject,
  objects: ObjectSet,
): KubernetesObject[] {
  return objects
    .ofKind('HTTPRoute')
    .filter(route =>
      parentsOf(route).some(parent =>
        gatewaysOf(parent, route, objects).includes(gateway),
      ),
    );
}

/** A way in as a member of the list fact `ingresses`. */
export function ingressMember(
  ingress: KubernetesObject,
  objects: ObjectSet,
): Member {
  return new Member(ingress.key, ingress.origin)
    .set('kind', ingress.kind)
    .set('name', ingress.name)
    .setIfKnown('withoutTls', withoutTls(ingress, objects), {
      origin: ingress.originOf(['spec', 'tls']),
      otherwise: `the Gateway of ${ingress.name} is not in ${objects.where}`,
    });
}

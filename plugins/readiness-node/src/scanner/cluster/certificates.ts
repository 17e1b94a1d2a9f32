import { Member } from '../facts/Member';
import { listAt, stringAt } from '../json/values';
import { isSameNamespace, type KubernetesObject } from '../kubernetes/objects';

/**
 * The cert-manager Certificates whose Secrets serve the ways in to a service.
 * One that was never issued has no end, and is no member.
 */
export function certificateMembers(
  certificates: readonly KubernetesObject[],
  objects: readonly KubernetesObject[],
): Member[] {
  const served = objects
    .filter(({ kind }) => kind === 'Ingress' || kind === 'Gateway')
    .flatMap(way => secretsOf(way).map(secret => ({ way, secret })));
  const own = new Set(objects);
  return certificates
    .filter(
      certificate =>
        certificate.group === 'cert-manager.io' &&
        (own.has(certificate) ||
          served.some(
            ({ way, secret }) =>
              secret === stringAt(certificate.object, 'spec', 'secretName') &&
              isSameNamespace(way, certificate),
          )),
    )
    .flatMap(certificate => {
      const notAfter = stringAt(certificate.object, 'status', 'notAfter');
      const member = new Member(certificate.key, certificate.origin).set(
        'name',
        certificate.name,
      );
      return notAfter === undefined ? [] : [member.set('notAfter', notAfter)];
    });
}

/** Secrets from which an Ingress or a Gateway takes its certificates. */
function secretsOf(way: KubernetesObject): string[] {
  const names = [
    ...listAt(way.object, 'spec', 'tls').map(tls =>
      stringAt(tls, 'secretName'),
    ),
    ...listAt(way.object, 'spec', 'listeners').flatMap(listener =>
      listAt(listener, 'tls', 'certificateRefs').map(ref =>
        stringAt(ref, 'name'),
      ),
    ),
  ];
  return names.filter(name => name !== undefined);
}

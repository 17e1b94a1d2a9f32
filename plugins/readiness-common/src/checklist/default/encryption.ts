import { DATASTORE_EXISTS } from './conditions';
import { defineQuestion } from './defineQuestion';
import { everyObject, everyWorkload } from './rules';
import { FAILING_NAME, failingOr, snippetStep } from './templates';

export const encryption = defineQuestion({
  id: 'encryption',
  question: {
    number: 9,
    title: 'Is traffic encrypted where required?',
    shortTitle: 'Encryption',
    quality: 'security',
  },
  checks: {
    'ingress-tls': {
      level: 'bronze',
      title: 'Every way in is served with TLS',
      rules: [
        everyObject({
          each: 'ingresses',
          singular: 'ingress',
          rule: 'ingress.withoutTls.size() == 0',
          found: `{{ ingress.withoutTls.size() == 0 ? 'TLS everywhere' : 'no TLS on ' + ingress.withoutTls.join(', ') }}`,
        }),
      ],
      expected: 'TLS on every host, listener and route',
      fix: {
        title: `Serve ${failingOr('every way in')} with TLS`,
        steps: [
          snippetStep(
            'With cert-manager, in the Ingress:',
            'yaml',
            `
metadata:
  annotations:
    cert-manager.io/cluster-issuer: NAME-OF-THE-ISSUER
spec:
  tls:
    - hosts: ['{{ entity.name }}.example.com']
      secretName: {{ entity.name }}-tls
`,
          ),
          'In a Gateway, give each listener `protocol: HTTPS` and `tls.certificateRefs`; let the one on port 80 redirect only.',
        ],
        url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
      },
      sameAs: ['Polaris tlsSettingsMissing'],
    },
    'certificate-valid': {
      level: 'silver',
      title: 'No certificate expires within {{ params.days }} days',
      params: { days: 14 },
      rules: [
        {
          each: 'certificates',
          // A service without a certificate of its own is served by another's;
          // that there is TLS at all is what `ingress-tls` says.
          whenEmpty: 'not-applicable',
          rule: 'certificate.notAfter >= now + days(params.days)',
          found:
            "{{ certificate.notAfter < now ? 'an expired certificate' : string((certificate.notAfter - now).getHours() / 24) + ' days left' }}",
        },
      ],
      expected: 'at least {{ params.days }} days before expiry',
      fix: {
        title: `Renew ${failingOr('every certificate')}`,
        steps: [
          'Read why cert-manager did not renew it: `kubectl describe certificate NAME`, then its CertificateRequest, Order and Challenge.',
          'Once the cause is gone, start it again: `cmctl renew NAME`.',
        ],
        url: 'https://cert-manager.io/docs/troubleshooting/',
      },
    },
    'network-policy': {
      level: 'silver',
      title: 'A network policy selects the pods',
      rules: [
        everyWorkload({
          rule: 'workload.networkPolicy',
          found:
            "{{ workload.networkPolicy ? 'a policy that selects its pods' : 'no policy that selects its pods' }}",
        }),
      ],
      expected: 'a NetworkPolicy for the pods of every workload',
      fix: {
        title: `Add a network policy that selects the pods of ${failingOr(
          'every workload',
        )}`,
        steps: [
          snippetStep(
            'Allow who calls the service, and nobody else:',
            'yaml',
            `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${FAILING_NAME}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: ${FAILING_NAME}
  policyTypes: ['Ingress']
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: NAME-OF-THE-CALLER
`,
          ),
        ],
        url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
      },
      sameAs: ['kube-linter non-isolated-pod', 'kube-score pod-networkpolicy'],
    },
    'encrypted-at-rest': {
      level: 'silver',
      title: 'Data is encrypted at rest',
      rules: [
        {
          when: DATASTORE_EXISTS,
          rule: 'datastore.encryptedAtRest',
          found:
            "{{ datastore.encryptedAtRest ? 'encryption' : 'no encryption' }}",
        },
      ],
      expected: 'a datastore that keeps its data encrypted',
      fix: {
        title: 'Keep the data encrypted',
        steps: [
          'Enable encryption in the managed database, or give the volumes a storage class that encrypts. Most can only be chosen at creation: plan a copy and a switch.',
          snippetStep(
            'For a volume on AWS, for instance:',
            'yaml',
            `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: encrypted
provisioner: ebs.csi.aws.com
parameters:
  encrypted: 'true'
`,
          ),
          'Where the provider encrypts everything, attest it with a link to the page that says so.',
        ],
      },
    },
    'encrypted-in-transit': {
      level: 'gold',
      title: 'Traffic inside is encrypted',
      rules: [
        {
          rule: 'transit.encrypted',
          found: "{{ transit.encrypted ? 'encryption' : 'no encryption' }}",
        },
      ],
      expected: 'strict mutual TLS, or encryption to the datastores declared',
      fix: {
        title: 'Encrypt what travels inside',
        steps: [
          snippetStep(
            'With Istio, be strict in the namespace:',
            'yaml',
            `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
spec:
  mtls:
    mode: STRICT
`,
          ),
          'Without a mesh, declare encryption in each connection, such as `sslmode=verify-full` for PostgreSQL.',
        ],
        url: 'https://istio.io/latest/docs/tasks/security/authentication/mtls-migration/',
      },
    },
  },
});

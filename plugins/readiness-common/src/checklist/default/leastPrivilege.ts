import { defineQuestion } from './defineQuestion';
import { everyObject, everyWorkload } from './rules';
import { FAILING_NAME, failingOr, snippetStep } from './templates';

const SECURITY_CONTEXT_URL =
  'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/';

const RBAC_URL =
  'https://kubernetes.io/docs/concepts/security/rbac-good-practices/';

export const leastPrivilege = defineQuestion({
  id: 'least-privilege',
  question: {
    number: 8,
    title: 'Are access permissions based on least privilege?',
    shortTitle: 'Access',
    quality: 'security',
  },
  asksDeprecated: true,
  checks: {
    'own-service-account': {
      level: 'bronze',
      title: 'Workloads run as a service account of their own',
      rules: [
        everyWorkload({
          rule: 'workload.ownServiceAccount',
          found:
            "{{ workload.ownServiceAccount ? 'a service account of its own' : 'the default service account' }}",
        }),
      ],
      expected: 'a service account other than default',
      fix: {
        title: `Give ${failingOr(
          'every workload',
        )} a service account of its own`,
        steps: [
          snippetStep(
            'Add the account, and name it in the pod template:',
            'yaml',
            `
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${FAILING_NAME}
automountServiceAccountToken: false
---
# in the pod template of the workload
spec:
  serviceAccountName: ${FAILING_NAME}
`,
          ),
          'Mount its token only where the service talks to the Kubernetes API.',
        ],
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
      },
      sameAs: ['kube-linter default-service-account'],
    },
    'no-cluster-admin': {
      level: 'bronze',
      title: 'Nothing is bound to cluster-admin',
      rules: [
        everyObject({
          each: 'roleBindings',
          singular: 'binding',
          rule: '!binding.clusterAdmin',
          found:
            "{{ binding.clusterAdmin ? 'a binding to cluster-admin' : 'a binding to another role' }}",
        }),
      ],
      expected: 'no binding to cluster-admin',
      fix: {
        title: `Replace cluster-admin in ${failingOr(
          'every binding',
        )} by a role of its own`,
        steps: [
          'Find what the service really asks of the Kubernetes API: its audit log tells.',
          snippetStep(
            'Grant that alone, in the namespace alone:',
            'yaml',
            `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: {{ entity.name }}
rules:
  - apiGroups: ['']
    resources: ['configmaps']
    verbs: ['get', 'list', 'watch']
`,
          ),
        ],
        url: RBAC_URL,
      },
      sameAs: ['kube-linter cluster-admin-role-binding'],
    },
    'no-wildcard-rbac': {
      level: 'bronze',
      title: 'No role grants by wildcard',
      rules: [
        everyObject({
          each: 'roles',
          singular: 'role',
          rule: 'role.wildcards.size() == 0',
          found: `{{ role.wildcards.size() == 0 ? 'no wildcard' : 'a wildcard in ' + role.wildcards.join(', ') }}`,
        }),
      ],
      expected: 'no wildcard in verbs or resources',
      fix: {
        title: `Name what ${failingOr('every role')} may do, and to what`,
        steps: [
          snippetStep(
            'Replace each `*` by the verbs and resources in use:',
            'yaml',
            `
rules:
  - apiGroups: ['apps']
    resources: ['deployments']
    verbs: ['get', 'list', 'watch']
`,
          ),
        ],
        url: RBAC_URL,
      },
      sameAs: ['kube-linter wildcard-in-rules'],
    },
    'no-secret-access': {
      level: 'silver',
      title: 'No binding grants access to secrets',
      rules: [
        everyObject({
          each: 'roleBindings',
          singular: 'binding',
          rule: 'binding.secretVerbs.size() == 0',
          found: `{{ binding.secretVerbs.size() == 0 ? 'no access to secrets' : binding.secretVerbs.join(', ') + ' on secrets' }}`,
        }),
      ],
      expected: 'no get, list, watch, create or delete on secrets',
      fix: {
        title: `Take secrets out of what ${failingOr('every binding')} grants`,
        steps: [
          'Remove `secrets` from the resources of the role. A pod needs no access to the API to use a secret: mount it.',
          snippetStep(
            'Where the service really manages secrets, name them one by one, and record the tradeoff:',
            'yaml',
            `
rules:
  - apiGroups: ['']
    resources: ['secrets']
    resourceNames: ['{{ entity.name }}-tls']
    verbs: ['get']
`,
          ),
        ],
        url: RBAC_URL,
      },
      sameAs: ['kube-linter access-to-secrets'],
    },
    'non-root': {
      level: 'bronze',
      title: 'No container runs as root',
      rules: [
        everyWorkload({
          rule: 'workload.rootContainers.size() == 0',
          found: `{{ workload.rootContainers.size() == 0 ? 'no container as root' : 'root, or possibly root: ' + workload.rootContainers.join(', ') }}`,
        }),
      ],
      expected: 'a user and a group other than root, for every container',
      fix: {
        title: `Run the containers of ${failingOr(
          'every workload',
        )} as a user of their own`,
        steps: [
          snippetStep(
            'In the pod template:',
            'yaml',
            `
spec:
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
`,
          ),
          snippetStep(
            'In the Dockerfile, so that it holds everywhere:',
            'dockerfile',
            `
USER 10001:10001
`,
          ),
        ],
        url: SECURITY_CONTEXT_URL,
      },
      sameAs: [
        'kube-linter run-as-non-root',
        'Polaris runAsRootAllowed',
        'kube-score container-security-context',
      ],
    },
    'not-privileged': {
      level: 'bronze',
      title: 'No container is privileged',
      rules: [
        everyWorkload({
          rule: 'workload.privilegedContainers.size() == 0',
          found: `{{ workload.privilegedContainers.size() == 0 ? 'no privileged container' : 'privileged: ' + workload.privilegedContainers.join(', ') }}`,
        }),
      ],
      expected: 'no privileged container',
      fix: {
        title: `Take privileged mode from the containers of ${failingOr(
          'every workload',
        )}`,
        steps: [
          snippetStep(
            'Drop everything, and add the one capability that is needed, if any:',
            'yaml',
            `
securityContext:
  privileged: false
  capabilities:
    drop: ['ALL']
`,
          ),
        ],
        url: SECURITY_CONTEXT_URL,
      },
      sameAs: [
        'kube-linter privileged-container',
        'Polaris runAsPrivileged',
        'kube-score container-security-context',
      ],
    },
    'no-privilege-escalation': {
      level: 'bronze',
      title: 'No container asks for privilege escalation',
      rules: [
        everyWorkload({
          rule: 'workload.escalatingContainers.size() == 0',
          found: `{{ workload.escalatingContainers.size() == 0 ? 'no container that asks for it' : 'asked for by ' + workload.escalatingContainers.join(', ') }}`,
        }),
      ],
      expected: 'no container with allowPrivilegeEscalation: true',
      fix: {
        title: `Forbid the containers of ${failingOr(
          'every workload',
        )} to escalate`,
        steps: [
          snippetStep(
            'In each container:',
            'yaml',
            `
securityContext:
  allowPrivilegeEscalation: false
`,
          ),
        ],
        url: SECURITY_CONTEXT_URL,
      },
      sameAs: [
        'kube-linter privilege-escalation-container',
        'Polaris privilegeEscalationAllowed',
      ],
    },
    'read-only-root': {
      level: 'silver',
      title: 'Root file systems are read-only',
      rules: [
        everyWorkload({
          rule: 'workload.writableRootContainers.size() == 0',
          found: `{{ workload.writableRootContainers.size() == 0 ? 'all read-only' : 'writable root file systems: ' + workload.writableRootContainers.join(', ') }}`,
        }),
      ],
      expected: 'a read-only root file system on every container',
      fix: {
        title: `Make the root file systems of ${failingOr(
          'every workload',
        )} read-only`,
        steps: [
          snippetStep(
            'In each container, with a volume for what it has to write:',
            'yaml',
            `
securityContext:
  readOnlyRootFilesystem: true
volumeMounts:
  - name: tmp
    mountPath: /tmp
---
# in the pod template
volumes:
  - name: tmp
    emptyDir: {}
`,
          ),
        ],
        url: SECURITY_CONTEXT_URL,
      },
      sameAs: [
        'kube-linter no-read-only-root-fs',
        'Polaris notReadOnlyRootFilesystem',
        'kube-score container-security-context',
      ],
    },
    'branch-protection': {
      level: 'silver',
      title: 'The default branch needs a review',
      params: { minimum: 1 },
      rules: [
        {
          rule: 'branchProtection.reviews >= params.minimum',
          found:
            "{{ branchProtection.reviews == 0 ? 'no required review' : branchProtection.reviews == 1 ? '1 required review' : string(branchProtection.reviews) + ' required reviews' }}",
        },
      ],
      expected:
        "at least {{ params.minimum }} {{ params.minimum == 1 ? 'review' : 'reviews' }} before a merge",
      fix: {
        title: 'Require a review before anything reaches the default branch',
        steps: [
          'In the settings of the repository, under Rules, add a ruleset for the default branch that requires a pull request with at least {{ params.minimum }} approval.',
          'Forbid force pushes in the same ruleset, and let nobody bypass it.',
        ],
        url: 'https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets',
      },
    },
    'audit-log': {
      level: 'silver',
      title: 'Sensitive operations are audited',
      rules: [
        {
          rule: 'audit.logged',
          found: "{{ audit.logged ? 'an audit log' : 'no audit log' }}",
        },
      ],
      expected: 'an audit log of sensitive operations',
      fix: {
        title: 'Write an audit log of sensitive operations',
        steps: [
          'Name the operations: signing in, changing permissions, reading or changing personal data, moving money, deleting.',
          'For each write who, what, on what, when, from where and whether it succeeded, to a log of its own that the service can append to and not change.',
          'Where it is done elsewhere, such as in a gateway, attest it with a link.',
        ],
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
      },
    },
  },
});

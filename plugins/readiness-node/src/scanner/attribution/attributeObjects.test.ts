import { component, deployment } from '../testing/manifestText';
import { ScanHarness } from '../testing/ScanHarness';

describe('attributeObjects', () => {
  it('gives objects to the service whose workload they belong to', async () => {
    const harness = await ScanHarness.scan({
      'catalog-info.yaml': [component('a'), component('b')].join('---'),
      'a/deploy.yaml': deployment('a', '      serviceAccountName: runner\n'),
      'b/deploy.yaml': deployment('b'),
      'shared.yaml': `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: a } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: in }
spec:
  rules: [{ host: a.example.com, http: { paths: [{ path: /, backend: { service: { name: web } } }] } }]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: scaler }
spec: { scaleTargetRef: { kind: Deployment, name: b }, maxReplicas: 4 }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: budget }
spec: { maxUnavailable: 1, selector: { matchLabels: { app: a } } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: bind }
roleRef: { kind: Role, name: role }
subjects: [{ kind: ServiceAccount, name: runner }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: role }
rules: []
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all }
spec: { podSelector: {} }
`,
      'b/settings.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: loose }\ndata: {}\n',
    });
    expect(harness.members('a', 'ingresses')).toEqual(['Ingress//in']);
    expect(harness.members('a', 'disruptionBudgets')).toHaveLength(1);
    expect(harness.members('a', 'roleBindings')).toEqual(['RoleBinding//bind']);
    expect(harness.members('a', 'roles')).toEqual(['Role//role']);
    expect(harness.members('a', 'autoscalers')).toEqual([]);
    expect(harness.members('b', 'autoscalers')).toHaveLength(1);
    expect(harness.members('b', 'configMaps')).toEqual(['ConfigMap//loose']);
    expect(harness.members('b', 'ingresses')).toEqual([]);
    for (const name of ['a', 'b']) {
      expect(harness.object(`Deployment//${name}`).networkPolicy).toBe(true);
    }
  });
});

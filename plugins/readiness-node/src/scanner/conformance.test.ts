import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FactRecord, FactValue } from '@airworthy/plugin-readiness-common';
import { scanRepository } from './scanRepository';
import { createLocalTree, createMemoryTree } from './tree';

/** Inputs of other projects with known answers; they lie beside the repository. */
const CONFORMANCE = resolve(
  __dirname,
  '../../../../../shared/conformance/kubernetes',
);

type Fields = Record<string, FactValue>;

/** The fault of each check, as the facts tell it. */
const FAULTS: Record<string, (list: string, fields: Fields) => boolean> = {
  autoscaling: (list, fields) => list === 'autoscalers' && !fields.targetExists,
  'disruption-budget': (list, fields) =>
    list === 'disruptionBudgets' && fields.allowsEviction === false,
  'liveness-probe': hasNames('withoutLivenessProbe'),
  'network-policy': (list, fields) =>
    list === 'workloads' && !fields.networkPolicy,
  'no-clear-secrets': hasNames('clearSecrets'),
  'no-cluster-admin': (_, fields) => fields.clusterAdmin === true,
  'no-privilege-escalation': hasNames('escalatingContainers'),
  'no-secret-access': hasNames('secretVerbs'),
  'no-wildcard-rbac': hasNames('wildcards'),
  'non-root': hasNames('rootContainers'),
  'not-privileged': hasNames('privilegedContainers'),
  'own-service-account': (list, fields) =>
    list === 'workloads' && !fields.ownServiceAccount,
  'pinned-images': hasNames('unpinnedImages'),
  'read-only-root': hasNames('writableRootContainers'),
  'readiness-probe': hasNames('withoutReadinessProbe'),
  replicas: (list, fields) =>
    list === 'workloads' && Number(fields.minReplicas) < 2,
  'requests-limits': hasNames('withoutRequestsOrLimits'),
  'rolling-update': (list, fields) =>
    list === 'workloads' && !(fields.rolls && fields.leavesCapacity),
  'secret-manager': () => false,
  spread: (list, fields) => list === 'workloads' && !fields.spread,
};

function hasNames(field: string) {
  return (_: string, fields: Fields) =>
    Array.isArray(fields[field]) && fields[field].length > 0;
}

function isFields(value: FactRecord['value']): value is Fields {
  return typeof value === 'object' && !Array.isArray(value);
}

async function scanFile(file: string) {
  return await scanRepository(
    createMemoryTree({ 'objects.yaml': readFileSync(file) }),
    { now: 0 },
  );
}

const describeWhereItIs = existsSync(CONFORMANCE) ? describe : describe.skip;

describeWhereItIs('the fixtures of kube-linter', () => {
  const folder = join(CONFORMANCE, 'kube-linter');
  const expected: Record<string, { check: string; ours: string[] }> =
    existsSync(CONFORMANCE)
      ? JSON.parse(readFileSync(join(CONFORMANCE, 'expected.json'), 'utf8'))
      : {};
  const cases = Object.entries(expected);

  it('are all expected to say something', () => {
    expect(cases.map(([file]) => file).sort()).toEqual(
      readdirSync(folder).sort(),
    );
  });

  it.each(cases)('%s', async (file, { check, ours }) => {
    const scan = await scanFile(join(folder, file));
    expect(scan.errors).toEqual([]);
    const atFault = scan.objectFacts.flatMap(({ name, member, value }) =>
      isFields(value) && FAULTS[check](name, value)
        ? [member.replace(/#\d+$/, '')]
        : [],
    );
    expect(atFault.sort()).toEqual([...ours].sort());
  });
});

const CORPUS = resolve(CONFORMANCE, '../corpus/online-boutique.yaml');

(existsSync(CORPUS) ? describe : describe.skip)('the online boutique', () => {
  it('has twelve services, each one Deployment', async () => {
    const scan = await scanRepository(await createLocalTree(CORPUS), {
      now: 0,
    });
    expect(scan.errors).toEqual([]);
    expect(scan.services.map(({ entity }) => entity.entityRef).sort()).toEqual([
      'component:default/adservice',
      'component:default/cartservice',
      'component:default/checkoutservice',
      'component:default/currencyservice',
      'component:default/emailservice',
      'component:default/frontend',
      'component:default/loadgenerator',
      'component:default/paymentservice',
      'component:default/productcatalogservice',
      'component:default/recommendationservice',
      'component:default/redis-cart',
      'component:default/shippingservice',
    ]);
    for (const service of scan.services) {
      expect(service.matched).toHaveLength(1);
    }
  });
});

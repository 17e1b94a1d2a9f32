import type { FactValue } from '@airworthy/plugin-readiness-common';
import { ScanHarness } from './ScanHarness';

/** What a manifest says of a workload, besides what every one needs. */
export interface WorkloadText {
  kind?: string;
  apiVersion?: string;
  /** YAML below `spec`, indented by two. */
  spec?: string;
  /** YAML below the pod's spec, indented by six. */
  pod?: string;
  /** YAML below the container, indented by ten. */
  container?: string;
}

/** The manifest of a workload called `app`, of one container called `main`. */
export function workload({
  kind = 'Deployment',
  apiVersion = 'apps/v1',
  spec = '',
  pod = '',
  container = '',
}: WorkloadText = {}): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: app
spec:
${spec}
  template:
    metadata:
      labels: { app: app, tier: web }
    spec:
${pod}
      containers:
        - name: main
          image: app:v1
${container}
`;
}

/** Scans documents in one file, `all.yaml`. */
export async function scanDocuments(
  ...documents: string[]
): Promise<ScanHarness> {
  const harness = await ScanHarness.scan({
    'all.yaml': documents.join('\n---\n'),
  });
  expect(harness.scan.errors).toEqual([]);
  return harness;
}

/** The fields of a workload beside other documents. */
export async function fieldsOf(
  text: WorkloadText,
  ...others: string[]
): Promise<Record<string, FactValue>> {
  const harness = await scanDocuments(workload(text), ...others);
  return harness.object(`${text.kind ?? 'Deployment'}//app`);
}

/** An autoscaler of the workload. */
export const HPA = (spec: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: scaler }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: app }
${spec}`;

/** A ScaledObject of the workload. */
export const SCALED_OBJECT = (spec: string) => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: scaler }
spec:
  scaleTargetRef: { name: app }
${spec}`;

/** A budget for the pods of the workload. */
export const BUDGET = (spec: string, name = 'budget') => `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name} }
spec: { ${spec}, selector: { matchLabels: { app: app } } }`;

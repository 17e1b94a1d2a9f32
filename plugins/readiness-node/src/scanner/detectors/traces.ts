import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { readDependencies } from './support/dependencies/readDependencies';
import type { Ecosystem } from './support/dependencies/types';
import { baseName } from './support/paths';
import { readPodAnnotations } from './support/podAnnotations';
import { isWorkloadKind } from './support/serviceNames';
import { workloadEnvironment } from './support/workloadEnvironment';

/**
 * SDKs and instrumentation that make spans. The API alone makes none: libraries
 * depend on it so that others may trace them.
 */
const LIBRARIES: ReadonlyArray<[Ecosystem, readonly string[]]> = [
  [
    'npm',
    [
      '@opentelemetry/sdk-node',
      '@opentelemetry/sdk-trace-node',
      '@opentelemetry/sdk-trace-base',
      '@opentelemetry/auto-instrumentations-node',
      '@azure/monitor-opentelemetry',
      '@vercel/otel',
      'dd-trace',
      'elastic-apm-node',
      'newrelic',
    ],
  ],
  [
    'go',
    [
      'go.opentelemetry.io/otel/sdk',
      'go.opentelemetry.io/otel/sdk/*',
      'gopkg.in/datadog/dd-trace-go.v1',
      'github.com/datadog/dd-trace-go*',
      'go.elastic.co/apm*',
      'github.com/newrelic/go-agent',
    ],
  ],
  [
    'maven',
    [
      'io.opentelemetry:opentelemetry-sdk',
      'io.opentelemetry.instrumentation:*',
      'io.micrometer:micrometer-tracing-bridge-otel',
      'io.micrometer:micrometer-tracing-bridge-brave',
      'io.quarkus:quarkus-opentelemetry',
      'org.springframework.boot:spring-boot-starter-opentelemetry',
      'org.springframework.cloud:spring-cloud-starter-sleuth',
    ],
  ],
  [
    'pypi',
    [
      'opentelemetry-sdk',
      'opentelemetry-distro',
      'opentelemetry-instrumentation*',
      'ddtrace',
      'elastic-apm',
      'newrelic',
      'logfire',
    ],
  ],
  [
    'gem',
    [
      'opentelemetry-sdk',
      'opentelemetry-instrumentation-all',
      'ddtrace',
      'datadog',
      'elastic-apm',
      'newrelic_rpm',
    ],
  ],
  [
    'cargo',
    ['opentelemetry_sdk', 'opentelemetry-otlp', 'tracing-opentelemetry'],
  ],
  [
    'nuget',
    [
      'opentelemetry.extensions.hosting',
      'opentelemetry',
      'opentelemetry.autoinstrumentation',
      'datadog.trace.bundle',
      'elastic.apm.netcoreall',
    ],
  ],
];

const INJECTED =
  /^(?:instrumentation\.opentelemetry\.io\/inject-|admission\.datadoghq\.com\/(?:[\w-]{1,40}-lib\.version|enabled)$)/;

/** Whether an annotation of pods has an operator instrument them. */
export function instruments(name: string, value: string): boolean {
  return INJECTED.test(name) && value !== 'false';
}

/** Agents that a Dockerfile or a start command brings. */
const AGENT =
  /opentelemetry-javaagent|opentelemetry-instrument\b|dd-java-agent|ddtrace-run|elastic-apm-agent|auto-instrumentations-node\/register|newrelic\.jar|OTEL_DOTNET_AUTO_HOME/;

async function findInstrumentation(
  context: DetectorContext,
): Promise<Origin | undefined> {
  const dependencies = await readDependencies(context);
  for (const [ecosystem, names] of LIBRARIES) {
    const found = dependencies.find(ecosystem, names);
    if (found) {
      return found.origin;
    }
  }
  const injected = readPodAnnotations(context).find(({ name, value }) =>
    instruments(name, value),
  );
  if (injected) {
    return injected.origin;
  }
  for (const { value, origin } of (
    await workloadEnvironment(context)
  ).values()) {
    if (AGENT.test(value ?? '')) {
      return origin;
    }
  }
  for (const path of context.files) {
    if (
      /^(?:Dockerfile|Containerfile)(?:\..+)?$|^Procfile$|^(?:docker-)?entrypoint\.sh$/.test(
        baseName(path),
      )
    ) {
      const lines = ((await context.text(path)) ?? '').split(/\r?\n/);
      const index = lines.findIndex(line => AGENT.test(line));
      if (index >= 0) {
        return { file: path, line: index + 1 };
      }
    }
  }
  return undefined;
}

/** `traces.instrumented`. */
export const tracesDetector: Detector = {
  name: 'traces',
  facts: ['traces.instrumented'],
  async detect(context) {
    const fact = 'traces.instrumented';
    const origin = await findInstrumentation(context);
    if (origin) {
      context.fact(fact, true, origin);
      return;
    }
    const { manifests } = await readDependencies(context);
    const workload = context.objects.find(({ kind }) => isWorkloadKind(kind));
    if (manifests.length > 0 && workload) {
      context.fact(fact, false, { file: manifests[0] });
    } else {
      context.gap(
        fact,
        manifests.length > 0
          ? 'no SDK is among the libraries, and the workloads, which may be instrumented from outside, are not in this repository'
          : 'no manifest of a language is in the repository, and the workloads bear no annotation for instrumentation',
      );
    }
  },
};

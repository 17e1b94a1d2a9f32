import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { readDependencies } from './support/dependencies/readDependencies';
import type { Ecosystem } from './support/dependencies/types';
import { baseName } from './support/paths';
import { readPodAnnotations } from './support/podAnnotations';
import { readProperties } from './support/properties';
import { isWorkloadKind } from './support/serviceNames';
import { lineAt } from './support/source/expressions';
import { readSourceFiles, type SourceFile } from './support/source/sourceFiles';
import { listAt, stringAt } from './support/values';
import {
  podSpecPath,
  workloadEnvironment,
} from './support/workloadEnvironment';

/** Loggers that write structure without being asked. */
const STRUCTURED: ReadonlyArray<[Ecosystem, readonly string[]]> = [
  [
    'npm',
    ['pino', 'bunyan', 'nestjs-pino', 'roarr', '@aws-lambda-powertools/logger'],
  ],
  [
    'go',
    [
      'go.uber.org/zap',
      'github.com/rs/zerolog',
      'github.com/go-kit/log',
      'go.elastic.co/ecszap',
    ],
  ],
  [
    'maven',
    [
      'net.logstash.logback:logstash-logback-encoder',
      'co.elastic.logging:*',
      'org.apache.logging.log4j:log4j-layout-template-json',
      'ch.qos.logback.contrib:logback-json-classic',
      'io.quarkus:quarkus-logging-json',
    ],
  ],
  [
    'pypi',
    ['structlog', 'python-json-logger', 'ecs-logging', 'aws-lambda-powertools'],
  ],
  [
    'gem',
    [
      'lograge',
      'semantic-logger',
      'semantic_logger',
      'rails_semantic_logger',
      'ougai',
    ],
  ],
  ['cargo', ['slog-json']],
  ['nuget', ['serilog.formatting.compact']],
];

/** Structure that the source asks of a logger that can do both. */
const ASKED: Partial<Record<SourceFile['syntax'], RegExp>> = {
  javascript:
    /\b(?:Fastify|fastify)\s*\(\s*\{[^}]{0,400}\blogger\s*:\s*(?!false\b)|\bformat\.json\s*\(|\bcreateLogger\s*\(\s*\{[^}]{0,400}\bjson\b/,
  go: /\bslog\.NewJSONHandler\s*\(|\blogrus\.(?:JSONFormatter|SetFormatter\(&logrus\.JSON)|\bJSONFormatter\{/,
  python: /\bJsonFormatter\s*\(|\bJSONRenderer\s*\(|serialize\s*=\s*True/,
  java: /\bJsonLayout\b|\bLogstashEncoder\b/,
  csharp: /\bAddJsonConsole\s*\(|\bJsonFormatter\s*\(/,
  rust: /\.json\s*\(\s*\)/,
};

/** Lines for people, written without a logger. */
const PLAIN: Partial<Record<SourceFile['syntax'], RegExp>> = {
  javascript: /\bconsole\.(?:log|info|warn|error)\s*\(/,
  go: /\b(?:log|fmt)\.(?:Print|Println|Printf|Fatal|Fatalf)\s*\(/,
  python: /^[ \t]{0,80}print\s*\(|\blogging\.basicConfig\s*\(/m,
  java: /\bSystem\.(?:out|err)\.print/,
  ruby: /^[ \t]{0,80}puts\s/m,
  rust: /\b(?:e?println)!\s*\(/,
  csharp: /\bConsole\.Write/,
};

/** Settings by which a framework writes JSON. */
const SETTINGS = [
  'logging.structured.format.console',
  'quarkus.log.console.json',
];

/** Libraries that send logs away themselves. */
const SHIPPERS: ReadonlyArray<[Ecosystem, readonly string[]]> = [
  [
    'npm',
    [
      '@opentelemetry/exporter-logs-otlp-http',
      '@opentelemetry/exporter-logs-otlp-grpc',
      '@opentelemetry/exporter-logs-otlp-proto',
      'pino-loki',
      'pino-elasticsearch',
      'pino-datadog-transport',
      'winston-loki',
      'winston-elasticsearch',
      'winston-cloudwatch',
      '@google-cloud/logging-winston',
      '@google-cloud/logging-bunyan',
    ],
  ],
  ['go', ['go.opentelemetry.io/otel/exporters/otlp/otlplog*']],
  [
    'maven',
    [
      'com.github.loki4j:loki-logback-appender',
      'io.opentelemetry.instrumentation:opentelemetry-logback-appender-1.0',
    ],
  ],
  ['pypi', ['python-logging-loki', 'google-cloud-logging', 'watchtower']],
  [
    'nuget',
    [
      'serilog.sinks.elasticsearch',
      'serilog.sinks.grafana.loki',
      'serilog.sinks.seq',
      'serilog.sinks.opentelemetry',
    ],
  ],
];

/** Annotations by which a collector of the cluster is told how to read logs. */
const SHIPPING_ANNOTATION =
  /^(?:fluentbit\.io\/(?:parser|include)|co\.elastic\.logs(?:\.[\w.-]{1,60})?\/|ad\.datadoghq\.com\/[\w.-]{1,80}\.logs$|vector\.dev\/(?!exclude)|promtail\.io\/|logging\.banzaicloud\.io\/|k8s\.grafana\.com\/logs|loki\.grafana\.com\/|sidecar\.opentelemetry\.io\/inject$)/;

/** Annotations that keep a collector away. */
const EXCLUDED: ReadonlyArray<[string, string]> = [
  ['fluentbit.io/exclude', 'true'],
  ['vector.dev/exclude', 'true'],
  ['co.elastic.logs/enabled', 'false'],
];

const SHIPPER_IMAGE =
  /(?:^|\/)(?:fluent-bit|fluentd|vector|promtail|filebeat|logstash|grafana\/alloy|alloy|opentelemetry-collector(?:-contrib)?|otel-collector|datadog\/agent)(?:[:@]|$)/;

function firstDependency(
  dependencies: Awaited<ReturnType<typeof readDependencies>>,
  lists: ReadonlyArray<[Ecosystem, readonly string[]]>,
): Origin | undefined {
  for (const [ecosystem, names] of lists) {
    const found = dependencies.find(ecosystem, names);
    if (found) {
      return found.origin;
    }
  }
  return undefined;
}

function firstMatch(
  files: readonly SourceFile[],
  patterns: Partial<Record<SourceFile['syntax'], RegExp>>,
): Origin | undefined {
  for (const file of files) {
    const match = patterns[file.syntax]?.exec(file.masked().code);
    if (match) {
      return { file: file.path, line: lineAt(file.text, match.index) };
    }
  }
  return undefined;
}

/** Logback and Log4j are told in files of their own. */
async function fromLoggingFiles(
  context: DetectorContext,
): Promise<Origin | undefined> {
  for (const path of context.files) {
    if (
      !/^(?:logback|log4j2)(?:-\w+)?\.(?:xml|ya?ml|properties)$/.test(
        baseName(path),
      ) ||
      path.includes('/test/')
    ) {
      continue;
    }
    const text = (await context.text(path)) ?? '';
    const match =
      /JsonLayout|JsonTemplateLayout|LogstashEncoder|EcsEncoder|StructuredLogEncoder|json-template/i.exec(
        text,
      );
    if (match) {
      return { file: path, line: lineAt(text, match.index) };
    }
  }
  return undefined;
}

async function stateStructured(context: DetectorContext): Promise<void> {
  const fact = 'logs.structured';
  const dependencies = await readDependencies(context);
  const files = await readSourceFiles(context);
  const properties = await readProperties(context);
  const structured =
    firstDependency(dependencies, STRUCTURED) ??
    firstMatch(files, ASKED) ??
    (await fromLoggingFiles(context)) ??
    SETTINGS.map(name => properties.get(name)).find(
      property => property !== undefined && property.value !== 'false',
    )?.origin;
  if (structured) {
    context.fact(fact, true, structured);
    return;
  }
  const plain = firstMatch(files, PLAIN);
  if (plain) {
    context.fact(fact, false, plain);
  } else if (files.length === 0) {
    context.gap(fact, 'the source of the service is not in this repository');
  } else {
    context.gap(
      fact,
      'no logger that is known to write structured logs is named in the manifests or the source: use one, or attest it',
    );
  }
}

function findSidecar(context: DetectorContext): Origin | undefined {
  for (const object of context.objects) {
    if (!isWorkloadKind(object.kind)) {
      continue;
    }
    for (const list of ['containers', 'initContainers']) {
      const path = [...podSpecPath(object), list];
      const index = listAt(object.object, ...path).findIndex(container =>
        SHIPPER_IMAGE.test(stringAt(container, 'image') ?? ''),
      );
      if (index >= 0) {
        return object.originOf([...path, index, 'image']);
      }
    }
  }
  return undefined;
}

async function stateShipped(context: DetectorContext): Promise<void> {
  const fact = 'logs.shipped';
  const annotations = readPodAnnotations(context);
  const excluded = annotations.find(({ name, value }) =>
    EXCLUDED.some(([key, off]) => key === name && off === value),
  );
  const annotated = annotations.find(({ name }) =>
    SHIPPING_ANNOTATION.test(name),
  );
  const environment = await workloadEnvironment(context);
  const exporter = environment.get('OTEL_LOGS_EXPORTER');
  const origin =
    annotated?.origin ??
    findSidecar(context) ??
    (exporter?.value?.includes('otlp') ? exporter.origin : undefined) ??
    firstDependency(await readDependencies(context), SHIPPERS);
  if (excluded) {
    context.fact(fact, false, excluded.origin);
  } else if (origin) {
    context.fact(fact, true, origin);
  } else {
    context.gap(
      fact,
      'nothing in the repository says who takes the logs: annotate the pods for the collector, or attest where the logs are searched',
    );
  }
}

/** `logs.structured` and `logs.shipped`. */
export const logsDetector: Detector = {
  name: 'logs',
  facts: ['logs.structured', 'logs.shipped'],
  async detect(context) {
    await stateStructured(context);
    await stateShipped(context);
  },
};

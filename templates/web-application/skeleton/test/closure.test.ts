import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { eventually } from './support/eventually.js';
import { Instance } from './support/Instance.js';
import { TestDatabase } from './support/TestDatabase.js';

interface Rule {
  alert: string;
  expr: string;
  annotations: { runbook_url: string };
}

/** What others expose: the platform, and Prometheus itself. */
const OF_THE_PLATFORM = /^(?:up|kube_\w+|container_\w+)$/;
const WORDS = new Set([
  'by',
  'on',
  'group_left',
  'le',
  'and',
  'or',
  'unless',
  'without',
  'bool',
]);

/** The names of metrics in an expression: names that no bracket follows. */
function metricsOf(expression: string): string[] {
  const bare = expression
    .replace(/"[^"]*"/g, '""')
    .replace(
      /\b(?:by|on|without|ignoring|group_left|group_right)\s*\([^)]*\)/g,
      ' ',
    )
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ');
  return [...bare.matchAll(/\b([a-z_][a-z0-9_]*)\b(?!\s*\()/g)]
    .map(match => match[1] ?? '')
    .filter(name => !WORDS.has(name));
}

describe('alerts, metrics and the runbook', () => {
  let database: TestDatabase;
  let instances: Instance[] = [];
  let rules: Rule[] = [];
  let exposed = '';

  beforeAll(async () => {
    const file = parse(
      await readFile('deploy/base/prometheus-rule.yaml', 'utf8'),
    );
    rules = file.spec.groups.flatMap((group: { rules: Rule[] }) => group.rules);
    database = await TestDatabase.start();
    instances = await Promise.all(
      (['server', 'worker'] as const).map(entry =>
        Instance.start({
          entry,
          databaseUrl: database.url,
          environment: { QUEUE_OBSERVE_MS: '100' },
        }),
      ),
    );
    await instances[0]?.get('/api/items');
    await eventually('the queue was counted', async () => {
      const texts = await Promise.all(
        instances.map(async instance =>
          (await instance.get('/metrics')).text(),
        ),
      );
      exposed = texts.join('\n');
      return exposed.includes('queue_jobs_waiting{');
    });
  });

  afterAll(async () => {
    await Promise.all(instances.map(instance => instance.stop()));
    await database?.stop();
  });

  it('every alert looks at metrics that the running service exposes', () => {
    expect(rules.length).toBeGreaterThan(5);
    const missing = rules.flatMap(({ alert, expr }) =>
      metricsOf(expr)
        .filter(name => !OF_THE_PLATFORM.test(name))
        .filter(name => !new RegExp(`^${name}(?:\\{| )`, 'm').test(exposed))
        .map(name => `${alert}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('every alert points at a section of the runbook', async () => {
    const runbook = await readFile('docs/runbooks/runbook.md', 'utf8');
    const sections = [...runbook.matchAll(/^#+ (.+)$/gm)].map(match =>
      (match[1] ?? '').toLowerCase().replace(/[^\w]+/g, '-'),
    );
    for (const { alert, annotations } of rules) {
      const [file, section] = annotations.runbook_url.split('#');
      expect(file, alert).toMatch(/docs\/runbooks\/runbook\.md$/);
      expect(sections, alert).toContain(section);
    }
  });

  it('every manifest is one of the kustomization', async () => {
    const listed: string[] = parse(
      await readFile('deploy/base/kustomization.yaml', 'utf8'),
    ).resources;
    const present = (await readdir('deploy/base')).filter(
      name => name !== 'kustomization.yaml',
    );
    expect([...listed].sort()).toEqual(present.sort());
    for (const name of present) {
      const documents = parseAllDocuments(
        await readFile(`deploy/base/${name}`, 'utf8'),
      );
      for (const document of documents) {
        expect(document.errors, name).toEqual([]);
      }
    }
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import type {
  FactRetriever,
  FactRetrieverContext,
} from '@backstage-community/plugin-tech-insights-node';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { DateTime } from 'luxon';
import { FactRetrieverSource } from './FactRetrieverSource';

const NOW = Date.parse('2026-11-23T12:00:00Z');

const entity = { kind: 'Component', namespace: 'default', name: 'cards' };

function sourceOf(
  handler: FactRetriever['handler'],
  options: { prefix?: string; freshness?: number } = {},
) {
  return new FactRetrieverSource({
    ...options,
    factRetriever: {
      id: 'code-quality',
      version: '0.1.0',
      title: 'Code quality',
      entityFilter: { kind: 'component' },
      schema: {
        hasTests: { type: 'boolean', description: 'Has tests' },
        'open-issues': { type: 'integer', description: 'Open issues' },
        coverage: { type: 'float', description: 'Coverage' },
        lastScan: { type: 'datetime', description: 'The last scan' },
        languages: { type: 'set', description: 'Languages' },
        details: { type: 'object', description: 'Anything' },
      },
      handler,
    },
    services: {
      auth: mockServices.auth(),
      config: mockServices.rootConfig(),
      discovery: mockServices.discovery(),
      urlReader: mockServices.urlReader.mock(),
    },
  });
}

describe('FactRetrieverSource', () => {
  it('declares what the schema declares, but objects', () => {
    const source = sourceOf(async () => []);
    expect(
      source.definitions.map(({ name, type }) => `${name} ${type}`),
    ).toEqual([
      'codeQuality.hasTests bool',
      'codeQuality.openIssues int',
      'codeQuality.coverage double',
      'codeQuality.lastScan timestamp',
      'codeQuality.languages strings',
    ]);
    expect(source.descriptor).toMatchObject({
      id: 'tech-insights:code-quality',
      title: 'Code quality',
      strength: 'observed',
      supplies: source.definitions.map(({ name }) => name),
    });
    expect(
      sourceOf(async () => [], { prefix: 'quality' }).descriptor.supplies[0],
    ).toBe('quality.hasTests');
  });

  it('states what is retrieved, in one run for all entities', async () => {
    const test = new TestCollectContext(
      [testEntity('cards'), testEntity('ledger')],
      { now: NOW },
    );
    const handler = jest.fn(async () => [
      {
        entity,
        facts: {
          hasTests: true,
          'open-issues': 3,
          coverage: 0.75,
          lastScan: DateTime.fromISO('2026-11-22T00:00:00Z'),
          languages: ['go'],
          details: { any: 'thing' },
        },
      },
    ]);
    await sourceOf(handler, { freshness: 60_000 }).collect(test.start());
    expect(handler).toHaveBeenCalledTimes(1);
    expect(test.calls).toBe(1);
    expect(test.problems).toEqual([]);
    const evidence = test.evidence.get('component:default/cards');
    expect(evidence?.link).toEqual({ status: 'ok' });
    expect(evidence?.facts.map(({ name, value }) => [name, value])).toEqual([
      ['codeQuality.hasTests', true],
      ['codeQuality.openIssues', 3],
      ['codeQuality.coverage', 0.75],
      ['codeQuality.lastScan', '2026-11-22T00:00:00.000Z'],
      ['codeQuality.languages', ['go']],
    ]);
    expect(evidence?.facts[0]).toMatchObject({
      observedAt: '2026-11-23T12:00:00.000Z',
      expiresAt: '2026-11-23T12:01:00.000Z',
    });
    expect(test.linkOf('ledger')).toMatchObject({ status: 'not-linked' });
  });

  it('believes the time that a retriever names', async () => {
    const test = new TestCollectContext([testEntity('cards')], { now: NOW });
    await sourceOf(async () => [
      {
        entity,
        facts: { hasTests: true },
        timestamp: DateTime.fromISO('2026-11-20T00:00:00Z'),
      },
    ]).collect(test.start());
    expect(test.facts('cards', 'codeQuality.hasTests')).toMatchObject([
      { observedAt: '2026-11-20T00:00:00.000Z' },
    ]);
  });

  it('leaves out what is of another type than declared, and says so', async () => {
    const test = new TestCollectContext([testEntity('cards')], { now: NOW });
    await sourceOf(async () => [
      {
        entity,
        facts: { hasTests: 'yes', coverage: 0.5, 'open-issues': 1.5 },
      },
    ]).collect(test.start());
    expect(
      test.evidence
        .get('component:default/cards')
        ?.facts.map(({ name }) => name),
    ).toEqual(['codeQuality.coverage']);
    expect(test.problems).toEqual([
      expect.stringMatching(/^the fact "hasTests" /),
      expect.stringMatching(/^the fact "open-issues" /),
    ]);
  });

  it('asks about one entity where only that one matters', async () => {
    const test = new TestCollectContext([testEntity('cards')], { now: NOW });
    const filters: Array<FactRetrieverContext['entityFilter']> = [];
    const source = sourceOf(async ({ entityFilter }) => {
      filters.push(entityFilter);
      return [];
    });
    await source.collect(test.start());
    await source.collect(test.start({ only: 'component:default/cards' }));
    expect(filters).toEqual([
      { kind: 'component' },
      {
        kind: 'component',
        'metadata.namespace': 'default',
        'metadata.name': 'cards',
      },
    ]);
  });

  it('fails as the retriever does', async () => {
    const test = new TestCollectContext([testEntity('cards')], { now: NOW });
    await expect(
      sourceOf(async () => {
        throw new Error('no answer');
      }).collect(test.start()),
    ).rejects.toThrow('no answer');
    expect([...test.evidence]).toEqual([]);
  });
});

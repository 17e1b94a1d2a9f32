import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readConfigFacts } from './readConfigFacts';
import { toFactDefinitions } from './toFactDefinitions';

const read = (facts: JsonObject) =>
  readConfigFacts(new ConfigReader({ readiness: { facts } }));

const BASE = { type: 'int', description: 'One sentence.' };

describe('readConfigFacts', () => {
  it('tells the three places apart, and their kinds of source', () => {
    const facts = read({
      'costs.centre': { ...BASE, entityField: 'spec.costCentre' },
      'retries.limit': { ...BASE, file: 'service.yaml', pointer: '/retries' },
      'costs.monthly': {
        ...BASE,
        url: 'https://costs.example.com/{{ name }}',
        pointer: '/total',
      },
    });
    expect(facts.map(fact => [fact.name, fact.from])).toEqual([
      ['costs.centre', 'entity'],
      ['retries.limit', 'file'],
      ['costs.monthly', 'url'],
    ]);
    expect(
      toFactDefinitions(facts).map(({ name, suppliedBy }) => [
        name,
        suppliedBy,
      ]),
    ).toEqual([
      ['costs.centre', ['catalog']],
      ['retries.limit', ['repository']],
      ['costs.monthly', ['url']],
    ]);
  });

  it('needs no config', () => {
    expect(readConfigFacts(new ConfigReader({}))).toEqual([]);
  });

  it.each<[string, JsonObject]>([
    ['no place', BASE],
    ['two places', { ...BASE, entityField: 'a', file: 'b', pointer: '' }],
    ['another type', { ...BASE, type: 'date', entityField: 'a' }],
    ['no pointer', { ...BASE, file: 'a.yaml' }],
    ['a pointer that is none', { ...BASE, file: 'a.yaml', pointer: 'a' }],
    ['a pointer with a bad escape', { ...BASE, file: 'a', pointer: '/~2' }],
    ['a file elsewhere', { ...BASE, file: '../a.yaml', pointer: '' }],
    [
      'a file at the root of the disk',
      { ...BASE, file: '/etc/x', pointer: '' },
    ],
    ['no URL', { ...BASE, url: 'costs', pointer: '' }],
  ])('refuses %s, naming the key', (_, fact) => {
    expect(() => read({ 'costs.centre': fact })).toThrow(
      /readiness\.facts\.costs\.centre/,
    );
  });
});

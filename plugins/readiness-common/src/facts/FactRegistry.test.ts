import { defaultFacts } from './catalogue/defaultFacts';
import { defineFact, defineListFact, field } from './define';
import { FactRegistry } from './FactRegistry';
import type { SourceDescriptor } from './types';

const machines = defineListFact({
  name: 'machines',
  singular: 'machine',
  description: 'Machines.',
  suppliedBy: ['inventory'],
  fields: {
    cores: field('int', 'Cores.'),
    load: field('double', 'Load.', ['monitor']),
  },
});

function source(kind: string, supplies: string[]): SourceDescriptor {
  return { id: kind, kind, title: kind, strength: 'observed', supplies };
}

describe('FactRegistry', () => {
  it('knows the default facts and those added', () => {
    const registry = FactRegistry.create([
      defineFact('disk.free', 'int', ['monitor'], 'Free space.'),
    ]);
    expect(registry.get('disk.free')).toMatchObject({ type: 'int' });
    expect(registry.all()).toHaveLength(defaultFacts.length + 1);
    expect(registry.listOfMember('workload')?.name).toBe('workloads');
    expect(registry.list('disk.free')).toBeUndefined();
    expect(registry.nearest('disk.fre')).toBe('disk.free');
  });

  it.each([
    ['disk', 'two or more camelCase words'],
    ['disk.Free', 'two or more camelCase words'],
    ['entity.disk', '"entity" is reserved'],
    ['disk.constructor', '"constructor" is reserved'],
    ['machines.free', '"machines" is a list already'],
    ['machine.free', '"machine" names a member of machines'],
    ['host.name', 'is registered already'],
    ['host.name.short', 'both a value and a group'],
  ])('refuses the scalar %s', (name, reason) => {
    const registry = FactRegistry.of([
      machines,
      defineFact('host.name', 'string', [], 'Name.'),
    ]);
    expect(() => registry.with([defineFact(name, 'int', [], 'x')])).toThrow(
      reason,
    );
  });

  it.each([
    ['many words', { name: 'big.machines' }, 'one camelCase word each'],
    ['its own singular', { singular: 'hosts' }, 'must differ'],
    ['a taken singular', { singular: 'host' }, 'taken by the fact "host.name"'],
    ['a reserved name', { name: 'params' }, '"params" is reserved'],
    ['a bad field', { fields: { 'a-b': field('int', 'x') } }, '"a-b"'],
  ])('refuses a list with %s', (_, change, reason) => {
    const registry = FactRegistry.of([
      defineFact('host.name', 'string', [], 'Name.'),
    ]);
    const list = defineListFact({
      name: 'hosts',
      singular: 'oneHost',
      description: 'x',
      suppliedBy: [],
      fields: {},
      ...change,
    });
    expect(() => registry.with([list])).toThrow(reason);
  });

  it('names every definition that it refuses', () => {
    expect(() =>
      FactRegistry.of([
        defineFact('one', 'int', [], 'x'),
        defineFact('two', 'int', [], 'x'),
      ]),
    ).toThrow(/fact "one".*fact "two"/);
  });

  it('tells which source supplies a list, and which only fields of it', () => {
    const registry = FactRegistry.of([machines]);
    const inventory = source('inventory', ['machines']);
    const monitor = source('monitor', ['machines']);
    const custom = source('custom', ['machines.cores']);
    expect(registry.supplies(inventory, 'machines')).toBe(true);
    expect(registry.supplies(inventory, 'machines', 'cores')).toBe(true);
    expect(registry.supplies(inventory, 'machines', 'load')).toBe(false);
    expect(registry.supplies(monitor, 'machines')).toBe(false);
    expect(registry.supplies(monitor, 'machines', 'cores')).toBe(false);
    expect(registry.supplies(monitor, 'machines', 'load')).toBe(true);
    expect(registry.supplies(custom, 'machines', 'cores')).toBe(true);
    expect(registry.supplies(custom, 'machines', 'load')).toBe(false);
    expect(registry.kindsFor('machines', 'load')).toEqual(['monitor']);
    expect(registry.kindsFor('machines', 'cores')).toEqual(['inventory']);
    expect(registry.kindsFor('machines', 'size')).toEqual([]);
  });
});

import type { FactRegistry } from './FactRegistry';
import type { MissingCause, ResolvedValue } from './ResolvedFacts';
import { STRENGTHS } from './types';
import type { LinkState, LinkStatus, SourceDescriptor } from './types';

/**
 * What a link state means for deciding among sources:
 *
 * - `answering`: the source speaks about the entity;
 * - `away`: it does not and need not, so weaker sources decide;
 * - `outage`: it should and does not. A source that is configured and has no
 *   link state yet is one: it may be about to contradict the weaker ones.
 */
export type SourceState = 'answering' | 'away' | 'outage';

const STATE_OF_STATUS: Record<LinkStatus, SourceState> = {
  ok: 'answering',
  disabled: 'away',
  'not-linked': 'away',
  'not-found': 'away',
  denied: 'outage',
  stale: 'outage',
  error: 'outage',
};

/** A configured source with the place of its strength. */
export interface RankedSource {
  /** Position among the configured sources. */
  index: number;
  descriptor: SourceDescriptor;
  rank: number;
}

/** Facts with the same suppliers share one group. */
export interface SupplierGroup {
  index: number;
  /** The strongest first. */
  suppliers: readonly RankedSource[];
}

/** The states of the configured sources for one entity. */
export class EntitySourceStates {
  private readonly outages: RankedSource[][] = [];
  private readonly unspoken: ResolvedValue[] = [];

  constructor(private readonly states: readonly SourceState[]) {}

  /** The state of one configured source. */
  of(source: RankedSource): SourceState {
    return this.states[source.index];
  }

  /** Those of a group that should speak and do not, the strongest first. */
  outagesOf(group: SupplierGroup): readonly RankedSource[] {
    let outages = this.outages[group.index];
    if (!outages) {
      outages = group.suppliers.filter(source => this.of(source) === 'outage');
      this.outages[group.index] = outages;
    }
    return outages;
  }

  /** What a value is that no source of a group has a word on. */
  withoutStatement(group: SupplierGroup): ResolvedValue {
    let resolved = this.unspoken[group.index];
    if (!resolved) {
      const [outage] = this.outagesOf(group);
      resolved = outage
        ? {
            state: 'undecided',
            cause: { kind: 'outage', source: outage.descriptor },
            statements: [],
          }
        : {
            state: 'absent',
            cause: this.causeOfAbsence(group),
            statements: [],
          };
      this.unspoken[group.index] = resolved;
    }
    return resolved;
  }

  /** Why nobody stated a fact, where no supplier is in an outage. */
  causeOfAbsence(group: SupplierGroup): MissingCause {
    if (group.suppliers.length === 0) {
      return { kind: 'unsupplied' };
    }
    return group.suppliers.some(source => this.of(source) === 'answering')
      ? { kind: 'silent' }
      : { kind: 'unlinked' };
  }
}

/**
 * The configured sources, and who among them supplies which fact. Worked out
 * once; an entity's link states are looked at per group of suppliers, since most
 * facts have the same ones.
 */
export class SourcePlan {
  readonly byId = new Map<string, RankedSource>();
  private readonly ranked: RankedSource[];
  private readonly groups = new Map<string, SupplierGroup>();

  constructor(
    private readonly registry: FactRegistry,
    sources: readonly SourceDescriptor[],
  ) {
    this.ranked = sources
      .map(descriptor => ({
        index: 0,
        descriptor,
        rank: STRENGTHS.indexOf(descriptor.strength),
      }))
      .sort(
        (a, b) =>
          a.rank - b.rank || compareText(a.descriptor.id, b.descriptor.id),
      );
    this.ranked.forEach((source, index) => {
      source.index = index;
      this.byId.set(source.descriptor.id, source);
    });
  }

  /** The sources that supply a fact or a field, the strongest first. */
  suppliersOf(name: string, field?: string): SupplierGroup {
    const suppliers = this.ranked.filter(source =>
      this.registry.supplies(source.descriptor, name, field),
    );
    const key = suppliers.map(source => source.descriptor.id).join('\n');
    let group = this.groups.get(key);
    if (!group) {
      group = { index: this.groups.size, suppliers };
      this.groups.set(key, group);
    }
    return group;
  }

  /** What one entity's link states mean for each group of suppliers. */
  statesFor(links: readonly LinkState[]): EntitySourceStates {
    const states: SourceState[] = this.ranked.map(() => 'outage');
    for (const link of links) {
      const source = this.byId.get(link.source);
      if (source) {
        states[source.index] = STATE_OF_STATUS[link.status] ?? 'outage';
      }
    }
    return new EntitySourceStates(states);
  }
}

/** Order by code unit: the same everywhere, whatever the locale. */
export function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

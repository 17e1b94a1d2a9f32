import { compareStatements, decideValue } from './decideValue';
import type { ValuePlan } from './decideValue';
import type { FactRegistry } from './FactRegistry';
import { resolveList } from './resolveList';
import type { ListPlan } from './resolveList';
import type {
  ResolvedFacts,
  ResolvedList,
  ResolvedValue,
  Statement,
} from './ResolvedFacts';
import { SourcePlan, type RankedSource } from './SourcePlan';
import { STRENGTHS } from './types';
import type { FactRecord, LinkState, SourceDescriptor } from './types';

/**
 * What decides the facts of one entity.
 *
 * @public
 */
export interface FactInput {
  facts: readonly FactRecord[];
  links: readonly LinkState[];
  /** `production` unless told. Records for `''` hold in all environments. */
  environment?: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * Options of {@link FactResolver}.
 *
 * @public
 */
export interface FactResolverOptions {
  registry: FactRegistry;
  /** The configured sources; records of others are left out. */
  sources: readonly SourceDescriptor[];
  /** Only these facts are resolved; all unless told. */
  only?: ReadonlySet<string>;
}

const NONE: Statement[] = [];

interface ScalarPlan {
  name: string;
  position: number;
  value: ValuePlan;
}

/**
 * Resolves facts among their sources, for many entities with the same
 * configuration. Pure: the same input gives the same answer, whatever the order
 * of the facts.
 *
 * @public
 */
export class FactResolver {
  /** The configured sources and what they supply. */
  readonly sources: SourcePlan;
  /** Where the statements about a fact are gathered, by its name. */
  private readonly positions = new Map<string, number>();
  private readonly scalars: ScalarPlan[] = [];
  private readonly lists: Array<{ position: number; plan: ListPlan }> = [];
  private readonly parseObserved = lastParsedTime();
  private readonly parseExpiry = lastParsedTime();

  constructor(options: FactResolverOptions) {
    const { registry, sources, only } = options;
    this.sources = new SourcePlan(registry, sources);
    for (const definition of registry.all()) {
      const { name } = definition;
      if (only && !only.has(name)) {
        continue;
      }
      const position = this.positions.size;
      this.positions.set(name, position);
      const group = this.sources.suppliersOf(name);
      if (definition.kind === 'scalar') {
        const { type, addsUp } = definition;
        const value = { type, group, ...(addsUp ? { addsUp } : {}) };
        this.scalars.push({ name, position, value });
      } else {
        const fields = Object.entries(definition.fields).map(
          ([field, { type }]) => ({
            field,
            type,
            group: this.sources.suppliersOf(name, field),
          }),
        );
        this.lists.push({ position, plan: { definition, group, fields } });
      }
    }
  }

  /** Resolves the facts of one entity. */
  resolve(input: FactInput): ResolvedFacts {
    const environment = input.environment ?? 'production';
    const states = this.sources.statesFor(input.links);
    const byPlan: Array<Statement[] | undefined> = new Array(
      this.positions.size,
    ).fill(undefined);
    let nextExpiry = Infinity;
    // Records of one source mostly follow one another.
    let sourceId: string | undefined;
    let source: RankedSource | undefined;

    for (const record of input.facts) {
      if (record.environment !== '' && record.environment !== environment) {
        continue;
      }
      const position = this.positions.get(record.name);
      if (record.source !== sourceId) {
        sourceId = record.source;
        source = this.sources.byId.get(sourceId);
        if (source && states.of(source) === 'away') {
          source = undefined;
        }
      }
      if (position === undefined || !source) {
        continue;
      }
      const expires =
        record.expiresAt === undefined
          ? Infinity
          : this.parseExpiry(record.expiresAt);
      // A limit that cannot be read is no licence to stay fresh for ever.
      const expired = !(expires > input.now);
      if (!expired && expires < nextExpiry) {
        nextExpiry = expires;
      }
      const statement: Statement = {
        record,
        source: source.descriptor,
        rank: STRENGTHS.indexOf(record.strength),
        observed: this.parseObserved(record.observedAt),
        expired,
      };
      const known = byPlan[position];
      if (known) {
        known.push(statement);
      } else {
        byPlan[position] = [statement];
      }
    }

    const scalars = new Map<string, ResolvedValue>();
    let drifts = false;
    for (const plan of this.scalars) {
      const statements = byPlan[plan.position] ?? NONE;
      if (statements.length > 1) {
        statements.sort(compareStatements);
      }
      const resolved = decideValue(plan.value, statements, states);
      drifts ||= resolved.drift !== undefined;
      scalars.set(plan.name, resolved);
    }
    const lists = new Map<string, ResolvedList>();
    for (const { position, plan } of this.lists) {
      const resolved = resolveList(plan, byPlan[position] ?? NONE, states);
      drifts ||= resolved.members.some(member => member.drifts);
      lists.set(plan.definition.name, resolved);
    }
    return {
      scalars,
      lists,
      drifts,
      ...(nextExpiry === Infinity ? {} : { nextExpiry }),
    };
  }
}

/**
 * Records of one collection bear the same times: remembering the last one spares
 * most of the parsing.
 */
function lastParsedTime(): (iso: string) => number {
  let lastText = '';
  let lastTime = NaN;
  return iso => {
    if (iso !== lastText) {
      lastText = iso;
      lastTime = Date.parse(iso);
    }
    return lastTime;
  };
}

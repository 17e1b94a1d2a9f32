import type {
  FactRecord,
  FactValue,
  Origin,
  Strength,
} from '@airworthy/plugin-readiness-common';
import type { Member } from './Member';

/** What stands in every record of one scan. */
export interface FactCollectorOptions {
  source: string;
  /** `declared` unless told. */
  strength?: Strength;
  /** Milliseconds since the epoch. */
  now: number;
  /** ISO 8601. */
  expiresAt?: string;
}

interface Collected {
  name: string;
  member: string;
  environment: string;
  value?: FactValue | Record<string, FactValue>;
  reasons: Set<string>;
  origins: Record<string, Origin>;
}

/**
 * Gathers what is found about one service. What is stated twice is merged:
 * lists of strings and fields of a member are united, what does not hold
 * somewhere does not hold, and of other values the first counts.
 */
export class FactCollector {
  private readonly collected = new Map<string, Collected>();

  constructor(private readonly options: FactCollectorOptions) {}

  fact(
    name: string,
    value: FactValue,
    options: { origin?: Origin; environment?: string } = {},
  ): void {
    const entry = this.entryOf(name, '', options.environment);
    const known = entry.value;
    if (known === undefined || (known === true && value === false)) {
      entry.value = value;
      if (options.origin) {
        entry.origins[''] = options.origin;
      }
    } else if (Array.isArray(known) && Array.isArray(value)) {
      entry.value = [...new Set([...known, ...value])];
      if (options.origin) {
        entry.origins[''] ??= options.origin;
      }
    }
  }

  member(
    list: string,
    member: Pick<Member, 'key' | 'fields' | 'origins'> & {
      reasons?: ReadonlySet<string>;
    },
    environment?: string,
  ): void {
    const entry = this.entryOf(list, member.key, environment);
    const known =
      typeof entry.value === 'object' && !Array.isArray(entry.value)
        ? entry.value
        : {};
    entry.value = { ...member.fields, ...known };
    entry.origins = { ...member.origins, ...entry.origins };
    for (const reason of member.reasons ?? []) {
      entry.reasons.add(reason);
    }
  }

  /** Whether a field of a member was stated. */
  hasField(list: string, key: string, field: string): boolean {
    const value = this.collected.get(keyOf(list, key))?.value;
    return typeof value === 'object' && !Array.isArray(value) && field in value;
  }

  /** Says why a fact could not be told, or why a list may lack members. */
  gap(name: string, reason: string, environment?: string): void {
    this.entryOf(name, '', environment).reasons.add(reason);
  }

  /** The records, in an order that does not depend on who spoke first. */
  toRecords(): FactRecord[] {
    const observedAt = new Date(this.options.now).toISOString();
    return [...this.collected.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, entry]) => ({
        name: entry.name,
        member: entry.member,
        environment: entry.environment,
        source: this.options.source,
        strength: this.options.strength ?? 'declared',
        ...(entry.value !== undefined && { value: entry.value }),
        ...(shouldGiveReasons(entry) && {
          missing: [...entry.reasons].sort().join('; '),
        }),
        observedAt,
        ...(this.options.expiresAt !== undefined && {
          expiresAt: this.options.expiresAt,
        }),
        ...(Object.keys(entry.origins).length > 0 && {
          origins: entry.origins,
        }),
      }));
  }

  private entryOf(
    name: string,
    member: string,
    environment: string | undefined,
  ): Collected {
    const key = keyOf(name, member);
    let entry = this.collected.get(key);
    if (!entry) {
      entry = {
        name,
        member,
        environment: environment ?? '',
        reasons: new Set(),
        origins: {},
      };
      this.collected.set(key, entry);
    }
    return entry;
  }
}

function keyOf(name: string, member: string): string {
  return `${name}\0${member}`;
}

/** A scalar that has a value lacks nothing, whatever another look could not tell. */
function shouldGiveReasons(entry: Collected): boolean {
  return (
    entry.reasons.size > 0 && (entry.value === undefined || entry.member !== '')
  );
}

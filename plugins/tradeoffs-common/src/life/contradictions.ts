import type { TradeoffRecord } from '../model/types';

/**
 * Two records that cannot both hold.
 *
 * @public
 */
export interface RecordContradiction {
  kind: 'same-axis' | 'overrides-system';
  axis: string;
  /** The record that speaks. */
  recordId: string;
  /** The record that it contradicts. */
  otherId: string;
}

/**
 * Contradictions between the records of one entity and of its system: two in
 * force on one axis of which neither supersedes the other, and a position that
 * silently overrides the system's.
 *
 * @public
 */
export function recordContradictions(options: {
  own: readonly TradeoffRecord[];
  system: readonly TradeoffRecord[];
}): RecordContradiction[] {
  const found: RecordContradiction[] = [];
  const own = options.own.filter(record => record.status === 'accepted');
  const system = options.system.filter(record => record.status === 'accepted');
  for (const [index, record] of own.entries()) {
    for (const tradeoff of record.tradeoffs) {
      for (const other of own.slice(index + 1)) {
        if (
          !names(record, other) &&
          !names(other, record) &&
          other.tradeoffs.some(entry => entry.axis === tradeoff.axis)
        ) {
          found.push({
            kind: 'same-axis',
            axis: tradeoff.axis,
            recordId: record.id,
            otherId: other.id,
          });
        }
      }
      for (const other of system) {
        const position = other.tradeoffs.find(
          entry => entry.axis === tradeoff.axis,
        )?.position;
        if (
          position !== undefined &&
          position !== tradeoff.position &&
          !names(record, other)
        ) {
          found.push({
            kind: 'overrides-system',
            axis: tradeoff.axis,
            recordId: record.id,
            otherId: other.id,
          });
        }
      }
    }
  }
  return found;
}

/** Whether a record names another one in its links, whatever the kind. */
function names(record: TradeoffRecord, other: TradeoffRecord): boolean {
  return record.links.some(
    link =>
      link.target === other.id ||
      (link.target.split('/').pop() ?? '').replace(/\.md$/i, '') === other.id,
  );
}

import type { JsonValue } from '@backstage/types';

/** A number of pods, or a share of them. */
export type IntOrPercent = { pods: number } | { percent: number };

/** Reads `1`, `"1"` or `"25%"`. */
export function readIntOrPercent(
  value: JsonValue | undefined,
): IntOrPercent | undefined {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { pods: value } : undefined;
  }
  const match = /^(\d{1,9})(%?)$/.exec(typeof value === 'string' ? value : '');
  if (!match) {
    return undefined;
  }
  return match[2] ? { percent: Number(match[1]) } : { pods: Number(match[1]) };
}

/** The number of pods that is meant, of a total. */
export function resolveIntOrPercent(
  value: IntOrPercent,
  total: number,
  round: 'up' | 'down',
): number {
  if ('pods' in value) {
    return value.pods;
  }
  const pods = (value.percent * total) / 100;
  return round === 'up' ? Math.ceil(pods) : Math.floor(pods);
}

/** As it is written: `25%`. */
export function formatIntOrPercent(value: IntOrPercent): string {
  return 'pods' in value ? String(value.pods) : `${value.percent}%`;
}

import type { ScanLimits } from './types';

/** Bounds that no honest repository hits. */
export const DEFAULT_SCAN_LIMITS: ScanLimits = {
  maxFiles: 20_000,
  maxFileBytes: 2 * 1024 * 1024,
  maxTotalBytes: 64 * 1024 * 1024,
  maxYamlAliases: 100,
  maxDepth: 64,
};

/**
 * The limits of a scan: those given over the defaults.
 *
 * @public
 */
export function resolveScanLimits(limits?: Partial<ScanLimits>): ScanLimits {
  const resolved = { ...DEFAULT_SCAN_LIMITS };
  for (const name of Object.keys(resolved) as Array<keyof ScanLimits>) {
    const value = limits?.[name];
    if (value !== undefined) {
      resolved[name] = value;
    }
  }
  return resolved;
}

/** Bytes for people: `50 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toFixed(1))} ${units[unit]}`;
}

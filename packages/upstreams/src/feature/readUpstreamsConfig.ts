import { resolve } from 'node:path';
import type { Config } from '@backstage/config';

/** The config `upstreams`, read. */
export interface UpstreamsConfig {
  port: number;
  /** Seconds. */
  retryAfter?: number;
  /** Milliseconds. */
  slowBy?: number;
  monitoring?: {
    prometheusPort: number;
    alertmanagerPort: number;
    /** Absolute. */
    rulesFolder?: string;
  };
}

/** Undefined where no stand-ins are wanted. */
export function readUpstreamsConfig(
  config: Config,
): UpstreamsConfig | undefined {
  const upstreams = config.getOptionalConfig('upstreams');
  if (!upstreams) {
    return undefined;
  }
  const slowBy = upstreams.getOptionalNumber('slowBy');
  const monitoring = upstreams.getOptionalConfig('monitoring');
  const rulesFolder = monitoring?.getOptionalString('rulesFolder');
  return {
    port: upstreams.getNumber('port'),
    retryAfter: upstreams.getOptionalNumber('retryAfter'),
    slowBy: slowBy === undefined ? undefined : slowBy * 1000,
    monitoring: monitoring && {
      prometheusPort: monitoring.getNumber('prometheusPort'),
      alertmanagerPort: monitoring.getNumber('alertmanagerPort'),
      rulesFolder: rulesFolder === undefined ? undefined : resolve(rulesFolder),
    },
  };
}

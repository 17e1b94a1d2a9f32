import { resolve } from 'node:path';
import type { Config } from '@backstage/config';

/** The config `upstreams`, read. */
export interface UpstreamsConfig {
  port: number;
  /** Where the demo's repositories lie; absolute. */
  repositories?: string;
  /** Seconds. */
  retryAfter?: number;
  /** Milliseconds. */
  slowBy?: number;
  /** Signs what the company's jobs push. */
  pushSecret?: string;
  monitoring?: {
    prometheusPort: number;
    alertmanagerPort: number;
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
  const repositories = upstreams.getOptionalString('repositories');
  return {
    port: upstreams.getNumber('port'),
    repositories:
      repositories === undefined ? undefined : resolve(repositories),
    retryAfter: upstreams.getOptionalNumber('retryAfter'),
    slowBy: slowBy === undefined ? undefined : slowBy * 1000,
    pushSecret: upstreams.getOptionalString('pushSecret'),
    monitoring: monitoring && {
      prometheusPort: monitoring.getNumber('prometheusPort'),
      alertmanagerPort: monitoring.getNumber('alertmanagerPort'),
    },
  };
}

import { resolve } from 'node:path';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_PRODUCTION_NAMES,
  resolveScanLimits,
  type ScanLimits,
} from '@airworthy/plugin-readiness-node';
import { z } from 'zod';

/** The part of the config that this module reads. */
const KEY = 'readiness.repository';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 15 },
  timeout: { minutes: 60 },
  initialDelay: { seconds: 10 },
};

const positive = z.int().positive();

const schema = z.object({
  localRoots: z.array(z.string().min(1)).default([]),
  productionNames: z
    .array(z.string().min(1))
    .min(1)
    .default([...DEFAULT_PRODUCTION_NAMES]),
  concurrency: positive.max(64).default(4),
  freshForHours: z.number().positive().default(24),
  limits: z
    .object({
      maxFiles: positive,
      maxFileBytes: positive,
      maxTotalBytes: positive,
      maxYamlAliases: positive,
      maxDepth: positive,
    })
    .partial()
    .default({}),
});

/** What this module is told by the config. */
export interface RepositoryConfig {
  /** Absolute. */
  localRoots: string[];
  productionNames: string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
  concurrency: number;
  freshForMs: number;
  limits: ScanLimits;
}

/**
 * Reads `readiness.repository`.
 *
 * @throws InputError naming every key that is at fault
 */
export function readRepositoryConfig(config: Config): RepositoryConfig {
  const parsed = schema.safeParse(config.getOptional(KEY) ?? {});
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(issue => `${[KEY, ...issue.path].join('.')}: ${issue.message}`)
        .join('\n'),
    );
  }
  const { localRoots, freshForHours, limits, ...rest } = parsed.data;
  const schedule = config.getOptionalConfig(`${KEY}.schedule`);
  return {
    ...rest,
    localRoots: localRoots.map(root => resolve(root)),
    freshForMs: freshForHours * 60 * 60 * 1000,
    limits: resolveScanLimits(limits),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
  };
}

import { resolve } from 'node:path';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  resolveScanLimits,
  type ScanLimits,
} from '@airworthy/plugin-readiness-node';
import {
  defaultAxes,
  RECORD_FOLDERS,
  type TradeoffAxis,
} from '@airworthy/plugin-tradeoffs-common';
import { z } from 'zod';

const KEY = 'tradeoffs';
/** Repositories are read by the same rules as for evidence. */
const REPOSITORY_KEY = 'readiness.repository';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 60 },
  initialDelay: { seconds: 10 },
};

const word = z.string().min(1);

const schema = z.object({
  axes: z
    .array(
      z.object({
        id: word,
        title: word,
        poles: z.tuple([word, word]),
        stops: z.tuple([word, word, word, word, word]),
        checks: z.array(word).default([]),
      }),
    )
    .default([]),
  folders: z
    .array(word.transform(folder => folder.replace(/^[./]+|\/+$/g, '')))
    .min(1)
    .default([...RECORD_FOLDERS]),
  notifications: z
    .object({
      fallback: word.optional(),
      daysAhead: z.number().int().min(0).max(90).default(7),
    })
    .prefault({}),
});

const positive = z.int().positive();

const repositorySchema = z.object({
  localRoots: z.array(word).default([]),
  concurrency: positive.max(64).default(4),
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

/** What the plugin is told by the config. */
export interface TradeoffsConfig {
  /** The common ones and those of config, by the order to show them in. */
  axes: readonly TradeoffAxis[];
  folders: readonly string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
  notifications: { fallback?: string; daysAhead: number };
  repository: {
    /** Absolute. */
    localRoots: string[];
    concurrency: number;
    limits: ScanLimits;
  };
}

/**
 * Reads `tradeoffs`, and of `readiness.repository` how repositories are read.
 *
 * @throws InputError naming every key that is at fault
 */
export function readTradeoffsConfig(config: Config): TradeoffsConfig {
  const { axes, folders, notifications } = parse(
    schema,
    KEY,
    config.getOptional(KEY) ?? {},
  );
  const repository = parse(
    repositorySchema,
    REPOSITORY_KEY,
    config.getOptional(REPOSITORY_KEY) ?? {},
  );
  const schedule = config.getOptionalConfig(`${KEY}.schedule.index`);
  const own = new Map(axes.map(axis => [axis.id, axis]));
  return {
    axes: [
      ...defaultAxes.map(axis => own.get(axis.id) ?? axis),
      ...axes.filter(axis => !defaultAxes.some(({ id }) => id === axis.id)),
    ],
    folders,
    notifications,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
    repository: {
      localRoots: repository.localRoots.map(root => resolve(root)),
      concurrency: repository.concurrency,
      limits: resolveScanLimits(repository.limits),
    },
  };
}

function parse<TSchema extends z.ZodType>(
  checked: TSchema,
  key: string,
  value: unknown,
): z.output<TSchema> {
  const parsed = checked.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(issue => `${[key, ...issue.path].join('.')}: ${issue.message}`)
        .join('\n'),
    );
  }
  return parsed.data;
}

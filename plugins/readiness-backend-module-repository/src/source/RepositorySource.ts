import { isError, stringifyError } from '@backstage/errors';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { SourceDescriptor } from '@airworthy/plugin-readiness-common';
import {
  createFileFactDetector,
  createUrlOf,
  keyOfLocation,
  NoRepositoryError,
  repositoryFacts,
  scanRepository,
  type CollectContext,
  type Detector,
  type EntityEvidence,
  type EvidenceSource,
  type FileFact,
  type RepositoryLocation,
  type RepositoryLocator,
  type RepositoryReader,
  type RepositoryScan,
  type ScanEntity,
} from '@airworthy/plugin-readiness-node';
import limiterFactory from 'p-limit';
import type { RepositoryConfig } from '../config/readRepositoryConfig';
import {
  addToGroup,
  toGroupEntity,
  type RepositoryGroup,
} from './groupEntities';
import {
  checkpointKey,
  fingerprintOf,
  parseCheckpoint,
  type RepositoryCheckpoint,
} from './RepositoryCheckpoint';

const SOURCE_ID = 'repository';

/** Kinds that no repository speaks about. */
const OTHER_KINDS = new Set(['group', 'location', 'user']);

/** Evidence stored at a time for entities without a repository. */
const EMIT_SIZE = 500;

/** The hosts' readers keep the status of an answer in their message alone. */
const FORBIDDEN_ANSWER = /, (?:401|403)\b/;

/** @see RepositorySource */
export interface RepositorySourceOptions {
  config: RepositoryConfig;
  locator: RepositoryLocator;
  reader: RepositoryReader;
  integrations: ScmIntegrationRegistry;
  /** Facts of config that are values in a file. */
  fileFacts: readonly FileFact[];
}

/**
 * What the repositories of services declare. Entities are grouped by
 * repository: each is read once, and not at all while it does not change.
 */
export class RepositorySource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly fields = [
    'kind',
    'metadata.name',
    'metadata.namespace',
    'metadata.annotations',
    'metadata.labels',
    'spec.type',
  ];
  readonly linkedBy = [
    'backstage.io/source-location',
    'backstage.io/managed-by-location',
  ];

  private readonly detectors: readonly Detector[];

  constructor(private readonly options: RepositorySourceOptions) {
    const { fileFacts, config } = options;
    this.detectors =
      fileFacts.length > 0 ? [createFileFactDetector(fileFacts)] : [];
    this.schedule = config.schedule;
    this.descriptor = {
      id: SOURCE_ID,
      kind: 'repository',
      title: 'Repository',
      strength: 'declared',
      supplies: [...repositoryFacts, ...fileFacts.map(fact => fact.name)],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    const groups = await this.groupEntities(context);
    const limit = limiterFactory(this.options.config.concurrency);
    const outcomes = await Promise.allSettled(
      [...groups.values()].map(group =>
        limit(async () => {
          context.signal.throwIfAborted();
          await this.collectGroup(group, context);
        }),
      ),
    );
    // What one repository does is told on its own entities: what reaches this
    // is the store that fails, and then the run has failed.
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        throw outcome.reason;
      }
    }
  }

  /** Entities by repository; those without one are said to have none. */
  private async groupEntities(
    context: CollectContext,
  ): Promise<Map<string, RepositoryGroup>> {
    const groups = new Map<string, RepositoryGroup>();
    let without: EntityEvidence[] = [];
    for await (const batch of context.entities()) {
      context.signal.throwIfAborted();
      for (const entity of batch) {
        if (OTHER_KINDS.has(entity.kind)) {
          continue;
        }
        const location = await this.options.locator.locate(entity.annotations);
        if (location.type === 'unreadable') {
          const { status, message } = location;
          without.push(withoutFacts(entity.ref, { status, message }));
          continue;
        }
        const scanEntity = toGroupEntity(entity, location.homePath);
        if (scanEntity) {
          addToGroup(groups, location, scanEntity);
        }
      }
      if (without.length >= EMIT_SIZE) {
        await context.emit(without);
        without = [];
      }
    }
    if (without.length > 0) {
      await context.emit(without);
    }
    return groups;
  }

  private async collectGroup(
    group: RepositoryGroup,
    context: CollectContext,
  ): Promise<void> {
    const { config, reader } = this.options;
    const { location } = group;
    const key = checkpointKey(keyOfLocation(location));
    const checkpoint = parseCheckpoint(await context.checkpoint.get(key));
    const entities = entitiesOf(group, checkpoint, context);
    const fingerprint = fingerprintOf(entities, {
      limits: config.limits,
      productionNames: config.productionNames,
      fileFacts: this.options.fileFacts,
    });
    const isSame = checkpoint?.fingerprint === fingerprint;
    const asked = [...group.entities.keys()];

    try {
      context.countCall();
      const { tree, etag } = await reader.read(
        location,
        isSame ? checkpoint.etag : undefined,
        context.signal,
      );
      const scan = await scanRepository(tree, {
        entities,
        limits: config.limits,
        productionNames: config.productionNames,
        source: SOURCE_ID,
        now: context.now,
        expiresAt: this.expiryOf(context.now),
        detectors: this.detectors,
        ...(location.type === 'remote' && {
          urlOf: createUrlOf(location.url, this.options.integrations),
        }),
      });
      this.reportErrors(scan, asked, context);
      await context.emit(
        scan.services
          .filter(({ entity }) => asked.includes(entity.entityRef))
          .map(({ entity, facts }) => ({
            entityRef: entity.entityRef,
            link: { status: 'ok' as const },
            facts,
          })),
      );
      // What was said of the neighbours is of the commit before, and the next
      // whole run must not take it for this one's.
      if (!context.only) {
        await context.checkpoint.set(key, {
          etag,
          fingerprint,
          scannedAt: new Date(context.now).toISOString(),
          // A round trip leaves out what is undefined, which JSON has not.
          entities: JSON.parse(JSON.stringify(entities)),
        });
      }
    } catch (error) {
      if (isNamed(error, 'NotModifiedError')) {
        await context.emit(
          asked.map(entityRef => ({
            entityRef,
            link: { status: 'ok' as const },
            facts: [],
            unchanged: {
              observedAt: new Date(context.now).toISOString(),
              expiresAt: this.expiryOf(context.now),
            },
          })),
        );
        return;
      }
      context.signal.throwIfAborted();
      await this.emitFailure(error, location, asked, checkpoint, context);
    }
  }

  /** What was known stays and ages, unless there is no such repository. */
  private async emitFailure(
    error: unknown,
    location: RepositoryLocation,
    asked: readonly string[],
    checkpoint: RepositoryCheckpoint | undefined,
    context: CollectContext,
  ): Promise<void> {
    const link = linkOfFailure(error, keyOfLocation(location));
    if (link.status === 'error' || link.status === 'denied') {
      context.reportError({ message: link.message });
    }
    const isGone = link.status === 'not-found' || link.status === 'not-linked';
    const known = isGone ? undefined : checkpoint;
    const scanned = new Set(known?.entities.map(({ entityRef }) => entityRef));
    await context.emit(
      asked.map(entityRef =>
        known && scanned.has(entityRef)
          ? {
              entityRef,
              link,
              facts: [],
              unchanged: {
                observedAt: known.scannedAt,
                expiresAt: this.expiryOf(Date.parse(known.scannedAt)),
              },
            }
          : withoutFacts(entityRef, link),
      ),
    );
  }

  private reportErrors(
    scan: RepositoryScan,
    asked: readonly string[],
    context: CollectContext,
  ): void {
    for (const error of scan.errors) {
      context.reportError({ ...error, entityRef: asked[0] });
    }
  }

  private expiryOf(moment: number): string {
    return new Date(moment + this.options.config.freshForMs).toISOString();
  }
}

/**
 * The entities to scan for. Where one alone is refreshed, its neighbours are
 * those of the last scan: whose a workload is depends on all of them.
 */
function entitiesOf(
  group: RepositoryGroup,
  checkpoint: RepositoryCheckpoint | undefined,
  context: CollectContext,
): ScanEntity[] {
  const entities = new Map<string, ScanEntity>(
    context.only
      ? checkpoint?.entities.map(entity => [entity.entityRef, entity])
      : [],
  );
  for (const [entityRef, entity] of group.entities) {
    entities.set(entityRef, entity);
  }
  return [...entities.values()].sort((a, b) =>
    a.entityRef < b.entityRef ? -1 : 1,
  );
}

function withoutFacts(
  entityRef: string,
  link: EntityEvidence['link'],
): EntityEvidence {
  return { entityRef, link, facts: [] };
}

function isNamed(error: unknown, ...names: string[]): boolean {
  return isError(error) && names.includes(error.name);
}

function linkOfFailure(
  error: unknown,
  repository: string,
): EntityEvidence['link'] & { message: string } {
  if (error instanceof NoRepositoryError) {
    return { status: 'not-linked', message: error.message };
  }
  if (isNamed(error, 'NotFoundError')) {
    return {
      status: 'not-found',
      message: `There is no repository at ${repository}.`,
    };
  }
  if (
    isNamed(error, 'NotAllowedError', 'AuthenticationError') ||
    (isError(error) && FORBIDDEN_ANSWER.test(error.message))
  ) {
    return {
      status: 'denied',
      message: `${repository} may not be read: ${stringifyError(error)}`,
    };
  }
  return {
    status: 'error',
    message: `${repository} could not be read: ${stringifyError(error)}`,
  };
}

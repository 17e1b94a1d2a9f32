import type {
  Alert,
  Deployment,
  Incident,
} from '@airworthy/plugin-readiness-common';
import type { InOwnName } from '@airworthy/plugin-readiness-node';
import type { SourceProblem } from '../collect/SourceHealthStore';
import type { EntityStore } from '../entities/EntityStore';
import type { StoredSource } from '../sources/stored';
import { toDeploymentRow } from './deploymentRows';
import type { LiveEvidence } from './LiveEvidence';

/** @see LiveRecorder */
export interface LiveRecorderOptions {
  entities: Pick<EntityStore, 'idsOf'>;
  live: LiveEvidence;
  /** States facts about deployments; absent where no source tells any. */
  deploymentSource?: StoredSource;
  /** Called when something is on record that was not. */
  onChanged?(): void;
}

/** In whose name something is recorded, and when. */
export interface Recording {
  source: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Called for what is refused. */
  reportError(problem: SourceProblem): void;
}

/** Puts on record what sources, webhooks and pushes tell besides facts. */
export class LiveRecorder {
  readonly #options: LiveRecorderOptions;

  constructor(options: LiveRecorderOptions) {
    this.#options = options;
  }

  /** @returns how many deployments said something new */
  async recordDeployments(
    recording: Recording,
    deployments: ReadonlyArray<InOwnName<Deployment>>,
  ): Promise<number> {
    const { live, deploymentSource } = this.#options;
    const { source, now } = recording;
    const accepted = await this.#identify(recording, deployments);
    const { entityIds, written } = await live.deployments.write(
      accepted.map(({ entityId, item }) =>
        toDeploymentRow(entityId, { ...item, source }, now),
      ),
    );
    const refs = refsOf(accepted, entityIds);
    await deploymentSource?.publish(refs, now);
    this.#tell(refs);
    return written;
  }

  /**
   * The whole picture of the source.
   *
   * @param only - the whole picture of this entity alone
   */
  async recordAlerts(
    recording: Recording,
    alerts: ReadonlyArray<InOwnName<Alert>>,
    only?: string,
  ): Promise<void> {
    const { source, now } = recording;
    const accepted = await this.#identify(recording, alerts);
    const scope =
      only === undefined
        ? undefined
        : [...(await this.#options.entities.idsOf([only])).values()];
    const entityIds = await this.#options.live.alerts.replace(
      source,
      accepted.map(({ entityId, item }) => ({
        entityId,
        alert: { ...item, source },
      })),
      now,
      scope,
    );
    if (entityIds.length > 0) {
      this.#options.onChanged?.();
    }
  }

  async recordIncidents(
    recording: Recording,
    incidents: ReadonlyArray<InOwnName<Incident>>,
  ): Promise<void> {
    const { source, now } = recording;
    const accepted = await this.#identify(recording, incidents);
    const entityIds = await this.#options.live.incidents.write(
      source,
      accepted.map(({ entityId, item }) => ({
        entityId,
        incident: { ...item, source },
      })),
      now,
    );
    this.#tell(refsOf(accepted, entityIds));
  }

  /** Leaves out what the catalog does not have, and what is not the source's. */
  async #identify<T extends { entityRef: string; source?: string }>(
    { source, reportError }: Recording,
    items: readonly T[],
  ): Promise<Array<{ entityId: number; item: T }>> {
    const ids = await this.#options.entities.idsOf([
      ...new Set(items.map(item => item.entityRef)),
    ]);
    return items.flatMap(item => {
      if (item.source !== undefined && item.source !== source) {
        reportError({
          message: `speaks in the name of "${item.source}"`,
          entityRef: item.entityRef,
        });
        return [];
      }
      const entityId = ids.get(item.entityRef);
      return entityId === undefined ? [] : { entityId, item };
    });
  }

  #tell(refs: readonly string[]): void {
    if (refs.length > 0) {
      this.#options.onChanged?.();
    }
  }
}

function refsOf(
  accepted: ReadonlyArray<{ entityId: number; item: { entityRef: string } }>,
  entityIds: readonly number[],
): string[] {
  const wanted = new Set(entityIds);
  return [
    ...new Set(
      accepted
        .filter(({ entityId }) => wanted.has(entityId))
        .map(({ item }) => item.entityRef),
    ),
  ];
}

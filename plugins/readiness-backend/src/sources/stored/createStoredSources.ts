import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  FactRegistry,
  type FactDefinition,
  type SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type { EvidenceSource } from '@airworthy/plugin-readiness-node';
import type { TradeoffsService } from '@airworthy/plugin-tradeoffs-node';
import type { Knex } from 'knex';
import { AttestationStore, AttestedEvidence } from '../../attestations';
import type { EvidenceWriter } from '../../collect/EvidenceWriter';
import type { ReadinessConfig } from '../../config';
import type { EntityStore } from '../../entities/EntityStore';
import { DeploymentSource, type LiveEvidence } from '../../live';
import { PushedEvidence, PushStore } from '../../push';
import { RecordedDesign } from '../../tradeoffs/RecordedDesign';
import { StoredSource, type StoredEvidence } from './StoredSource';

/** @see createStoredSources */
export interface StoredSourcesOptions {
  knex: Knex;
  config: ReadinessConfig;
  entities: Pick<EntityStore, 'idsOf'>;
  /** What config and modules add to the default ones. */
  facts: readonly FactDefinition[];
  live: LiveEvidence;
  logger: LoggerService;
  /** Those that fetch. */
  sources: readonly EvidenceSource[];
  /** Who keeps tradeoff records; absent where nobody does. */
  tradeoffs?: TradeoffsService;
  /** The portal's address. */
  appBaseUrl: string;
}

/** The evidence sources over what the portal keeps, as far as configured. */
export interface StoredSources {
  attestationStore: AttestationStore;
  pushStore: PushStore;
  descriptors: SourceDescriptor[];
  /** They can write once the checklist is known. */
  connect(writer: EvidenceWriter): {
    /** Absent where the config switches attestations off. */
    attestations?: StoredSource;
    /** Absent where no source tells deployments. */
    deployments?: StoredSource;
    /** Absent where nobody may push. */
    pushed?: StoredSource;
    /** Absent where nobody keeps tradeoff records. */
    records?: StoredSource;
  };
}

/** Puts together the sources over what the portal keeps. */
export function createStoredSources(
  options: StoredSourcesOptions,
): StoredSources {
  const { knex, config, entities, live, logger, sources, tradeoffs } = options;
  const registry = FactRegistry.create(options.facts);
  const attestationStore = new AttestationStore({ knex });
  const pushStore = new PushStore({ knex });
  const attested = config.attestations.enabled
    ? new AttestedEvidence({ store: attestationStore, registry })
    : undefined;
  const pushed =
    config.push.callers.length > 0
      ? new PushedEvidence({ store: pushStore, registry })
      : undefined;
  const emitters = [
    ...sources
      .filter(({ emits = [] }) => emits.includes('deployments'))
      .map(({ descriptor }) => descriptor),
    ...(pushed ? [pushed.descriptor] : []),
  ];
  const deployed =
    emitters.length > 0
      ? new DeploymentSource({
          knex,
          store: live.deployments,
          emitters,
          environments: config.environments,
        })
      : undefined;
  const recorded = tradeoffs?.installed
    ? new RecordedDesign({ tradeoffs, appBaseUrl: options.appBaseUrl })
    : undefined;
  return {
    attestationStore,
    pushStore,
    descriptors: [deployed, pushed, attested, recorded].flatMap(
      evidence => evidence?.descriptor ?? [],
    ),
    connect: writer => {
      const connected = (evidence: StoredEvidence | undefined) =>
        evidence && new StoredSource({ evidence, entities, writer, logger });
      return {
        attestations: connected(attested),
        deployments: connected(deployed),
        pushed: connected(pushed),
        records: connected(recorded),
      };
    },
  };
}

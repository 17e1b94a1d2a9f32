import type {
  Alert,
  Deployment,
  FactRecord,
  Incident,
  LinkStatus,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type {
  CollectContext,
  EntityEvidence,
  EvidenceSource,
  InOwnName,
  LiveEvidence,
} from '@airworthy/plugin-readiness-node';

/** A value of a fact, in the words of a test. */
export interface StatedFact {
  name: string;
  member?: string;
  environment?: string;
  value?: FactRecord['value'];
  missing?: string;
  origins?: FactRecord['origins'];
}

/** What a test's source says about one entity. */
export interface StatedEvidence {
  status?: LinkStatus;
  message?: string;
  facts?: StatedFact[];
}

/** What a test's source tells besides facts. */
export interface StatedLiveEvidence {
  deployments?: InOwnName<Deployment>[];
  alerts?: InOwnName<Alert>[];
  incidents?: InOwnName<Incident>[];
}

/** Says what a test tells it to; what it is not told about is not linked. */
export class StatedSource implements EvidenceSource {
  readonly stated = new Map<string, StatedEvidence>();
  failure: string | undefined;
  /** What it tells besides facts in each of its runs. */
  live: StatedLiveEvidence = {};
  emits: LiveEvidence[] = [];
  linkedBy: string[] = [];
  readonly descriptor: SourceDescriptor;
  readonly schedule = {
    frequency: { minutes: 5 },
    timeout: { minutes: 5 },
  };
  readonly #freshnessMs: number | undefined;

  constructor(
    freshnessMs: number | undefined,
    descriptor: Partial<SourceDescriptor> = {},
  ) {
    this.#freshnessMs = freshnessMs;
    this.descriptor = {
      id: 'repository',
      kind: 'repository',
      title: 'Repository',
      strength: 'declared',
      supplies: [
        'workloads',
        'autoscalers',
        'runbook.exists',
        'codeowners.owners',
      ],
      ...descriptor,
    };
  }

  async collect(context: CollectContext): Promise<void> {
    if (this.failure !== undefined) {
      throw new Error(this.failure);
    }
    context.countCall();
    const { deployments, alerts, incidents } = this.live;
    if (deployments) {
      await context.emitDeployments(deployments);
    }
    if (alerts) {
      await context.emitAlerts(alerts, { complete: true });
    }
    if (incidents) {
      await context.emitIncidents(incidents);
    }
    for await (const batch of context.entities()) {
      await context.emit(
        batch
          .filter(entity => entity.kind === 'component')
          .map(entity => this.#evidence(entity.ref, context.now)),
      );
    }
  }

  #evidence(entityRef: string, now: number): EntityEvidence {
    const stated = this.stated.get(entityRef);
    return {
      entityRef,
      link: {
        status: stated?.status ?? (stated ? 'ok' : 'not-linked'),
        message: stated?.message,
      },
      facts: (stated?.facts ?? []).map(fact => ({
        environment: '',
        member: '',
        source: this.descriptor.id,
        strength: this.descriptor.strength,
        observedAt: new Date(now).toISOString(),
        ...(this.#freshnessMs === undefined
          ? {}
          : { expiresAt: new Date(now + this.#freshnessMs).toISOString() }),
        ...fact,
      })),
    };
  }
}

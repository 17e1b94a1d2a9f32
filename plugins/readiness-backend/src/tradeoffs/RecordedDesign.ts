import { parseEntityRef } from '@backstage/catalog-model';
import type {
  FactRecord,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import type { EntityEvidence } from '@airworthy/plugin-readiness-node';
import type {
  EntityDesign,
  StatedByRecord,
  TradeoffsService,
} from '@airworthy/plugin-tradeoffs-node';
import type { IdentifiedEntity, StoredEvidence } from '../sources/stored';
import { recordPath } from './tradeoffRows';

/** The kind of the source, and its id: there is one in a portal. */
export const TRADEOFFS_KIND = 'tradeoffs';

/** Several looks may fail before what was seen is stale. */
const FRESHNESS_MS = 60 * 60 * 1000;

/**
 * What tradeoff records in force, of an entity and of its system, say of its
 * design. Where the tradeoffs plugin knows of no record that is an answer; where
 * it cannot be asked, what was known stays until it is stale.
 */
export class RecordedDesign implements StoredEvidence {
  readonly descriptor: SourceDescriptor = {
    id: TRADEOFFS_KIND,
    kind: TRADEOFFS_KIND,
    title: 'Tradeoff records',
    strength: 'declared',
    supplies: [
      'tradeoffs.axes',
      'tradeoffs.designSteps',
      'recovery.objectives',
    ],
  };
  /** Changes are told at once; this renews what is known. */
  readonly schedule = {
    frequency: { minutes: 15 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 5 },
  };
  readonly #options: {
    tradeoffs: Pick<TradeoffsService, 'getDesigns'>;
    appBaseUrl: string;
  };

  constructor(options: {
    tradeoffs: Pick<TradeoffsService, 'getDesigns'>;
    /** The portal's address. */
    appBaseUrl: string;
  }) {
    this.#options = options;
  }

  async read(
    entities: readonly IdentifiedEntity[],
    now: number,
  ): Promise<EntityEvidence[]> {
    const designs = await this.#options.tradeoffs.getDesigns(
      entities.map(({ ref }) => ref),
    );
    // Of what was not read yet nothing can be said: silence is no answer there.
    return designs
      .filter(({ complete }) => complete)
      .map(design => this.#evidence(design, now));
  }

  #evidence(design: EntityDesign, now: number): EntityEvidence {
    const { entityRef, axes, designSteps, recoveryObjectives } = design;
    const fact = (
      name: string,
      value: FactRecord['value'],
      statedBy: readonly StatedByRecord[],
    ): FactRecord => ({
      name,
      member: '',
      environment: '',
      source: TRADEOFFS_KIND,
      strength: 'declared',
      value,
      observedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + FRESHNESS_MS).toISOString(),
      origins: { '': { url: this.#pageOf(entityRef, statedBy) } },
    });
    return {
      entityRef,
      link: { status: 'ok' },
      facts: [
        fact('tradeoffs.axes', namesOf(axes), axes),
        fact('tradeoffs.designSteps', designSteps.length, designSteps),
        // They may as well be in a runbook: none on record is no answer.
        ...(recoveryObjectives.length > 0
          ? [
              fact(
                'recovery.objectives',
                namesOf(recoveryObjectives),
                recoveryObjectives,
              ),
            ]
          : []),
      ],
    };
  }

  /** The record where it is one; else all of them on the page of the entity. */
  #pageOf(entityRef: string, statedBy: readonly StatedByRecord[]): string {
    const { appBaseUrl } = this.#options;
    const records = new Set(statedBy.map(({ recordId }) => recordId));
    if (records.size === 1) {
      return `${appBaseUrl}${recordPath([...records][0])}`;
    }
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return `${appBaseUrl}/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
      .join('/')}/tradeoffs`;
  }
}

function namesOf(stated: readonly StatedByRecord[]): string[] {
  return stated.map(({ name }) => name).sort();
}

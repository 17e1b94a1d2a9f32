import type {
  AssumptionReport,
  CountingAcceptance,
  EntityDesign,
  OpenAssumption,
  TradeoffsService,
} from '@airworthy/plugin-tradeoffs-node';

/** Records as another plugin keeps them. */
export class StatedTradeoffs implements TradeoffsService {
  readonly installed = true;
  acceptances: CountingAcceptance[] = [];
  assumptions: OpenAssumption[] = [];
  designs: EntityDesign[] = [];
  /** Entities of which the design was asked. */
  readonly asked: string[] = [];
  readonly reports: AssumptionReport[] = [];
  failure: string | undefined;

  async getAcceptances(options: { entityRefs?: readonly string[] } = {}) {
    this.#answer();
    return this.acceptances.filter(
      ({ entityRef }) => options.entityRefs?.includes(entityRef) ?? true,
    );
  }

  async getAssumptions(options: { entityRefs?: readonly string[] } = {}) {
    this.#answer();
    return this.assumptions.filter(
      ({ entityRef }) => options.entityRefs?.includes(entityRef) ?? true,
    );
  }

  async getDesigns(entityRefs: readonly string[]) {
    this.#answer();
    this.asked.push(...entityRefs);
    return this.designs.filter(({ entityRef }) =>
      entityRefs.includes(entityRef),
    );
  }

  async reportAssumptionStates(reports: readonly AssumptionReport[]) {
    this.#answer();
    this.reports.push(...reports);
  }

  #answer(): void {
    if (this.failure !== undefined) {
      throw new Error(this.failure);
    }
  }
}

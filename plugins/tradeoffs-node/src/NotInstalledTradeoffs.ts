import type { TradeoffsService } from './TradeoffsService';

/** What stands in for the tradeoffs plugin in a portal that lacks it. */
export class NotInstalledTradeoffs implements TradeoffsService {
  readonly installed = false;

  async getAcceptances(): Promise<[]> {
    return [];
  }

  async getAssumptions(): Promise<[]> {
    return [];
  }

  async getDesigns(): Promise<[]> {
    return [];
  }

  async reportAssumptionStates(): Promise<void> {}
}

export { tradeoffsApiRef } from './api/tradeoffsApiRef';
export {
  EntityTradeoffsContent,
  TradeoffsPage,
  tradeoffsPlugin,
} from './plugin';

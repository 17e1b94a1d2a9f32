export { searchModuleTradeoffs as default } from './module';
